"""Functions of a whole vector, each beside its Jacobian; the last axis is the vector.

For softmax the largest entry is taken off first; what its rounding loses is kept as a residual
(two-sum, Knuth), because an error of one unit in 1000 would be an error of 1e-13 in the exponential.
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


def _weights(x: Array) -> Array:
    """Return e^(x − max(x))."""
    difference, residual = _below_largest(x)
    weights: Array = np.exp(difference) * (1 + residual)
    return weights


def _diagonal(x: Array) -> Array:
    """Return the diagonal matrix of each vector."""
    return x[..., None] * np.eye(x.shape[-1])


def softmax(x: Array, temperature: float) -> Array:
    """Softmax(x)ᵢ = e^(xᵢ/T) / Σⱼ e^(xⱼ/T): positive, sums to 1, unchanged when all x move together."""
    weights = _weights(x / temperature)
    total: Array = np.sum(weights, axis=-1, keepdims=True)
    return weights / total


def j_softmax(x: Array, temperature: float) -> Array:
    """∂pᵢ/∂xⱼ = pᵢ(δᵢⱼ − pⱼ)/T.

    1 − pᵢ is taken as the sum of the others: where pᵢ rounds to 1 the difference would be 0.
    """
    weights = _weights(x / temperature)
    total: Array = np.sum(weights, axis=-1, keepdims=True)
    share = weights / total
    size = x.shape[-1]
    others: Array = np.sum(weights[..., None, :] * (1 - np.eye(size)), axis=-1) / total
    off = -share[..., :, None] * share[..., None, :] * (1 - np.eye(size))
    return (off + _diagonal(share * others)) / temperature


def log_softmax(x: Array, temperature: float) -> Array:
    """Return ln softmax(x)ᵢ = xᵢ/T − logsumexp(x/T), finite where softmax is 0.

    The largest entry is left out of the sum, so that log1p keeps a small remainder.
    """
    difference, residual = _below_largest(x / temperature)
    normaliser: Array = np.log1p(_others(difference, residual))
    return difference + (residual - normaliser)


def j_log_softmax(x: Array, temperature: float) -> Array:
    """∂ ln pᵢ/∂xⱼ = (δᵢⱼ − pⱼ)/T."""
    return (np.eye(x.shape[-1]) - softmax(x, temperature)[..., None, :]) / temperature


def _others(difference: Array, residual: Array) -> Array:
    """Return Σ e^(xⱼ − max) without one largest entry, from what `_below_largest` returns."""
    weights: Array = np.exp(difference) * (1 + residual)
    np.put_along_axis(weights, np.argmax(difference, axis=-1)[..., None], 0.0, axis=-1)
    total: Array = np.sum(weights, axis=-1, keepdims=True)
    return total


def logsumexp(x: Array) -> Array:
    """Return ln Σ eˣ over the last axis, without overflow."""
    total: Array = np.max(x, axis=-1) + np.log1p(_others(*_below_largest(x))[..., 0])
    return total


def sparsemax(x: Array) -> Array:
    """Return the point of the probability simplex nearest to x: max(x − τ, 0) with τ such that it sums to 1.

    Martins & Astudillo 2016, algorithm 1; small entries become exactly 0.
    """
    ordered = -np.sort(-x, axis=-1)
    sums = np.cumsum(ordered, axis=-1) - 1
    counts = np.arange(1, x.shape[-1] + 1)
    kept = np.sum(counts * ordered > sums, axis=-1, keepdims=True)
    level: Array = np.take_along_axis(sums, kept - 1, axis=-1) / kept
    return np.maximum(x - level, 0.0)


def j_sparsemax(x: Array) -> Array:
    """J = diag(s) − ssᵀ/|s| with s marking the entries that are not 0."""
    kept = np.where(sparsemax(x) > 0, 1.0, 0.0)
    count: Array = np.sum(kept, axis=-1)[..., None, None]
    pairs: Array = kept[..., :, None] * kept[..., None, :] / count
    return _diagonal(kept) - pairs


def maxout(x: Array) -> Array:
    """Return max(z₁, …, z_k), one number: z are the k linear pieces of one unit."""
    largest: Array = np.max(x, axis=-1, keepdims=True)
    return largest


def j_maxout(x: Array) -> Array:
    """∂/∂zⱼ = 1 for the winning piece (the first of equals), else 0; one row."""
    winner = np.argmax(x, axis=-1)[..., None]
    return np.where(np.arange(x.shape[-1]) == winner, 1.0, 0.0)[..., None, :]
