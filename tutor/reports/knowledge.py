"""How much would be recalled now: the sum of recall over the cards that were met, part by part and in all."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.reports.all_cards import Cards
    from tutor.syllabus.model import Part
    from tutor.text import Text


@dataclass(frozen=True, slots=True)
class Known:
    """Of `cards`, `met` were answered at least once and about `recalled` would be recalled now, give or take `spread`.

    `spread` is two standard deviations of that number, were every prediction right.
    """

    recalled: float
    spread: float
    met: int
    cards: int


@dataclass(frozen=True, slots=True)
class PartKnown:
    """One part and what is known of it."""

    number: int
    title: Text
    known: Known


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known in all, and of each part that has cards."""

    total: Known
    parts: tuple[PartKnown, ...]


def knowledge(cards: Cards, parts: Sequence[Part], day: int) -> Knowledge:
    """Return what would be recalled on study day `day`, without suspended cards."""
    active = cards.active()
    known = tuple(
        PartKnown(part.number, part.title, _known(active.where(active.part == part.number), day))
        for part in parts
        if (active.part == part.number).any()
    )
    return Knowledge(_known(active, day), known)


def _known(cards: Cards, day: int) -> Known:
    recall = cards.recall(day)
    spread = 2 * sqrt(float((recall * (1 - recall)).sum()))
    return Known(float(recall.sum()), spread, int(cards.met.sum()), len(cards))
