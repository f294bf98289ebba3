"""Who is better, and whom the runs cannot tell apart: paired differences of all functions on one problem."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from statistics import median
from typing import TYPE_CHECKING

from tutor.labs.spread import Difference, paired

if TYPE_CHECKING:
    from tutor.labs.normals import Array


@dataclass(frozen=True, slots=True)
class Ranking:
    """The place with the highest mean, each one's gap to it, and which pairs differ by more than noise.

    `certain` pairs differ after Bonferroni's correction, `likely` is how many would without it;
    `resolution` is the middle half-width of the corrected intervals: smaller gaps cannot be seen.
    """

    best: int
    gaps: tuple[Difference, ...]
    certain: frozenset[tuple[int, int]]
    likely: int
    resolution: float

    @property
    def pairs(self) -> int:
        """Return how many pairs there are."""
        return len(self.gaps) * (len(self.gaps) - 1) // 2

    @property
    def behind(self) -> tuple[int, ...]:
        """Return the places that are behind the best by more than noise."""
        return tuple(place for place in range(len(self.gaps)) if self._apart(place))

    @property
    def wins(self) -> bool:
        """Say whether the best is ahead of every other by more than noise."""
        return 0 < len(self.behind) == len(self.gaps) - 1

    def _apart(self, place: int) -> bool:
        return (min(place, self.best), max(place, self.best)) in self.certain


def ranked(values: Array, comparisons: int) -> Ranking:
    """Return the ranking of functions by `values`, (functions, runs), the more the better.

    `comparisons` is the number of pairs that are judged together.
    """
    best = int(values.mean(axis=1).argmax())
    pairs = {(one, two): paired(values[one], values[two], comparisons) for one, two in _pairs(len(values))}
    likely = sum(paired(values[one], values[two]).tells for one, two in pairs)
    return Ranking(
        best,
        tuple(paired(row, values[best], comparisons) for row in values),
        frozenset(pair for pair, found in pairs.items() if found.tells),
        likely,
        median(found.half for found in pairs.values()) if pairs else float("inf"),
    )


def _pairs(count: int) -> list[tuple[int, int]]:
    return list(combinations(range(count), 2))


def changes(values: Array) -> int:
    """Return how many functions would have won, had only one of the runs been made."""
    return len(set(values.argmax(axis=0).tolist()))
