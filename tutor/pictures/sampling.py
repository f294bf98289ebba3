"""A function as pieces of points: dense, cut where it jumps or has no finite value, exact at its kinks.

Whoever draws connects the points of a piece, so a false vertical line cannot appear: poles and jumps
that nobody declared are found by halving the interval between two neighbours that are far apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when a picture is made

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from tutor.activations.expression.function import Function

    Array = NDArray[np.float64]

POINTS = 601  # more than twice the dots of the widest terminal plot
BESIDE = 1e-9  # of the range: how near to a kink its two sides are asked for
HALVINGS = 45
FAR_APART = 0.02  # of the height: neighbours closer than that cannot hide a jump that is seen
HUGEST = 1e120  # values beyond are as good as infinite: products of heights must stay finite


@dataclass(frozen=True, slots=True)
class Piece:
    """Points of an unbroken stretch, x ascending."""

    xs: Array
    ys: Array


@dataclass(frozen=True, slots=True)
class Trace:
    """A function over a range: its pieces, and the values at evenly spaced places (for the height of the frame)."""

    pieces: tuple[Piece, ...]
    even: Array
    has_pole: bool = False


def trace(function: Function, low: float, high: float) -> Trace:
    """Return the pieces of `function` on [low, high]. Raises `UsageError` when that takes too much work."""
    even_xs = np.linspace(low, high, POINTS)
    even = _finite(function.value(even_xs))
    kinks = np.array([place for place in function.breaks() if low < place < high])
    beside = BESIDE * (high - low)
    xs = np.sort(np.concatenate([even_xs, kinks - beside, kinks, kinks + beside]))
    xs = xs[(xs >= low) & (xs <= high) & np.concatenate([[True], np.diff(xs) > 0])]
    ys = _finite(function.value(xs))
    height = _height(even)
    xs, ys = _with_edges(function.value, xs, ys)
    cuts = _jumps(function.value, xs, ys, height)
    xs, ys, has_pole = _with_jumps(cuts, xs, ys, height)
    return Trace(_pieces(xs, ys), even, has_pole)


def _finite(values: Array) -> Array:
    """Return the values, nan where they are infinite or beyond all measure."""
    return np.where(np.abs(values) < HUGEST, values, np.nan)


def _height(values: Array) -> float:
    known = values[np.isfinite(values)]
    return float(np.ptp(known)) if known.size else 0.0


def _with_edges(value: Callable[[Array], Array], xs: Array, ys: Array) -> tuple[Array, Array]:
    """Add the last place with a finite value beside every place without one."""
    known = np.isfinite(ys)
    before = np.flatnonzero(known[:-1] != known[1:])
    if not before.size:
        return xs, ys
    inside = np.where(known[before], xs[before], xs[before + 1])
    outside = np.where(known[before], xs[before + 1], xs[before])
    for _ in range(HALVINGS):
        middle = (inside + outside) / 2
        fine = np.isfinite(_finite(value(middle)))
        inside, outside = np.where(fine, middle, inside), np.where(fine, outside, middle)
    found = inside[~np.isin(inside, xs)]
    order = np.argsort(np.concatenate([xs, found]), kind="stable")
    return np.concatenate([xs, found])[order], np.concatenate([ys, _finite(value(found))])[order]


@dataclass(frozen=True, slots=True)
class Jumps:
    """Where the function jumps: after the sample `index`, from (left, before) to (right, after)."""

    index: NDArray[np.intp]
    left: Array
    before: Array
    right: Array
    after: Array


def _jumps(value: Callable[[Array], Array], xs: Array, ys: Array, height: float) -> Jumps:
    """Return the neighbours between which the difference does not shrink when the interval does."""
    apart = np.abs(np.diff(ys))
    index = np.flatnonzero(apart > FAR_APART * height) if height else np.zeros(0, dtype=np.intp)
    left, right = xs[index], xs[index + 1]
    before, after = ys[index], ys[index + 1]
    for _ in range(HALVINGS if index.size else 0):
        middle = (left + right) / 2
        there = value(middle)
        there = np.where(np.isnan(there), before, np.clip(there, -HUGEST, HUGEST))
        to_left = np.abs(there - before) > np.abs(after - there)
        right, after = np.where(to_left, middle, right), np.where(to_left, there, after)
        left, before = np.where(to_left, left, middle), np.where(to_left, before, there)
    real = np.abs(after - before) > apart[index] / 2
    return Jumps(index[real], left[real], before[real], right[real], after[real])


def _with_jumps(jumps: Jumps, xs: Array, ys: Array, height: float) -> tuple[Array, Array, bool]:
    """Put both sides of every jump between its neighbours, with a gap between them."""
    at = np.repeat(jumps.index + 1, 3)
    new_xs = np.stack([jumps.left, (jumps.left + jumps.right) / 2, jumps.right], axis=-1).ravel()
    new_ys = np.stack([jumps.before, np.full_like(jumps.left, np.nan), jumps.after], axis=-1).ravel()
    grown = np.maximum(np.abs(jumps.before), np.abs(jumps.after)) > 1e3 * height
    return np.insert(xs, at, new_xs), np.insert(ys, at, new_ys), bool(grown.any() or np.isnan(ys).any())


def _pieces(xs: Array, ys: Array) -> tuple[Piece, ...]:
    """Return the stretches of finite values."""
    known = np.isfinite(ys)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], known, [False]]).astype(np.int8)))
    spans = zip(edges[::2], edges[1::2], strict=True)
    return tuple(Piece(xs[start:end], ys[start:end]) for start, end in spans)
