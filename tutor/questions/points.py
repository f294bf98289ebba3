"""Where two formulas are compared: simple places first, then far ones, drawn ones and the places around kinks."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tutor import chance
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Domain = tuple[float, float]

# In the order in which a difference is told: the simplest x at which it shows.
SIMPLE = (0.0, 1.0, -1.0, 2.0, -2.0, 0.5, -0.5, 3.0, -3.0, 5.0, -5.0, 0.1, -0.1, 10.0, -10.0, 1.7, -1.3)
FAR = (20.0, -20.0, 30.0, -30.0, 100.0, -100.0, 300.0, -300.0, 1e3, -1e3, 1e4, -1e4)
DRAWN = 24
NEAR, WIDE = 6.0, 60.0
GOLDEN = 0.6180339887498949  # multiples of it fill an interval evenly (Weyl 1916)
BESIDE = 0.01  # so far from a kink both sides of it are looked at
MOST_KINKS = 24


def points(domain: Domain | None, kinks: Iterable[float], *seed: object) -> tuple[float, ...]:
    """Return the places inside the domain, each once; `seed` draws those in between."""
    low, high = domain or (-FAR[-2], FAR[-2])
    found = [*SIMPLE, *((low, high) if domain else ()), *FAR, *_drawn(domain, seed), *_around(kinks)]
    return tuple(dict.fromkeys(float(x) + 0.0 for x in found if low <= x <= high))


def _drawn(domain: Domain | None, seed: tuple[object, ...]) -> Iterator[float]:
    """Yield evenly spread places with three digits each, most of them where activations bend."""
    start = chance.fraction(*seed)
    for count in range(DRAWN):
        share = (start + count * GOLDEN) % 1
        low, high = domain or ((-WIDE, WIDE) if count % 3 == 0 else (-NEAR, NEAR))
        yield short(low + share * (high - low))


def _around(kinks: Iterable[float]) -> Iterator[float]:
    """Yield the places beside each kink, the kink itself, halfway to the next, and what is hard by."""
    places = sorted({round(kink, 9) for kink in kinks})[:MOST_KINKS]
    for place in places:
        width = BESIDE * max(1.0, abs(place))
        yield from (short(place - width), short(place + width))
    yield from places
    yield from ((before + after) / 2 for before, after in pairwise(places))
    yield from (place + part * BESIDE * max(1.0, abs(place)) for place in places for part in (-0.01, 0.01))


def short(x: float) -> float:
    """Return `x` as it is shown: what a learner reads is where it was computed."""
    return float(f"{x:.3g}")


def told(x: float) -> str:
    """Return an x with as many digits as it has, at most nine."""
    digits = next((n for n in range(3, 10) if float(f"{x:.{n - 1}e}") == x), 9)
    return significant(x, digits)
