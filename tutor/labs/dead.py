"""dead: what kills units, at birth and in training, what rescues them, and for which data they are dead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.datasets import data
from tutor.labs.dead_arms import BATCH, SHIFT, STRETCH, Found, arms
from tutor.labs.dead_told import result
from tutor.labs.groups import Groups, repeated
from tutor.labs.model import Step
from tutor.labs.network import Shape, dense_layers, perceptron
from tutor.labs.optimisers import Adam, Descent
from tutor.labs.telling import tell
from tutor.labs.training import Plan, judged, train

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.labs.datasets import Data
    from tutor.labs.layers import Chain
    from tutor.labs.normals import Array
    from tutor.labs.optimisers import Optimiser
    from tutor.labs.settings import Settings

MOMENTUM = 0.9
TESTS = 500
LOOKS = 40  # how often the dead are counted


def run(settings: Settings) -> Iterator[Step]:
    """Train all arms side by side on the same data and count the dead on the way."""
    found = Found(settings, arms(settings))
    names = list(range(settings.whole("runs")))
    problems = data(settings.text("data"), settings.whole("samples"), TESTS, names, settings.seed)
    samples = repeated(problems, len(found.arms))
    network, optimiser = begun(found, problems.features, names)
    steps = settings.whole("steps")
    plan = Plan(names * len(found.arms), settings.seed, steps, BATCH)
    looks = {round(steps * (look / LOOKS) ** 2) for look in range(LOOKS + 1)}  # closer together at first
    look(found, 0, network, samples)
    yield Step(0.0, tell("lab_dead.born"), lambda: result(found))
    for seen in train(network, samples, optimiser, plan):
        if seen.step in looks:
            look(found, seen.step, network, samples)
        yield Step(0.95 * seen.step / steps, tell("lab_dead.training"), lambda: result(found))
    finish(found, network, samples)
    yield Step(1.0, tell("lab_dead.judged"), lambda: result(found))


def begun(found: Found, features: int, names: list[int]) -> tuple[Chain, Optimiser]:
    """Return the networks of all arms, the same draws in each, and what trains them."""
    settings, count = found.settings, len(names)
    sizes = (features, *[settings.whole("width")] * settings.whole("layers"), 2)
    units = [arm.unit for arm in found.arms]
    network = perceptron(Shape(sizes), lambda _: Groups(units), names * len(units), settings.seed)
    for dense in dense_layers(network)[:-1]:
        dense.weights.value *= np.repeat([arm.weights for arm in found.arms], count)[:, None, None]
        dense.biases.value += np.repeat([arm.bias for arm in found.arms], count)[:, None, None]
    rates = settings.number("rate") * np.repeat([arm.rate for arm in found.arms], count)
    if settings.text("optimiser") == "adam":
        return network, Adam(network.parameters(), rates)
    return network, Descent(network.parameters(), rates, MOMENTUM)


def look(found: Found, step: int, network: Chain, samples: Data) -> None:
    """Count the dead on all training data."""
    found.steps.append(step)
    found.shares.append(_shares(network, samples.inputs)[0].reshape(len(found.arms), -1))


def finish(found: Found, network: Chain, samples: Data) -> None:
    """Judge the networks, and count the dead of the arm "rate" on other data than they learned from."""
    shape = (len(found.arms), -1)
    found.accuracy = judged(network, samples)[1].reshape(shape)
    found.negative = _shares(network, samples.inputs)[1].reshape(shape)
    others = {
        "batch": samples.inputs[:, :BATCH],
        "training": samples.inputs,
        "test": samples.test_inputs,
        "shifted": samples.test_inputs + SHIFT,
        "stretched": samples.test_inputs * STRETCH,
    }
    for name, inputs in others.items():
        found.elsewhere[name] = _shares(network, inputs)[0].reshape(shape)[found.place("rate")]


def _shares(network: Chain, inputs: Array) -> tuple[Array, Array]:
    """Return the share of hidden units whose slope, and of those whose input, is never above 0 on `inputs`."""
    with np.errstate(all="ignore"):
        network.forward(inputs)
        layers = [layer for layer in network.layers if isinstance(layer, Groups)]
        flat = [(layer.slopes() == 0).all(axis=1) for layer in layers]
        below = [(layer.inputs <= 0).all(axis=1) for layer in layers]
    return np.mean(np.concatenate(flat, axis=1), axis=1), np.mean(np.concatenate(below, axis=1), axis=1)
