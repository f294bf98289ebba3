"""What a function makes of a normal input in theory: E f, E f², E f′² for any mean and deviation.

Functions of the catalogue are integrated by the core, split at their kinks. A written expression is a table
with unknown kinks; it is summed over a fine grid, to about four digits.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.activations.calculus import gaussian
from tutor.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.labs.functions import Unit
    from tutor.labs.normals import Array

OVER = 1e60  # a deviation beyond has exploded; its fourth power can still be computed
GRID = np.arange(-9.999, 10.0, 0.002)  # no point at 0, where most kinks are
DENSITY = np.exp(-(GRID**2) / 2) * 0.002 / np.sqrt(2 * np.pi)


@dataclass(frozen=True, slots=True)
class Moments:
    """E f, E f² and E f′² for one normal input."""

    mean: float
    square: float
    slope_square: float

    @property
    def variance(self) -> float:
        """Return Var f."""
        return max(self.square - self.mean**2, 0.0)


def moments(unit: Unit, mean: float = 0.0, deviation: float = 1.0) -> Moments:
    """Return what `unit` makes of an input of N(mean, deviation²); nan where that cannot be told."""

    def of(function: Callable[[Array], Array]) -> float:
        return _mean(unit, function, mean, deviation)

    return Moments(of(unit.value), of(lambda x: np.square(unit.value(x))), of(lambda x: np.square(unit.slope(x))))


def _mean(unit: Unit, function: Callable[[Array], Array], mean: float, deviation: float) -> float:
    if not (abs(mean) < OVER and 0 <= deviation < OVER):
        return float("nan")
    if deviation == 0:
        return float(function(np.array([mean]))[0])
    with np.errstate(all="ignore"):
        if unit.record is None:
            return float(function(mean + deviation * GRID) @ DENSITY)
        breaks = tuple((place - mean) / deviation for place in unit.record.breaks())
        try:
            return gaussian.mean(lambda z: function(mean + deviation * z), breaks)
        except UsageError:
            return float("nan")
