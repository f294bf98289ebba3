"""The values of a formula with a bound for what rounding did to them, so that any rearrangement is judged fairly.

`1 − tanh²(x)` is 0 at x = 20 where `sech²(x)` is 2·10⁻¹⁷: both are right, one has lost its digits. Every
operation passes the errors of its operands on (Higham 2002, chapter 3). Three cases for each x: a value
with its error; an error of ∞, when overflow or cancellation left nothing known; NaN with error 0, where
the formula has no value: a logarithm of a negative number, a division by zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Any

import numpy as np  # noqa: TID253 - loaded only when a formula is judged

from tutor.activations.expression.arithmetic import ELEMENTARY
from tutor.activations.expression.function import Function
from tutor.activations.expression.tree import Binary, Call, Name, Negate, Node, Number, Prime
from tutor.activations.expression.vocabulary import VARIABLE, is_catalogue, meaning
from tutor.activations.expression.walk import Scope
from tutor.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    Array = NDArray[np.float64]

EPS = float(np.finfo(np.float64).eps)
CORE = 8 * EPS  # the catalogue keeps 8 ULP (design, section 5)
TINY = 1e-290  # below, digits are lost to underflow
LOST = 1e-300
SERIES = 1e-13  # a derivative of a whole expression comes from its series, whose rounding nobody tracked
AT_A_JUMP = 1e-10  # an exact argument is not moved over a jump
ALLOWANCES = 30


@dataclass(frozen=True, slots=True)
class Bounded:
    """Values and the largest error each may have; shapes are those of the points."""

    value: Array
    error: Array


def bounded(node: Node, points: Array, names: Mapping[str, float]) -> Bounded:
    """Return the values of `node` at the points, `names` standing for what the question gave.

    Raises `UsageError` for what is no formula in x: an unknown name, a truth, a vector.
    """
    walk = _Walk(points, Scope.of({name: value for name, value in names.items() if name != VARIABLE}, ALLOWANCES))
    with np.errstate(all="ignore"):
        return walk.of(node)


@dataclass(frozen=True, slots=True)
class _Walk:
    """One walk over a tree at fixed points."""

    points: Array
    scope: Scope

    def of(self, node: Node) -> Bounded:
        match node:
            case Number(_, value):
                return self.number(value, exact=(value * 1024).is_integer())  # 0.5 is itself, 0.1 is not
            case Name(name) if name == VARIABLE:
                return Bounded(self.points, np.zeros_like(self.points))
            case Negate(operand):
                inner = self.of(operand)
                return Bounded(-inner.value, inner.error)
            case Binary(operator, left, right):
                return RULES[operator](self.of(left), self.of(right))
            case Call(Name(name), arguments) if meaning(name) in FOLDS and len(arguments) > 1 and not node.named:
                return reduce(FOLDS[str(meaning(name))], map(self.of, arguments))
            case Call(Name(name), (argument,)) if meaning(name) in ELEMENTARY and not node.named:
                return self.elementary(str(meaning(name)), self.of(argument))
            case Call() if self.is_catalogue(node):
                return unary(self.scope.callee(node).value, self.of(node.arguments[0]), CORE)
            case _:
                return self.anything(node)

    def is_catalogue(self, node: Call) -> bool:
        """Say whether a function of the catalogue, or its derivative, is called."""
        called: Node = node.function
        while isinstance(called, Prime):
            called = called.function
        known = meaning(called.name) if isinstance(called, Name) else None
        return bool(known) and is_catalogue(known or "") and bool(node.arguments)

    def number(self, value: float, *, exact: bool) -> Bounded:
        known = np.isfinite(value)
        error = (0.0 if exact else EPS * abs(value)) if known else np.inf
        return Bounded(np.full_like(self.points, value), np.full_like(self.points, error))

    def elementary(self, name: str, inner: Bounded) -> Bounded:
        if name == "abs":
            return Bounded(np.abs(inner.value), inner.error)
        result = unary(ELEMENTARY[name][0], inner, 4 * EPS)
        if name == "log":  # a logarithm of an exact 0 has no value
            at_zero = (inner.value == 0) & (inner.error == 0)
            return _settled(result, nothing=_gone(result) | at_zero)
        if name in ("exp", "phi"):
            return Bounded(result.value, np.where(result.value == 0, np.maximum(result.error, LOST), result.error))
        return result

    def anything(self, node: Node) -> Bounded:
        """Return what else has a value: a constant, a given name, a function named alone, a primed expression."""
        value = self.scope.value(node)
        if isinstance(value, Function):
            at = Bounded(self.points, np.zeros_like(self.points))
            found = unary(value.value, at, CORE)
            primed = not isinstance(node, Name)
            lost = SERIES * (1 + np.abs(found.value)) if primed else 0.0
            unsure = _gone(found) & primed
            return Bounded(found.value, np.where(unsure, np.inf, found.error + lost))
        if isinstance(value, bool) or np.ndim(value):
            raise UsageError("expression.not_a_number")
        return self.number(float(value), exact=float(value).is_integer() or isinstance(node, Name))


def unary(function: Callable[[Any], Any], inner: Bounded, rounding: float) -> Bounded:
    """Return function(inner): how far its own rounding and the argument's error may have moved it."""
    at, error = inner.value, inner.error
    step = np.maximum(error, np.spacing(np.abs(at)))
    value, above, below = (np.asarray(function(place), dtype=np.float64) for place in (at, at + step, at - step))
    moved = np.fmax(np.abs(above - value), np.abs(below - value))
    moved = np.where(error == 0, np.fmin(moved, AT_A_JUMP * np.maximum(1, np.abs(value))), moved)
    moved = np.where(np.isnan(moved), 0.0, moved)
    at_edge = (error > 0) & (np.isnan(above) | np.isnan(below) | np.isnan(value))
    outside = np.isnan(value) & np.isnan(above) & np.isnan(below) & np.isfinite(at)
    lost = (np.abs(value) < TINY) & ((value != 0) | (np.abs(at) > 30))
    total = moved + rounding * np.abs(value) + np.where(lost, LOST, 0.0)
    unknown = (at_edge & ~outside) | ~np.isfinite(error) | np.isinf(value)
    nothing = _gone(inner) | (outside & np.isfinite(error))
    return _settled(Bounded(value, total), nothing=nothing, unknown=unknown)


