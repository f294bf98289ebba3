"""When two values count as equal, and how comparisons chain."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from tutor.activations.expression.arithmetic import Value, plain
from tutor.activations.expression.function import Function
from tutor.activations.expression.tree import Binary, Name, Negate, Node, Number, Vector
from tutor.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tutor.activations.functions.arrays import Array

RELATIVE = 1e-9
NEAR_ZERO = 1e-12
POINTS = np.linspace(-8, 8, 65)[:-1] + 0.125  # without 0 and the whole numbers: identities may fail at kinks


def compare(operands: Sequence[Node], operators: Sequence[str], values: Sequence[Value]) -> bool:
    """Say whether every comparison of the chain holds; for vectors in every place, for functions at 64 points.

    Raises `UsageError` when the two sides cannot be compared.
    """
    return all(
        _holds(operator, nodes, sides)
        for operator, nodes, sides in zip(operators, pairwise(operands), pairwise(values), strict=True)
    )


def _holds(operator: str, nodes: tuple[Node, Node], sides: tuple[Value, Value]) -> bool:
    if operator == "≈":
        return _alike_as_written(nodes, sides)
    near_zero = NEAR_ZERO if any(map(_writes_zero, nodes)) else 0.0
    left, right = sides
    if isinstance(left, Function) or isinstance(right, Function):
        left, right = _at_points(left), _at_points(right)
        near_zero = NEAR_ZERO
        seen = ~(np.isnan(left) & np.isnan(right))
        left, right = left[seen], right[seen]
        if not left.size:
            return False
    a, b = np.asarray(plain(left)), np.asarray(plain(right))
    if a.shape != b.shape and a.ndim and b.ndim:
        return operator == "!="
    return _ordered(operator, a, b, near_zero)


def _writes_zero(node: Node) -> bool:
    """Say whether a 0 stands there as such, alone or in a vector."""
    match node:
        case Number(_, value):
            return value == 0
        case Vector(items):
            return any(map(_writes_zero, items))
        case _:
            return False


def _at_points(value: Value) -> Array:
    if isinstance(value, Function):
        return value.value(POINTS)
    number = plain(value)
    if np.ndim(number):
        raise UsageError("expression.not_a_function")
    return np.full_like(POINTS, number)


def _ordered(operator: str, a: Array, b: Array, near_zero: float) -> bool:
    equal = _equal(a, b, near_zero)
    match operator:
        case "==":
            return bool(np.all(equal))
        case "!=":
            return not np.all(equal)
        case "<":
            return bool(np.all(a < b))
        case ">":
            return bool(np.all(a > b))
        case "<=":
            return bool(np.all((a < b) | equal))
        case _:
            return bool(np.all((a > b) | equal))


def _equal(a: Array, b: Array, near_zero: float) -> NDArray[np.bool_]:
    """Return where a and b agree to a relative 1e-9, or both are within `near_zero`."""
    size = np.maximum(np.abs(a), np.abs(b))
    finite = np.isfinite(a) & np.isfinite(b)
    close: NDArray[np.bool_] = np.abs(a - b) <= np.maximum(RELATIVE * size, near_zero)
    same: NDArray[np.bool_] = a == b
    return same | (finite & close)


def _alike_as_written(nodes: tuple[Node, Node], sides: tuple[Value, Value]) -> bool:
    """Say whether the two sides agree to the digits of the one that is written out (the coarser, if both are)."""
    written = [unit for unit in map(last_place, nodes) if unit is not None]
    if not written:
        raise UsageError("expression.no_digits")
    shapes = {np.shape(item) for item in (*written, *map(plain, sides))} - {()}
    if len(shapes) > 1:
        raise UsageError("expression.shapes")
    unit = np.maximum.reduce(np.broadcast_arrays(*written))
    a, b = np.broadcast_arrays(*map(plain, sides))
    return bool(np.all((a == b) | (np.abs(a - b) <= 0.5 * unit * (1 + RELATIVE))))


def last_place(node: Node) -> Array | None:
    """Return what one unit in the last written digit is worth, None for a node that is computed.

    `0.25` has 0.01, `4.54×10⁻⁵` has 10⁻⁷, `[1, 0.5]` has one for each.
    """
    match node:
        case Number(text) if text.isascii():  # ½ is exact
            digits, _, exponent = text.lower().partition("e")
            places = len(digits.partition(".")[2])
            return _ten_to(int(exponent or 0) - places)
        case Negate(operand):
            return last_place(operand)
        case Vector(items):
            units = [last_place(item) for item in items]
            return None if any(unit is None for unit in units) else np.array(units)
        case Binary("*", Number() as digits, Binary("^", Number("10"), exponent)) if isinstance(
            exponent, Number | Negate
        ):
            power = exponent.value if isinstance(exponent, Number) else -_written(exponent.operand)
            unit = last_place(digits)
            return None if unit is None else _ten_to(power) * unit
        case Name("inf"):
            return np.array(0.0)
        case _:
            return None


def _ten_to(power: float) -> Array:
    """Return 10^power, ∞ where a Python number would refuse."""
    return np.asarray(np.power(10.0, power))


def _written(node: Node) -> float:
    return node.value if isinstance(node, Number) else 0.0
