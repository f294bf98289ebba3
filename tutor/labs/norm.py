"""norm: what normalisation does to gradients in a deep random network, with several functions and paths."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, cast

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.functions import unit
from tutor.labs.layers import Normalise
from tutor.labs.model import Step
from tutor.labs.moments import moments
from tutor.labs.normals import normals
from tutor.labs.pacing import saying
from tutor.labs.telling import called, tell

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from tutor.labs.functions import Unit
    from tutor.labs.model import Result
    from tutor.labs.normals import Array
    from tutor.labs.settings import Settings

Setup = Literal["none", "batch", "layer", "batch+path", "layer+path"]
PAUSE = 2**18  # numbers in a layer times layers between two places where a run can be stopped
SETUPS: tuple[Setup, ...] = ("none", "batch", "layer", "batch+path", "layer+path")


@dataclass(slots=True)
class Found:
    """What is known by now.

    `sizes` are natural logarithms of the mean squared gradient in layers 0 … depth for each run so far, the last
    being 0; `peaks` the mean fourth power of the normalised signal in the last layer (3 for a normal one).
    `by_batch` are the growths of the first function with BatchNorm for each size of the batch.
    """

    units: tuple[Unit, ...]
    setups: tuple[Setup, ...]
    batches: tuple[int, ...]
    gain: float
    depth: int
    width: int
    batch: int
    planned: int
    sizes: dict[tuple[str, Setup], list[Array]] = field(default_factory=dict)
    peaks: dict[tuple[str, Setup], list[float]] = field(default_factory=dict)
    by_batch: dict[int, list[float]] = field(default_factory=dict)

    @property
    def first(self) -> Unit:
        """Return the function that it is about."""
        return self.units[0]

    @property
    def complete(self) -> int:
        """Return how many networks are finished with everything but other batches."""
        counts = [len(self.sizes.get((one.name, setup), ())) for one in self.units for setup in self.setups]
        return min(counts, default=0)

    def growths(self, name: str, setup: Setup) -> Array:
        """Return the factor on squared gradients per layer for each run, on geometric average over the layers."""
        return np.array([growth(one) for one in self.sizes.get((name, setup), ())])


def growth(sizes: Array) -> float:
    """Return the factor per layer; the step into the inputs is left out, they are no function's output."""
    return float(np.exp((sizes[1] - sizes[-1]) / (len(sizes) - 2)))


def run(settings: Settings) -> Iterator[Step]:
    """Send batches through the same random networks in every setup, and random gradients back."""
    from tutor.labs.norm_told import result

    found = begun(settings)
    total = found.planned * (len(found.units) * len(found.setups) + len(found.batches))

    def known() -> Result:
        return result(found)

    for done, one in _work(found, settings.seed):
        doing = tell("lab_norm.doing", name=called(one), done=found.complete, runs=found.planned)
        yield Step(done / total, doing, known)
    yield Step(1.0, tell("lab_norm.done"), known)


def begun(settings: Settings) -> Found:
    """Return what a run with `settings` starts from."""
    return Found(
        units=tuple(unit(name) for name in dict.fromkeys(settings.texts("functions"))),
        setups=cast("tuple[Setup, ...]", tuple(dict.fromkeys(settings.texts("setups")))),
        batches=tuple(sorted({int(size) for size in settings.numbers("batches")})),
        gain=settings.number("gain"),
        depth=settings.whole("depth"),
        width=settings.whole("units"),
        batch=settings.whole("batch"),
        planned=settings.whole("runs"),
    )


def _work(found: Found, seed: str) -> Iterator[tuple[int, Unit]]:
    """Yield how many pieces are done, and the function at work."""
    done = 0
    for number in range(found.planned):
        drawn = yield from saying(_weights(found, (seed, number)), (done, found.first))
        for one in found.units:
            for setup in found.setups:
                passed = _passed(one, setup, drawn, found.batch, (seed, number))
                sizes, peak = yield from saying(passed, (done, one))
                found.sizes.setdefault((one.name, setup), []).append(sizes)
                found.peaks.setdefault((one.name, setup), []).append(peak)
                done += 1
        for batch in found.batches:
            passed = _passed(found.first, "batch", drawn, batch, (seed, number))
            sizes, _ = yield from saying(passed, (done, found.first))
            found.by_batch.setdefault(batch, []).append(growth(sizes))
            done += 1


def _weights(found: Found, seed: object) -> Generator[None, None, list[Array]]:
    """Draw the weights of one network, (1, units, units) each."""
    drawn = []
    for layer in range(found.depth):
        drawn.append(normals((1, found.width, found.width), "weights", seed, layer) * found.gain / np.sqrt(found.width))
        yield
    return drawn


class Block:
    """h ← f(norm(h·W)), or h + f(norm(h·W)) with a path around it; without gradients of weights: nothing learns."""

    def __init__(self, one: Unit, setup: Setup, weights: Array) -> None:
        self.one, self.weights, self.path = one, weights, setup.endswith("+path")
        axis = {"none": 0, "batch": 1, "layer": 2}[setup.partition("+")[0]]
        self.norm = Normalise(1, weights.shape[2], axis) if axis else None
        self.z = weights

    def forward(self, h: Array) -> Array:
        """Return the output of the block."""
        self.z = h @ self.weights
        if self.norm:
            self.z = self.norm.forward(self.z)
        return self.one.value(self.z) + (h if self.path else 0.0)

    def backward(self, gradient: Array) -> Array:
        """Return the gradient at the input of the block."""
        inner = gradient * self.one.slope(self.z)
        if self.norm:
            inner = self.norm.backward(inner)
        found: Array = inner @ self.weights.swapaxes(1, 2) + (gradient if self.path else 0.0)
        return found


def _passed(
    one: Unit, setup: Setup, drawn: list[Array], batch: int, seed: object
) -> Generator[None, None, tuple[Array, float]]:
    """Send one batch through a network and a gradient back; return the sizes of the gradient, and the peak."""
    shape = (1, batch, drawn[0].shape[1])
    signal, gradient = normals(shape, "in", seed), normals(shape, "out", seed)
    gradient /= np.sqrt(np.mean(gradient**2))
    blocks = [Block(one, setup, weights) for weights in drawn]
    sizes = [0.0]
    pause = max(1, PAUSE // signal.size)
    with np.errstate(all="ignore"):
        for place, block in enumerate(blocks):
            signal = block.forward(signal)
            if place % pause == 0:
                yield
        for place, block in enumerate(reversed(blocks)):
            gradient = block.backward(gradient)
            square = float(np.mean(gradient**2))
            sizes.append(sizes[-1] + float(np.log(square)))
            gradient = gradient / np.sqrt(square) if square > 0 else gradient
            if place % pause == 0:
                yield
        z = blocks[-1].z
        return np.array(sizes[::-1]), float(np.mean(z**4) / np.mean(z**2) ** 2)


def foreseen(one: Unit, setup: Setup) -> float | None:
    """Return the factor on squared gradients per layer in wide layers and large batches of normal signals.

    BatchNorm takes off the mean before it measures: E f′²/Var f; LayerNorm does not notice it: E f′²/E f².
    Where nothing normalises, or a path goes around, the factor changes from layer to layer: None.
    """
    found = moments(one)
    match setup:
        case "batch":
            below = found.variance
        case "layer":
            below = found.square
        case _:
            return None
    return found.slope_square / below if below > 0 else None
