"""What is printed for people: today, a card, a table of cards; in colour on a terminal only."""

from __future__ import annotations

import re
import sys
from datetime import date
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

from tutor.events import ANSWERS
from tutor.memory.state import Memory
from tutor.questions.showing import draw
from tutor.text import Text
from tutor.ui.theme import Look

MANY = 500  # questions with drawn values that are drawn for a list
HOLE = re.compile(r"\{[^{}]*\}")

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.cli.desk import Desk
    from tutor.cli.environment import Environment
    from tutor.memory.state import CardState
    from tutor.questions.model import Card
    from tutor.reports.today import Today
    from tutor.store.shelf import CardRow
    from tutor.ui.lines import Line
    from tutor.ui.press import Pressed
    from tutor.ui.screens.card import HistoryRow


def emit(lines: Iterable[Line], environment: Environment) -> None:
    """Print lines: painted on a terminal, as bare text anywhere else."""
    look = Look(colour=environment.colour)
    if sys.stdout.isatty():
        from tutor.ui.paint import painted

        shown = [painted(spans, look) for spans in lines]
    else:
        shown = ["".join(span.text for span in spans).rstrip() for spans in lines]
    print("\n".join(shown))


def columns() -> int:
    """Return the width to print for: the terminal's, COLUMNS, or 80."""
    return get_terminal_size().columns


def print_today(desk: Desk, shown: Today) -> Pressed:
    """Show today; return what the learner pressed: enter starts what comes next, c the next lesson."""
    from tutor.ui.screens import today

    environment = desk.environment
    emit(today.lines(shown, environment.language, columns(), keys=True), environment)
    waits = bool(shown.due or shown.new)
    if not waits and shown.next is None:
        return "other"
    from tutor.ui.press import pressed

    key = pressed()
    return "lesson" if key == "start" and not waits else key


def print_card(desk: Desk, card: Card, fields: dict[str, Any]) -> None:
    """Print one card as one showing of it, with its fields and its history."""
    from tutor.ui.screens import card as screen

    title = next((row.title for row in desk.library.lessons() if row.id == card.lesson), None)
    assert title is not None
    page = screen.CardPage(draw(card, "card"), title, fields, tuple(_history(desk, card.id)))
    emit(screen.lines(page, desk.environment.language, columns()), desk.environment)


def _history(desk: Desk, card: str) -> Iterable[HistoryRow]:
    from tutor.ui.screens.card import HistoryRow

    own = desk.journal.history(card)
    for event in own.events:
        if event.kind == "undone":
            continue
        due = event.body.get("due")
        yield HistoryRow(
            day=date.fromordinal(event.day).isoformat(),
            kind=event.kind,
            grade=event.body.get("grade") if event.kind in (*ANSWERS, "regraded") else None,
            interval=due - event.day if isinstance(due, int) else None,
            stands=event.id not in own.fallen,
        )


def _drawn(desk: Desk, rows: list[CardRow]) -> dict[str, Text]:
    """Return the questions that hold drawn values as one showing of each; of very many, with □ for a value."""
    holes = [row for row in rows if "{" in row.ask.zh + row.ask.en]
    if len(holes) > MANY:
        return {row.id: Text(HOLE.sub("□", row.ask.zh), HOLE.sub("□", row.ask.en)) for row in holes}
    return {card.id: draw(card, "card").ask for card in desk.library.cards([row.id for row in holes])}


def print_cards(desk: Desk, rows: list[tuple[CardRow, CardState]]) -> None:
    """Print a table of cards."""
    from tutor.memory.fields import mastery
    from tutor.ui.screens import cards as screen

    asked = _drawn(desk, [row for row, _ in rows])

    listed = [
        screen.CardRow(
            id=row.id,
            kind=row.kind,
            question=asked.get(row.id, row.ask),
            due=state.memory.due - desk.day if isinstance(state.memory, Memory) else None,
            mastery=mastery(state),
            suspended=state.suspended,
        )
        for row, state in rows
    ]
    emit(screen.lines(listed, desk.environment.language, columns()), desk.environment)
