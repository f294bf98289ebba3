"""The largest and smallest value of a curve, and where it is taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tutor.activations.calculus.curve import Curve
from tutor.activations.calculus.limits import end_values
from tutor.activations.calculus.roots import narrowed
from tutor.errors import UsageError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tutor.activations.functions.arrays import Array

ROUNDING = 1e-9
BESIDE = 1e-6
CANDIDATES = 6  # local maxima of the grid that are looked at closely
ZOOMS = 8
PLACES = 33  # of each zoom
STEEPEST = 1e12  # a value so many times those of the grid beside it is a pole, like that of 1/(x − a)²
POLE = 2.0  # how much higher each of the last zooms must be than the one before, where the curve has no bound


@dataclass(frozen=True, slots=True)
class Extremum:
    """The supremum of a curve; `place` is ±∞ when it is only approached there, None when an interval shares it."""

    value: float
    place: float | None


def largest(curve: Curve) -> Extremum:
    """Return the supremum over all x, one-sided values at jumps and limits at ±∞ included.

    Raises `UsageError` when the curve has no values at all.
    """
    xs = curve.places()
    values = curve.value(xs)
    known = ~np.isnan(values)
    if not known.any():
        raise UsageError("expression.no_values")
    xs, values = xs[known], values[known]
    peaks = [_peak(curve, xs, values, index) for index in _hills(xs, values)]
    ends = [end for end in zip(end_values(curve), (-np.inf, np.inf), strict=True) if not np.isnan(end[0])]
    best = max(value for value, _ in (*peaks, *ends))
    return Extremum(best, _place(curve, xs, values, best, [*peaks, *ends]))


def smallest(curve: Curve) -> Extremum:
    """Return the infimum over all x, in the same manner."""
    slope = curve.slope
    mirrored = Curve(lambda x: -curve.value(x), (lambda x: -slope(x)) if slope else None, curve.breaks)
    found = largest(mirrored)
    return Extremum(-found.value, found.place)


def _hills(xs: Array, values: Array) -> NDArray[np.intp]:
    """Return the grid points beside which the highest value may be; of about equal hills those nearest to 0.

    Between two points of the grid a peak rises above its best point by less than that point does
    above the lower of its neighbours, so low hills are left out.
    """
    padded = np.concatenate([values[:1], values, values[-1:]])
    left, right = padded[:-2], padded[2:]
    may_reach = 2 * values - np.minimum(left, right) >= values.max()
    hills = np.flatnonzero((values >= left) & (values >= right) & ((values > left) | (values > right)) & may_reach)
    heights = np.round(values[hills] / max(1.0, abs(float(values.max()))), 3)
    nearest = hills[np.lexsort((np.abs(xs[hills]), -heights))[:CANDIDATES]]
    return np.union1d(nearest, np.argmax(values))


def _peak(curve: Curve, xs: Array, values: Array, index: int) -> tuple[float, float]:
    """Return the highest value near the grid point `index`, and its place; ∞ at a pole."""
    beside = [max(index - 1, 0), min(index + 1, xs.size - 1)]
    low, high = xs[beside]
    found = (float(values[index]), float(xs[index]))
    if np.isfinite(found[0]) and low < xs[index] < high:
        place = _flat_place(curve, low, float(xs[index]), high)
        exact = place is not None
        place, bounded = (place, True) if place is not None else _zoomed(curve, low, high)
        value = curve.at(place)
        if value > found[0] or (exact and value == found[0]):
            found = value, place
        if not bounded or found[0] > STEEPEST * max(1.0, float(np.abs(values[beside]).max())):
            return np.inf, round(found[1], 9) + 0.0
    return found


def _flat_place(curve: Curve, low: float, middle: float, high: float) -> float | None:
    """Return the root of the slope between `low` and `high`, None when the slope is unknown or has no root."""
    if curve.slope is None:
        return None
    try:
        left, here, right = curve.slope(np.array([low, middle, high]))
    except UsageError as error:
        if error.key not in ("activation.order", "expression.order"):
            raise
        return None  # a function of the catalogue whose next derivative is not known
    if not left > 0 > right:
        return None
    return middle if here == 0 else narrowed(curve.slope, low, high)


def _zoomed(curve: Curve, low: float, high: float) -> tuple[float, bool]:
    """Return the place of the highest value by looking ever closer, exact to about 1e-8 only; and whether it is one.

    At a pole such as that of −1/x each look, 16 times closer, finds values about 16 times as high.
    """
    heights = np.zeros(ZOOMS)
    for zoom in range(ZOOMS):
        xs = np.linspace(low, high, PLACES)
        values = curve.value(xs)
        index = int(np.argmax(np.where(np.isnan(values), -np.inf, values)))
        heights[zoom] = values[index]
        low, high = xs[max(index - 1, 0)], xs[min(index + 1, PLACES - 1)]
    late = heights[ZOOMS // 2 :]
    bounded = not (late[0] > 0 and np.all(late[1:] > POLE * late[:-1]))
    return float((low + high) / 2), bounded


def _place(curve: Curve, xs: Array, values: Array, best: float, found: list[tuple[float, float]]) -> float | None:
    """Return where `best` is taken: nearest to 0, the right one of two; ±∞ if only approached; None on an interval."""
    if np.isinf(best):
        return next(place for value, place in reversed(found) if value == best)
    taken = values == best
    ends = [place for value, place in found if value == best and np.isinf(place)]
    if ends and _only_approached(curve, xs, values, best):
        return ends[-1]
    if not _isolated(xs, taken):
        return None
    same = best - ROUNDING * abs(best)  # a difference of nearly equal functions has fewer digits than its size tells
    places = [place for value, place in found if value >= same and np.isfinite(place)]
    place = min(places, key=lambda one: (round(abs(one), 6), -one))
    return min(curve.breaks, key=lambda one: abs(one - place)) if _beside_break(curve, place) else place


def _only_approached(curve: Curve, xs: Array, values: Array, best: float) -> bool:
    """Say whether the limit is reached by rounding only: the last values before it are as good as equal.

    ReLU leaves its 0 with a slope, the sigmoid leaves its 0 at 1e-304.
    """
    for place in curve.breaks:  # its neighbours tell nothing
        apart = np.abs(xs - place) > BESIDE
        xs, values = xs[apart], values[apart]
    taken = values == best
    if not taken.any():
        return True
    beside = np.flatnonzero(taken[1:] != taken[:-1])
    gaps = np.abs(values[beside + 1] - values[beside])
    return bool(gaps.size) and float(gaps.min()) <= ROUNDING * max(1.0, abs(best))


def _isolated(xs: Array, taken: NDArray[np.bool_]) -> bool:
    """Say whether no two neighbours that are apart by more than rounding share the value."""
    both = taken[:-1] & taken[1:]
    return not bool(np.any(both & (np.diff(xs) > BESIDE)))


def _beside_break(curve: Curve, place: float) -> bool:
    return any(abs(place - one) <= 4 * np.spacing(abs(one)) + 1e-300 for one in curve.breaks)
