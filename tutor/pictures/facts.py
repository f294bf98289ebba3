"""Computed properties of a function as cells: ranges with the right brackets, saturation, smoothness, means."""

from __future__ import annotations

from math import inf, isfinite
from typing import TYPE_CHECKING

from tutor.pictures.table import NONE, Cell, number, same
from tutor.text import Text
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from tutor.activations.calculus.extrema import Extremum
    from tutor.activations.propagation import GaussianFacts
    from tutor.activations.properties import Properties
    from tutor.activations.record import Activation, Entry

NEAR = 1e-9
MOST_SLOPES = 3  # a function with as many slopes is straight in pieces
EXACT = {0.25: "¼", 0.5: "½", 0.75: "¾", 1 / 6: "1/6"}


def called(entry: Entry) -> Cell:
    """Return the name people use, without the explanation in brackets."""
    return Cell(Text(entry.title.zh.partition("（")[0], entry.title.en.partition(" (")[0]), entry.name)


def known(activation: Activation) -> Properties:
    """Return the computed properties of a function."""
    from tutor.activations.properties import properties

    return properties(activation)


def gaussian(activation: Activation) -> GaussianFacts:
    """Return what a function does to a standard normal input."""
    from tutor.activations.propagation import gaussian_facts

    return gaussian_facts(activation)


def short(value: float) -> str:
    """Return a number as it stands in an interval."""
    for exact, text in EXACT.items():
        if abs(value - exact) < NEAR:
            return text
    return significant(0.0 if abs(value) < NEAR else value)


def values(activation: Activation) -> Cell:
    """Return the range of f."""
    found = known(activation)
    if found.infimum.place is None and found.supremum.place is None and found.smoothness < 0:
        return _listed((found.infimum.value, found.supremum.value))
    return _interval(activation, 0, found.infimum, found.supremum)


def slopes(activation: Activation) -> Cell:
    """Return the range of f′: the slopes themselves where the function is straight in pieces."""
    import numpy as np

    from tutor.activations.calculus.curve import GRID

    taken = np.unique(np.round(np.asarray(activation.derivative(GRID)), 12))
    if taken.size <= MOST_SLOPES:
        return _listed(tuple(float(slope) for slope in taken))
    found = known(activation)
    return _interval(activation, 1, found.slope_infimum, found.slope_supremum)


def _listed(found: tuple[float, ...]) -> Cell:
    return same("{" + ", ".join(map(short, found)) + "}", (min(found), max(found)))


def _interval(activation: Activation, order: int, low: Extremum, high: Extremum) -> Cell:
    if low.value == -inf and high.value == inf:
        return same("ℝ", (-inf, inf))
    left = "[" if _taken(activation, order, low) else "("
    right = "]" if _taken(activation, order, high) else ")"
    ends = tuple(0.0 if abs(end.value) < NEAR else end.value for end in (low, high))
    return same(f"{left}{short(ends[0])}, {short(ends[1])}{right}", ends)


def _taken(activation: Activation, order: int, end: Extremum) -> bool:
    """Say whether a bound is reached somewhere, by the conventions at the kinks."""
    if not isfinite(end.value):
        return False
    if end.place is None:
        return True
    return isfinite(end.place) and abs(float(activation.derivative(end.place, order)) - end.value) < NEAR


def direction(activation: Activation) -> Cell:
    """Return whether a function only rises, with or without resting."""
    found = known(activation)
    if found.direction != "rising":
        return Cell(Text("否", "no"), "no")
    return (
        Cell(Text("严格", "strictly"), "strictly")
        if found.strict
        else Cell(Text("有平段", "with flat parts"), "weakly")
    )


def saturation(activation: Activation) -> Cell:
    """Return on which side the slope stays below 0.01."""
    found = known(activation)
    match found.saturates_left is not None, found.saturates_right is not None:
        case True, True:
            return Cell(Text("两侧", "both sides"), "both")
        case True, False:
            return Cell(Text("左侧", "left"), "left")
        case False, True:
            return Cell(Text("右侧", "right"), "right")
        case _:
            return Cell(Text("无", "no"), "no")


def smoothness(activation: Activation) -> Cell:
    """Return how many derivatives are continuous, as a class."""
    degree = known(activation).smoothness
    if degree < 0:
        return Cell(Text("有跳变", "jumps"), degree)
    return same("C^∞" if degree == inf else f"C{'⁰¹²'[int(degree)]}", degree)


def place(value: float | None) -> Cell:
    """Return a place on the x axis, a dash for none."""
    return NONE if value is None else number(value)


def year(entry: Entry) -> Cell:
    """Return the year of the first source."""
    return NONE if entry.year is None else same(str(entry.year), entry.year)


def source(entry: Entry) -> Cell:
    """Return who published the function first."""
    return same(entry.authors, entry.authors) if entry.sources else NONE
