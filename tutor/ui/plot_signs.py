"""Where the number of a curve stands on its line: as far from the other curves as the canvas allows.

Two numbers on a curve where there is room, so that an eye that follows it from either side meets one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tutor.pictures.model import Curve, Panel
    from tutor.ui.canvas import Grid

    Heights = Mapping[int, float]
    Spot = tuple[int, int]

EDGE = 2  # columns at the sides that stay free
ASIDE = 4  # columns between two numbers, unless rows tell them apart
FAR = 3  # a second number stands at least a third of the canvas from the first
CLEAR = 1.5  # rows to the next curve that make a second number worth its place


def signs(panel: Panel, grid: Grid) -> Iterator[tuple[int, int, int]]:
    """Yield curve, column and row of every number."""
    if not any(curve.sign for curve in panel.curves):
        return
    heights = [_heights(curve, grid) for curve in panel.curves]
    taken: list[Spot] = []
    for place, curve in enumerate(panel.curves):
        if curve.sign:
            others = [rows for other, rows in enumerate(heights) if other != place]
            for spot in _spots(heights[place], others, grid, taken):
                taken.append(spot)
                yield (place, *spot)


def _heights(curve: Curve, grid: Grid) -> dict[int, float]:
    """Return at which height a curve passes each column, where it first does."""
    found: dict[int, float] = {}
    for segment in curve.segments:
        for x, y in segment:
            found.setdefault(grid.column(x), y)
    return found


def _spots(own: Heights, others: Sequence[Heights], grid: Grid, taken: Sequence[Spot]) -> list[Spot]:
    """Return where the curve is most alone, and a second such cell far from the first if there is one."""
    room = {column: _room(column, own[column], others, grid) for column in own}
    spots = [(column, grid.row(own[column])) for column in own if EDGE <= column < grid.columns - EDGE]
    free = [spot for spot in spots if all(_aside(spot, one) for one in taken)]
    if not free:
        return []
    best = max(free, key=lambda spot: room[spot[0]])
    far = [spot for spot in free if abs(spot[0] - best[0]) >= grid.columns // FAR and room[spot[0]] >= CLEAR]
    return [best, *([max(far, key=lambda spot: room[spot[0]])] if far else [])]


def _room(column: int, height: float, others: Sequence[Heights], grid: Grid) -> float:
    """Return the rows to the nearest other curve in and beside a column."""
    row = (grid.y.high - grid.y.low) / grid.rows
    beside = (column - 1, column, column + 1)
    apart = (abs(height - heights[at]) / row for heights in others for at in beside if at in heights)
    return min(apart, default=float(grid.rows))


def _aside(one: Spot, other: Spot) -> bool:
    """Say whether two numbers do not stand so near that they read as one."""
    return abs(one[0] - other[0]) >= ASIDE or abs(one[1] - other[1]) > 1
