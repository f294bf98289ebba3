"""quant: outputs on a ruler of few marks, cheaper functions in place of one, and what a trained network makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs import standins
from tutor.labs.changes import everywhere, ranges_of, right, rounding
from tutor.labs.datasets import data
from tutor.labs.functions import quick, unit
from tutor.labs.model import Step
from tutor.labs.network import Shape, perceptron
from tutor.labs.optimisers import Adam
from tutor.labs.rounding import ruler
from tutor.labs.telling import tell
from tutor.labs.training import Plan, train
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from tutor.labs.changes import Applied, Ranges
    from tutor.labs.datasets import Data
    from tutor.labs.functions import Unit
    from tutor.labs.layers import Chain
    from tutor.labs.model import Result
    from tutor.labs.normals import Array
    from tutor.labs.rounding import Ruler
    from tutor.labs.settings import Settings
    from tutor.labs.standins import Standin

FEWER = (4, 2)  # bits that are tried beside the chosen ones
HIDDEN, SAMPLES, TESTS, RATE = 32, 400, 1000, 0.01
LOOK = 20  # steps of training between two looks
SOME = 4  # straight pieces that stand in for a function that has no cheaper double


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
    def other(self) -> Unit | None:
        """Return the cheaper function of the catalogue that stands in for the chosen one, if there is one."""
        name = standins.DOUBLES.get(self.unit.record.name if self.unit.record else "")
        return None if name is None else unit(name)

    @property
    def double(self) -> tuple[Text, Standin]:
        """Return the name of what stands in for the chosen function, and it: few straight pieces without another."""
        other = self.other
        if other is None or other.record is None:
            return tell("lab_quant.kind_pieces", n=SOME), standins.pieces(self.unit, SOME, self.reach)
        return Text.same(other.name), standins.Standin(other.value, standins.COSTS[other.record.name], 0)

    @property
    def rounded(self) -> tuple[int, ...]:
        """Return the numbers of bits that are tried, the chosen one first."""
        return tuple(dict.fromkeys((self.bits, *FEWER)))

    @property
    def kinds(self) -> tuple[str, ...]:
        """Return every change of a complete run, in the order in which they are told."""
        retrained = () if self.other is None else ("retrained",)
        return (*(f"bits{one}" for one in self.rounded), "double", *retrained, "polynomial", "raw", "pieces")


def run(settings: Settings) -> Iterator[Step]:
    """Round outputs, train networks, then change their activation in every way and count what they get right."""
    from tutor.labs.quant_told import result

    found = begun(settings)
    total = len(found.units) + 2 * (found.steps // LOOK) + len(found.kinds)

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


def _work(found: Found, seed: str) -> Generator[Text, None, None]:
    """Yield what is at work after every piece of it."""
    for one in found.units:
        found.rulers[one.name] = ruler(one, found.size, found.runs, seed)
        yield tell("lab_quant.doing_ruler", name=one.name)
    samples = data(found.data, SAMPLES, TESTS, range(found.runs), seed)
    network = yield from _trained(found, found.unit, samples, seed)
    ranges, found.outside = ranges_of(found.unit, network, samples, found.reach)
    found.plain = right(network, samples, everywhere(found.unit))
    for kind, applied in _kinds(found, ranges).items():
        found.altered[kind] = right(network, samples, applied)
        yield tell("lab_quant.doing_change")
    other = found.other
    if other is not None:
        retrained = yield from _trained(found, other, samples, seed)
        found.altered["retrained"] = right(retrained, samples, everywhere(other))
        yield tell("lab_quant.doing_change")


def _kinds(found: Found, ranges: Ranges) -> dict[str, Applied]:
    """Return the changes that are tried on trained networks."""
    made = {f"bits{bits}": rounding(found.unit, ranges, bits) for bits in found.rounded}
    return made | {
        "double": everywhere(found.double[1]),
        "polynomial": everywhere(standins.polynomial(found.unit, found.degree, found.reach)),
        "raw": everywhere(standins.polynomial(found.unit, found.degree, found.reach, ends=False)),
        "pieces": everywhere(standins.pieces(found.unit, found.pieces, found.reach)),
    }


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
