"""Straight pieces in place of curves: cheap, exact in a few bits, flat outside.

At a kink the slope of the flat or straight outer piece is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tutor.activations.functions.arrays import Array


def hard_sigmoid(x: Array) -> Array:
    """f(x) = clip((x + 3)/6, 0, 1)."""
    return np.clip((x + 3) / 6, 0.0, 1.0)


def d_hard_sigmoid(x: Array) -> Array:
    """f′(x) = 1/6 between −3 and 3, else 0."""
    return np.where(np.abs(x) < 3, 1 / 6, 0.0)


def dd_hard_sigmoid(x: Array) -> Array:
    """f″(x) = 0 wherever it exists."""
    return np.zeros_like(x)


def hard_tanh(x: Array) -> Array:
    """f(x) = clip(x, −1, 1)."""
    return np.clip(x, -1.0, 1.0)


def d_hard_tanh(x: Array) -> Array:
    """f′(x) = 1 between −1 and 1, else 0."""
    return np.where(np.abs(x) < 1, 1.0, 0.0)


dd_hard_tanh = dd_hard_sigmoid


def relu6(x: Array) -> Array:
    """f(x) = min(max(0, x), 6)."""
    return np.clip(x, 0.0, 6.0)


def d_relu6(x: Array) -> Array:
    """f′(x) = 1 between 0 and 6, else 0."""
    return ((x > 0) & (x < 6)).astype(x.dtype)


dd_relu6 = dd_hard_sigmoid


def hard_swish(x: Array) -> Array:
    """f(x) = x·clip((x + 3)/6, 0, 1)."""
    near = np.clip(x, -3.0, 3.0)
    return np.where(x > 3, x, near * (near + 3) / 6)


def d_hard_swish(x: Array) -> Array:
    """f′(x) = (2x + 3)/6 between −3 and 3; 0 left, 1 right of it: it jumps by −½ at −3 and 3."""
    return np.where(np.abs(x) < 3, (2 * x + 3) / 6, np.where(x > 0, 1.0, 0.0))


def dd_hard_swish(x: Array) -> Array:
    """f″(x) = 1/3 between −3 and 3, else 0."""
    return np.where(np.abs(x) < 3, 1 / 3, 0.0)
