"""How the cards of a course stand today, as columns: what every report about cards counts.

Suspended cards are in it and marked; reports leave them out where the learner set them aside.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from math import log
from typing import TYPE_CHECKING, Any

import numpy as np  # noqa: TID253  (reports over all cards, loaded for statistics only)

from tutor.memory.fields import LEECH_CURED, LEECH_LAPSES, MASTERED
from tutor.memory.fsrs import DEFAULT_WEIGHTS

if TYPE_CHECKING:
    from tutor.memory.replay import Floats, Integers

    Marks = np.ndarray[Any, np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards in syllabus order, columns of shape (cards,).

    `lesson` is a place in `lessons`. Of a card that was never rated `stability` and `difficulty` are NaN, days
    and counts 0. Days are study days.
    """

    lessons: tuple[str, ...]
    card: tuple[str, ...]
    part: Integers
    lesson: Integers
    stability: Floats
    difficulty: Floats
    last_day: Integers
    due: Integers
    reviews: Integers
    lapses: Integers
    suspended: Marks

    def __len__(self) -> int:
        return len(self.card)

    @property
    def met(self) -> Marks:
        """Mark the cards that were rated at least once."""
        met: Marks = ~np.isnan(self.stability)
        return met

    @property
    def mastery(self) -> Floats:
        """Return each card's mastery; 0 for a new one."""
        return mastery_of(self.stability)

    def recall(self, day: int) -> Floats:
        """Return the chance that each card is recalled on study day `day`; 0 for a new one."""
        return np.nan_to_num(recall_of(day - self.last_day, self.stability))

    @property
    def leech(self) -> Marks:
        """Mark the cards that were forgotten again and again and do not hold yet."""
        leech: Marks = (self.lapses >= LEECH_LAPSES) & (np.nan_to_num(self.stability) < LEECH_CURED)
        return leech

    def where(self, chosen: Marks) -> Cards:
        """Return some of the cards."""
        columns: dict[str, Any] = {one.name: getattr(self, one.name) for one in fields(self)}
        for name, column in columns.items():
            if isinstance(column, np.ndarray):
                columns[name] = column[chosen]
        columns["card"] = tuple(np.array(self.card, dtype=object)[chosen].tolist())
        return Cards(**columns)

    def active(self) -> Cards:
        """Return the cards that were not set aside."""
        return self.where(~self.suspended) if self.suspended.any() else self


def mastery_of(stability: Floats) -> Floats:
    """Return `memory.fields.mastery_at` of many stabilities; 0 where there is none (NaN)."""
    level = np.round(np.minimum(np.log1p(stability) / log(1 + MASTERED), 1.0), 2)
    return np.where(np.isnan(stability), 0.0, np.maximum(level, 0.01))


def recall_of(elapsed: Integers, stability: Floats) -> Floats:
    """Return `memory.fsrs.retrievability` of many memories; a clock that was set back counts as the same day."""
    decay = -DEFAULT_WEIGHTS[20]
    recall: Floats = (1 + (0.9 ** (1 / decay) - 1) * np.maximum(elapsed, 0) / stability) ** decay
    return recall
