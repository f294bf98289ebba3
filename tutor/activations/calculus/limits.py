"""Where a curve goes: at the ends of the line, or at a place where it has no value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tutor.errors import UsageError

if TYPE_CHECKING:
    from tutor.activations.calculus.curve import Curve
    from tutor.activations.functions.arrays import Array

SETTLED = 1e-13
NOTHING = 1e-12
HUGE = 1e6
TAIL = 12  # values that must grow where a curve is said to have no bound


def limit(curve: Curve, place: float) -> float:
    """Return the limit of the curve at `place`, which may be ±∞.

    Raises `UsageError` when none is found: the curve oscillates, or its two sides differ.
    """
    if np.isinf(place):
        return _at_the_end(curve, float(place))
    here, left, right = curve.value(np.array([place, np.nextafter(place, -np.inf), np.nextafter(place, np.inf)]))
    if np.isnan(here):
        left, right = _extrapolated(curve, place, -1.0), _extrapolated(curve, place, 1.0)
    if left == right or abs(left - right) <= 1e-9 * max(abs(left), abs(right), 1.0):
        return float(right)
    raise UsageError("expression.no_limit")


def end_values(curve: Curve) -> tuple[float, float]:
    """Return the limits at −∞ and +∞, nan where there is none."""
    return _or_nan(curve, -np.inf), _or_nan(curve, np.inf)


def _or_nan(curve: Curve, place: float) -> float:
    try:
        return _at_the_end(curve, place)
    except UsageError as error:
        if error.key != "expression.no_limit":
            raise
        return float("nan")


def _at_the_end(curve: Curve, end: float) -> float:
    """Return the limit at ±∞: the value there if there is one, else what 4, 8, 16, … settle at."""
    direct = curve.at(end)
    if not np.isnan(direct):
        return direct + 0.0  # never −0
    places: Array = np.array([np.copysign(2.0**power, end) for power in range(2, 61)])
    values = curve.value(places)
    if np.isnan(values).any():
        values = values[: int(np.argmax(np.isnan(values)))]
    for before, value, after in zip(values, values[1:], values[2:], strict=False):
        if max(abs(value - before), abs(after - value)) <= SETTLED * max(1.0, abs(after)):
            return 0.0 if abs(after) <= NOTHING else float(after)
    if values.size > 2 and _runs_away(values[-TAIL:]):
        return float(np.copysign(np.inf, values[-1]))
    raise UsageError("expression.no_limit")


def _runs_away(values: Array) -> bool:
    """Say whether the values only grow, on one side of 0: x·sin(x) does not."""
    sizes = np.abs(values)
    one_side = np.all(values > 0) or np.all(values < 0)
    return bool(one_side and np.all(sizes[1:] >= sizes[:-1]) and sizes[-1] > max(HUGE, sizes[0]))


def _extrapolated(curve: Curve, place: float, side: float) -> float:
    """Return the limit from one side: Neville's scheme over steps ½, ¼, …, where the estimates agree best."""
    steps: Array = np.exp2(-np.arange(1.0, 13.0))
    row: Array = curve.value(place + side * steps)
    best, change = float("nan"), float("inf")
    for level in range(1, len(steps)):
        finer = (2.0**level * row[1:] - row[:-1]) / (2.0**level - 1)
        difference = abs(finer[-1] - row[-1])
        if difference < change:
            best, change = float(finer[-1]), float(difference)
        row = finer
    if not change <= 1e-6 * max(1.0, abs(best)):
        raise UsageError("expression.no_limit")
    return best
