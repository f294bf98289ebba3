"""The two functions everything else stands between: no bend at all, and one jump."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tutor.activations.functions.arrays import Array


def identity(x: Array) -> Array:
    """f(x) = x."""
    return x.copy()


def d_identity(x: Array) -> Array:
    """f′(x) = 1."""
    return np.ones_like(x)


def dd_identity(x: Array) -> Array:
    """f″(x) = 0."""
    return np.zeros_like(x)


def step(x: Array) -> Array:
    """H(x) = 1 for x > 0, else 0: the value at 0 is a convention, the one that makes H = ReLU′."""
    return np.where(x > 0, 1.0, 0.0)


def d_step(x: Array) -> Array:
    """H′(x) = 0 wherever it exists; at 0 there is a jump, and 0 is what a gradient would see."""
    return np.zeros_like(x)


dd_step = d_step
