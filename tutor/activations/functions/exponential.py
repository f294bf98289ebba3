"""Straight on the right, an exponential that settles on the left: ELU and its kin."""

from __future__ import annotations

import numpy as np

from tutor.activations.functions.arrays import Array, scaled


def elu(x: Array, alpha: float) -> Array:
    """ELU(x) = x for x > 0, α(eˣ − 1) otherwise; expm1 keeps the digits near 0."""
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0.0)))


def d_elu(x: Array, alpha: float) -> Array:
    """ELU′(x) = 1 for x > 0, αeˣ otherwise; the slope jumps at 0 unless α = 1.

    Not ELU(x) + α, which is 0 below −37.
    """
    return np.where(x > 0, 1.0, alpha * np.exp(np.minimum(x, 0.0)))


def dd_elu(x: Array, alpha: float) -> Array:
    """ELU″(x) = 0 for x > 0, αeˣ otherwise."""
    return np.where(x > 0, 0.0, alpha * np.exp(np.minimum(x, 0.0)))


def elu_by_alpha(x: Array, alpha: float) -> Array:  # noqa: ARG001 - linear in α
    """∂ELU/∂α = e^min(0, x) − 1."""
    return np.expm1(np.minimum(x, 0.0))


# Klambauer, Unterthiner, Mayr & Hochreiter 2017: mean 0 and variance 1 under N(0, 1).
SELU_LAMBDA, SELU_ALPHA = 1.0507009873554805, 1.6732632423543772


def selu(x: Array) -> Array:
    """SELU(x) = λx for x > 0, λα(eˣ − 1) otherwise."""
    return SELU_LAMBDA * elu(x, SELU_ALPHA)


def d_selu(x: Array) -> Array:
    """SELU′(x) = λ for x > 0, λαeˣ otherwise: it jumps from 1.758 down to 1.051 at 0."""
    return SELU_LAMBDA * d_elu(x, SELU_ALPHA)


def dd_selu(x: Array) -> Array:
    """SELU″(x) = 0 for x > 0, λαeˣ otherwise."""
    return SELU_LAMBDA * dd_elu(x, SELU_ALPHA)


def celu(x: Array, alpha: float) -> Array:
    """CELU(x) = x for x > 0, α(e^(x/α) − 1) otherwise: the slope at 0 is 1 for every α."""
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0.0) / alpha))


def d_celu(x: Array, alpha: float) -> Array:
    """CELU′(x) = 1 for x > 0, e^(x/α) otherwise."""
    left = np.minimum(x, 0.0)
    return d_elu(left / alpha, 1.0)


def dd_celu(x: Array, alpha: float) -> Array:
    """CELU″(x) = 0 for x > 0, e^(x/α)/α otherwise."""
    return np.where(x > 0, 0.0, np.exp(np.minimum(x, 0.0) / alpha) / alpha)


def celu_by_alpha(x: Array, alpha: float) -> Array:
    """∂CELU/∂α = (1 − t)eᵗ − 1 with t = min(0, x)/α."""
    t = np.maximum(np.minimum(x, 0.0) / alpha, -1500.0)
    growth: Array = np.expm1(t)
    return growth - t * (growth + 1)


def xielu(x: Array, alpha_p: float, alpha_n: float) -> Array:
    """xIELU(x) = α_p·x² + x/2 for x > 0, α_n(eˣ − 1 − x) + x/2 otherwise: the integral of a chosen slope."""
    right = np.maximum(x, 0.0)
    near = np.clip(x, -0.5, 0.0)
    bend = alpha_n * _expm1_less_x(near) + 0.5 * near
    far = alpha_n * np.expm1(np.minimum(x, 0.0)) + scaled(0.5 - alpha_n, x)
    return np.where(x > 0, right * (scaled(alpha_p, right) + 0.5), np.where(x > -0.5, bend, far))


def d_xielu(x: Array, alpha_p: float, alpha_n: float) -> Array:
    """xIELU′(x) = 2α_p·x + ½ for x > 0, α_n(eˣ − 1) + ½ otherwise."""
    return np.where(x > 0, scaled(2 * alpha_p, x), alpha_n * np.expm1(np.minimum(x, 0.0))) + 0.5


def dd_xielu(x: Array, alpha_p: float, alpha_n: float) -> Array:
    """xIELU″(x) = 2α_p for x > 0, α_n·eˣ otherwise."""
    return np.where(x > 0, 2 * alpha_p, alpha_n * np.exp(np.minimum(x, 0.0)))


def xielu_by_alpha_p(x: Array, alpha_p: float, alpha_n: float) -> Array:  # noqa: ARG001 - linear in α_p
    """∂f/∂α_p = max(0, x)²."""
    return np.square(np.maximum(x, 0.0))


def xielu_by_alpha_n(x: Array, alpha_p: float, alpha_n: float) -> Array:  # noqa: ARG001 - linear in α_n
    """∂f/∂α_n = eᵗ − 1 − t with t = min(0, x)."""
    return _expm1_less_x(np.minimum(x, 0.0))


def _expm1_less_x(x: Array) -> Array:
    """Return eˣ − 1 − x for x ≤ 0; near 0 by its series, where the difference would lose every digit."""
    near = np.maximum(x, -0.5)
    series = np.zeros_like(x)
    for power in range(16, 1, -1):
        series = (series + 1) * near / power
    return np.where(x > -0.5, series * near, np.expm1(x) - x)
