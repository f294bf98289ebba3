"""Straight on the right, an exponential that settles on the left: ELU and its kin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tutor.activations.functions.arrays import Array


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
