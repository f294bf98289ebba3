"""learnable: PReLU's α, Swish's β and ACON-C's β learn along with the weights; does the network get any better?

Every function is trained four ways from the same seeds, on the same data in the same batches: its number
fixed, learned, learned under weight decay, learned at a faster pace. Runs of one number form pairs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs import network
from tutor.labs.datasets import data
from tutor.labs.losses import cross_entropy
from tutor.labs.model import Step
from tutor.labs.optimisers import Descent
from tutor.labs.shapes import SHAPES, Shaped
from tutor.labs.training import Plan, judged, train
from tutor.text.wording import both

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tutor.labs.datasets import Data
    from tutor.labs.layers import Chain
    from tutor.labs.model import Result
    from tutor.labs.normals import Array
    from tutor.labs.settings import Settings
    from tutor.labs.shapes import Shape

WAYS = ("fixed", "learned", "decay", "pace")  # in this order along the runs
SAMPLES, TESTS, BATCH = 256, 1000, 32
MOMENTUM = 0.9
NUDGE = 1e-6  # of the number, for finite differences
EVERY = 5  # steps between two that are shown


@dataclass(slots=True)
class Trial:
    """One function, trained four ways. `numbers` are (ways, runs, layers), `accuracy` is (ways, runs)."""

    shape: Shape
    layers: list[Shaped]
    gap: float  # largest difference to finite differences, as a share of the largest gradient
    course: list[tuple[int, Array]] = field(default_factory=list)
    accuracy: Array | None = None

    @property
    def numbers(self) -> Array:
        """Return where the numbers stand now, nan in runs that exploded."""
        found = np.stack([layer.number.value[:, 0, 0] for layer in self.layers], axis=1)
        found = np.where(np.abs(found) < 1e6, found, np.nan)
        return found.reshape(len(WAYS), -1, len(self.layers))


@dataclass(slots=True)
class Found:
    """What is known by now: a trial for every function that was begun."""

    settings: Settings
    trials: list[Trial] = field(default_factory=list)

    @property
    def shapes(self) -> tuple[str, ...]:
        """Return the functions that were asked for, each once."""
        return tuple(dict.fromkeys(self.settings.texts("shapes")))

    @property
    def ended(self) -> tuple[Trial, ...]:
        """Return the trials that were trained to the end."""
        return tuple(trial for trial in self.trials if trial.accuracy is not None)


def run(settings: Settings) -> Iterator[Step]:
    """Train function after function, all its ways and seeds side by side."""
    from tutor.labs.learnable_told import result

    found = Found(settings)
    steps = settings.whole("steps")

    def known() -> Result:
        return result(found)

    for place, name in enumerate(found.shapes):
        for step in _trained(found, name):
            done = (place + step / steps) / len(found.shapes)
            symbol = SHAPES[name].symbol
            yield Step(done, both("lab_learnable.doing", name=symbol, step=step, steps=steps), known)
    yield Step(1.0, both("lab_learnable.done"), known)


def _trained(found: Found, name: str) -> Iterator[int]:
    """Yield the number of steps taken, every few of them, while one function learns."""
    settings = found.settings
    names = tuple(range(settings.whole("runs"))) * len(WAYS)
    samples = data(settings.text("data"), SAMPLES, TESTS, names, settings.seed)
    net, layers = _network(settings, SHAPES[name], names, samples.features)
    trial = Trial(SHAPES[name], layers, gap(net, layers, samples))
    found.trials.append(trial)
    plan = Plan(names, settings.seed, settings.whole("steps"), BATCH)
    optimiser = Descent(net.parameters(), settings.number("rate"), MOMENTUM)
    trial.course.append((0, trial.numbers))
    for seen in train(net, samples, optimiser, plan):
        if seen.step % EVERY == 0 or seen.step == plan.steps:
            trial.course.append((seen.step, trial.numbers))
            yield seen.step
    losses, accuracy = judged(net, samples)
    trial.accuracy = np.where(np.isfinite(losses), accuracy, np.nan).reshape(len(WAYS), -1)


def _network(settings: Settings, shape: Shape, names: tuple[int, ...], features: int) -> tuple[Chain, list[Shaped]]:
    """Return a network for every way and seed, and its layers that learn their shape."""
    runs = len(names) // len(WAYS)
    pace = np.repeat([0.0, 1.0, 1.0, settings.number("pace")], runs)
    decay = np.repeat([0.0, 0.0, settings.number("decay"), 0.0], runs)
    hidden = [settings.whole("units")] * settings.whole("depth")
    layers = [Shaped(shape, pace, decay) for _ in hidden]
    sizes = network.Shape((features, *hidden, 2))
    return network.perceptron(sizes, lambda place: layers[place], names, settings.seed), layers


def gap(net: Chain, layers: list[Shaped], samples: Data) -> float:
    """Return how far the parameters' gradients are from finite differences, as a share of the largest one."""
    inputs, labels = samples.inputs[:, :BATCH], samples.labels[:, :BATCH]

    def losses() -> Array:
        return cross_entropy(net.forward(inputs), labels)[0]

    with np.errstate(all="ignore"):
        net.backward(cross_entropy(net.forward(inputs), labels)[1])
        own = np.stack([layer.own.ravel() for layer in layers])
        return float(np.max(np.abs(own - _differences(layers, losses))) / np.max(np.abs(own)))


def _differences(layers: list[Shaped], losses: Callable[[], Array]) -> Array:
    """Return (loss(p + h) − loss(p − h))/2h for the number of every layer, (layers, runs)."""
    found = []
    for layer in layers:
        kept = layer.number.value.copy()
        layer.number.value = kept + NUDGE
        above = losses()
        layer.number.value = kept - NUDGE
        found.append((above - losses()) / (2 * NUDGE))
        layer.number.value = kept
    return np.stack(found)
