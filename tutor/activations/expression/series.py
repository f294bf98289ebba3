"""Truncated Taylor series: how derivatives of any order pass through arithmetic.

A series is a tuple of arrays, the k-th being f⁽ᵏ⁾(x)/k!. Recurrences after Griewank & Walther,
"Evaluating Derivatives" (2nd ed. 2008), chapter 13. Nothing here is approximated by differences.
"""

from __future__ import annotations

from math import factorial
from typing import TYPE_CHECKING

import numpy as np

from tutor.activations.functions.arrays import Array
from tutor.activations.functions.gates import normal_density, normal_share

if TYPE_CHECKING:
    from numpy.typing import NDArray

Series = tuple[Array, ...]


def constant(value: float, like: Array, order: int) -> Series:
    """Return the series of a constant, with `order` zeros behind it."""
    return (np.full_like(like, value), *(np.zeros_like(like) for _ in range(order)))


def variable(x: Array, order: int) -> Series:
    """Return the series of x itself: x, 1, 0, 0, …"""
    return (x, *(np.full_like(x, 1.0 if power == 1 else 0.0) for power in range(1, order + 1)))


def add(a: Series, b: Series) -> Series:
    """Return a + b."""
    return tuple(p + q for p, q in zip(a, b, strict=True))


def subtract(a: Series, b: Series) -> Series:
    """Return a − b."""
    return tuple(p - q for p, q in zip(a, b, strict=True))


def negate(a: Series) -> Series:
    """Return −a."""
    return tuple(-p for p in a)


def multiply(a: Series, b: Series) -> Series:
    """Return a·b, the Cauchy product."""
    return tuple(_dot(a[: n + 1], tuple(reversed(b[: n + 1]))) for n in range(len(a)))


def divide(a: Series, b: Series) -> Series:
    """Return a/b."""
    quotient: list[Array] = []
    for n in range(len(a)):
        taken = _dot(tuple(quotient), tuple(reversed(b[1 : n + 1]))) if n else np.zeros_like(a[0])
        quotient.append((a[n] - taken) / b[0])
    return tuple(quotient)


def _dot(a: Series, b: Series) -> Array:
    total = a[0] * b[0]
    for p, q in zip(a[1:], b[1:], strict=True):
        total = total + p * q
    return total


def exp(a: Series) -> Series:
    """Return eᵃ, from c′ = a′·c."""
    return _grown(np.exp(a[0]), a)


def _grown(first: Array, a: Series) -> Series:
    """Return the c with c′ = a′·c and the given value: what an exponential of `a` obeys."""
    grown = [first]
    for n in range(1, len(a)):
        slopes = tuple(k * a[k] for k in range(1, n + 1))
        grown.append(_dot(slopes, tuple(reversed(grown))) / n)
    return tuple(grown)


def log(a: Series) -> Series:
    """Return ln a, from a·c′ = a′; where a is negative neither it nor its derivatives exist."""
    value: Array = np.log(a[0])
    slope = divide(differentiate(a, 1), a[:-1]) if len(a) > 1 else ()
    missing = np.isnan(value)
    return integrate(value, tuple(np.where(missing, np.nan, p) for p in slope))


def power(a: Series, exponent: float) -> Series:
    """Return a^p for a fixed p; a whole p ≥ 0 by repeated squaring, which knows (x²)′ at 0."""
    value: Array = np.power(a[0], exponent)
    if len(a) == 1:
        return (value,)
    if 0 <= exponent <= 1024 and exponent == int(exponent):
        return (value, *_whole_power(a, int(exponent))[1:])
    raised = [value]
    for n in range(1, len(a)):
        weights = tuple((k * exponent - (n - k)) * a[k] for k in range(1, n + 1))
        raised.append(_dot(weights, tuple(reversed(raised))) / (n * a[0]))
    return tuple(raised)


def _whole_power(a: Series, exponent: int) -> Series:
    if not exponent:
        return constant(1.0, a[0], len(a) - 1)
    while not exponent & 1:  # not from a series of 1: its zeros times an overflow would be "not a number"
        a, exponent = multiply(a, a), exponent >> 1
    result = a
    while exponent := exponent >> 1:
        a = multiply(a, a)
        result = multiply(result, a) if exponent & 1 else result
    return result


def sqrt(a: Series) -> Series:
    """Return √a."""
    return (np.sqrt(a[0]), *power(a, 0.5)[1:])


def absolute(a: Series) -> Series:
    """Return |a|; at a = 0 the derivatives are taken as 0, midway between the two sides."""
    sign = np.sign(a[0])
    return (np.abs(a[0]), *(sign * p for p in a[1:]))


def floor(a: Series) -> Series:
    """Return ⌊a⌋, flat wherever it has a slope."""
    return (np.floor(a[0]), *(np.zeros_like(p) for p in a[1:]))


def ceil(a: Series) -> Series:
    """Return ⌈a⌉, flat wherever it has a slope."""
    return (np.ceil(a[0]), *(np.zeros_like(p) for p in a[1:]))


def larger(a: Series, b: Series) -> Series:
    """Return max(a, b); at a tie the derivative of smaller size, so that max(0, x)′ is 0 at 0."""
    return _chosen(a[0] > b[0], a, b)


def smaller(a: Series, b: Series) -> Series:
    """Return min(a, b); at a tie the derivative of smaller size."""
    return _chosen(a[0] < b[0], a, b)


def _chosen(first: NDArray[np.bool_], a: Series, b: Series) -> Series:
    tie = a[0] == b[0]
    value = np.where(np.isnan(a[0] + b[0]), np.nan, np.where(first, a[0], b[0]))
    rest = zip(a[1:], b[1:], strict=True)
    return (value, *(np.where(tie, np.where(np.abs(p) < np.abs(q), p, q), np.where(first, p, q)) for p, q in rest))


def normal_density_of(a: Series) -> Series:
    """Return φ(a): φ′ = −a·a′·φ, the rule of an exponential of −a²/2."""
    half_square = tuple(-0.5 * p for p in multiply(a, a))
    return _grown(normal_density(a[0]), half_square)


def normal_share_of(a: Series) -> Series:
    """Return Φ(a), whose slope is φ(a)·a′."""
    if len(a) == 1:
        return (normal_share(a[0]),)
    return integrate(normal_share(a[0]), multiply(normal_density_of(a[:-1]), differentiate(a, 1)))


def compose(outer: Series, inner: Series) -> Series:
    """Return the series of f(a), given the series of f at the values of a: Horner in a − a₀."""
    step = (np.zeros_like(inner[0]), *inner[1:])
    result: Series = (outer[-1], *(np.zeros_like(inner[0]) for _ in inner[1:]))
    for coefficient in reversed(outer[:-1]):
        product = multiply(result, step) if len(inner) > 1 else (np.zeros_like(inner[0]),)
        result = (product[0] + coefficient, *product[1:])
    return result


def differentiate(a: Series, times: int) -> Series:
    """Return the series of the derivative; it is `times` terms shorter."""
    return tuple(factorial(k + times) // factorial(k) * a[k + times] for k in range(len(a) - times))


def integrate(value: Array, slope: Series) -> Series:
    """Return the series with the given value and slope; it is one term longer."""
    return (value, *(p / (k + 1) for k, p in enumerate(slope)))
