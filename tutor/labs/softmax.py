"""softmax: temperature, short numbers, the Jacobian, and why attention divides by √d."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.attention import Shares, expected, scores, softmax, summed
from tutor.labs.formats import FORMATS, overflow
from tutor.labs.model import Step
from tutor.labs.telling import tell

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from tutor.labs.formats import Overflow
    from tutor.labs.model import Result
    from tutor.labs.normals import Array
    from tutor.labs.settings import Settings
    from tutor.text import Text

AT_ONCE = 1_500_000  # normal numbers for one piece of work: about 0.2 s, 100 MB
FRACTIONS = (1 / 16, 1 / 4, 1, 4)  # of the chosen dimension
JACOBIANS = 200
CLASSES = 5


@dataclass(frozen=True, slots=True)
class Jacobian:
    """What was found of diag(p) − ppᵀ: the largest sum of a row, the rank, the largest eigenvalue."""

    row: float
    rank: int
    norm: float


@dataclass(slots=True)
class Found:
    """What is known by now; the shares of every draw, plain and divided by √d, by dimension."""

    dimension: int
    dimensions: tuple[int, ...]  # ascending
    keys: int
    planned: int
    size: float  # standard deviation of the components of q and k
    scores: tuple[float, ...]
    temperatures: tuple[float, ...]
    formats: list[Overflow] = field(default_factory=list)
    drawn: list[Jacobian] = field(default_factory=list)
    plain: dict[int, list[Shares]] = field(default_factory=dict)
    divided: dict[int, list[Shares]] = field(default_factory=dict)
    theory: dict[bool, tuple[float, float]] = field(default_factory=dict)  # of the chosen dimension, divided or not

    def values(self, dimension: int, measure: str, *, divided: bool) -> Array:
        """Return `measure` of every draw by now: largest, slopes or entropy."""
        parts = (self.divided if divided else self.plain).get(dimension, [])
        return np.concatenate([getattr(part, measure) for part in parts]) if parts else np.zeros(0)

    @property
    def told(self) -> tuple[int, ...]:
        """Return the dimensions of which at least two draws are known."""
        return tuple(one for one in self.dimensions if self.values(one, "largest", divided=False).size > 1)


def run(settings: Settings) -> Iterator[Step]:
    """Try formats and Jacobians, then draw queries and keys for one dimension after another, the chosen one first."""
    from tutor.labs.softmax_told import result

    found = begun(settings)

    def known() -> Result:
        return result(found)

    total = found.planned * sum(found.dimensions)
    for done, doing in _work(found, settings.seed):
        yield Step(min(done / total, 1.0), doing, known)
    yield Step(1.0, tell("lab_softmax.done"), known)


def begun(settings: Settings) -> Found:
    """Return what a run with `settings` starts from."""
    dimension = settings.whole("dimension")
    return Found(
        dimension=dimension,
        dimensions=tuple(sorted({max(1, round(dimension * share)) for share in FRACTIONS})),
        keys=settings.whole("keys"),
        planned=settings.whole("draws"),
        size=settings.number("size"),
        scores=settings.numbers("scores"),
        temperatures=settings.numbers("temperatures"),
    )


def _work(found: Found, seed: str) -> Generator[tuple[int, Text], None, None]:
    """Yield how much is done, in components of q, and what is at work."""
    found.formats = [overflow(name) for name in FORMATS]
    found.drawn = [jacobian(softmax(row)) for row in scores(1, CLASSES, JACOBIANS, seed, "jacobian")]
    yield 0, tell("lab_softmax.doing_jacobian")
    for divided in (False, True):
        factor = found.size**2 / (sqrt(found.dimension) if divided else 1.0)
        found.theory[divided] = expected(found.dimension, found.keys, factor)
        yield 0, tell("lab_softmax.doing_theory", d=found.dimension)
    done = 0
    for dimension in sorted(found.dimensions, key=lambda one: (one != found.dimension, one)):
        for count in _draw(found, dimension, seed):
            done += count * dimension
            yield done, tell("lab_softmax.doing_draw", d=dimension)


def _draw(found: Found, dimension: int, seed: str) -> Iterator[int]:
    """Draw what is planned for a dimension, and yield how many draws each piece had."""
    piece = max(1, AT_ONCE // (dimension * (found.keys + 1)))
    for start in range(0, found.planned, piece):
        count = min(piece, found.planned - start)
        drawn = found.size**2 * scores(dimension, found.keys, count, seed, start)
        found.plain.setdefault(dimension, []).append(summed(softmax(drawn)))
        found.divided.setdefault(dimension, []).append(summed(softmax(drawn / sqrt(dimension))))
        yield count


def jacobian(shares: Array) -> Jacobian:
    """Return what is told about the Jacobian of softmax at `shares`."""
    matrix = np.diag(shares) - np.outer(shares, shares)
    values = np.linalg.eigvalsh(matrix)
    rank = int(np.sum(values > 1e-12 * max(float(values[-1]), 1e-300)))
    return Jacobian(float(np.abs(matrix.sum(axis=1)).max()), rank, float(values[-1]))