def _settled(found: Bounded, *, nothing: Any, unknown: Any = False) -> Bounded:
    """Return values where each is known, unknown, or not there."""
    unsure = unknown | ~np.isfinite(found.value) | np.isnan(found.error)
    error = np.where(nothing, 0.0, np.where(unsure, np.inf, found.error))
    return Bounded(np.where(nothing, np.nan, found.value), error)


def _gone(found: Bounded) -> NDArray[np.bool_]:
    """Say where there is no value."""
    gone: NDArray[np.bool_] = np.isnan(found.value) & (found.error == 0)
    return gone


def _nowhere(a: Bounded, b: Bounded) -> NDArray[np.bool_]:
    """Say where one of two operands has no value."""
    return _gone(a) | _gone(b)


def _sum(a: Bounded, b: Bounded) -> Bounded:
    value = a.value + b.value
    exact = (a.value == 0) | (b.value == 0)
    error = a.error + b.error + np.where(exact, 0.0, EPS * np.abs(value))
    return _settled(Bounded(value, error), nothing=_nowhere(a, b), unknown=~np.isfinite(error))


def _difference(a: Bounded, b: Bounded) -> Bounded:
    return _sum(a, Bounded(-b.value, b.error))


def _product(a: Bounded, b: Bounded) -> Bounded:
    value = a.value * b.value
    error = np.abs(a.value) * b.error + np.abs(b.value) * a.error + a.error * b.error + EPS * np.abs(value)
    lost = (np.abs(value) < TINY) & (a.value != 0) & (b.value != 0)
    unknown = ~np.isfinite(a.error) | ~np.isfinite(b.error)
    return _settled(Bounded(value, error + np.where(lost, LOST, 0.0)), nothing=_nowhere(a, b), unknown=unknown)


def _quotient(a: Bounded, b: Bounded) -> Bounded:
    value = a.value / b.value
    room = np.abs(b.value) - b.error
    error = (a.error + np.abs(value) * b.error) / room + EPS * np.abs(value)
    lost = (np.abs(value) < TINY) & (a.value != 0)
    by_zero = (b.value == 0) & (b.error == 0)
    unknown = ~np.isfinite(a.error) | ~np.isfinite(b.error) | (room <= 0)
    nothing = _nowhere(a, b) | (by_zero & np.isfinite(a.error))
    return _settled(Bounded(value, error + np.where(lost, LOST, 0.0)), nothing=nothing, unknown=unknown)


def _power(a: Bounded, b: Bounded) -> Bounded:
    value = np.power(a.value, b.value)
    base, far = np.abs(a.value), np.abs(a.value) + a.error
    by_base = np.where(
        (b.value >= 1) & (a.error > 0),
        np.abs(b.value) * a.error * np.power(far, b.value - 1),
        np.where(a.error > 0, np.abs(value) * np.abs(b.value) * a.error / (base - a.error), 0.0),
    )
    by_exponent = np.where(b.error > 0, np.abs(value) * np.abs(np.log(base)) * b.error, 0.0)
    error = by_base + by_exponent + 4 * EPS * np.abs(value) * np.where(base == 1, 0.0, 1.0)
    lost = (np.abs(value) < TINY) & (base > 0)
    unknown = ~np.isfinite(a.error) | ~np.isfinite(b.error) | ((a.error >= base) & (a.error > 0) & (b.value < 1))
    exact_zero = (base == 0) & (a.error == 0) & (b.value < 0)
    complex_root = np.isnan(value) & (a.value < 0) & (a.error < base) & (b.error == 0)
    nothing = _nowhere(a, b) | exact_zero | (complex_root & np.isfinite(a.error))
    return _settled(Bounded(value, error + np.where(lost, LOST, 0.0)), nothing=nothing, unknown=unknown)


def _chosen(rule: Callable[[Any, Any], Any], a: Bounded, b: Bounded) -> Bounded:
    value = rule(a.value, b.value)
    error = np.maximum(a.error, b.error)
    return _settled(Bounded(value, error), nothing=_nowhere(a, b), unknown=~np.isfinite(error))


def _larger(a: Bounded, b: Bounded) -> Bounded:
    return _chosen(np.maximum, a, b)


def _smaller(a: Bounded, b: Bounded) -> Bounded:
    return _chosen(np.minimum, a, b)


RULES = {"+": _sum, "-": _difference, "*": _product, "/": _quotient, "^": _power}
FOLDS = {"max": _larger, "min": _smaller, "sum": _sum, "prod": _product}
