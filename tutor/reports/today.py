"""Today at a glance: what is due, how far each part is, on which days the learner studied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.reports.outline import Next
    from tutor.text import Text

DAYS_SHOWN = 30


@dataclass(frozen=True, slots=True)
class PartMastery:
    """How far one part of the course is: mean mastery (0–1) over its cards, and how many were met."""

    number: int
    title: Text
    mastery: float
    cards: int
    met: int


@dataclass(frozen=True, slots=True)
class Today:
    """What the learner sees first.

    `due` and `new` are what a session would hold now, `waiting` what is due in all, `minutes` an
    estimate from the learner's own pace, `studied` the last thirty study days (oldest first, today
    last), `recall` the number of cards of `met` that would be recalled now, `next` the lesson to take.
    """

    day: int
    due: int
    new: int
    waiting: int
    minutes: int
    answered_today: int
    parts: tuple[PartMastery, ...]
    studied: tuple[bool, ...]
    recall: float
    met: int
    next: Next | None = None
