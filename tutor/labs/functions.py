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


def _written(text: str) -> Unit:
    """Return an expression as a table with straight pieces 0.002 wide: exact to about 5e-7·f″."""
    from tutor.activations.expression import function_of, parse
    from tutor.errors import UsageError

    function = function_of(parse(text))
    grid = np.linspace(-REACH, REACH, POINTS)
    values, slopes = function.value(grid), function.derivative(grid)
    if not (np.isfinite(values).all() and np.isfinite(slopes).all()):
        raise UsageError("labs.not_finite", text=text, low=f"{-REACH:g}", high=f"{REACH:g}")
    ends = slopes[[0, -1]]

    def value(x: Array) -> Array:
        inside = np.interp(x, grid, values)
        found: Array = inside + ends[0] * np.minimum(x + REACH, 0) + ends[1] * np.maximum(x - REACH, 0)
        return found

    def slope(x: Array) -> Array:
        found: Array = np.interp(x, grid, slopes)
        return found

    return Unit(text, value, slope)
