"""The questions a teacher asks about a function: where it is largest, where it goes, its mean over a normal input."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tutor.activations.calculus import gaussian
from tutor.activations.calculus.extrema import Extremum, largest, smallest
from tutor.activations.calculus.limits import limit
from tutor.activations.calculus.roots import root
from tutor.activations.catalogue import get_vector
from tutor.activations.expression.arithmetic import Value, plain
from tutor.activations.expression.function import Function
from tutor.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

# How many numbers may follow the function: fewest and most.
FOLLOWING = {
    "argmax": (0, 0),
    "argmin": (0, 0),
    "range": (0, 0),
    "limit": (1, 1),
    "root": (2, 2),
    "E": (0, 0),
    "Var": (0, 0),
    "gain": (0, 0),
    "chi1": (1, 2),
}


def extremes(name: str, value: Value) -> Value:
    """Return max, min, argmax, argmin or range of a function over all x, or of the numbers of a vector.

    max and min are the supremum and infimum: `max(sigmoid)` is 1. Raises `UsageError` when argmax or
    argmin is taken on a whole interval.
    """
    if not isinstance(value, Function):
        return _of_numbers(name, np.atleast_1d(plain(value)))
    curve = value.curve()
    match name:
        case "max":
            return largest(curve).value
        case "min":
            return smallest(curve).value
        case "range":
            return np.array([smallest(curve).value, largest(curve).value])
        case _:
            return _place(largest(curve) if name == "argmax" else smallest(curve))


def _place(extremum: Extremum) -> float:
    if extremum.place is None:
        raise UsageError("expression.not_one_place")
    return extremum.place


def _of_numbers(name: str, numbers: np.ndarray) -> Value:
    functions: dict[str, Callable[[np.ndarray], object]] = {
        "max": np.max,
        "min": np.min,
        "argmax": np.argmax,
        "argmin": np.argmin,
    }
    if name == "range":
        return np.array([np.min(numbers), np.max(numbers)])
    return float(functions[name](numbers))  # type: ignore[arg-type]


def answer(name: str, function: Function, numbers: Sequence[float]) -> float:
    """Return limit, root, E, Var, gain or chi1 of a function, with the numbers that follow it.

    Raises `UsageError` for too few or too many of them, or when there is no such value.
    """
    fewest, most = FOLLOWING[name]
    if not fewest <= len(numbers) <= most:
        raise UsageError(_following_key(fewest, most), name=name, fewest=fewest, most=most)
    match name:
        case "limit":
            return limit(function.curve(), numbers[0])
        case "root":
            return root(function.value, *numbers)
        case "E":
            return gaussian.mean(function.value, function.breaks())
        case "Var":
            return gaussian.variance(function.value, function.breaks())
        case "gain":
            return gaussian.gain(function.value, function.breaks())
        case _:
            return gaussian.chi1(function.value, function.derivative, (numbers[0], sum(numbers[1:])), function.breaks())


def _following_key(fewest: int, most: int) -> str:
    if not most:
        return "expression.following_none"
    return "expression.following_exactly" if fewest == most else "expression.following"


def of_vector(name: str, value: Value, parameters: Mapping[str, float], *, matrix: bool = False) -> Value:
    """Return a function of a vector, or its Jacobian, with settled parameters.

    Raises `UsageError` for anything but a vector.
    """
    numbers = plain(value)
    if np.ndim(numbers) != 1:
        raise UsageError("expression.needs_vector", name=name)
    function = get_vector(name)
    return function.jacobian(numbers, **parameters) if matrix else function.value(numbers, **parameters)
