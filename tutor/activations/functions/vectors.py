"""Functions of a whole vector: softmax and its logarithm. The last axis is the vector.

The largest entry is taken off first; what its rounding loses is kept as a residual (two-sum, Knuth),
because an error of one unit in 1000 would be an error of 1e-13 in the exponential.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tutor.activations.functions.arrays import Array


def _below_largest(x: Array) -> tuple[Array, Array]:
    """Return d and r with d + r = x − max(x) exactly."""
    top = np.max(x, axis=-1, keepdims=True)
    difference = x - top
    taken = difference - x
    residual: Array = (x - (difference - taken)) - (top + taken)
    return difference, np.where(np.isfinite(residual), residual, 0.0)


def softmax(x: Array, temperature: float = 1.0) -> Array:
    """Softmax(x)ᵢ = e^(xᵢ/T) / Σⱼ e^(xⱼ/T): positive, sums to 1, unchanged when all x move together."""
    difference, residual = _below_largest(x / temperature)
    weights: Array = np.exp(difference) * (1 + residual)
    total: Array = np.sum(weights, axis=-1, keepdims=True)
    return weights / total


def log_softmax(x: Array, temperature: float = 1.0) -> Array:
    """Ln softmax(x)ᵢ = xᵢ/T − logsumexp(x/T), finite where softmax is 0.

    The largest entry is left out of the sum, so that log1p keeps a small remainder.
    """
    scaled = x / temperature
    difference, residual = _below_largest(scaled)
    normaliser: Array = np.log1p(_others(scaled, difference))
    return difference + (residual - normaliser)


def _others(x: Array, difference: Array) -> Array:
    """Return Σ e^(xⱼ − max) without one largest entry."""
    weights: Array = np.exp(difference)
    np.put_along_axis(weights, np.argmax(x, axis=-1)[..., None], 0.0, axis=-1)
    total: Array = np.sum(weights, axis=-1, keepdims=True)
    return total


def logsumexp(x: Array) -> Array:
    """Return ln Σ eˣ over the last axis, without overflow."""
    difference, _ = _below_largest(x)
    total: Array = np.max(x, axis=-1) + np.log1p(_others(x, difference)[..., 0])
    return total


FUNCTIONS = {"softmax": softmax, "log_softmax": log_softmax}
