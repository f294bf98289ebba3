"""A function of x inside an expression: its values and derivatives anywhere, paid for by a meter."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import factorial
from typing import TYPE_CHECKING, Any, overload

import numpy as np

from tutor.activations.calculus.curve import GRID, Curve
from tutor.activations.calculus.roots import crossings, narrowed
from tutor.activations.expression import series as taylor
from tutor.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import ArrayLike, NDArray

    from tutor.activations.expression.series import Series
    from tutor.activations.functions.arrays import Array
    from tutor.activations.record import Activation

MAX_ORDER = 8
WORK = 4_000_000  # about 0.1 s: one unit is one float64 through one operation
PRICE = 10  # of a function of the catalogue, in exponentials or so
MAX_BREAKS = 8
CALL = 300  # units that the overhead of one call of numpy is worth


@dataclass(slots=True)
class Meter:
    """The work that one evaluation may still do."""

    left: float = WORK

    def spend(self, points: int, operations: int) -> None:
        """Take the price of so many operations of numpy; raises `UsageError` when nothing is left."""
        self.pay((points + CALL) * operations)

    def pay(self, work: float) -> None:
        """Take a price that is known; raises `UsageError` when nothing is left."""
        self.left -= work
        if self.left < 0:
            raise UsageError("expression.too_much")


@dataclass(frozen=True, slots=True)
class Function:
    """A function of x; `kinks` are the pairs (inner, level) at which it may not be smooth: inner(x) = level."""

    series: Callable[[Array, int], Series]
    meter: Meter
    kinks: tuple[tuple[Function, float], ...] = ()

    @overload
    def value(self, x: float) -> float: ...
    @overload
    def value(self, x: ArrayLike) -> NDArray[Any]: ...
    def value(self, x: ArrayLike) -> float | NDArray[Any]:
        """Return f(x), of the shape of x. Raises `UsageError` when the work allowed is used up."""
        return self.derivative(x, 0)

    @overload
    def derivative(self, x: float, order: int = 1) -> float: ...
    @overload
    def derivative(self, x: ArrayLike, order: int = 1) -> NDArray[Any]: ...
    def derivative(self, x: ArrayLike, order: int = 1) -> float | NDArray[Any]:
        """Return the derivative of the given order at x, of the shape of x; functions of the catalogue know two.

        Raises `UsageError` for a higher order, or when the work allowed is used up.
        """
        wide = np.asarray(x, dtype=np.float64)
        with np.errstate(all="ignore"):
            result = self.series(wide, order)[order] * factorial(order)
        return result if np.ndim(x) or isinstance(x, np.ndarray) else float(result)

    def curve(self) -> Curve:
        """Return the function as the questions about a whole curve see it."""
        return Curve(self.value, lambda x: self.derivative(x, 1), self.breaks())

    def breaks(self) -> tuple[float, ...]:
        """Return the places of the kinks, in ascending order: the roots of inner(x) = level."""
        places = {place for inner, level in self.kinks for place in _crossed(inner, level)}
        return tuple(sorted(places))

    def primed(self, order: int) -> Function:
        """Return the derivative as a function."""

        def series(x: Array, n: int) -> Series:
            if n + order > MAX_ORDER:
                raise UsageError("expression.order", limit=MAX_ORDER)
            return taylor.differentiate(self.series(x, n + order), order)

        return Function(series, self.meter, self.kinks)

    def of(self, inner: Function) -> Function:
        """Return x ↦ self(inner(x))."""

        def series(x: Array, n: int) -> Series:
            argument = inner.series(x, n)
            self.meter.spend(x.size, (n + 1) ** 2)
            return taylor.compose(self.series(argument[0], n), argument)

        moved = tuple((middle.of(inner), level) for middle, level in self.kinks)
        return Function(series, self.meter, (*inner.kinks, *moved))


def _crossed(inner: Function, level: float) -> list[float]:
    """Return where `inner` passes `level`, as far as the grid can tell."""

    def gap(x: Array) -> Array:
        return inner.value(x) - level

    values = gap(GRID)
    return [narrowed(gap, float(GRID[index]), float(GRID[index + 1])) for index in crossings(values)[:MAX_BREAKS]]


def variable(meter: Meter) -> Function:
    """Return x ↦ x."""

    def series(x: Array, n: int) -> Series:
        meter.spend(x.size, (n + 1) ** 2)
        return taylor.variable(x, n)

    return Function(series, meter)


def constant(value: float, meter: Meter) -> Function:
    """Return x ↦ value."""

    def series(x: Array, n: int) -> Series:
        meter.spend(x.size, (n + 1) ** 2)
        return taylor.constant(value, x, n)

    return Function(series, meter)


def combined(rule: Callable[..., Series], *parts: Function, at: Function | None = None) -> Function:
    """Return x ↦ rule(parts at x); `at` is a function at whose roots the rule has a kink."""
    meter = parts[0].meter

    def series(x: Array, n: int) -> Series:
        meter.spend(x.size, (n + 1) ** 2)
        return rule(*(part.series(x, n) for part in parts))

    kinks = tuple(kink for part in parts for kink in part.kinks)
    return Function(series, meter, (*kinks, (at, 0.0)) if at else kinks)


def catalogue(activation: Activation, parameters: Mapping[str, float], meter: Meter) -> Function:
    """Return a function of the catalogue with settled parameters.

    Raises `UsageError` for a parameter it does not have.
    """
    breaks = activation.breaks(**parameters)
    x = variable(meter)

    def series(points: Array, n: int) -> Series:
        meter.spend(points.size, PRICE * (n + 1))
        value = partial(activation.derivative, points, **parameters)
        return tuple(np.asarray(value(order)) / factorial(order) for order in range(n + 1))

    return Function(series, meter, tuple((x, place) for place in breaks))
