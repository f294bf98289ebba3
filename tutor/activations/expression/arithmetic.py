"""Arithmetic on what an expression may be worth: numbers, vectors, functions of x, and sensible mixtures."""

from __future__ import annotations

from functools import partial, reduce
from math import nan
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from tutor.activations.expression import series as taylor
from tutor.activations.expression.function import Function, Meter, combined, constant
from tutor.activations.functions import vectors
from tutor.activations.functions.gates import normal_density, normal_share
from tutor.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tutor.activations.expression.series import Series

Value = float | bool | NDArray[Any] | Function
Plain = float | NDArray[Any]


def raised(base: Plain, exponent: Plain) -> Plain:
    """Return base^exponent; two numbers by the C library, which rounds 10^-5 to 1e-05."""
    try:
        result = float(base) ** float(exponent)
    except (TypeError, OverflowError, ZeroDivisionError):
        return shown(np.power(base, exponent))
    return nan if isinstance(result, complex) else result


NUMBERS: dict[str, Callable[[Any, Any], Any]] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
    "^": raised,
}
SERIES: dict[str, Callable[[Series, Series], Series]] = {
    "+": taylor.add,
    "-": taylor.subtract,
    "*": taylor.multiply,
    "/": taylor.divide,
}
ELEMENTARY: dict[str, tuple[Callable[[Any], Any], Callable[[Series], Series]]] = {
    "sqrt": (np.sqrt, taylor.sqrt),
    "exp": (np.exp, taylor.exp),
    "log": (np.log, taylor.log),
    "abs": (np.abs, taylor.absolute),
    "Phi": (normal_share, taylor.normal_share_of),
    "phi": (normal_density, taylor.normal_density_of),
    "floor": (np.floor, taylor.floor),
    "ceil": (np.ceil, taylor.ceil),
}
FOLDS: dict[str, tuple[Callable[[Any], Any], Callable[[Series, Series], Series] | None]] = {
    "max": (np.max, taylor.larger),
    "min": (np.min, taylor.smaller),
    "sum": (np.sum, taylor.add),
    "prod": (np.prod, taylor.multiply),
    "logsumexp": (vectors.logsumexp, None),
}


def plain(value: Value) -> Plain:
    """Return a number or a vector; raises `UsageError` for a truth or a function."""
    if isinstance(value, bool | Function):
        raise UsageError("expression.not_a_number")
    return value


def shown(result: Any) -> Plain:
    """Return a result of numpy as a Python number, or as the vector it is."""
    return result if np.ndim(result) else float(result)


def as_function(value: Value, meter: Meter) -> Function:
    """Return a number as the constant function, a function as it is.

    Raises `UsageError` for anything else.
    """
    if isinstance(value, Function):
        return value
    if isinstance(value, bool) or np.ndim(value):
        raise UsageError("expression.not_a_function")
    return constant(float(value), meter)


def vector(items: Sequence[Value]) -> NDArray[Any]:
    """Return a vector of numbers, or a matrix of vectors of one length; raises `UsageError` otherwise."""
    rows = [plain(item) for item in items]
    if len({np.shape(row) for row in rows}) != 1:
        raise UsageError("expression.shapes")
    return np.array(rows, dtype=np.float64)


def negate(value: Value) -> Value:
    """Return −value."""
    return combined(taylor.negate, value) if isinstance(value, Function) else -plain(value)


def binary(operator: str, left: Value, right: Value) -> Value:
    """Return `left operator right`, elementwise for vectors, at every x for functions.

    Raises `UsageError` for shapes that do not match or a mixture of vector and function.
    """
    if isinstance(left, Function) or isinstance(right, Function):
        return _binary_functions(operator, left, right)
    a, b = plain(left), plain(right)
    if np.shape(a) != np.shape(b) and np.ndim(a) and np.ndim(b):
        raise UsageError("expression.shapes")
    return shown(NUMBERS[operator](np.float64(a) if not np.ndim(a) else a, b))


def _binary_functions(operator: str, left: Value, right: Value) -> Function:
    meter = left.meter if isinstance(left, Function) else right.meter  # type: ignore[union-attr]
    if operator == "^" and not isinstance(right, Function):
        exponent = plain(right)
        if np.ndim(exponent):
            raise UsageError("expression.not_a_number")
        return combined(partial(taylor.power, exponent=float(exponent)), as_function(left, meter))
    a, b = as_function(left, meter), as_function(right, meter)
    return combined(_power if operator == "^" else SERIES[operator], a, b)


def _power(a: Series, b: Series) -> Series:
    return (np.power(a[0], b[0]), *taylor.exp(taylor.multiply(b, taylor.log(a)))[1:])


def elementary(name: str, value: Value) -> Value:
    """Return sqrt, exp, log, abs, floor … of a number, of each number of a vector, or of a function."""
    number, series = ELEMENTARY[name]
    if isinstance(value, Function):
        return combined(series, value, at=value if name == "abs" else None)
    return shown(number(np.asarray(plain(value), dtype=np.float64)))


def fold(name: str, values: Sequence[Value]) -> Value:
    """Return max, min, sum, prod or logsumexp: of all numbers in the values, or at every x for functions."""
    number, series = FOLDS[name]
    functions = [value for value in values if isinstance(value, Function)]
    if not functions or series is None:
        return float(number(np.concatenate([np.ravel(plain(value)) for value in values])))
    parts = [as_function(value, functions[0].meter) for value in values]
    bends = name in ("max", "min")
    return reduce(lambda a, b: combined(series, a, b, at=combined(taylor.subtract, a, b) if bends else None), parts)


def apply(function: Function, argument: Value) -> Value:
    """Return function(argument): a number, a vector elementwise, or the composed function."""
    if isinstance(argument, Function):
        return function.of(argument)
    return shown(function.value(plain(argument)))


def item(value: Value, indices: Sequence[Value]) -> Value:
    """Return one number, or one row, of a vector or matrix, counted from 0.

    Raises `UsageError` for an index that is not there.
    """
    array = plain(value)
    places = [plain(index) for index in indices]
    if np.ndim(array) < len(places):
        raise UsageError("expression.not_a_vector")
    for place, size in zip(places, np.shape(array), strict=False):
        if np.ndim(place) or place not in range(size):
            raise UsageError("expression.index", last=size - 1)
    return shown(np.asarray(array)[tuple(int(place) for place in places)])
