"""Small problems to learn, drawn afresh for every run: features (runs, samples, inputs), labels (runs, samples).

Features are standardised with the mean and deviation of the training samples alone; half of the samples
of a class or more are never guaranteed, except where a class is defined by an arc.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.normals import normals, uniforms

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from tutor.labs.normals import Array

    Labels = NDArray[np.int64]
    Maker = Callable[[int, object, object], tuple[Array, Labels]]

INFORMATIVE, FEATURES = 10, 20


@dataclass(frozen=True, slots=True)
class Data:
    """Samples to learn from and samples to be judged by, for each run; `classes` is how many labels there are."""

    inputs: Array
    labels: Labels
    test_inputs: Array
    test_labels: Labels
    classes: int

    @property
    def features(self) -> int:
        """Return the number of inputs of a sample."""
        return int(self.inputs.shape[2])


def clusters(samples: int, *seed: object) -> tuple[Array, Labels]:
    """Return two classes of two normal clouds each in 10 dimensions, with 10 features of noise beside them.

    The centres are corners of a cube with edge 2; every cloud has its own linear distortion, so that a
    straight border does not do. One label in a hundred is flipped.
    """
    corners = np.sign(normals((4, INFORMATIVE), "corners", *seed))
    cloud = np.floor(uniforms((samples,), "cloud", *seed) * 4).astype(np.int64)
    shapes = normals((4, INFORMATIVE, INFORMATIVE), "shapes", *seed) / np.sqrt(INFORMATIVE)
    spread = np.einsum("nij,ni->nj", shapes[cloud], normals((samples, INFORMATIVE), "spread", *seed))
    noise = normals((samples, FEATURES - INFORMATIVE), "noise", *seed)
    labels = cloud % 2
    flipped = uniforms((samples,), "flipped", *seed) < 0.01
    return np.concatenate([corners[cloud] + 1.5 * spread, noise], axis=1), np.where(flipped, 1 - labels, labels)


def moons(samples: int, *seed: object) -> tuple[Array, Labels]:
    """Return two half circles that reach into each other, with noise of deviation 0.2."""
    labels = np.arange(samples) % 2
    angle = np.pi * uniforms((samples,), "angle", *seed)
    upper = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    lower = np.stack([1 - np.cos(angle), 0.5 - np.sin(angle)], axis=1)
    points = np.where(labels[:, None] == 0, upper, lower)
    return points + 0.2 * normals((samples, 2), "noise", *seed), labels


def spirals(samples: int, *seed: object) -> tuple[Array, Labels]:
    """Return two spirals of one and a half turns around each other, with noise of deviation 0.1."""
    labels = np.arange(samples) % 2
    turn = np.sqrt(uniforms((samples,), "turn", *seed))
    angle = 3 * np.pi * turn + np.pi * labels
    points = 2 * turn[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return points + 0.1 * normals((samples, 2), "noise", *seed), labels


def xor(samples: int, *seed: object) -> tuple[Array, Labels]:
    """Return four clouds at (±1, ±1), deviation 0.45: class 1 where the signs differ."""
    signs = np.where(uniforms((samples, 2), "signs", *seed) < 0.5, -1.0, 1.0)
    labels = (signs[:, 0] * signs[:, 1] < 0).astype(np.int64)
    return signs + 0.45 * normals((samples, 2), "noise", *seed), labels


MAKERS: dict[str, Callable[..., tuple[Array, Labels]]] = {
    "clusters": clusters,
    "moons": moons,
    "spirals": spirals,
    "xor": xor,
}


def data(name: str, samples: int, tests: int, runs: Sequence[object], seed: object) -> Data:
    """Return the problem called `name` for every run; a run's samples depend on its name and the seed only."""
    drawn = [MAKERS[name](samples + tests, name, seed, run) for run in runs]
    inputs, labels = np.stack([one for one, _ in drawn]), np.stack([one for _, one in drawn])
    mean = inputs[:, :samples].mean(axis=1, keepdims=True)
    deviation = inputs[:, :samples].std(axis=1, keepdims=True)
    inputs = (inputs - mean) / deviation
    return Data(inputs[:, :samples], labels[:, :samples], inputs[:, samples:], labels[:, samples:], 2)
