"""How much was done on each of the last days: answers, and the minutes they took."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.memory.past import Answers

DAYS = 30
LONGEST = 60_000  # milliseconds of one answer that count (Anki's cap)


@dataclass(frozen=True, slots=True)
class Day:
    """One study day: its answers, and the minutes spent on those whose time is known."""

    day: int
    answers: int
    minutes: float


@dataclass(frozen=True, slots=True)
class Range:
    """The mean, the least and the most of the days studied."""

    mean: float
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Workload:
    """The last days, today last; `answers` and `minutes` over those on which something was answered (None: none)."""

    days: tuple[Day, ...]
    answers: Range | None
    minutes: Range | None

    @property
    def studied(self) -> tuple[Day, ...]:
        """Return the days on which something was answered."""
        return tuple(day for day in self.days if day.answers)


def workload(answers: Answers, today: int, days: int = DAYS) -> Workload:
    """Return the load of the last `days` study days."""
    import numpy as np

    recent = (answers.day > today - days) & (answers.day <= today)
    place = answers.day[recent] - (today - days + 1)
    counts = np.bincount(place, minlength=days).tolist()
    spent = np.bincount(place, np.minimum(answers.ms[recent], LONGEST) / 60_000, minlength=days).tolist()
    told = zip(range(today - days + 1, today + 1), counts, spent, strict=True)
    shown = tuple(Day(day, count, minutes) for day, count, minutes in told)
    studied = [day for day in shown if day.answers]
    return Workload(shown, _range([day.answers for day in studied]), _range([day.minutes for day in studied]))


def _range(values: list[int] | list[float]) -> Range | None:
    return Range(sum(values) / len(values), min(values), max(values)) if values else None
