"""The sigmoid and its kin: everything made of one decaying exponential e = exp(−|x|)."""

from __future__ import annotations

import numpy as np

from tutor.activations.functions.arrays import Array, scaled


def sigmoid(x: Array) -> Array:
    """σ(x) = 1 / (1 + e⁻ˣ); strictly between 0 and 1, σ(x) + σ(−x) = 1.

    The exponential never grows: 1/(1 + e⁻ˣ) overflows below −709 and cannot reach 1e-320.
    """
    e: Array = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1 + e)


def d_sigmoid(x: Array) -> Array:
    """σ′(x) = σ(x)·σ(−x); even, at most ¼ (at 0), tends to 0 on both sides.

    Not σ(x)·(1 − σ(x)): that difference is 0 from x = 37 on.
    """
    e: Array = np.exp(-np.abs(x))
    return e / ((1 + e) * (1 + e))


def dd_sigmoid(x: Array) -> Array:
    """σ″(x) = σ′(x)·(1 − 2σ(x)) = −σ′(x)·tanh(x/2); odd, 1 − e taken by expm1."""
    size = np.abs(x)
    e: Array = np.exp(-size)
    slope: Array = e / ((1 + e) * (1 + e))
    return slope * np.sign(x) * np.expm1(-size) / (1 + e)


def tanh(x: Array) -> Array:
    """Tanh(x) = (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ) = 2σ(2x) − 1; odd, strictly between −1 and 1."""
    return np.tanh(x)


def d_tanh(x: Array) -> Array:
    """tanh′(x) = 1 − tanh²(x) = 4E/(1 + E)² with E = exp(−2|x|); at most 1 (at 0).

    Not 1 − tanh²(x): that is 0 from |x| = 19 on. Far out E is subnormal and has lost digits,
    so the square is taken last.
    """
    size = np.abs(x)
    e: Array = np.exp(-2 * size)
    result: Array = 4 * e / ((1 + e) * (1 + e))
    far = size > 350
    if far.any():
        result[far] = np.square(2 * np.exp(-size[far]))
    return result


def dd_tanh(x: Array) -> Array:
    """tanh″(x) = −2·tanh(x)·tanh′(x)."""
    return -2 * (tanh(x) * d_tanh(x))


def softplus(x: Array, beta: float) -> Array:
    """Softplus(x) = ln(1 + e^(βx)) / β; above max(0, x) by ln(2)/β at most (at 0)."""
    y = scaled(beta, x)
    return (np.maximum(y, 0.0) + np.log1p(np.exp(-np.abs(y)))) / beta


def d_softplus(x: Array, beta: float) -> Array:
    """softplus′(x) = σ(βx)."""
    return sigmoid(scaled(beta, x))


def dd_softplus(x: Array, beta: float) -> Array:
    """softplus″(x) = β·σ′(βx)."""
    return beta * d_sigmoid(scaled(beta, x))


def softplus_by_beta(x: Array, beta: float) -> Array:
    """∂/∂β softplus = −H(σ(βx))/β², H the entropy of a coin with that chance.

    x·σ(βx)/β − softplus(x)/β cancels for large x; the entropy is a sum of positive terms.
    """
    size = np.minimum(np.abs(scaled(beta, x)), 1500.0)
    e: Array = np.exp(-size)
    return -(size * e / (1 + e) + np.log1p(e)) / beta**2
