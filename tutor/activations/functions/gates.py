"""Functions that weigh their own input by a soft step: x·σ(βx) and x·Φ(x)."""

from __future__ import annotations

import numpy as np

from tutor.activations.functions.arrays import FAR, Array, bell, product, scaled, within_reach
from tutor.activations.functions.error_function import SQRT_2, erfc, erfcx
from tutor.activations.functions.logistic import d_sigmoid, tanh

SQRT_2_PI = 2.5066282746310005024
SQRT_HALF_PI = 1.2533141373155002512


def gated(x: Array, y: Array, error: Array | float = 0.0) -> Array:
    """Return x·σ(y + error).

    In the tail exp(y) is taken as two halves, for a subnormal factor would cost digits; `error` is
    the rounding of y, which the exponential would multiply by |y|.
    """
    half: Array = np.exp(-0.5 * np.abs(y))
    gate = x / (1 + half * half)
    falling = np.where(np.abs(y) < FAR, gate, 0.0) * half * (half + half * error)
    return np.where(y >= 0, gate, np.where(y < 0, falling, y))


def silu(x: Array, beta: float) -> Array:
    """SiLU(x) = x·σ(βx); β = 1 is SiLU, β → ∞ is ReLU, β = 0 is x/2."""
    if beta == 1:
        return gated(x, x)
    y, error = product(beta, x)
    return gated(x, np.zeros_like(x) if beta == 0 else y, error)


def d_silu(x: Array, beta: float) -> Array:
    """SiLU′(x) = σ(y) + y·σ(y)·σ(−y) with y = βx; from 0 down, up through ½ at 0, above 1, back to 1."""
    y = within_reach(scaled(beta, x))
    e: Array = np.exp(-np.abs(y))
    half: Array = np.exp(-0.5 * np.abs(y))
    square = (1 + e) * (1 + e)
    right = (1 + e + y * e) / square
    left = half * ((1 + e + y) / square) * half
    return np.where(y >= 0, right, left)


def dd_silu(x: Array, beta: float) -> Array:
    """SiLU″(x) = β·σ′(y)·(2 − y·tanh(y/2)) with y = βx; even."""
    y = within_reach(scaled(beta, x))
    e: Array = np.exp(-np.abs(y))
    half: Array = np.exp(-0.5 * np.abs(y))
    return beta * (half * ((2 - y * tanh(y / 2)) / ((1 + e) * (1 + e)) * half))


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
    half, other = bell(x)
    low = 0.5 * erfcx(np.maximum(-x / SQRT_2, 0.0)) * half * other
    return np.where(x < -1, low, 0.5 * erfc(-np.maximum(x, -1.0) / SQRT_2))


def gelu(x: Array) -> Array:
    """GELU(x) = x·Φ(x).

    Left of −1 through erfcx, whose slow fall forgives the rounding of x/√2: with 1 + erf the
    result is 0 below −8.3.
    """
    near = np.maximum(x, -1.0)
    far = np.clip(x, -60.0, -1.0)
    half, other = bell(far)
    tail = 0.5 * far * erfcx(-far / SQRT_2) * half * other
    return np.where(x < -1, tail, near * (0.5 * erfc(-near / SQRT_2)))


def d_gelu(x: Array) -> Array:
    """GELU′(x) = Φ(x) + x·φ(x); extremal at ±√2."""
    near = np.clip(x, -1.0, 60.0)
    far = np.clip(x, -60.0, -1.0)
    half, other = bell(far)
    tail = (SQRT_HALF_PI * erfcx(-far / SQRT_2) + far) * half * (other / SQRT_2_PI)
    return np.where(x < -1, tail, 0.5 * erfc(-near / SQRT_2) + near * normal_density(near))


def dd_gelu(x: Array) -> Array:
    """GELU″(x) = (2 − x²)·φ(x); even."""
    x = np.clip(x, -60.0, 60.0)
    half, other = bell(x)
    return half * ((2 - x * x) * other / SQRT_2_PI)
