"""How the mastery of each part grew, week by week, from the answers that moved it.

Suspended cards are left out, as everywhere. A reset is seen at the answer after it, since answers are all
that is read; the last week is that of the cards as they stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253  (reports over all answers, loaded for statistics only)

from tutor.reports.all_cards import mastery_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.memory.past import Answers
    from tutor.memory.replay import Floats, Integers
    from tutor.reports.all_cards import Cards
    from tutor.syllabus.model import Part
    from tutor.text import Text

WEEKS = 52
WEEK = 7


@dataclass(frozen=True, slots=True)
class PartGrowth:
    """The mastery (0–1) of one part at the end of each week, the last one today; its cards, and those met."""

    number: int
    title: Text
    levels: tuple[float, ...]
    cards: int
    met: int


@dataclass(frozen=True, slots=True)
class Growth:
    """The last study day of each week since the first answer, 52 weeks at most, and the parts that have cards."""

    weeks: tuple[int, ...]
    parts: tuple[PartGrowth, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """By how much the mastery of a card changed on a day, shape (changes,); `card` is a place in `Cards`."""

    card: Integers
    day: Integers
    by: Floats


def growth(answers: Answers, cards: Cards, parts: Sequence[Part], day: int) -> Growth:
    """Return how mastery grew until study day `day`."""
    active = cards.active()
    found = _changes(answers, active, day)
    first = int(found.day.min(initial=day))
    weeks = min(WEEKS, max(0, day - first) // WEEK + 1)
    ends = tuple(day - WEEK * back for back in reversed(range(weeks)))
    place = np.clip(weeks - 1 - (day - found.day) // WEEK, 0, weeks - 1)
    shown = [part for part in parts if (active.part == part.number).any()]
    lines = []
    for part in shown:
        own = active.part == part.number
        moved = own[found.card]
        by_week = np.bincount(place[moved], weights=found.by[moved], minlength=weeks)
        levels = np.clip(np.cumsum(by_week) / own.sum(), 0.0, 1.0)
        told = tuple(round(level, 4) for level in levels.tolist())
        lines.append(PartGrowth(part.number, part.title, told, int(own.sum()), int((own & active.met).sum())))
    return Growth(ends, tuple(lines))


def _changes(answers: Answers, cards: Cards, day: int) -> Changes:
    """Return every change of mastery: by answers, between them (a memory brought from elsewhere), and since."""
    place_of = {card: place for place, card in enumerate(cards.card)}
    known = np.array([place_of.get(card, -1) for card in answers.cards], dtype=np.int64)
    rated = answers.where(answers.rated & (known[answers.card] >= 0) if len(known) else answers.rated)
    card = known[rated.card]
    before, after = mastery_of(rated.stability), mastery_of(rated.stability_after)
    begins = np.r_[True, card[1:] != card[:-1]][: len(card)]
    left = np.where(begins, 0.0, np.r_[0.0, after[:-1]][: len(card)])
    between = np.where(rated.reviews, rated.last, rated.day)
    reached = np.bincount(card, weights=after - left, minlength=len(cards))
    since = cards.mastery - reached
    today = np.where(cards.met & (since > 0), cards.last_day, day)
    return Changes(
        np.concatenate([card, card, np.arange(len(cards))]),
        np.concatenate([rated.day, between, today]),
        np.concatenate([after - before, before - left, since]),
    )
