"""The days of a year on which something was answered: a calendar of weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WEEKS = 52
WEEK = 7
LEVELS = 4


@dataclass(frozen=True, slots=True)
class Calendar:
    """Answers per study day from `first`, a Monday, to `today`; `bounds` are the least answers of each shade."""

    first: int
    today: int
    counts: tuple[int, ...]
    bounds: tuple[int, ...]

    @property
    def weeks(self) -> tuple[int, ...]:
        """Return the Monday of each week."""
        return tuple(range(self.first, self.today + 1, WEEK))

    @property
    def studied(self) -> int:
        """Return on how many days something was answered."""
        return sum(count > 0 for count in self.counts)

    @property
    def answers(self) -> int:
        """Return how many answers there were."""
        return sum(self.counts)

    def count(self, day: int) -> int | None:
        """Return the answers of a day, None for one that is not shown."""
        place = day - self.first
        return self.counts[place] if 0 <= place < len(self.counts) else None

    def level(self, day: int) -> int | None:
        """Return the shade of a day: 0 for none answered, 1 to 4; None for a day that is not shown."""
        count = self.count(day)
        return None if count is None else sum(count >= bound for bound in self.bounds) if count else 0

    def last(self, weeks: int) -> Calendar:
        """Return the last weeks of it; the shades stay what they are."""
        first = max(self.first, self.weeks[-1] - WEEK * (weeks - 1))
        return Calendar(first, self.today, self.counts[first - self.first :], self.bounds)


def calendar(answers: Mapping[int, int], today: int, weeks: int = WEEKS) -> Calendar:
    """Return the weeks up to today's from the number of answers of each study day; what lies ahead is left out."""
    monday = today - date.fromordinal(today).weekday()
    first = max(1, monday - WEEK * (weeks - 1))
    counts = tuple(answers.get(day, 0) for day in range(first, today + 1))
    return Calendar(first, today, counts, _bounds([count for count in counts if count]))


def _bounds(counts: list[int]) -> tuple[int, ...]:
    """Return where the shades begin: at the least and at the quarters of the days studied, as far as they differ."""
    ordered = sorted(counts)
    return tuple(sorted({ordered[len(ordered) * part // LEVELS] for part in range(LEVELS)})) if ordered else ()
