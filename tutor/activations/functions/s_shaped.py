"""More S-shaped functions: scaled, logarithmic, algebraic, and what tanh leaves over."""

from __future__ import annotations

import numpy as np

from tutor.activations.functions.arrays import Array, chosen, product, scaled
from tutor.activations.functions.error_function import d_erf, dd_erf, erf
from tutor.activations.functions.logistic import d_sigmoid, d_tanh, dd_tanh, sigmoid

LECUN_HEIGHT, LECUN_WIDTH = 1.7159, 2 / 3  # LeCun, Bottou, Orr & Müller 1998: f(±1) ≈ ±1
NEAR, DEEPEST = 1.0, 17  # together at most 2.1 units in the last place: the fraction left of it, the difference beyond
LECUN_WIDTH_REST = 3.700743415417188e-17  # 2/3 less its double

__all__ = ["d_erf", "dd_erf", "erf"]


def log_sigmoid(x: Array) -> Array:
    """Return ln σ(x) = −softplus(−x): about x far left, never exactly 0 before 1e-323."""
    return np.minimum(x, 0.0) - np.log1p(np.exp(-np.abs(x)))


def d_log_sigmoid(x: Array) -> Array:
    """f′(x) = σ(−x)."""
    return sigmoid(-x)


def dd_log_sigmoid(x: Array) -> Array:
    """f″(x) = −σ′(x)."""
    return -d_sigmoid(x)


def lecun_tanh(x: Array) -> Array:
    """f(x) = 1.7159·tanh(2x/3): f(1) = 0.999997, and f″ is largest at ±1."""
    return np.multiply(LECUN_HEIGHT, np.tanh(LECUN_WIDTH * x))


def d_lecun_tanh(x: Array) -> Array:
    """f′(x) = 1.1439…·tanh′(2x/3), which falls like e^(−4|x|/3): the rounding of 2x/3 is made good."""
    return LECUN_HEIGHT * LECUN_WIDTH * _slope_at_two_thirds(x)


def dd_lecun_tanh(x: Array) -> Array:
    """f″(x) = 0.7626…·tanh″(2x/3)."""
    return -2 * LECUN_HEIGHT * LECUN_WIDTH**2 * (_slope_at_two_thirds(x) * np.tanh(LECUN_WIDTH * x))


def _slope_at_two_thirds(x: Array) -> Array:
    """Return tanh′(2x/3)."""
    x = np.clip(x, -2000.0, 2000.0)
    y, error = product(LECUN_WIDTH, x)
    return d_tanh(y) * (1 - 2 * np.tanh(y) * (error + LECUN_WIDTH_REST * x))


def tanhshrink(x: Array) -> Array:
    """f(x) = x − tanh(x) ≈ x³/3 near 0, where the difference would lose every digit."""
    return chosen(np.abs(x) < NEAR, x, _tanhshrink_near, lambda far: far - np.tanh(far))


def _tanhshrink_near(x: Array) -> Array:
    """Return x·C/(1 + C), from the continued fraction tanh x = x/(1 + x²/(3 + x²/(5 + …)))."""
    square = x * x
    fraction = square / DEEPEST
    for odd in range(DEEPEST - 2, 1, -2):
        fraction = square / (odd + fraction)
    return x * fraction / (1 + fraction)


def d_tanhshrink(x: Array) -> Array:
    """f′(x) = tanh²(x)."""
    return np.square(np.tanh(x))


def dd_tanhshrink(x: Array) -> Array:
    """f″(x) = 2·tanh(x)·tanh′(x)."""
    return -dd_tanh(x)


def softsign(x: Array) -> Array:
    """f(x) = x / (1 + |x|): to ±1 like 1/x, far slower than tanh."""
    size = np.abs(x)
    far = np.copysign(1 / (1 + 1 / np.maximum(size, 1.0)), x)
    return np.where(size > 1, far, np.clip(x, -1.0, 1.0) / (1 + np.minimum(size, 1.0)))


def d_softsign(x: Array) -> Array:
    """f′(x) = 1 / (1 + |x|)²."""
    return np.square(1 / (1 + np.abs(x)))


def dd_softsign(x: Array) -> Array:
    """f″(x) = −2·sign(x) / (1 + |x|)³; jumps from 2 to −2 at 0, where 0 is used."""
    root: Array = 1 / (1 + np.abs(x))
    return -2 * np.sign(x) * (root * root * root)


def dyt(x: Array, alpha: float) -> Array:
    """DyT(x) = tanh(αx), in place of a normalisation layer (its scale and shift are left out)."""
    return np.tanh(scaled(alpha, x))


def d_dyt(x: Array, alpha: float) -> Array:
    """DyT′(x) = α·tanh′(αx)."""
    return alpha * d_tanh(scaled(alpha, x))


def dd_dyt(x: Array, alpha: float) -> Array:
    """DyT″(x) = α²·tanh″(αx)."""
    return alpha**2 * dd_tanh(scaled(alpha, x))


def dyt_by_alpha(x: Array, alpha: float) -> Array:
    """∂/∂α tanh(αx) = x·tanh′(αx)."""
    slope = d_tanh(scaled(alpha, x))
    return np.where(slope == 0, 0.0, x * slope)
