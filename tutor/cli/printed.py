"""What is printed with rich: today, a card, a table of cards."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.cli.desk import Desk
    from tutor.memory.state import CardState
    from tutor.questions.model import Card
    from tutor.reports.today import Today
    from tutor.store.shelf import CardRow


def print_today(desk: Desk, shown: Today) -> bool:
    """Show today and wait for a key; return whether the learner wants to start."""
    raise NotImplementedError


def print_card(desk: Desk, card: Card, fields: dict[str, Any]) -> None:
    """Print one card."""
    raise NotImplementedError


def print_cards(desk: Desk, rows: list[tuple[CardRow, CardState]]) -> None:
    """Print a table of cards."""
    raise NotImplementedError
