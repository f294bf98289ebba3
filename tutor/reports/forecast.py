"""What the next days will ask: cards already known, what has piled up, and what new cards will add."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tutor.memory.fsrs import first_memory, interval, next_memory

if TYPE_CHECKING:
    from collections.abc import Mapping

DAYS = 30
WEEK = 7
GOOD = 3


@dataclass(frozen=True, slots=True)
class Load:
    """One coming day: known cards due on it, new cards to meet, and returns of cards that are new until then."""

    day: int
    due: int
    new: int
    returns: int


@dataclass(frozen=True, slots=True)
class Sum:
    """The loads of some days together, and the minutes they take at the learner's pace."""

    days: int
    due: int
    new: int
    returns: int
    minutes: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """The coming days from today on, what was due before today and still waits, and the seconds of a card.

    A known card is counted once, on the day it is due as things stand; those that are missed come more often.
    """

    loads: tuple[Load, ...]
    backlog: int
    seconds: float

    def total(self, days: int) -> Sum:
        """Return the loads of the first `days` days together, without the backlog."""
        loads = self.loads[:days]
        due, new, returns = (sum(getattr(load, name) for load in loads) for name in ("due", "new", "returns"))
        return Sum(days, due, new, returns, (due + new + returns) * self.seconds / 60)


def forecast(
    due: Mapping[int, int],
    today: int,
    *,
    unseen: int,
    new_today: int,
    new_per_day: int,
    seconds: float,
    retention: float = 0.9,
) -> Forecast:
    """Return the forecast from the cards due on each study day.

    `unseen` cards are not met yet; today brings `new_today` of them, each later day `new_per_day` while there are
    any. New cards return as if they were answered Good each time.
    """
    met = [0] * DAYS
    for day in range(DAYS):
        met[day] = max(0, min(new_today if day == 0 else new_per_day, unseen - sum(met)))
    returns = [0] * DAYS
    for day, cards in enumerate(met):
        for later in first_returns(retention):
            if day + later < DAYS:
                returns[day + later] += cards
    loads = tuple(
        Load(today + day, due.get(today + day, 0), new, again)
        for day, (new, again) in enumerate(zip(met, returns, strict=True))
    )
    return Forecast(loads, sum(count for day, count in due.items() if day < today), seconds)


@cache
def first_returns(retention: float) -> tuple[int, ...]:
    """Return after how many days a new card comes back within the forecast, when it is known each time."""
    found: list[int] = []
    stability, difficulty = first_memory(GOOD)
    day = away = max(1, round(interval(stability, retention)))
    while day < DAYS:
        found.append(day)
        stability, difficulty = next_memory(stability, difficulty, GOOD, away)
        away = max(1, round(interval(stability, retention)))
        day += away
    return tuple(found)
