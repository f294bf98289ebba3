"""Losses of a batch: their value in each run and their gradient with respect to the outputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tutor.labs.normals import Array


def cross_entropy(scores: Array, labels: NDArray[np.int64]) -> tuple[Array, Array]:
    """Return the mean of −ln p(label) for scores (runs, samples, classes), (runs,), and its gradient (p − y)/n."""
    raised = scores - scores.max(axis=2, keepdims=True)
    logarithms = raised - np.log(np.exp(raised).sum(axis=2, keepdims=True))
    right = labels[..., None]
    losses = -np.take_along_axis(logarithms, right, axis=2)[..., 0].mean(axis=1)
    gradient = np.exp(logarithms)
    np.put_along_axis(gradient, right, np.take_along_axis(gradient, right, axis=2) - 1, axis=2)
    return losses, gradient / scores.shape[1]


def squared_error(outputs: Array, targets: Array) -> tuple[Array, Array]:
    """Return the mean of (output − target)² over samples and outputs, (runs,), and its gradient."""
    gap = outputs - targets
    count = gap.shape[1] * gap.shape[2]
    return np.mean(gap**2, axis=(1, 2)), 2 * gap / count


def accuracy(scores: Array, labels: NDArray[np.int64]) -> Array:
    """Return the share of samples whose largest score is the label's, (runs,)."""
    found: Array = np.mean(scores.argmax(axis=2) == labels, axis=1)
    return found
