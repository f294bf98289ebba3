"""What a function is like, computed from its values and never typed: range, slope, shape, saturation.

Each property is found on the grid of `calculus.curve` with the breaks of the record, extrema and
limits to full precision.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import inf, isfinite
from typing import TYPE_CHECKING, Literal

import numpy as np

from tutor.activations.calculus.curve import GRID, Curve
from tutor.activations.calculus.extrema import Extremum, largest, smallest
from tutor.activations.calculus.limits import end_values
from tutor.activations.compute import curve_of
from tutor.activations.parameters import settled

if TYPE_CHECKING:
    from tutor.activations.record import Activation

SATURATED = 0.01  # a slope below this, and staying there, counts as saturated
ROUNDING = 1e-12
INSIDE = GRID[np.abs(GRID) <= 20]  # farther out e^(−x²) underflows, and its 0 would be read as rest

Direction = Literal["rising", "falling", "neither"]
Bend = Literal["convex", "concave", "linear", "neither"]
Symmetry = Literal["odd", "even", "neither"]


@dataclass(frozen=True, slots=True)
class Properties:
    """The shape of a function; an extremum at ±∞ is only approached, one without place is shared by an interval.

    `smoothness` is the number of continuous derivatives: −1 for a jump, ∞ without breaks, at most 2 else.
    `saturates_left` is the place left of which |f′| stays below 0.01, None if there is none.
    """

    infimum: Extremum
    supremum: Extremum
    slope_infimum: Extremum
    slope_supremum: Extremum
    limits: tuple[float, float]
    smoothness: float
    direction: Direction
    strict: bool
    bend: Bend
    symmetry: Symmetry
    saturates_left: float | None
    saturates_right: float | None
    exact_zeros: bool

    @property
    def lipschitz(self) -> float:
        """Return the largest |f′|, ∞ for a function with a jump or an unbounded slope."""
        if self.smoothness < 0:
            return inf
        return max(abs(self.slope_infimum.value), abs(self.slope_supremum.value))

    @property
    def bounded_below(self) -> bool:
        """Say whether there is a smallest value or a bound that is approached."""
        return isfinite(self.infimum.value)

    @property
    def bounded_above(self) -> bool:
        """Say whether there is a largest value or a bound that is approached."""
        return isfinite(self.supremum.value)


def properties(activation: Activation, **parameters: float) -> Properties:
    """Return the properties of a function with the given parameters; the same question is computed once.

    Raises `UsageError` for a parameter it does not have.
    """
    return _properties(activation, tuple(settled(activation, parameters).items()))


@cache
def _properties(activation: Activation, parameters: tuple[tuple[str, float], ...]) -> Properties:
    value, slope, bend = (curve_of(activation, order, dict(parameters)) for order in range(3))
    smooth = _smoothness(value, slope, bend)
    direction, strict = _direction(value, slope)
    return Properties(
        infimum=smallest(value),
        supremum=largest(value),
        slope_infimum=smallest(slope),
        slope_supremum=largest(slope),
        limits=end_values(value),
        smoothness=smooth,
        direction=direction,
        strict=strict,
        bend=_bend(slope, bend) if smooth >= 0 else "neither",
        symmetry=_symmetry(value),
        saturates_left=_saturation(slope, -1.0),
        saturates_right=_saturation(slope, 1.0),
        exact_zeros=_exact_zeros(value),
    )


def _smoothness(value: Curve, slope: Curve, bend: Curve) -> float:
    """Return the class C^k from the first derivative that jumps at a break."""
    for order, curve in enumerate((value, slope, bend)):
        for place in curve.breaks:
            left, right = curve.value(np.array([place - ROUNDING, place + ROUNDING]))
            if abs(right - left) > 1e-6 * max(1.0, abs(left), abs(right)):
                return order - 1
    return 2.0 if value.breaks else inf


def _direction(value: Curve, slope: Curve) -> tuple[Direction, bool]:
    """Return where the function goes, and whether it does so without resting."""
    steps, slopes = np.diff(value.value(INSIDE)), slope.value(INSIDE)
    resting = bool(np.any((slopes[1:] == 0) & (slopes[:-1] == 0)))
    if steps.min() >= -ROUNDING and slopes.min() >= -ROUNDING:
        return "rising", not resting
    if steps.max() <= ROUNDING and slopes.max() <= ROUNDING:
        return "falling", not resting
    return "neither", False


def _bend(slope: Curve, bend: Curve) -> Bend:
    """Return how the slope changes: never down is convex, never up is concave."""
    steps, bends = np.diff(slope.value(INSIDE)), bend.value(INSIDE)
    convex = min(steps.min(), bends.min()) >= -ROUNDING
    concave = max(steps.max(), bends.max()) <= ROUNDING
    if convex and concave:
        return "linear"
    return "convex" if convex else "concave" if concave else "neither"


def _symmetry(value: Curve) -> Symmetry:
    """Return whether f(−x) is −f(x), f(x), or neither."""
    right, left = value.value(INSIDE), value.value(-INSIDE)
    size = ROUNDING * np.maximum(1.0, np.abs(right))
    if np.all(np.abs(right + left) <= size):
        return "odd"
    return "even" if np.all(np.abs(right - left) <= size) else "neither"


def _saturation(slope: Curve, side: float) -> float | None:
    """Return the place beyond which |f′| stays below the threshold on one side (−1 left, 1 right)."""
    xs = side * np.sort(np.abs(GRID[side * GRID >= 0]))
    steep = np.abs(slope.value(xs)) >= SATURATED
    if steep[-1]:
        return None
    last = int(np.flatnonzero(steep)[-1]) if steep.any() else None
    if last is None:
        return 0.0
    near, far = float(xs[last]), float(xs[last + 1])
    for _ in range(60):
        middle = (near + far) / 2
        if abs(slope.at(middle)) >= SATURATED:
            near = middle
        else:
            far = middle
    return far


def _exact_zeros(value: Curve) -> bool:
    """Say whether the function is exactly 0 on an interval near the middle."""
    zero = value.value(INSIDE) == 0
    return bool(np.any(zero[2:] & zero[1:-1] & zero[:-2]))
