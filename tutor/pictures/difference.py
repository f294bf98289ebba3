"""Where two curves differ: which lies higher and where, where they are furthest apart, where their signs are opposite.

Numbers only; the sentences stand elsewhere. It sees what lies between the ends of a range, nothing beyond.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import numpy as np  # noqa: TID253 - loaded only when a picture is made

from tutor.pictures.curves import check_range, function, lines_of
from tutor.pictures.sampling import BESIDE

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Array = NDArray[np.float64]

Higher = Literal["first", "second", "neither"]
WINNERS: dict[int, Higher] = {1: "first", -1: "second", 0: "neither"}
POINTS = 1201  # odd, so that the middle of a symmetric range is among them
UNKNOWN = 9  # in the place of a sign: one of the two has no finite value
SAME = 1e-12  # of the largest value: less is rounding
FINE, ROUNDS = 101, 5  # a place is found by looking closer, 50 times closer at each round
DIGITS = 9  # of a place: what is left of rounding is dropped


@dataclass(frozen=True, slots=True)
class Part:
    """An interval of x in which one curve lies higher, or neither does."""

    low: float
    high: float
    higher: Higher


@dataclass(frozen=True, slots=True)
class Apart:
    """Where two curves are furthest apart, and their values there; `side` −1 or 1 is just left or right of a jump."""

    x: float
    first: float
    second: float
    side: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """How two curves differ over `range`.

    `parts` go from left to right, `meet` are the places where the curves touch inside a part, `opposite`
    are the parts in which one is positive (the one that is higher) and the other negative; `apart` is
    None when a value is not finite, `gap` the distance when it is the same everywhere.
    """

    names: tuple[str, str]
    range: tuple[float, float]
    parts: tuple[Part, ...]
    meet: tuple[float, ...] = ()
    opposite: tuple[Part, ...] = ()
    apart: Apart | None = None
    gap: float | None = None


def difference(first: str, second: str, x: tuple[float, float]) -> Difference:
    """Return how two expressions differ as functions of x.

    Raises `UsageError` for a bad range, `ExpressionError` for an expression that is no function of x.
    """
    check_range(x)
    lines = lines_of((first, second), 0, {})
    one, other = (function(line) for line in lines[:2])
    kinks = sorted({place for place in (*one.breaks(), *other.breaks()) if x[0] <= place <= x[1]})
    pair = Pair(one.value, other.value, x, tuple(kinks))
    with np.errstate(all="ignore"):
        return pair.compared((lines[0].name, lines[1].name))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two functions on a range, with the places where either may jump."""

    first: Callable[[Array], Array]
    second: Callable[[Array], Array]
    range: tuple[float, float]
    kinks: tuple[float, ...]

    def compared(self, names: tuple[str, str]) -> Difference:
        """Return the difference of the two."""
        xs = self.places()
        one, other = self.first(xs), self.second(xs)
        known = np.isfinite(one) & np.isfinite(other)
        values = np.abs(np.concatenate([one[known], other[known]]))
        least = SAME * max(1e-300, float(np.max(values, initial=0.0)))
        parts, meet = self._parts(xs, lambda at: self._higher(at, least))
        opposite, _ = self._parts(xs, lambda at: self._opposed(at, least))
        opposed = tuple(part for part in opposite if part.higher != "neither")
        apart, gap = None, None
        if known.all() and any(part.higher != "neither" for part in parts):
            apart, gap = self._apart(xs, one - other), _constant(one - other, least)
        return Difference(names, self.range, parts, meet, opposed, apart, gap)

    def places(self) -> Array:
        """Return evenly spaced places and both sides of every kink, without the kinks themselves."""
        low, high = self.range
        beside = BESIDE * (high - low)
        even = np.linspace(low, high, POINTS)
        kinks = np.array(self.kinks)
        near = (
            np.any(np.abs(even[:, None] - kinks[None, :]) <= beside, axis=1) if kinks.size else np.zeros(POINTS, bool)
        )
        found = np.sort(np.concatenate([even[~near], kinks - beside, kinks + beside]))
        inside: Array = found[(found >= low) & (found <= high)]
        return inside

    def _gap(self, xs: Array) -> Array:
        return self.first(xs) - self.second(xs)

    def _higher(self, xs: Array, least: float) -> Array:
        """Return the sign of the gap at each place."""
        return _signs(self._gap(xs), least)

    def _opposed(self, xs: Array, least: float) -> Array:
        """Return the sign of the first where the second has the other one, else 0."""
        one, other = _signs(self.first(xs), least), _signs(self.second(xs), least)
        known = (one != UNKNOWN) & (other != UNKNOWN)
        return np.where(known, np.where(one * other < 0, one, 0), UNKNOWN)

    def _parts(self, xs: Array, look: Callable[[Array], Array]) -> tuple[tuple[Part, ...], tuple[float, ...]]:
        """Return the stretches of one sign, and the single places at which the sign is 0 between two alike."""
        signs = _to_the_ends(look(xs))
        edges = [0, *(np.flatnonzero(np.diff(signs)) + 1).tolist(), len(signs)]
        runs = list(pairwise(edges))
        touched = {start for start, end in runs if end - start == 1 and not signs[start] and 0 < start < len(xs) - 1}
        meet = tuple(_tidy(xs[at]) for at in sorted(touched) if signs[at - 1] == signs[at + 1])
        parts: list[Part] = []
        for start, end in runs:
            if start in touched or signs[start] == UNKNOWN:
                continue
            low = self.range[0] if start == 0 else self._edge(xs, start, look, touched)
            high = self.range[1] if end == len(xs) else self._edge(xs, end, look, touched)
            higher = WINNERS[int(signs[start])]
            if parts and (parts[-1].higher, parts[-1].high) == (higher, low):
                low = parts.pop().low
            parts.append(Part(low, high, higher))
        return tuple(parts), meet

    def _edge(self, xs: Array, index: int, look: Callable[[Array], Array], touched: set[int]) -> float:
        """Return the place between the samples `index` − 1 and `index` at which the sign changes."""
        left, right = float(xs[index - 1]), float(xs[index])
        beside = 2 * BESIDE * (self.range[1] - self.range[0])
        for kink in self.kinks:
            if left - beside <= kink <= right + beside:
                return _tidy(kink)
        for at in (index - 1, index):
            if at in touched:
                return _tidy(xs[at])
        for _ in range(ROUNDS):
            fine = np.linspace(left, right, FINE)
            changed = np.flatnonzero(np.diff(look(fine)))
            if not changed.size:
                break
            left, right = float(fine[changed[0]]), float(fine[changed[0] + 1])
        return _tidy((left + right) / 2)

    def _apart(self, xs: Array, gaps: Array) -> Apart:
        """Return where the curves are furthest apart; of two places alike the one further to the right."""
        index = _largest(np.abs(gaps))
        left, right = float(xs[max(0, index - 1)]), float(xs[min(len(xs) - 1, index + 1)])
        beside = 2 * BESIDE * (self.range[1] - self.range[0])
        for kink in self.kinks:
            if abs(xs[index] - kink) <= beside:
                return self._at(float(xs[index]), _tidy(kink), int(np.sign(xs[index] - kink)))
        for _ in range(ROUNDS):
            fine = np.linspace(left, right, FINE)
            best = _largest(np.abs(self._gap(fine)))
            left, right = float(fine[max(0, best - 1)]), float(fine[min(FINE - 1, best + 1)])
        at = round(float(fine[best]), DIGITS // 2)
        return self._at(at, at, 0)

    def _at(self, x: float, told: float, side: int) -> Apart:
        one, other = (float(function(np.array([x]))[0]) for function in (self.first, self.second))
        smooth = all(abs(a - b) < 1e-6 * (1 + abs(a)) for a, b in self._both_sides(told, one, other)) if side else True
        return Apart(told + 0.0, one, other, 0 if smooth else side)

    def _both_sides(self, kink: float, one: float, other: float) -> tuple[tuple[float, float], ...]:
        """Return the values beside a kink, each with the one at it: where they agree, nothing jumps."""
        there = np.array([kink])
        return ((one, float(self.first(there)[0])), (other, float(self.second(there)[0])))


def _signs(values: Array, least: float) -> Array:
    """Return −1, 0 or 1 for each value, UNKNOWN where it is not finite."""
    found: Array = np.where(np.abs(values) <= least, 0, np.sign(values))
    return np.where(np.isfinite(values), found, UNKNOWN)


def _to_the_ends(signs: Array) -> Array:
    """Return the signs without a 0 that stands alone at an end: what meets there differs up to it."""
    found = signs.copy()
    for end, beside in ((0, 1), (-1, -2)):
        if found[end] == 0 and found[beside] != UNKNOWN:
            found[end] = found[beside]
    return found


def _largest(sizes: Array) -> int:
    """Return the place of the largest; of several the last."""
    return int(np.flatnonzero(sizes >= sizes.max() * (1 - SAME))[-1])


def _constant(gaps: Array, least: float) -> float | None:
    """Return the gap when it is the same everywhere and not 0."""
    if not gaps.size or float(np.ptp(gaps)) > 10 * least or abs(float(gaps[0])) <= least:
        return None
    return abs(float(gaps.mean()))


def _tidy(x: float) -> float:
    """Return a place without what rounding left of it; never −0."""
    return round(float(x), DIGITS) + 0.0
