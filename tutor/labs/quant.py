"""quant: outputs on a ruler of few marks, cheaper functions in place of one, and what a trained network makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs import standins
from tutor.labs.datasets import data
from tutor.labs.functions import quick, unit
from tutor.labs.layers import Activate
from tutor.labs.losses import accuracy
from tutor.labs.model import Step
from tutor.labs.network import Shape, active_layers, perceptron
from tutor.labs.normals import normals
from tutor.labs.optimisers import Adam
from tutor.labs.rounding import ends, rounded, step
from tutor.labs.telling import tell
from tutor.labs.training import Plan, train
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from tutor.labs.datasets import Data
    from tutor.labs.functions import Unit
    from tutor.labs.layers import Chain
    from tutor.labs.model import Result
    from tutor.labs.normals import Array
    from tutor.labs.settings import Settings
    from tutor.labs.standins import Standin

    Applied = Callable[[int, Array], Array]  # the place of a hidden layer, its pre-activations → its outputs

BITS = tuple(range(2, 11))
FEWER = (4, 2)  # bits that are tried beside the chosen ones
DRAWS = 4000
HIDDEN, SAMPLES, TESTS, RATE = 32, 400, 1000, 0.01
LOOK = 20  # steps of training between two looks
SOME = 4  # straight pieces that stand in for a function that has no cheaper double


@dataclass(frozen=True, slots=True)
class Ruler:
    """How far off rounding is: root mean square of each run for every number of bits, and the mean step."""

    errors: tuple[Array, ...]
    steps: tuple[float, ...]


@dataclass(slots=True)
class Found:
    """What is known by now."""

    unit: Unit
    units: tuple[Unit, ...]
    bits: int
    degree: int
    pieces: int
    reach: float
    size: float
    data: str
    runs: int
    steps: int
    rulers: dict[str, Ruler] = field(default_factory=dict)
    taken: int = 0  # steps of training
    plain: Array = field(default_factory=lambda: np.zeros(0))  # accuracy of the networks as they were trained
    outside: float = float("nan")  # share of the pre-activations beyond the reach
    altered: dict[str, Array] = field(default_factory=dict)  # accuracy of every run, by the kind of change

    @property
    def double(self) -> tuple[Text, Standin]:
        """Return the cheaper function that stands in for the chosen one, and its name."""
        name = standins.DOUBLES.get(self.unit.record.name if self.unit.record else "")
        if name is None:
            return tell("lab_quant.kind_pieces", n=SOME), standins.pieces(self.unit, SOME, self.reach)
        other = unit(name)
        return Text.same(other.name), standins.Standin(other.value, standins.COSTS[name], 0)


def run(settings: Settings) -> Iterator[Step]:
    """Round outputs, train networks, then change their activation in every way and count what they get right."""
    from tutor.labs.quant_told import result

    found = begun(settings)
    total = len(found.units) + 2 * (found.steps // LOOK) + len(kinds(found))

    def known() -> Result:
        return result(found)

    for done, doing in enumerate(_work(found, settings.seed), start=1):
        yield Step(min(done / total, 1.0), doing, known)
    yield Step(1.0, tell("lab_quant.done"), known)


def begun(settings: Settings) -> Found:
    """Return what a run with `settings` starts from."""
    return Found(
        unit=unit(settings.text("function")),
        units=tuple(unit(name) for name in dict.fromkeys(settings.texts("functions"))),
        bits=settings.whole("bits"),
        degree=settings.whole("degree"),
        pieces=settings.whole("pieces"),
        reach=settings.number("reach"),
        size=settings.number("size"),
        data=settings.text("data"),
        runs=settings.whole("runs"),
        steps=settings.whole("steps"),
    )


def kinds(found: Found) -> dict[str, Applied]:
    """Return the changes that are tried on trained networks, but for rounding, whose ranges are not known yet."""
    value = found.unit.value
    cut = standins.polynomial(found.unit, found.degree, found.reach).value
    raw = standins.polynomial(found.unit, found.degree, found.reach, ends=False).value
    lines = standins.pieces(found.unit, found.pieces, found.reach).value
    double = found.double[1].value
    return {
        "plain": lambda _, z: value(z),
        "double": lambda _, z: double(z),
        "polynomial": lambda _, z: cut(z),
        "pieces": lambda _, z: lines(z),
        "raw": lambda _, z: raw(z),
    }


def _work(found: Found, seed: str) -> Generator[Text, None, None]:
    """Yield what is at work after every piece of it."""
    for one in found.units:
        found.rulers[one.name] = ruler(one, found.size, found.runs, seed)
        yield tell("lab_quant.doing_ruler", name=one.name)
    samples = data(found.data, SAMPLES, TESTS, range(found.runs), seed)
    network = yield from _trained(found, found.unit, samples, seed)
    ranges, found.outside = _ranges(found, network, samples)
    changes = kinds(found)
    for bits in dict.fromkeys((found.bits, *FEWER)):
        changes[f"bits{bits}"] = _rounding(found.unit, ranges, bits)
    for kind, applied in changes.items():
        with np.errstate(all="ignore"):
            right = accuracy(passed(network, samples.test_inputs, applied), samples.test_labels)
        if kind == "plain":
            found.plain = right
        else:
            found.altered[kind] = right
        yield tell("lab_quant.doing_change")
    double = found.double[1]
    if double.kept == 0:  # a function of the catalogue: it can be trained with, too
        other = unit(standins.DOUBLES[found.unit.record.name if found.unit.record else ""])
        retrained = yield from _trained(found, other, samples, seed)
        right = accuracy(passed(retrained, samples.test_inputs, lambda _, z: other.value(z)), samples.test_labels)
        found.altered["retrained"] = right
        yield tell("lab_quant.doing_change")


def _trained(found: Found, one: Unit, samples: Data, seed: str) -> Generator[Text, None, Chain]:
    """Train a network for every run, from the same weights and with the same batches for every function."""
    shape = Shape((samples.features, HIDDEN, HIDDEN, samples.classes))
    network = perceptron(shape, quick(one), range(found.runs), seed)
    plan = Plan(range(found.runs), seed, found.steps)
    for seen in train(network, samples, Adam(network.parameters(), RATE), plan):
        found.taken = max(found.taken, seen.step)
        if seen.step % LOOK == 0:
            yield tell("lab_quant.doing_train", name=one.name, step=seen.step, steps=found.steps)
    return network


def _ranges(found: Found, network: Chain, samples: Data) -> tuple[list[tuple[Array, Array]], float]:
    """Return the range of each hidden layer's outputs on the training samples, and the share beyond the reach."""
    network.forward(samples.inputs)
    inner = [layer.inputs for layer in active_layers(network)]
    outside = float(np.mean([np.mean(np.abs(z) > found.reach) for z in inner]))
    return [ends(found.unit.value(z)) for z in inner], outside


def _rounding(one: Unit, ranges: list[tuple[Array, Array]], bits: int) -> Applied:
    return lambda place, z: rounded(one.value(z), *ranges[place], bits)


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


def ruler(one: Unit, size: float, runs: int, seed: str) -> Ruler:
    """Round what a function makes of normal numbers of deviation `size`; every run has a range of its own."""
    values = one.value(size * np.stack([normals((DRAWS,), "ruler", seed, number) for number in range(runs)]))
    low, high = ends(values)
    errors = [np.sqrt(np.mean((rounded(values, low, high, bits) - values) ** 2, axis=1)) for bits in BITS]
    return Ruler(tuple(errors), tuple(float(step(low, high, bits).mean()) for bits in BITS))
