"""Functions that weigh their own input by a soft step: x·σ(βx) and x·Φ(x)."""

from __future__ import annotations

import numpy as np

from tutor.activations.functions.arrays import FAR, Array, bell, chosen, product, scaled, within_reach
from tutor.activations.functions.error_function import SQRT_2, erfc, erfcx
from tutor.activations.functions.logistic import d_sigmoid, tanh

TAIL = -700.0  # left of it exp(x) nears the subnormal numbers
SQRT_2_PI = 2.5066282746310005024
SQRT_HALF_PI = 1.2533141373155002512


def gated(x: Array, y: Array, error: Array | float = 0.0) -> Array:
    """Return x·σ(y + error).

    Far left exp(y) is taken as two halves, for a subnormal factor would cost digits; `error` is the
    rounding of y, which the exponential would multiply by |y|.
    """
    e: Array = np.exp(-np.abs(y))
    result: Array = np.where(y < 0, x * (e + e * error), x) / (1 + e)
    far = y < TAIL
    if far.any():
        half: Array = np.exp(0.5 * y[far])
        rest = error[far] if isinstance(error, np.ndarray) else error
        result[far] = np.where(y[far] > -FAR, x[far], 0.0) * half * (half + half * rest)
    return result


def silu(x: Array, beta: float) -> Array:
    """SiLU(x) = x·σ(βx); β = 1 is SiLU, β → ∞ is ReLU, β = 0 is x/2."""
    if beta == 1:
        return gated(x, x)
    y, error = product(beta, x)
    return gated(x, np.zeros_like(x) if beta == 0 else y, error)


def d_silu(x: Array, beta: float, rest: float = 0.0) -> Array:
    """SiLU′(x) = σ(y) + y·σ(y)·σ(−y) with y = βx; from 0 down, up through ½ at 0, above 1, back to 1.

    `rest` is what β is larger than its double.
    """
    y = within_reach(scaled(beta, x))
    slope = _slope(y)
    return slope if beta == 1 else slope + _bend(y) * _rounding(x, beta, rest)


def dd_silu(x: Array, beta: float, rest: float = 0.0) -> Array:
    """SiLU″(x) = β·σ′(y)·(2 − y·tanh(y/2)) with y = βx; even."""
    y = within_reach(scaled(beta, x))
    bend = beta * _bend(y)
    return bend if beta == 1 else bend - bend * tanh(y / 2) * _rounding(x, beta, rest)


def _slope(y: Array) -> Array:
    """Return σ(y) + y·σ(y)·σ(−y)."""
    e: Array = np.exp(-np.abs(y))
    one = 1 + e
    result: Array = np.where(y >= 0, one + y * e, e * (one + y)) / (one * one)
    far = y < TAIL
    if far.any():
        half: Array = np.exp(0.5 * y[far])
        result[far] = half * (1 + y[far]) * half
    return result


def _bend(y: Array) -> Array:
    """Return σ(y)·σ(−y)·(2 − y·tanh(y/2))."""
    half: Array = np.exp(-0.5 * np.abs(y))
    e = half * half
    return half * ((2 - y * tanh(y / 2)) / ((1 + e) * (1 + e)) * half)


def _rounding(x: Array, beta: float, rest: float) -> Array:
    """Return what βx is larger than its double, which an exponential multiplies by |βx|."""
    near = within_reach(x)
    _, error = product(beta, near)
    return error + rest * near


def silu_by_beta(x: Array, beta: float) -> Array:
    """∂/∂β x·σ(βx) = x²·σ′(βx)."""
    slope = d_sigmoid(scaled(beta, x))
    return np.where(slope == 0, 0.0, x * slope * x)


def normal_density(x: Array) -> Array:
    """φ(x) = exp(−x²/2)/√(2π)."""
    half, other = bell(x)
    return half * other / SQRT_2_PI


def normal_share(x: Array) -> Array:
    """Φ(x) = ½·erfc(−x/√2), the share of a standard normal below x."""
    return chosen(x < -1, x, _share_far, lambda near: 0.5 * erfc(-near / SQRT_2))


def _share_far(x: Array) -> Array:
    half, other = bell(x)
    return 0.5 * erfcx(-x / SQRT_2) * half * other


def gelu(x: Array) -> Array:
    """GELU(x) = x·Φ(x).

    Left of −1 through erfcx, whose slow fall forgives the rounding of x/√2: with 1 + erf the
    result is 0 below −8.3.
    """
    return chosen(x < -1, x, _gelu_far, lambda near: near * (0.5 * erfc(-near / SQRT_2)))


def _gelu_far(x: Array) -> Array:
    x = np.maximum(x, -60.0)
    half, other = bell(x)
    return 0.5 * x * erfcx(-x / SQRT_2) * half * other


def d_gelu(x: Array) -> Array:
    """GELU′(x) = Φ(x) + x·φ(x); extremal at ±√2."""
    return chosen(x < -1, np.clip(x, -60.0, 60.0), _d_gelu_far, _d_gelu_near)


def _d_gelu_near(x: Array) -> Array:
    return 0.5 * erfc(-x / SQRT_2) + x * normal_density(x)


def _d_gelu_far(x: Array) -> Array:
    half, other = bell(x)
    return (SQRT_HALF_PI * erfcx(-x / SQRT_2) + x) * half * (other / SQRT_2_PI)


def dd_gelu(x: Array) -> Array:
    """GELU″(x) = (2 − x²)·φ(x); even."""
    x = np.clip(x, -60.0, 60.0)
    half, other = bell(x)
    return half * ((2 - x * x) * other / SQRT_2_PI)
