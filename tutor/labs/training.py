"""Training of many networks at once, step by step, so that whoever watches can stop at any of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.losses import accuracy, cross_entropy
from tutor.labs.normals import uniforms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from tutor.labs.datasets import Data
    from tutor.labs.layers import Chain
    from tutor.labs.normals import Array
    from tutor.labs.optimisers import Optimiser


@dataclass(frozen=True, slots=True)
class Seen:
    """What one step saw: its number from 1, and each run's loss on the batch before the step, (runs,)."""

    step: int
    losses: Array


@dataclass(frozen=True, slots=True)
class Plan:
    """How long to train: `steps` of `batch` samples, for the `runs` by name, with the chance of `seed`."""

    runs: Sequence[object]
    seed: object
    steps: int = 300
    batch: int = 64


def train(network: Chain, data: Data, optimiser: Optimiser, plan: Plan) -> Iterator[Seen]:
    """Yield after every step; each run draws its own batches, by its name and the seed alone.

    A run whose loss is no number any more stays where it is: its gradients are set to 0.
    """
    orders = [_Order(data.inputs.shape[1], plan.batch, (plan.seed, run)) for run in plan.runs]
    rows = np.arange(len(orders))[:, None]
    for step in range(1, plan.steps + 1):
        chosen = np.stack([order.next() for order in orders])
        with np.errstate(all="ignore"):
            scores = network.forward(data.inputs[rows, chosen])
            losses, gradient = cross_entropy(scores, data.labels[rows, chosen])
            network.backward(gradient)
            stop_lost(network, losses)
            optimiser.step()
        yield Seen(step, losses)


def stop_lost(network: Chain, losses: Array) -> None:
    """Set the gradients of runs to 0 that have lost their way."""
    lost = ~np.isfinite(losses)
    for parameter in network.parameters():
        gone = lost | ~np.isfinite(parameter.gradient).all(axis=tuple(range(1, parameter.gradient.ndim)))
        if gone.any():
            parameter.gradient[gone] = 0.0


class _Order:
    """Batches of one run: every sample once, then all of them in another order."""

    def __init__(self, samples: int, batch: int, name: tuple[object, ...]) -> None:
        self.samples, self.batch, self.name = samples, min(batch, samples), name
        self.epoch = 0
        self.left: NDArray[np.int64] = np.zeros(0, dtype=np.int64)

    def next(self) -> NDArray[np.int64]:
        if self.left.size < self.batch:
            self.epoch += 1
            self.left = np.argsort(uniforms((self.samples,), "order", *self.name, self.epoch), kind="stable")
        taken, self.left = self.left[: self.batch], self.left[self.batch :]
        return taken


def judged(network: Chain, data: Data) -> tuple[Array, Array]:
    """Return loss and accuracy on the samples kept aside, each (runs,)."""
    with np.errstate(all="ignore"):
        scores = network.forward(data.test_inputs)
        return cross_entropy(scores, data.test_labels)[0], accuracy(scores, data.test_labels)
