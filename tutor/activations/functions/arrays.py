"""The arrays of the core and three products that survive infinity."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Formula = Callable[[Array], Array]

FAR = 1500.0  # exp(-FAR / 2) is 0 in float64, so that nothing changes beyond ±FAR but inf·0 is avoided


def within_reach(x: Array) -> Array:
    """Return x cut to ±1500, where every exponential of the core is 0 or its limit already."""
    return np.clip(x, -FAR, FAR)


def scaled(slope: float, x: Array) -> Array:
    """Return slope·x, and 0 for slope 0 even where x is infinite."""
    return np.zeros_like(x) if slope == 0 else slope * x


def bell(x: Array) -> tuple[Array, Array]:
    """Return two factors whose product is exp(−x²/2), each accurate and neither subnormal.

    x² is split after Veltkamp (Dekker 1971): the rounding error of x² would be multiplied by
    x²/2 in the exponent. Two factors, because their product may be smaller than any normal number.
    """
    high, rest = _split_square(x)
    half = np.exp(-0.25 * high * high)
    return half, half * np.exp(-0.5 * rest)


def narrow_bell(x: Array) -> tuple[Array, Array]:
    """Return two factors whose product is exp(−x²), made like those of `bell`."""
    high, rest = _split_square(x)
    half = np.exp(-0.5 * high * high)
    return half, half * np.exp(-rest)


def _split_square(x: Array) -> tuple[Array, Array]:
    """Return h with an exact square and r such that x² = h² + r; x is cut to ±60, where exp(−x²) is 0."""
    x = np.clip(x, -60.0, 60.0)
    high = _upper_half(x)
    return high, (x - high) * (x + high)


def product(a: float | Array, x: Array) -> tuple[Array, Array]:
    """Return a·x as its rounded value and the rounding error (Dekker 1971); meant for |x| below 1e100."""
    rounded = a * x
    a_high, x_high = _upper_half(np.asarray(a)), _upper_half(x)
    a_low, x_low = a - a_high, x - x_high
    error = a_low * x_low - (((rounded - a_high * x_high) - a_low * x_high) - a_high * x_low)
    return rounded, np.where(np.isfinite(error), error, 0.0)


def _upper_half(x: Array) -> Array:
    """Return x rounded to 26 bits, so that a product of two such numbers is exact."""
    big = 134217729.0 * x  # 2²⁷ + 1
    return big - (big - x)


def plus_one(x: Array) -> tuple[Array, Array]:
    """Return 1 + x as its rounded value and the rounding error (Knuth's two-sum)."""
    rounded = 1 + x
    added = rounded - 1
    return rounded, (1 - (rounded - added)) + (x - added)


def chosen(condition: NDArray[np.bool_], x: Array, yes: Formula, no: Formula) -> Array:
    """Return yes(x) where the condition holds and no(x) elsewhere, each computed only where it is used."""
    flat = x.reshape(-1)
    there = np.flatnonzero(condition)  # places, not a mask: four times as fast to take from
    if there.size == flat.size:
        return yes(x)
    if not there.size:
        return no(x)
    elsewhere = np.flatnonzero(~condition)
    result = np.empty_like(flat)
    result[there] = yes(flat[there])
    result[elsewhere] = no(flat[elsewhere])
    return result.reshape(x.shape)
