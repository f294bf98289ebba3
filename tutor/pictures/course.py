"""How a curve runs from left to right: what it does, where it turns, where it comes from and goes to.

Computed from slopes, not from differences of values: σ still rises where it is 1 to all digits.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import floor, log10
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when a picture is made

from tutor.activations.calculus.curve import GRID
from tutor.activations.calculus.limits import end_values
from tutor.activations.calculus.roots import SECTIONS, narrowed
from tutor.errors import UsageError
from tutor.pictures.model import Course, Move, MoveKind, Stretch

if TYPE_CHECKING:
    from tutor.activations.expression.function import Function
    from tutor.pictures.model import Point
    from tutor.pictures.sampling import Array, Piece, Trace

MOST_MOVES = 7  # more cannot be followed by ear
LEVEL = 1e-9  # relative: what differs less is the same
NOTHING = 1e-5  # of the height: shown as 0
NARROW = 1e-6  # of the range: beside a kink rounding decides
POLE = 1e6  # times the height: as good as infinite
KINDS: dict[int, MoveKind] = {-1: "falls", 0: "stays", 1: "rises"}


@dataclass(frozen=True, slots=True)
class Scale:
    """The range looked at and the height of the curve there: what is small and what is large."""

    low: float
    high: float
    height: float

    @property
    def narrow(self) -> float:
        """Return the width of what is only a point."""
        return NARROW * (self.high - self.low)

    def x(self, value: float) -> float:
        """Return a place without the noise of a search."""
        return round(value, -floor(log10(self.narrow))) if abs(value) > self.narrow else 0.0

    def y(self, value: float) -> float:
        """Return a value: 0 for next to nothing, ±∞ beside a pole."""
        if abs(value) > POLE * self.height:
            return float(np.copysign(np.inf, value))
        return 0.0 if abs(value) <= NOTHING * self.height else value


def course(function: Function, trace: Trace, low: float, high: float) -> Course:
    """Return the course of a traced function on [low, high], from and to its limits when nothing turns outside."""
    known = trace.even[np.isfinite(trace.even)]
    tallest = max(float(np.ptp(known)), 1e-3 * float(np.abs(known).max())) if known.size else 0.0
    scale = Scale(low, high, tallest or 1.0)
    pieces = [piece for piece in trace.pieces if piece.xs[-1] - piece.xs[0] > scale.narrow]
    try:
        runs = [_runs(function, piece, scale) for piece in pieces]
        if sum(map(len, runs)) <= MOST_MOVES:
            stretches = [_stretch(function, piece, run, scale) for piece, run in zip(pieces, runs, strict=True)]
            return Course(tuple(_to_limits(function, stretches, scale)))
    except UsageError as error:
        if error.key != "expression.too_much":
            raise
    lowest, highest = (min(float(p.ys.min()) for p in pieces), max(float(p.ys.max()) for p in pieces))
    return Course(bounds=(scale.y(lowest), scale.y(highest)))


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring samples between which a curve keeps its direction; `turns` when the next goes the other way."""

    kind: MoveKind
    last: int
    turns: bool


def _runs(function: Function, piece: Piece, scale: Scale) -> list[Run]:
    directions = _directions(function, piece, scale)
    edges = [0, *(np.flatnonzero(np.diff(directions)) + 1).tolist(), directions.size]
    return [
        Run(
            KINDS[int(directions[first])],
            last,
            bool(directions[first] * directions[min(last, directions.size - 1)] < 0),
        )
        for first, last in pairwise(edges)
    ]


def _stretch(function: Function, piece: Piece, runs: list[Run], scale: Scale) -> Stretch:
    """Return the moves of one piece, turning points exact."""
    start = before = _end(function, piece, 0, scale)
    moves: list[Move] = []
    for run in runs:
        to = (_turning if run.turns else _end)(function, piece, run.last, scale)
        moves.append(Move(run.kind, to, _at_zero(function, before[0], to[0]) if run.kind != "stays" else None))
        before = to
    return Stretch(start, tuple(moves))


def _end(function: Function, piece: Piece, index: int, scale: Scale) -> Point:
    """Return a point of a piece as it is told; at the edge of a pole the value there."""
    x, y = scale.x(float(piece.xs[index])), float(piece.ys[index])
    if index in (0, piece.xs.size - 1) and np.isinf(function.value(x)):
        y = float(np.copysign(np.inf, y))
    return x, scale.y(y)


