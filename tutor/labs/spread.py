"""What chance does to a mean over runs, and whether a difference is more than that."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import cos, pi, sin, sqrt, tan
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


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
    widened after Bonferroni. Raises nothing: with fewer than two runs the interval is infinite.
    """
    gaps = np.asarray(first, dtype=np.float64).ravel() - np.asarray(second, dtype=np.float64).ravel()
    found = spread(gaps)
    if found.error is None:
        return Difference(found.mean, float("inf"), found.runs)
    return Difference(found.mean, student(found.runs - 1, comparisons) * found.error, found.runs)


@cache
def student(degrees: int, comparisons: int = 1) -> float:
    """Return the two-sided 5 % point of Student's t, at the level that so many comparisons share (Bonferroni)."""
    level = 1 - 0.05 / max(1, comparisons)
    low, high = 0.0, pi / 2
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, degrees) < level else (low, middle)
    return sqrt(degrees) * tan(low)


def _within(angle: float, degrees: int) -> float:
    """Return P(|T| < √degrees·tan(angle)): a finite sum of powers of the cosine (Student 1908)."""
    term = total = cos(angle) if degrees % 2 else 1.0
    for factor in range(2 + degrees % 2, degrees - 1, 2):
        term *= cos(angle) ** 2 * (factor - 1) / factor
        total += term
    if degrees % 2 == 0:
        return sin(angle) * total
    return 2 / pi * (angle + sin(angle) * (total if degrees > 1 else 0.0))
