"""Gradients on their way back through a deep network: theory on the left, a measured network on the right."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import inf, isfinite, log10, sqrt
from typing import TYPE_CHECKING

from tutor.errors import UsageError
from tutor.labs.propagation import DEPTH, UNITS, expected, measured
from tutor.pictures.model import Axis, Course, Curve, Move, Panel, Picture, Stretch, Zone
from tutor.pictures.sheet import Sheet
from tutor.pictures.table import NONE, Cell, Column, Table, number, same
from tutor.text.numbers import significant
from tutor.text.wording import both

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.activations.record import Activation
    from tutor.labs.propagation import Flow
    from tutor.pictures.model import MoveKind, Point, Segment
    from tutor.pictures.request import Request
    from tutor.text import Text

USUAL = (("sigmoid", 1.0), ("relu", 1.0), ("relu", sqrt(2)), ("tanh", 1.0), ("tanh", 2.0))
VANISHED, EXPLODED = 1e-3, 1e3
LOWEST, HIGHEST = -12.0, 12.0  # powers of ten that are drawn
LEAST = 4.0  # the frame reaches so far down and up at least
SETTLED = 1.01  # a signal that grows faster at the end has no length to settle at
LARGEST = 100.0
EVEN = 1e-9  # a power of ten that changes less stays
MOST = 12  # networks that are computed at once


@dataclass(frozen=True, slots=True)
class Deep:
    """A network: its function and the gain σ_w of its weights, with what theory and measurement say of it."""

    record: Activation
    gain: float
    theory: Flow
    measured: Flow

    @property
    def name(self) -> str:
        """Return what the legend calls it."""
        return f"{self.record.symbol}, σ_w = {significant(self.gain)}"


def gradient_flow(request: Request) -> Sheet:
    """Return the sizes of gradients over depth; raises `UsageError` for more networks than can be told apart."""
    from tutor.activations.catalogue import get

    depth, units = request.depth or DEPTH, request.units or UNITS
    seed = request.seed or "flow"
    pairs = [(get(name), gain) for name, gain in wanted(request)]
    if len(pairs) > MOST:
        raise UsageError("picture.too_many", n=len(pairs), most=MOST)
    deep = [
        Deep(
            record,
            gain,
            expected(record, gain, depth),
            measured(record, gain, depth, units, seed),
        )
        for record, gain in pairs
    ]
    titles = (both("pictures.flow_theory"), both("pictures.flow_measured", units=units, seed=seed))
    y = frame(deep)
    panels = (panel(titles[0], deep, y, depth, measured=False), panel(titles[1], deep, y, depth, measured=True))
    notes = (both("pictures.note_flow", depth=depth), both("pictures.note_flow_zones"))
    told = tuple(sentence(one, depth) for one in deep)
    return Sheet(Picture(panels, 2), notes, facts(deep, depth), extra=5, told=told)


def wanted(request: Request) -> tuple[tuple[str, float], ...]:
    """Return the functions and gains asked for, with gains 1 and √2 where only functions are named.

    Raises `UsageError` for a gain that no network has.
    """
    for gain in request.gains:
        if not 0 < gain <= LARGEST:
            raise UsageError("show.gain_range", given=f"{gain:g}", most=f"{LARGEST:g}")
    if not request.functions and not request.gains:
        return USUAL
    names = request.functions or ("sigmoid", "tanh", "relu")
    return tuple(product(names, request.gains or (1.0, sqrt(2))))


def frame(deep: list[Deep]) -> Axis:
    """Return the powers of ten that all curves need, within what is drawn at all."""
    found = [y for one in deep for flow in (one.theory, one.measured) for _, y in points(flow)]
    low, high = min([-LEAST, *found]), max([LEAST, *found])
    return Axis(max(LOWEST, low), min(HIGHEST, high), powers=True)


def panel(title: Text, deep: list[Deep], y: Axis, depth: int, *, measured: bool) -> Panel:
    """Return one panel: each network a curve, what vanished and what exploded shaded."""
    flows = [one.measured if measured else one.theory for one in deep]
    curves = tuple(
        Curve(one.name, one.record.name, tuple(cut(points(flow), y)), course(points(flow)))
        for one, flow in zip(deep, flows, strict=True)
    )
    zones = (
        Zone(-inf, log10(VANISHED), both("pictures.zone_vanished")),
        Zone(log10(EXPLODED), inf, both("pictures.zone_exploded")),
    )
    return Panel(Axis(1, depth), y, curves, title, zones)


def course(found: list[Point]) -> Course:
    """Return how a gradient runs from the first layer to the last, in its own size and not as a power of ten."""
    if len(found) < 2:
        return Course()
    (first, start), (last, end) = found[0], found[-1]
    kind: MoveKind = "stays" if abs(end - start) < EVEN else "rises" if end > start else "falls"
    return Course((Stretch((first, 10**start), (Move(kind, (last, 10**end)),)),))


def points(flow: Flow) -> list[Point]:
    """Return layer and size of the gradient (the root of its mean square) as a power of ten."""
    return [
        (float(layer), log10(size) / 2) for layer, size in enumerate(flow.gradients, 1) if size > 0 and isfinite(size)
    ]


def cut(found: list[Point], y: Axis) -> Iterator[Segment]:
    """Yield the stretches inside the frame, with the points where they leave it."""
    inside: list[Point] = []
    for before, after in zip([None, *found], found, strict=False):
        if before is not None and y.holds(before[1]) != y.holds(after[1]):
            edge = y.low if min(before[1], after[1]) < y.low else y.high
            share = (edge - before[1]) / (after[1] - before[1])
            inside.append((before[0] + share * (after[0] - before[0]), edge))
        if y.holds(after[1]):
            inside.append(after)
        elif inside:
            yield tuple(inside)
            inside = []
    if inside:
        yield tuple(inside)


def fate(flow: Flow) -> Text:
    """Return what becomes of the gradient at the first layer."""
    left = sqrt(flow.gradients[0])
    if not isfinite(left):
        return both("pictures.fate_overflow")
    word = "vanishes" if left < VANISHED else "explodes" if left > EXPLODED else "holds"
    return both(f"pictures.fate_{word}")


def facts(deep: list[Deep], depth: int) -> Table:
    """Return for each network χ₁, the change per layer and what is left at the first layer."""
    columns = (
        Column("network", both("pictures.column_network"), whole=True),
        Column("chi1", both("pictures.column_chi1"), "right"),
        Column("factor", both("pictures.column_factor"), "right"),
        Column("theory", both("pictures.column_left_theory", depth=depth), "right"),
        Column("measured", both("pictures.column_left_measured", depth=depth), "right"),
        Column("fate", both("pictures.column_fate")),
    )
    return Table(columns, tuple(row(one) for one in deep))


def row(one: Deep) -> tuple[Cell, ...]:
    """Return the cells of one network."""
    left = (size(sqrt(one.theory.gradients[0])), size(sqrt(one.measured.gradients[0])))
    return (same(one.name), growth(one), size(one.theory.factor), *left, Cell(fate(one.theory)))


def size(value: float) -> Cell:
    """Return a cell with a number, however small; nothing for one that is none."""
    return same(significant(value), value) if isfinite(value) else NONE


def growth(one: Deep) -> Cell:
    """Return χ₁ at the length that depth leads to, as the core computes it; nothing where the signal runs away."""
    from tutor.activations.propagation import chi1

    if not one.theory.lengths[-1] <= SETTLED * one.theory.lengths[-2]:
        return NONE
    try:
        return number(chi1(one.record, one.gain))
    except UsageError:
        return NONE


def sentence(one: Deep, depth: int) -> Text:
    """Return what happens to one gradient, as a whole sentence."""
    told = {"name": one.name, "depth": depth, "factor": significant(one.theory.factor)}
    shown = [significant(sqrt(flow.gradients[0])) for flow in (one.theory, one.measured)]
    end = fate(one.theory)
    zh = both("pictures.flow_sentence", **told, theory=shown[0], measured=shown[1], fate=end.zh)
    en = both("pictures.flow_sentence", **told, theory=shown[0], measured=shown[1], fate=end.en)
    return type(end)(zh.zh, en.en)
