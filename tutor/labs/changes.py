"""A trained network with other activations in it: rounded, or cheaper functions in place of the one it learned with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.layers import Activate
from tutor.labs.losses import accuracy
from tutor.labs.network import active_layers
from tutor.labs.rounding import ends, rounded

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.labs.datasets import Data
    from tutor.labs.functions import Unit
    from tutor.labs.layers import Chain
    from tutor.labs.normals import Array
    from tutor.labs.standins import Standin

    Applied = Callable[[int, Array], Array]  # the place of a hidden layer, its pre-activations → its outputs
    Ranges = list[tuple[Array, Array]]  # the smallest and the largest output of each hidden layer, for every run


def everywhere(standin: Unit | Standin) -> Applied:
    """Return the change that puts one function into every hidden layer."""
    return lambda _, z: standin.value(z)


def rounding(one: Unit, ranges: Ranges, bits: int) -> Applied:
    """Return the change that rounds each layer's outputs to marks of its own range."""
    return lambda place, z: rounded(one.value(z), *ranges[place], bits)


def ranges_of(one: Unit, network: Chain, samples: Data, reach: float) -> tuple[Ranges, float]:
    """Return each hidden layer's range on the training samples, and the share of pre-activations beyond `reach`."""
    network.forward(samples.inputs)
    inner = [layer.inputs for layer in active_layers(network)]
    outside = float(np.mean([np.mean(np.abs(z) > reach) for z in inner]))
    return [ends(one.value(z)) for z in inner], outside


def right(network: Chain, samples: Data, applied: Applied) -> Array:
    """Return the share of test samples that each run gets right with the activations that `applied` puts in."""
    with np.errstate(all="ignore"):
        return accuracy(passed(network, samples.test_inputs, applied), samples.test_labels)


def passed(network: Chain, x: Array, applied: Applied) -> Array:
    """Return the outputs of a network of dense and active layers with other activations in it."""
    place = 0
    for layer in network.layers:
        if isinstance(layer, Activate):
            x = applied(place, x)
            place += 1
        else:
            x = layer.forward(x)
    return x
