"""At which hours of the day the learner answers, and how well: reviews only, for a new card says nothing of memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.reports.rate import Rate

if TYPE_CHECKING:
    from tutor.memory.past import Answers

HOURS = 24


@dataclass(frozen=True, slots=True)
class Hours:
    """The reviews of each hour from 0 to 23; `unknown` ones were answered by a clock elsewhere."""

    rates: tuple[Rate, ...]
    unknown: int

    @property
    def n(self) -> int:
        """Return how many reviews there are."""
        return sum(rate.n for rate in self.rates)

    def from_hour(self, start: int) -> tuple[tuple[int, Rate], ...]:
        """Return the hours with their reviews in the order of a study day that begins at `start`."""
        return tuple(((start + hour) % HOURS, self.rates[(start + hour) % HOURS]) for hour in range(HOURS))


def hours(answers: Answers) -> Hours:
    """Return the reviews by the hour of the wall clock."""
    import numpy as np

    known = answers.reviews & (answers.hour >= 0)
    n = np.bincount(answers.hour[known], minlength=HOURS).tolist()
    right = np.bincount(answers.hour[known & answers.right], minlength=HOURS).tolist()
    rates = tuple(Rate(*both) for both in zip(right, n, strict=True))
    return Hours(rates, int((answers.reviews & (answers.hour < 0)).sum()))
