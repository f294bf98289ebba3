"""Multi-layer perceptrons, many at a time: how they are built and how their weights begin.

A run is one network; its weights depend on its own name and the seed alone, so the same run comes out
the same whatever is trained beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.layers import Activate, Chain, Dense, Normalise, Residual
from tutor.labs.normals import normals

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tutor.labs.functions import Unit
    from tutor.labs.layers import Layer
    from tutor.labs.normals import Array

Start = Literal["he", "xavier", "lecun"]
Norm = Literal["none", "batch", "layer"]
STARTS: tuple[Start, ...] = ("he", "xavier", "lecun")
NORMS: tuple[Norm, ...] = ("none", "batch", "layer")


@dataclass(frozen=True, slots=True)
class Shape:
    """A perceptron: sizes from the inputs to the outputs, how weights begin, and what stands between layers.

    `gain` multiplies the weights that `start` prescribes. A residual path goes around every hidden layer
    whose input and output have the same size; normalisation stands before the activation.
    """

    sizes: tuple[int, ...]
    start: Start = "he"
    gain: float = 1.0
    norm: Norm = "none"
    residual: bool = False


def deviation(start: Start, inputs: int, outputs: int) -> float:
    """Return the standard deviation of weights: √(2/n), √(2/(n + m)) or √(1/n).

    He et al. 2015; Glorot & Bengio 2010; LeCun et al. 1998.
    """
    match start:
        case "he":
            return float(np.sqrt(2 / inputs))
        case "xavier":
            return float(np.sqrt(2 / (inputs + outputs)))
        case "lecun":
            return float(np.sqrt(1 / inputs))


def weights(inputs: int, outputs: int, deviation: float, runs: Sequence[object], *seed: object) -> Array:
    """Return normal weights (runs, inputs, outputs); a run's depend on its name in `runs` and the seed."""
    return np.stack([normals((inputs, outputs), "weights", *seed, run) for run in runs]) * deviation


def perceptron(
    shape: Shape, hidden: Unit | Callable[[int], Layer], runs: Sequence[object], seed: object = "network"
) -> Chain:
    """Return a network for every run: dense layers with `hidden` between them, and plain outputs.

    `hidden` is a function for all hidden layers, or makes the layer that follows the dense layer number i (from 0).
    """
    made: list[Layer] = []
    last = len(shape.sizes) - 2
    for place, (inputs, outputs) in enumerate(zip(shape.sizes, shape.sizes[1:], strict=False)):
        scale = deviation(shape.start, inputs, outputs) * (shape.gain if place < last else 1.0)
        dense = Dense(weights(inputs, outputs, scale, runs, seed, place))
        if place == last:
            made.append(dense)
            continue
        block: list[Layer] = [dense]
        if shape.norm != "none":
            block.append(Normalise(len(runs), outputs, axis=1 if shape.norm == "batch" else 2))
        block.append(hidden(place) if callable(hidden) else Activate(hidden))
        made += [Residual(block)] if shape.residual and inputs == outputs else block
    return Chain(made)


def dense_layers(network: Chain) -> list[Dense]:
    """Return the dense layers of a network from the inputs to the outputs, also those inside residual blocks."""
    found: list[Dense] = []
    for layer in network.layers:
        if isinstance(layer, Dense):
            found.append(layer)
        elif isinstance(layer, Chain):
            found += dense_layers(layer)
    return found


def active_layers(network: Chain) -> list[Activate]:
    """Return the layers that apply a fixed function, in order."""
    found: list[Activate] = []
    for layer in network.layers:
        if isinstance(layer, Activate):
            found.append(layer)
        elif isinstance(layer, Chain):
            found += active_layers(layer)
    return found
