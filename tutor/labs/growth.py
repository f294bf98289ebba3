"""How much gradients grow in each layer of a deep random network whose weights keep the signal at size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.normals import normals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.labs.functions import Unit
    from tutor.labs.normals import Array

WIDTH, SAMPLES = 100, 16


def networks(depth: int, runs: int, seed: object) -> Iterator[Array]:
    """Yield the weights of one random network after another, (depth, width, width), of variance 1/width."""
    for run in range(runs):
        yield normals((depth, WIDTH, WIDTH), "growth", seed, run) / np.sqrt(WIDTH)


@dataclass(frozen=True, slots=True)
class Growth:
    """What one network did: the factor on squared gradients per layer, and the last layer's mean square."""

    factor: float
    length: float


def growth(unit: Unit, gain: float, weights: Array, seed: object) -> Growth:
    """Return what one network does; the factor is the geometric mean over its layers.

    The weights are multiplied by `gain`; signals enter with the mean square 1, gradients as standard normal
    numbers. In theory, for wide layers, the factor is χ₁ = gain²·E f′² as long as signals keep their size.
    The factor is nan where a signal or a gradient leaves what numbers can hold, or gradients are 0.
    """
    signal = normals((SAMPLES, WIDTH), "signal", seed)
    signal *= np.sqrt(WIDTH / np.sum(signal**2, axis=1, keepdims=True))
    slopes: list[Array] = []
    before = signal
    with np.errstate(all="ignore"):
        for layer in weights:
            before = signal @ (layer if not slopes else gain * layer)
            slopes.append(unit.slope(before))
            signal = unit.value(before)
        gradient = normals((SAMPLES, WIDTH), "gradient", seed)
        start = np.mean(gradient**2)
        for layer, slope in zip(weights[:0:-1], slopes[-2::-1], strict=True):
            gradient = (gradient @ (gain * layer).T) * slope
        ratio = float(np.mean(gradient**2) / start)
        length = float(np.mean(before**2))
    return Growth(ratio ** (1 / (len(weights) - 1)) if 0 < ratio < np.inf else float("nan"), length)
