"""Signals and gradients in a deep random network: what the theory of wide layers says, and what is measured.

A layer is z_l = W_l·f(z_{l−1}) with `units` units and weights of variance σ_w²/units; biases are 0.
Both sides tell the mean square of z in each layer, and that of the gradient in each layer as a share
of the one in the last: the theory with q_{l+1} = σ_w²·E f(√q_l·z)² (Poole et al. 2016) and
χ_l = σ_w²·E f′(√q_l·z)² (Schoenholz et al. 2017), the measurement by running one network both ways.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.activations.calculus import gaussian
from tutor.labs.normals import normals

if TYPE_CHECKING:
    from tutor.activations.record import Activation
    from tutor.labs.normals import Array

SAMPLES = 16  # inputs whose mean is measured
UNITS, DEPTH = 100, 50
OVER = 1e60  # a signal beyond has exploded; its fourth power can still be computed


@dataclass(frozen=True, slots=True)
class Flow:
    """The mean square of the signal and of the gradient in layers 1 … depth; the last gradient is 1.

    Where a signal grew beyond all measure, it and the gradient before it are not told (nan).
    """

    lengths: tuple[float, ...]
    gradients: tuple[float, ...]

    @property
    def factor(self) -> float:
        """Return how much the size (not its square) of a gradient changes per layer, on average over the depth."""
        return float(self.gradients[0] ** (0.5 / (len(self.gradients) - 1)))


def expected(activation: Activation, sigma_w: float, depth: int = DEPTH) -> Flow:
    """Return what infinitely wide layers do; the inputs are such that the mean square of z is 1 in layer 1."""
    breaks = activation.breaks()
    lengths, growths = [1.0], [1.0]
    with np.errstate(all="ignore"):
        for _ in range(depth - 1):
            scale = float(np.sqrt(lengths[-1]))
            places = tuple(place / scale for place in breaks) if scale else ()
            growths.append(sigma_w**2 * _mean_square(activation, 1, scale, places))
            lengths.append(sigma_w**2 * _mean_square(activation, 0, scale, places))
    gradients = np.cumprod(growths[:0:-1])[::-1]
    return Flow(tuple(lengths), (*gradients.tolist(), 1.0))


def _mean_square(activation: Activation, order: int, scale: float, breaks: tuple[float, ...]) -> float:
    """Return E f(scale·z)² for order 0, E f′(scale·z)² for order 1."""
    if not 0 < scale < OVER:
        return float("nan") if scale else float(activation.derivative(0.0, order)) ** 2
    return gaussian.mean(lambda z: np.square(activation.derivative(scale * z, order)), breaks)


def measured(
    activation: Activation, sigma_w: float, depth: int = DEPTH, units: int = UNITS, seed: object = "flow"
) -> Flow:
    """Return what one random network does to random inputs, forward, and to random gradients, backward.

    The inputs are as long as `expected` takes them.
    Gradients enter the last layer as standard normal numbers, one set for each input.
    """
    weights = normals((depth, units, units), "weights", seed) * (sigma_w / np.sqrt(units))
    signal = normals((units, SAMPLES), "inputs", seed)
    signal *= np.sqrt(units / np.sum(signal**2, axis=0)) / sigma_w
    before: list[Array] = []
    with np.errstate(all="ignore"):
        for layer in weights:
            before.append(layer @ signal)
            signal = activation.value(before[-1])
        gradient = normals((units, SAMPLES), "gradients", seed)
        sizes = [np.ones(SAMPLES)]
        start = np.sum(gradient**2, axis=0)
        for layer, z in zip(weights[:0:-1], before[-2::-1], strict=True):
            gradient = (layer.T @ gradient) * activation.derivative(z)
            sizes.append(np.sum(gradient**2, axis=0) / start)
    lengths = tuple(float(np.mean(z**2)) for z in before)
    return Flow(lengths, tuple(float(np.mean(size)) for size in reversed(sizes)))
