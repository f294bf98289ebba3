"""selu: mean and variance of activations through a deep random network, weights drawn in several ways."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, cast

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.functions import unit
from tutor.labs.model import Step
from tutor.labs.moments import DENSITY, GRID, OVER, moments
from tutor.labs.normals import normals, uniforms
from tutor.labs.pacing import finished, saying
from tutor.labs.telling import called, tell

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping

    from tutor.labs.functions import Unit
    from tutor.labs.model import Result
    from tutor.labs.normals import Array
    from tutor.labs.settings import Settings
    from tutor.text import Text

Weights = Literal["lecun", "xavier", "uniform", "he", "default", "identity"]
# The variance of the weights times the number of inputs of a unit; all layers are square.
VARIANCES: Mapping[Weights, float] = {"lecun": 1.0, "xavier": 1.0, "uniform": 1.0, "he": 2.0, "default": 1 / 3}
SAMPLES = 64
FEW = 2  # layers of theory between two pauses
NUDGE = 1.1  # inputs that are so much larger, and smaller, tell how fast a deviation shrinks
NUDGED = 8  # layers in which that is watched: later what is left of it drowns


@dataclass(slots=True)
class Found:
    """What is known by now. Tracks are (depth + 1, 2): mean and variance of layer 0, the inputs, and on."""

    units: tuple[Unit, ...]
    weights: tuple[Weights, ...]
    depth: int
    width: int
    planned: int
    inputs: tuple[float, float]  # mean and deviation
    theory: dict[tuple[str, Weights], Array] = field(default_factory=dict)
    runs: dict[tuple[str, Weights], list[Array]] = field(default_factory=dict)
    shrunk: list[float] = field(default_factory=list)
    shrinks: float = 1.0

    @property
    def first(self) -> Unit:
        """Return the function that it is about."""
        return self.units[0]

    @property
    def complete(self) -> int:
        """Return how many networks are finished."""
        return min((len(tracks) for tracks in self.runs.values()), default=0)

    def tracks(self, name: str, weights: Weights) -> Array:
        """Return the tracks of the finished networks, (runs, depth + 1, 2)."""
        return np.stack(self.runs[name, weights])


def run(settings: Settings) -> Iterator[Step]:
    """Send standard samples through every function with every kind of weights, one network after another."""
    from tutor.labs.selu_told import result

    found = begun(settings)
    total = found.depth * found.planned

    def known() -> Result:
        return result(found)

    for name in _foresee(found):
        yield Step(0.0, tell("lab_selu.doing", name=name, done=0, runs=found.planned), known)
    for number in range(found.planned):
        for layer in _network(found, (settings.seed, number)):
            doing = tell("lab_selu.doing", name=called(found.first), done=number, runs=found.planned)
            yield Step((number * found.depth + layer) / total, doing, known)
    yield Step(1.0, tell("lab_selu.done"), known)


def begun(settings: Settings) -> Found:
    """Return what a run with `settings` starts from."""
    return Found(
        units=tuple(unit(name) for name in dict.fromkeys(settings.texts("functions"))),
        weights=cast("tuple[Weights, ...]", tuple(dict.fromkeys(settings.texts("weights")))),
        depth=settings.whole("depth"),
        width=settings.whole("units"),
        planned=settings.whole("runs"),
        inputs=(settings.number("shift"), settings.number("scale")),
    )


def _foresee(found: Found) -> Iterator[Text]:
    """Compute what very wide layers do, function by function."""
    mean, deviation = found.inputs
    for one in found.units:
        for kind in found.weights:
            work = foreseen(one, kind, mean, deviation, found.depth)
            found.theory[one.name, kind] = yield from saying(work, called(one))
    watched = min(NUDGED, found.depth)
    works = (foreseen(found.first, "lecun", mean, deviation * by, watched) for by in (NUDGE, 1 / NUDGE))
    found.shrinks = shrinking(*(finished(work) for work in works))


def foreseen(one: Unit, kind: Weights, mean: float, deviation: float, depth: int) -> Generator[None, None, Array]:
    """Return (μ, ν) layer by layer in theory, (depth + 1, 2), pausing now and then.

    Weights of mean 0 make pre-activations of N(0, τ·(ν + μ²)); the identity only nests the function in itself.
    """
    if kind == "identity":
        yield
        return _nested(one, mean, deviation, depth)
    track = [(mean, deviation**2)]
    for layer in range(depth):
        mu, nu = track[-1]
        found = moments(one, 0.0, float(np.sqrt(VARIANCES[kind] * (nu + mu**2))))
        track.append((found.mean, found.variance))
        if layer % FEW == 0:
            yield
    return np.array(track)


def _nested(one: Unit, mean: float, deviation: float, depth: int) -> Array:
    values = mean + deviation * GRID
    track = [(mean, deviation**2)]
    with np.errstate(all="ignore"):
        for _ in range(depth):
            values = one.value(values)
            middle = float(values @ DENSITY)
            track.append((middle, float(np.square(values - middle) @ DENSITY)))
    return np.array(track)


def shrinking(above: Array, below: Array) -> float:
    """Return the share of a deviation of the variance (as a ratio) that one layer leaves."""
    with np.errstate(all="ignore"):
        gaps = np.log(above[:, 1] / below[:, 1])
        return float(np.abs(gaps[-1] / gaps[0]) ** (1 / (len(gaps) - 1)))


def _network(found: Found, seed: object) -> Generator[int, None, None]:
    """Run one network, all functions and weights, and yield after each layer; then its tracks are known."""
    mean, deviation = found.inputs
    inputs = mean + deviation * normals((found.width, SAMPLES), "in", seed)
    signals = {(one.name, kind): inputs for one in found.units for kind in found.weights}
    tracks = {key: [_moments(inputs)] for key in signals}
    nudged = mean + (inputs - mean) * np.array([NUDGE, 1 / NUDGE])[:, None, None]
    gaps = [[_moments(one) for one in nudged]]
    for layer in range(found.depth):
        drawn = _drawn(found, (seed, layer))
        with np.errstate(all="ignore"):
            for one in found.units:
                for kind in found.weights:
                    key = (one.name, kind)
                    z = signals[key] if kind == "identity" else drawn[kind] @ signals[key]
                    signals[key] = one.value(z)
                    tracks[key].append(_moments(signals[key]))
            if layer < NUDGED:
                nudged = found.first.value(drawn["lecun"] @ nudged)
                gaps.append([_moments(one) for one in nudged])
        yield layer
    for key, track in tracks.items():
        found.runs.setdefault(key, []).append(np.array(track))
    both = np.array(gaps)
    found.shrunk.append(shrinking(both[:, 0], both[:, 1]))


def _drawn(found: Found, seed: object) -> dict[Weights, Array]:
    """Draw the weights of one layer; kinds of one shape are the same numbers, larger or smaller."""
    units = found.width
    bell = normals((units, units), "bell", seed) / np.sqrt(units)
    flat = (2 * uniforms((units, units), "flat", seed) - 1) * np.sqrt(3 / units)
    shapes = {kind: flat if kind in {"uniform", "default"} else bell for kind in VARIANCES}
    return {kind: shapes[kind] * np.sqrt(variance) for kind, variance in VARIANCES.items()}


def _moments(signal: Array) -> tuple[float, float]:
    """Return mean and variance over units and samples; nan where they are beyond all measure."""
    mean, variance = float(signal.mean()), float(signal.var())
    return (mean, variance) if variance < OVER else (float("nan"), float("nan"))
