"""One deep random network at several gains, forward and backward: a_l = f(g·W_l·a_{l−1}), l = 1 … depth.

The weights W have variance 1/units and are the same for all functions and gains, the inputs are standard
normal, the biases 0. Sizes are kept as powers of ten, so that 10⁻³⁰⁰ and less can be told: half the common
logarithm of the mean square, which is that of the root mean square.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log10
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.moments import OVER, moments
from tutor.labs.normals import normals

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from tutor.labs.functions import Unit
    from tutor.labs.normals import Array

FEW = 2  # layers of theory between two pauses
SAMPLES = 16  # inputs whose mean square is measured
PAUSE = 2**23  # numbers moved between two places where a run can be stopped


@dataclass(frozen=True, slots=True)
class Sizes:
    """Powers of ten: `signals` of z in layers 1 … depth, `gradients` at a in layers 0 … depth, the last being 0.

    One row for each gain. nan where a signal grew beyond all measure, −∞ where nothing is left.
    """

    signals: Array
    gradients: Array


@dataclass(frozen=True, slots=True)
class Net:
    """The chance of one network: weights (depth, units, units), inputs and last gradients (units, samples)."""

    weights: Array
    inputs: Array
    gradients: Array


def net(depth: int, units: int, seed: object) -> Generator[None, None, Net]:
    """Draw a network, pausing now and then."""
    layers = []
    for layer in range(depth):
        layers.append(normals((units, units), "weights", seed, layer) / np.sqrt(units))
        if layer % max(1, PAUSE // (64 * units**2)) == 0:
            yield
    return Net(np.stack(layers), normals((units, SAMPLES), "in", seed), normals((units, SAMPLES), "out", seed))


def measured(unit: Unit, gains: Sequence[float], drawn: Net) -> Generator[None, None, Sizes]:
    """Return what the network does with `unit` between its layers, pausing now and then."""
    scales = np.asarray(gains)[:, None]
    pre: list[Array] = []
    signals = []
    signal = np.broadcast_to(drawn.inputs[:, None, :], (len(drawn.inputs), len(gains), SAMPLES))
    pause = max(1, PAUSE // (16 * len(drawn.inputs) * len(gains) * SAMPLES))
    with np.errstate(all="ignore"):
        for place, weights in enumerate(drawn.weights):
            pre.append(_turned(weights, signal) * scales)
            signals.append(_power(pre[-1]))
            signal = unit.value(pre[-1])
            if place % pause == 0:
                yield
    gradients = yield from _back(unit, scales, drawn, pre)
    lost = np.isnan(np.stack(signals)).any(axis=0)
    gradients[:, lost] = np.nan
    return Sizes(np.stack(signals).T, gradients.T)


def _back(unit: Unit, scales: Array, drawn: Net, pre: list[Array]) -> Generator[None, None, Array]:
    """Return the power of the gradient in layers 0 … depth; it is brought back to size 1 in every layer."""
    gradient = np.repeat(drawn.gradients[:, None, :], len(scales), axis=1)
    gradient = gradient / np.sqrt(np.mean(gradient**2, axis=(0, 2), keepdims=True))
    powers = [np.zeros(len(scales))]
    pause = max(1, PAUSE // (16 * gradient.size))
    for place in range(len(pre) - 1, -1, -1):
        with np.errstate(all="ignore"):
            gradient = _turned(drawn.weights[place].T, gradient * unit.slope(pre[place])) * scales
            size = np.sqrt(np.mean(gradient**2, axis=(0, 2), keepdims=True))
            powers.append(powers[-1] + np.log10(size[0, :, 0]))
            gradient = np.where(size > 0, gradient / size, 0.0)
        if place % pause == 0:
            yield
    return np.stack(powers[::-1])


def _turned(weights: Array, signal: Array) -> Array:
    found: Array = (weights @ signal.reshape(len(weights), -1)).reshape(signal.shape)
    return found


def _power(signal: Array) -> Array:
    """Return log₁₀ of the root mean square for each gain; nan beyond all measure."""
    size = np.sqrt(np.mean(np.square(signal), axis=(0, 2)))
    return np.where(size < OVER, np.log10(size), np.nan)


def expected(unit: Unit, gain: float, depth: int) -> Generator[None, None, Sizes]:
    """Return what infinitely wide layers do: q ← g²·E f(√q·z)², and squared gradients × g²·E f′(√q·z)²."""
    signals, growths = [log10(gain)], []
    for layer in range(depth):
        found = moments(unit, 0.0, 10.0 ** signals[-1])
        growths.append(_half_log(gain**2 * found.slope_square))
        signals.append(_half_log(gain**2 * found.square))
        if layer % FEW == 0:
            yield
    gradients = np.concatenate([np.cumsum(growths[::-1])[::-1], [0.0]])
    return Sizes(np.array([signals[:-1]]), gradients[None])


def _half_log(square: float) -> float:
    if square == 0:
        return float("-inf")
    return log10(square) / 2 if 0 < square < OVER**2 else float("nan")
