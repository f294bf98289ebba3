"""Computed points of a curve: its largest and smallest value and its zeros, as far as the panel shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.activations.calculus.extrema import largest, smallest
from tutor.activations.calculus.roots import crossings, narrowed
from tutor.errors import UsageError
from tutor.pictures.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tutor.activations.expression.function import Function
    from tutor.pictures.model import Axis, MarkKind
    from tutor.pictures.sampling import Trace

MOST_ZEROS = 8
SMALL = 1e-6  # of the larger neighbour: what a zero must be, a jump through 0 is not one


def marks(function: Function, trace: Trace, x: Axis, y: Axis, kinds: Sequence[MarkKind]) -> tuple[Mark, ...]:
    """Return the marks of the wanted kinds inside the panel, from left to right."""
    found: list[Mark] = []
    for kind in dict.fromkeys(kinds):
        found += _zeros(function, trace) if kind == "zero" else _extremum(function, kind)
    inside = [mark for mark in found if x.holds(mark.x) and y.holds(mark.y)]
    return tuple(sorted(inside, key=lambda mark: mark.x))


def _extremum(function: Function, kind: MarkKind) -> Iterator[Mark]:
    """Yield the point where the extreme value is taken; none when it is only approached, or shared by an interval."""
    try:
        found = (largest if kind == "max" else smallest)(function.curve())
    except UsageError:
        return
    if found.place is not None:
        yield Mark(kind, found.place, found.value)


def _zeros(function: Function, trace: Trace) -> Iterator[Mark]:
    for piece in trace.pieces:
        for index in crossings(piece.ys)[:MOST_ZEROS]:
            place = narrowed(function.value, float(piece.xs[index]), float(piece.xs[index + 1]))
            if abs(function.value(place)) <= SMALL * max(abs(piece.ys[index]), abs(piece.ys[index + 1]), 1e-300):
                yield Mark("zero", place, 0.0)
