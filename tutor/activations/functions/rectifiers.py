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
    return (x > 0).astype(x.dtype)  # a choice by `where` costs seven times as much


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


prelu, d_prelu, dd_prelu, prelu_by_alpha = leaky_relu, d_leaky_relu, dd_leaky_relu, leaky_relu_by_alpha


def rrelu(x: Array, lower: float, upper: float) -> Array:
    """f(x) = x for x > 0, (l + u)/2·x otherwise: the slope of evaluation; training draws it from [l, u]."""
    return leaky_relu(x, (lower + upper) / 2)


def d_rrelu(x: Array, lower: float, upper: float) -> Array:
    """f′(x) = 1 for x > 0, (l + u)/2 otherwise."""
    return d_leaky_relu(x, (lower + upper) / 2)


def dd_rrelu(x: Array, lower: float, upper: float) -> Array:  # noqa: ARG001 - every derivative takes the parameters
    """f″(x) = 0 wherever it exists."""
    return np.zeros_like(x)


def rrelu_by_lower(x: Array, lower: float, upper: float) -> Array:  # noqa: ARG001 - linear in both
    """∂f/∂l = min(0, x)/2; the same for u."""
    return np.minimum(x, 0.0) / 2


rrelu_by_upper = rrelu_by_lower


def squared_relu(x: Array) -> Array:
    """f(x) = max(0, x)²."""
    return np.square(np.maximum(x, 0.0))


def d_squared_relu(x: Array) -> Array:
    """f′(x) = 2·max(0, x): no jump, but no bound either."""
    return 2 * np.maximum(x, 0.0)


def dd_squared_relu(x: Array) -> Array:
    """f″(x) = 2 for x > 0, else 0; at 0 the left side's 0."""
    return np.where(x > 0, 2.0, 0.0)


def star_relu(x: Array, scale: float, bias: float) -> Array:
    """f(x) = s·max(0, x)² + b."""
    return scaled(scale, squared_relu(x)) + bias


def d_star_relu(x: Array, scale: float, bias: float) -> Array:  # noqa: ARG001 - every derivative takes the parameters
    """f′(x) = 2s·max(0, x)."""
    return scaled(scale, d_squared_relu(x))


def dd_star_relu(x: Array, scale: float, bias: float) -> Array:  # noqa: ARG001 - every derivative takes the parameters
    """f″(x) = 2s for x > 0, else 0."""
    return scale * dd_squared_relu(x)


def star_relu_by_s(x: Array, scale: float, bias: float) -> Array:  # noqa: ARG001 - linear in s
    """∂f/∂s = max(0, x)²."""
    return squared_relu(x)


def star_relu_by_b(x: Array, scale: float, bias: float) -> Array:  # noqa: ARG001 - linear in b
    """∂f/∂b = 1."""
    return np.ones_like(x)


def apl(x: Array, slope: float, hinge: float) -> Array:
    """f(x) = max(0, x) + a·max(0, b − x): one hinge of an adaptive piecewise linear unit."""
    return np.maximum(x, 0.0) + scaled(slope, np.maximum(hinge - x, 0.0))


def d_apl(x: Array, slope: float, hinge: float) -> Array:
    """f′(x) = 1[x > 0] − a·1[x ≤ b]."""
    return d_relu(x) - np.where(x <= hinge, slope, 0.0)


def dd_apl(x: Array, slope: float, hinge: float) -> Array:  # noqa: ARG001 - every derivative takes the parameters
    """f″(x) = 0 wherever it exists."""
    return np.zeros_like(x)


def apl_by_a(x: Array, slope: float, hinge: float) -> Array:  # noqa: ARG001 - linear in a
    """∂f/∂a = max(0, b − x)."""
    return np.maximum(hinge - x, 0.0)


def apl_by_b(x: Array, slope: float, hinge: float) -> Array:
    """∂f/∂b = a·1[x < b]."""
    return np.where(x < hinge, slope, 0.0)
