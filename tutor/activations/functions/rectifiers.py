"""ReLU and the functions made of two straight pieces.

At the kink the slope is a convention; all of these take the left piece's, as the frameworks do.
"""

from __future__ import annotations

import numpy as np

from tutor.activations.functions.arrays import Array, scaled


def relu(x: Array) -> Array:
    """ReLU(x) = max(0, x)."""
    return np.maximum(x, 0.0)


def d_relu(x: Array) -> Array:
    """ReLU′(x) = 1 for x > 0, 0 for x < 0; 0 at 0, one of the subgradients [0, 1]."""
    return np.where(x > 0, 1.0, 0.0)


def dd_relu(x: Array) -> Array:
    """ReLU″(x) = 0 wherever it exists."""
    return np.zeros_like(x)


def leaky_relu(x: Array, alpha: float) -> Array:
    """f(x) = x for x > 0, αx otherwise; equal to max(x, αx) only for α ≤ 1."""
    return np.where(x > 0, x, scaled(alpha, x))


def d_leaky_relu(x: Array, alpha: float) -> Array:
    """f′(x) = 1 for x > 0, α otherwise."""
    return np.where(x > 0, 1.0, alpha)


def dd_leaky_relu(x: Array, alpha: float) -> Array:  # noqa: ARG001 - every derivative takes the parameters
    """f″(x) = 0 wherever it exists."""
    return np.zeros_like(x)


def leaky_relu_by_alpha(x: Array, alpha: float) -> Array:  # noqa: ARG001 - linear in α
    """∂f/∂α = min(0, x)."""
    return np.minimum(x, 0.0)
