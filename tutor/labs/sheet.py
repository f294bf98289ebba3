"""What is measured on trained networks beyond their accuracy: noise, calibration, dead units, zeros, eight bits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.groups import Groups
from tutor.labs.layers import Dense
from tutor.labs.losses import accuracy
from tutor.labs.normals import normals, uniforms

if TYPE_CHECKING:
    from tutor.labs.contest import Contest
    from tutor.labs.datasets import Data
    from tutor.labs.layers import Chain
    from tutor.labs.normals import Array

BINS = 10
STEPS = 255  # of eight bits


def noisy(contest: Contest, deviation: float) -> Array:
    """Return how much accuracy is lost, (functions, runs), when inputs get noise; the same for all functions."""
    network, data = parts(contest)
    runs = contest.rules.runs
    noise = np.stack([normals(data.test_inputs.shape[1:], "noise", contest.seed, run) for run in range(runs)])
    inputs = data.test_inputs + deviation * np.concatenate([noise] * len(contest.units))
    return contest.accuracy - _scores(network, inputs, data).reshape(len(contest.units), -1)


def eight_bits(contest: Contest) -> Array:
    """Return how much accuracy is lost, (functions, runs), with weights and activations rounded to 8 bits.

    Weights keep the range of their matrix, activations the range that the training data had in their layer.
    """
    network, data = parts(contest)
    scores = _rounded_pass(network, data.inputs, data.test_inputs)
    kept = accuracy(scores, data.test_labels).reshape(len(contest.units), -1)
    return contest.accuracy - kept


def calibration(contest: Contest) -> tuple[Array, Array]:
    """Return the expected calibration error, (functions, runs), and what perfect calibration would show.

    Ten bins of equal width by confidence; the mean distance of accuracy and confidence, weighted by the bins'
    samples (Guo et al. 2017). It is above 0 for a perfect model too, as bins hold few samples: for the second
    number, answers are drawn right with just the chance that the network gives them.
    """
    network, data = parts(contest)
    with np.errstate(all="ignore"):
        scores = network.forward(data.test_inputs)
        raised = np.exp(scores - scores.max(axis=2, keepdims=True))
    confidence = (raised / raised.sum(axis=2, keepdims=True)).max(axis=2)
    right = scores.argmax(axis=2) == data.test_labels
    luck = uniforms(confidence.shape, "calibrated", contest.seed) < confidence
    shape = (len(contest.units), -1)
    return _distance(confidence, right).reshape(shape), _distance(confidence, luck).reshape(shape)


def _distance(confidence: Array, right: Array) -> Array:
    """Return Σ over bins of |Σ right − Σ confidence| / samples, run by run."""
    places = np.clip((confidence * BINS).astype(np.intp), 0, BINS - 1)
    gap = right - confidence
    sums = [np.abs(np.where(places == place, gap, 0.0).sum(axis=1)) for place in range(BINS)]
    found: Array = np.sum(sums, axis=0) / confidence.shape[1]
    return found


def silent(contest: Contest) -> tuple[Array, Array]:
    """Return the share of hidden units with slope 0 on all test data, and of activations that are exactly 0."""
    network, data = parts(contest)
    with np.errstate(all="ignore"):
        network.forward(data.test_inputs)
        layers = [layer for layer in network.layers if isinstance(layer, Groups)]
        dead = np.concatenate([(layer.slopes() == 0).all(axis=1) for layer in layers], axis=1).mean(axis=1)
        zeros = np.mean([(layer.forward(layer.inputs) == 0).mean(axis=(1, 2)) for layer in layers], axis=0)
    shape = (len(contest.units), -1)
    return dead.reshape(shape), zeros.reshape(shape)


def parts(contest: Contest) -> tuple[Chain, Data]:
    """Return the trained networks of a contest that is over, and their data."""
    assert contest.network is not None
    assert contest.data is not None
    return contest.network, contest.data


def _scores(network: Chain, inputs: Array, data: Data) -> Array:
    with np.errstate(all="ignore"):
        return accuracy(network.forward(inputs), data.test_labels)


def _rounded_pass(network: Chain, known: Array, inputs: Array) -> Array:
    """Return the outputs for `inputs` in eight bits, with the ranges that `known` has without rounding."""
    with np.errstate(all="ignore"):
        for layer in network.layers:
            known = layer.forward(known)
            if isinstance(layer, Dense):
                weights = layer.weights.value
                most = np.abs(weights).max(axis=(1, 2), keepdims=True)
                inputs = inputs @ rounded(weights, -most, most) + layer.biases.value
            else:
                low, high = known.min(axis=(1, 2), keepdims=True), known.max(axis=(1, 2), keepdims=True)
                inputs = rounded(layer.forward(inputs), low, high)
    return inputs


def rounded(values: Array, low: Array, high: Array) -> Array:
    """Return `values` moved to the nearest of 256 even marks from `low` to `high`; what lies beyond, to the ends."""
    step = np.maximum(high - low, 1e-300) / STEPS
    found: Array = low + np.rint((np.clip(values, low, high) - low) / step) * step
    return found
