"""Units that are dead without any training: how many depends on the data, and on biases more than on weights.

A unit f(w·x + b) is dead on an interval when its slope is 0 at every point of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atan, pi
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.normals import normals

if TYPE_CHECKING:
    from tutor.labs.functions import Unit
    from tutor.labs.normals import Array

TEN = np.array([-5.0, -4.0, -3.0, -2.0, -1.0, 1.0, 2.0, 3.0, 4.0, 5.0])
DRAWN = 4000  # units with random weights and biases
POINTS = 41  # of an interval, its ends among them: where f is 0 on one side, the ends decide


@dataclass(frozen=True, slots=True)
class Interval:
    """The data: all x from `low` to `high`."""

    low: float
    high: float

    @property
    def around(self) -> Interval:
        """Return the interval about 0 that reaches as far."""
        most = max(abs(self.low), abs(self.high))
        return Interval(-most, most)


def dead(unit: Unit, weights: Array, biases: Array, data: Interval) -> Array:
    """Return which units have the slope 0 for all data."""
    x = np.linspace(data.low, data.high, POINTS)
    found: Array = (unit.slope(weights[:, None] * x + biases[:, None]) == 0).all(axis=1)
    return found


def ten(unit: Unit, data: Interval, scale: float = 1.0) -> int:
    """Return how many of ten units with weights −5 … 5 and no bias are dead."""
    return int(dead(unit, scale * TEN, np.zeros(len(TEN)), data).sum())


def ten_expected(data: Interval) -> int:
    """Return the same for ReLU: w·x is largest at an end of the data, and must not be above 0."""
    return int((np.maximum(TEN * data.low, TEN * data.high) <= 0).sum())


def drawn(unit: Unit, scale: float, bias: float, data: Interval, seed: object) -> float:
    """Return the share of dead ones among units with weights of deviation `scale` and biases of deviation `bias`."""
    weights, biases = (normals((DRAWN,), name, "static", seed) for name in ("weights", "biases"))
    return float(dead(unit, scale * weights, bias * biases, data).mean())


def drawn_expected(scale: float, bias: float, data: Interval) -> float:
    """Return the same for ReLU: the share of directions (w, b) with w·x + b ≤ 0 at both ends of the data.

    With w/scale and b/bias every direction is equally likely: ½ + (atan(low·s) − atan(high·s))/2π, s = scale/bias.
    """
    if bias == 0 or scale == 0:
        alive_by_bias = 0.5 if bias else 0.0
        return alive_by_bias if not scale else 0.5 * (data.high <= 0) + 0.5 * (data.low >= 0)
    ratio = scale / bias
    return 0.5 + (atan(data.low * ratio) - atan(data.high * ratio)) / (2 * pi)
