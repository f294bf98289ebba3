"""A function that units apply: one of the catalogue, or any expression of x that a learner types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.activations.record import Activation
    from tutor.labs.normals import Array

POINTS = 20_001  # of a table in place of an expression: its meter allows a few thousand calls, training needs more
REACH = 20.0  # the table covers [−20, 20]; beyond, it goes on as a straight line
GRID = np.linspace(-REACH, REACH, POINTS)
STEP = 2 * REACH / (POINTS - 1)


@dataclass(frozen=True, slots=True)
class Unit:
    """A function and its slope for arrays; `record` is its entry in the catalogue, if it has one."""

    name: str
    value: Callable[[Array], Array]
    slope: Callable[[Array], Array]
    record: Activation | None = None


def unit(text: str) -> Unit:
    """Return the function called or written `text`, as `settings` has checked it.

    Raises `ExpressionError` for an expression that is no function of x, `UsageError` for one without values.
    """
    from tutor.activations import get

    try:
        return of(get(text))
    except NotFoundError:
        return _written(text)


def of(record: Activation) -> Unit:
    """Return a function of the catalogue."""

    def value(x: Array) -> Array:
        return np.asarray(record.value(x))

    def slope(x: Array) -> Array:
        return np.asarray(record.derivative(x))

    return Unit(record.symbol, value, slope, record)


def quick(one: Unit) -> Unit:
    """Return a smooth function as a table, exact to about 5e-7·f″: training calls it thousands of times.

    One with kinks stays as it is: there a table would smear what is told apart, a slope of 0 and another.
    So does one that is not straight outside the table, such as the sine.
    """
    if one.record is None or one.record.breaks():
        return one
    table = Unit(one.name, *_tables(one.value(GRID), one.slope(GRID)), one.record)
    far = np.array([-10 * REACH, -2 * REACH, 2 * REACH, 10 * REACH])
    return table if np.allclose(table.value(far), one.value(far), rtol=1e-6, atol=1e-6) else one


def _written(text: str) -> Unit:
    """Return an expression as a table with straight pieces 0.002 wide: exact to about 5e-7·f″."""
    from tutor.activations.expression import function_of, parse
    from tutor.errors import UsageError

    function = function_of(parse(text))
    values, slopes = function.value(GRID), function.derivative(GRID)
    if not (np.isfinite(values).all() and np.isfinite(slopes).all()):
        raise UsageError("labs.not_finite", text=text, low=f"{-REACH:g}", high=f"{REACH:g}")
    return Unit(text, *_tables(values, slopes))


def _tables(values: Array, slopes: Array) -> tuple[Callable[[Array], Array], Callable[[Array], Array]]:
    """Return a function, which goes on straight beyond the grid, and its slope, which stays as it is."""
    first, last = slopes[0] * STEP, slopes[-1] * STEP
    rises = np.concatenate([[first], np.diff(values)[1:], [last]])
    turns = np.concatenate([[0.0], np.diff(slopes)[1:], [0.0]])
    return _between(values, rises), _between(slopes, turns)


def _between(heights: Array, rises: Array) -> Callable[[Array], Array]:
    """Return straight lines between `heights` on the grid; what is no number stays none.

    The piece is found by division: `np.interp` searches for it, which takes many times as long.
    """

    def value(x: Array) -> Array:
        with np.errstate(invalid="ignore"):
            place = (np.asarray(x) + REACH) / STEP
            piece = np.fmin(np.fmax(place, 0.0), POINTS - 1).astype(np.intp)
            place -= piece
            place *= rises.take(piece)
            place += heights.take(piece)
        found: Array = place
        return found

    return value
