"""The frame of a panel: how high it must be, and curves cut exactly at its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when a picture is made

from tutor.pictures.model import Axis

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tutor.pictures.model import Point, Segment
    from tutor.pictures.sampling import Array, Piece, Trace

AIR = 0.04  # of the height, left free above and below
NEARBY = 0.25  # of the height: a root that starts between two places belongs to it, a pole does not
POLE = (5.0, 95.0)  # per cent of the values that a panel with a pole must show
SPIKE = 4.0  # how many times higher than these values the rest must be to be left out


def height(traces: Sequence[Trace]) -> Axis | None:
    """Return a vertical axis that shows all curves, poles cut off; None when no curve has a finite value."""
    even = np.concatenate([trace.even for trace in traces])
    even = even[np.isfinite(even)]
    values = np.concatenate([even, *(_extremes(trace, even) for trace in traces)])
    if not values.size:
        return None
    low, high = float(values.min()), float(values.max())
    if even.size and any(trace.has_pole for trace in traces):
        low, high = _without_poles(even, low, high)
    return roomy(low, high)


def _extremes(trace: Trace, even: Array) -> Array:
    """Return what the even places may miss: both sides of a kink, an edge; of a curve with poles only nearby."""
    ends = np.array([end for piece in trace.pieces for end in (piece.ys.min(), piece.ys.max())])
    if not (trace.has_pole and even.size):
        return ends
    nearby = NEARBY * float(np.ptp(even))
    near: Array = ends[(ends >= even.min() - nearby) & (ends <= even.max() + nearby)]
    return near


def _without_poles(values: Array, low: float, high: float) -> tuple[float, float]:
    usual = np.percentile(values, POLE)
    span = float(usual[1] - usual[0])
    if span <= 0 or high - low <= SPIKE * span:
        return low, high
    return max(low, float(usual[0]) - span / 2), min(high, float(usual[1]) + span / 2)


def roomy(low: float, high: float) -> Axis:
    """Return [low, high] with some air; a flat curve stands in the middle of a panel of sensible height."""
    if high - low <= 1e-9 * max(abs(low), abs(high)):
        half = abs(high) / 2 or 1.0
        return Axis(low - half, high + half)
    air = AIR * (high - low)
    return Axis(low - air, high + air)


def cut(piece: Piece, y: Axis) -> Iterator[Segment]:
    """Yield the parts of a piece inside the axis; where it leaves, its last point lies exactly on the edge."""
    xs, ys = _with_crossings(piece.xs, piece.ys, y)
    inside = (ys >= y.low) & (ys <= y.high)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], inside, [False]]).astype(np.int8)))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        yield tuple(_points(xs[start:end], ys[start:end]))


def _points(xs: Array, ys: Array) -> Iterator[Point]:
    return zip(xs.tolist(), ys.tolist(), strict=True)


def _with_crossings(xs: Array, ys: Array, y: Axis) -> tuple[Array, Array]:
    """Add the places where straight lines between the points meet the edges."""
    new_xs, new_ys, at = [np.zeros(0)], [np.zeros(0)], [np.zeros(0, dtype=np.intp)]
    for edge in (y.low, y.high):
        below = ys < edge
        index = np.flatnonzero(below[:-1] != below[1:])
        share = (edge - ys[index]) / (ys[index + 1] - ys[index])
        new_xs.append(xs[index] + share * (xs[index + 1] - xs[index]))
        new_ys.append(np.full(index.size, edge))
        at.append(index + 1)
    order = np.argsort(np.concatenate([np.arange(xs.size), np.concatenate(at) - 0.5]), kind="stable")
    all_xs, all_ys = np.concatenate([xs, *new_xs])[order], np.concatenate([ys, *new_ys])[order]
    order = np.argsort(all_xs, kind="stable")
    return all_xs[order], all_ys[order]
