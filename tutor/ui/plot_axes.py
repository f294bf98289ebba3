"""The axes of a plot: dotted lines through 0, rails with ticks at the left and below."""

from __future__ import annotations

from itertools import pairwise
from math import ceil, floor
from typing import TYPE_CHECKING

from tutor.pictures.model import Axis
from tutor.pictures.ticks import Tick
from tutor.text.width import truncate, width
from tutor.ui.canvas import Grid
from tutor.ui.lines import Line, line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tutor.pictures.model import Panel
    from tutor.ui.strokes import Style

LONGEST = 9  # cells of a tick's label
EXACT = 1e-6  # of a dot: less is rounding
SPARED = 0.16  # of the height: what may stay empty for the sake of even ticks


def printed(axis: Axis, most: int, style: Style) -> tuple[Tick, ...]:
    """Return at most `most` ticks of an axis, with labels that are short enough."""
    return tuple(Tick(tick.at, truncate(style.plain(tick.text), LONGEST)) for tick in axis.ticks(most))


def upright(panel: Panel, rows: int, dots: int, style: Style) -> tuple[Axis, tuple[Tick, ...]]:
    """Return the vertical axis as it is drawn, and its ticks: the same number of rows apart where that costs little."""
    most = max(2, (rows + 1) // 3, min(3, rows // 2))
    found = printed(panel.y, most, style)
    axis = aligned(panel.y, rows, dots, min([_lowest(panel), *(tick.at for tick in found)]))
    if _even([Grid(1, rows, axis, axis, (1, dots)).row(tick.at) for tick in found]):
        return axis, found
    for count in range(most, 2, -1):
        ticks = printed(panel.y, count, style)
        if len(ticks) > 2 and (wider := _stretched(panel, ticks, rows, dots)):
            return wider, ticks
        shorter = max(width(tick.text) for tick in ticks) < max(width(tick.text) for tick in found)
        if shorter and len(ticks) > 2 and _even([Grid(1, rows, axis, axis, (1, dots)).row(tick.at) for tick in ticks]):
            return axis, ticks  # fewer and simpler ones, and the frame as it is
    return axis, found


def _even(rows: Sequence[int]) -> bool:
    return len({above - below for above, below in pairwise(rows)}) <= 1


def _stretched(panel: Panel, ticks: Sequence[Tick], rows: int, dots: int) -> Axis | None:
    """Return a longer axis, each tick in the middle of a row and a whole number of rows apart, None if none is near.

    It depends on the frame alone, not on the curves in it: a plot that moves keeps its axis.
    """
    last, step = rows * dots - 1, ticks[1].at - ticks[0].at
    apart = int(step / (panel.y.high - panel.y.low) * last / dots)
    if not apart or apart * dots * (panel.y.high - panel.y.low) < (1 - SPARED) * step * last:
        return None
    dot = step / (apart * dots)
    row = ceil(((ticks[0].at - panel.y.low) / dot - (dots - 1) // 2) / dots - EXACT)
    bottom = ticks[0].at - (row * dots + (dots - 1) // 2) * dot
    return Axis(bottom, bottom + last * dot) if bottom + last * dot >= panel.y.high - EXACT * dot else None


def aligned(axis: Axis, rows: int, dots: int, lowest: float) -> Axis:
    """Return the vertical axis, its low end moved by less than a row, so that 0 lies on its dotted line.

    That is in the middle of a row of `dots` dots; upwards only as far as `lowest` stays on it.
    """
    last = rows * dots - 1
    if not axis.low < 0 < axis.high:
        return axis
    centre = (dots - 1) // 2
    row = (axis.share(0.0) * last - centre) / dots
    for zero in (floor(row) * dots + centre, ceil(row) * dots + centre):
        if 0 <= zero < last:
            low = -axis.high * zero / (last - zero)
            if low <= lowest:
                return Axis(low, axis.high)
    return axis


def _lowest(panel: Panel) -> float:
    """Return the lowest value that is drawn, of curves and of marks beside them."""
    heights = [y for curve in panel.curves for segment in curve.segments for _, y in segment]
    return min([*heights, *(mark.y for curve in panel.curves for mark in curve.marks)], default=0.0)


def left(grid: Grid, found: Sequence[Tick], gutter: int, style: Style) -> Iterator[Line]:
    """Yield the axis at the left of each row, with its labels."""
    labels = {grid.row(tick.at): tick.text for tick in found}
    tick, edge = ("+", "|") if style.ascii_only else ("┤", "│")
    for row in range(grid.rows):
        text = labels.get(row, "")
        filled = " " * (gutter - width(text)) + text
        yield line((filled + (tick if row in labels else edge), "dim"))


def below(grid: Grid, gutter: int, style: Style) -> Iterator[Line]:
    """Yield the axis below and its labels, each centred under its tick, none over another."""
    corner, edge, tick = ("+", "-", "+") if style.ascii_only else ("└", "─", "┬")
    rail = [edge] * grid.columns
    labels = [" "] * (gutter + 1 + grid.columns)
    free = 0
    for found in printed(grid.x, max(3, grid.columns // 9), style):
        column = grid.column(found.at)
        size = width(found.text)
        start = min(max(0, gutter + 1 + column - size // 2), len(labels) - size)
        if start >= free:
            rail[column] = tick
            labels[start : start + size] = found.text
            free = start + size + 1
    yield line((" " * gutter + corner + "".join(rail), "dim"))
    yield line(("".join(labels).rstrip(), "dim"))