def _directions(function: Function, piece: Piece, scale: Scale) -> Array:
    """Return −1, 0 or 1 for each gap between neighbouring points."""
    xs, ys = piece.xs, piece.ys
    if np.ptp(ys) <= LEVEL * float(np.abs(ys).max()):
        return np.zeros(ys.size - 1)
    steps = np.diff(ys)
    signs: Array = np.sign(_slopes(function, (xs[:-1] + xs[1:]) / 2, steps))
    hidden = (signs == 0) & (np.abs(steps) > LEVEL * scale.height)  # it moved between two flat places
    signs[hidden] = np.sign(steps[hidden])
    narrow = np.diff(xs) < scale.narrow
    for index in np.flatnonzero(narrow):
        signs[index] = signs[index - 1] if index else signs[int(np.argmin(narrow))]
    return signs


def _slopes(function: Function, xs: Array, otherwise: Array) -> Array:
    """Return the slopes at `xs`, or what was found without them where no derivative is known."""
    try:
        slopes = function.derivative(xs, 1)
    except UsageError:
        return otherwise
    return np.where(np.isnan(slopes), otherwise, slopes)


def _turning(function: Function, piece: Piece, index: int, scale: Scale) -> Point:
    """Return the turning point beside the sample `index`, exact where the derivative is known."""
    low, high = float(piece.xs[index - 1]), float(piece.xs[min(index + 1, piece.xs.size - 1)])
    try:
        place = narrowed(lambda x: function.derivative(x, 1), low, high)
    except UsageError:
        place = _zoomed(function, low, high)
    value = function.value(place)
    if not np.isfinite(value):
        place, value = float(piece.xs[index]), float(piece.ys[index])
    return scale.x(place), scale.y(value)


def _zoomed(function: Function, low: float, high: float) -> float:
    """Return the place of the only extreme value between `low` and `high` by looking ever closer."""
    for _ in range(8):
        xs = np.linspace(low, high, SECTIONS)
        values = function.value(xs)
        bend = abs(values - (values[0] + values[-1]) / 2)  # largest at the extreme value, up or down
        index = int(np.argmax(bend))
        low, high = float(xs[max(index - 1, 0)]), float(xs[min(index + 1, SECTIONS - 1)])
    return (low + high) / 2


def _at_zero(function: Function, start: float, end: float) -> float | None:
    """Return the value at 0 when it lies strictly between."""
    if not start < 0 < end:
        return None
    value = function.value(0.0)
    return float(value) if np.isfinite(value) else None


def _to_limits(function: Function, stretches: list[Stretch], scale: Scale) -> list[Stretch]:
    """Lengthen the first and the last move to ±∞ when the curve goes on as it does at the frame."""
    if not stretches:
        return stretches
    try:
        ends = end_values(function.curve())
    except UsageError:
        return stretches
    left, right = (end if np.isinf(end) else scale.y(end) for end in ends)
    first = stretches[0]
    if first.start[0] <= scale.low and _leaves(function, first.moves[0].kind, first.start, left, right=False):
        stretches[0] = Stretch((-np.inf, left), first.moves)
    last = stretches[-1]
    final = last.moves[-1]
    if final.to[0] >= scale.high and _leaves(function, final.kind, final.to, right, right=True):
        moves = (*last.moves[:-1], Move(final.kind, (np.inf, right), final.through))
        stretches[-1] = Stretch(last.start, moves)
    return stretches


def _leaves(function: Function, kind: MoveKind, edge: Point, limit: float, *, right: bool) -> bool:
    """Say whether the curve goes on in the same direction from the edge of the frame to its limit."""
    xs: Array = GRID[np.greater(GRID, edge[0])] if right else GRID[np.less(GRID, edge[0])]
    if np.isnan(limit) or not xs.size:
        return False
    values = function.value(xs)
    if np.isnan(values).any():
        return False
    near = LEVEL * np.maximum(1.0, np.abs(values))
    if kind == "stays":
        return limit == edge[1] and bool((np.abs(values - limit) <= near).all())
    sign = 1 if kind == "rises" else -1
    steps = np.diff(values, append=values[-1:]) if right else np.diff(values, prepend=values[:1])
    steps = np.where(np.isnan(steps), 0.0, steps)  # from ∞ to ∞
    slopes = _slopes(function, xs, steps) * sign
    goes = slopes[0 if right else -1] > 0 and (slopes >= 0).all()
    return bool(goes and not (steps * sign < -near).any())
