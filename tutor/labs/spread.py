"""What chance does to a mean over runs, and whether a difference is more than that."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

# Two-sided 5 % points of Student's t for 1 … 30 degrees of freedom (Student 1908; computed with mpmath).
STUDENT = (
    *(12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281),
    *(2.2010, 2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860),
    *(2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423),
)
NORMAL = 1.96


@dataclass(frozen=True, slots=True)
class Spread:
    """Mean, standard deviation (n − 1) and standard error of the mean over `runs` runs that came to an end."""

    mean: float
    deviation: float | None
    error: float | None
    runs: int


def spread(values: ArrayLike) -> Spread:
    """Return what the finite ones of `values` are like; nan when there are none."""
    kept = np.asarray(values, dtype=np.float64).ravel()
    kept = kept[np.isfinite(kept)]
    if not kept.size:
        return Spread(float("nan"), None, None, 0)
    if kept.size == 1:
        return Spread(float(kept[0]), None, None, 1)
    deviation = float(kept.std(ddof=1))
    return Spread(float(kept.mean()), deviation, deviation / sqrt(kept.size), int(kept.size))


@dataclass(frozen=True, slots=True)
class Difference:
    """The mean of paired differences with half its 95 % interval; `tells` when that does not hold 0."""

    mean: float
    half: float
    runs: int

    @property
    def tells(self) -> bool:
        """Say whether the difference is more than noise, at 5 % and for this one comparison."""
        return abs(self.mean) > self.half


def paired(first: ArrayLike, second: ArrayLike, comparisons: int = 1) -> Difference:
    """Return what the runs' differences `first − second` are on average (Student's paired interval).

    Both were measured on the same runs: same data, same seeds. With several `comparisons` the interval is
    widened after Bonferroni, by the normal ratio of the two levels. Raises nothing: with fewer than two
    runs the interval is infinite.
    """
    gaps = np.asarray(first, dtype=np.float64).ravel() - np.asarray(second, dtype=np.float64).ravel()
    found = spread(gaps)
    if found.error is None:
        return Difference(found.mean, float("inf"), found.runs)
    degrees = found.runs - 1
    factor = STUDENT[degrees - 1] if degrees <= len(STUDENT) else NORMAL
    return Difference(found.mean, factor * widened(comparisons) * found.error, found.runs)


def widened(comparisons: int) -> float:
    """Return how much wider an interval is that holds with 95 % in all of so many comparisons at once."""
    from statistics import NormalDist

    return NormalDist().inv_cdf(1 - 0.025 / max(1, comparisons)) / NormalDist().inv_cdf(1 - 0.025)
