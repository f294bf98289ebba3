"""Where outputs pile up: the histogram of f(z) for standard normal z, and whether an eye tells two apart."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.sessions.games.exhibits import Heap, Spread
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.questions.generate.looks import Look

WIDTH = 0.25
REACH = 10  # bins to each side of the one around 0; the outermost hold what lies beyond
SEEN = 1 / 6  # of the highest column: a difference that an eye sees in one bin
BINS = 2  # that must differ by so much
MASS = 0.15  # share of the outputs that must lie elsewhere


@lru_cache(maxsize=256)
def heap(look: Look) -> tuple[float, ...]:
    """Return the exact share of each bin for z ~ N(0, 1)."""
    import numpy as np

    from tutor.activations.calculus.shares import shares

    edges = np.array([WIDTH * (place + 0.5) for place in range(-REACH, REACH)])
    values = dict(look.parameters)
    found = shares(lambda z: np.searchsorted(edges, look.record.value(z, **values), side="right"), edges.size + 1)
    return tuple(found.tolist())


def apart(one: Look, other: Look) -> bool:
    """Say whether an eye tells two histograms apart: enough lies elsewhere, in more bins than one."""
    gaps = [abs(a - b) for a, b in zip(heap(one), heap(other), strict=True)]
    most = max(*heap(one), *heap(other))
    return sum(gaps) / 2 >= MASS and sum(gap >= SEEN * most for gap in gaps) >= BINS


def distance(one: Look, other: Look) -> float:
    """Return the share of the outputs that lies elsewhere (total variation)."""
    return sum(abs(a - b) for a, b in zip(heap(one), heap(other), strict=True)) / 2


def spread(looks: Sequence[Look], names: Sequence[Text] = ()) -> Spread:
    """Return the histograms of some functions over the same bins, without names where none are given."""
    called = list(names) or [Text.same("")] * len(looks)
    heaps = tuple(Heap(name, heap(look)) for look, name in zip(looks, called, strict=True))
    return Spread(heaps, -WIDTH * REACH, WIDTH)
