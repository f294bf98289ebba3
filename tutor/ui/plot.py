"""A picture of curves as lines of a screen: legend above, axes at the left and below, nothing drawn outside.

Every curve has its own stroke (heavy, dashed, dotted, dash-dotted, then letters on the line), so that
its colour only helps; where curves meet, their dots are united.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.pictures.spoken import summary
from tutor.text.numbers import significant
from tutor.text.width import truncate, width
from tutor.text.words import say
from tutor.ui import plot_axes
from tutor.ui.canvas import BRAILLE, CELL, Grid
from tutor.ui.lines import BLANK, Line, Span, cut, flow, indent, line, pad, paragraph
from tutor.ui.plot_cells import compose, spans
from tutor.ui.strokes import Style, letter, swatch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.pictures.model import Mark, Panel, Picture
    from tutor.text import Language

SMALLEST = (18, 6)  # columns and rows below which a plot says less than a sentence
NARROWEST_PANEL = 34
WIDEST_PANEL = 88
INSET = 4  # of the legend: about where the canvas begins
LOWEST_USUAL = 11  # rows of a canvas that nobody asked to be flatter
LOWEST = 3  # rows of the canvas, whatever the legend needs
GAP = 3  # empty cells between two panels


def lines(
    picture: Picture,
    columns: int,
    rows: int,
    language: Language,
    *,
    ascii_only: bool = False,
    focus: int | None = None,
) -> list[Line]:
    """Return the picture in at most `columns` × `rows` cells; its sentences where that is too small for a plot.

    `focus` is the place of the curve that stands out among the others, None for all alike.
    """
    if not has_room(picture, columns, rows):
        return in_words(picture, columns, rows, language)
    beside, _ = arrangement(picture, columns)
    room = panel_room(picture, columns, rows)
    shown: list[Line] = []
    for first in range(0, len(picture.panels), beside):
        panels = picture.panels[first : first + beside]
        shown += [*([BLANK] if shown else []), *band(panels, room, Style(language, ascii_only=ascii_only, focus=focus))]
    return shown


def has_room(picture: Picture, columns: int, rows: int) -> bool:
    """Say whether a plot of this size would show anything."""
    across, down = panel_room(picture, columns, rows)
    return across >= SMALLEST[0] and down >= SMALLEST[1]


def panel_room(picture: Picture, columns: int, rows: int) -> tuple[int, int]:
    """Return the columns and rows of each panel."""
    beside, bands = arrangement(picture, columns)
    return min(WIDEST_PANEL, (columns + GAP) // beside - GAP), (rows + 1) // bands - 1


def arrangement(picture: Picture, columns: int) -> tuple[int, int]:
    """Return how many panels stand beside one another, and how many such bands there are."""
    beside = max(1, min(picture.beside, (columns + GAP) // (NARROWEST_PANEL + GAP)))
    return beside, -(-len(picture.panels) // beside)


def fitting_rows(picture: Picture, columns: int) -> int:
    """Return the rows in which a picture looks best at this width: flatter where it is narrow."""
    _, bands = arrangement(picture, columns)
    across, _ = panel_room(picture, columns, 0)
    above = max(len(heading(panel, across, Style("en"))) for panel in picture.panels)
    return bands * (above + 2 + min(20, max(LOWEST_USUAL, across // 4)) + 1) - 1


def in_words(picture: Picture, columns: int, rows: int, language: Language) -> list[Line]:
    """Return the picture's sentences in at most `rows` lines."""
    told = [row for text in summary(picture, language) for row in paragraph(text, max(2, columns))]
    return [cut(row, columns) for row in told[: max(0, rows)]]


def band(panels: Sequence[Panel], room: tuple[int, int], style: Style) -> list[Line]:
    """Return panels side by side, each in `room` cells, all canvases and axes on the same lines."""
    columns, rows = room
    headings = [heading(panel, columns, style)[: rows - LOWEST - 2] for panel in panels]
    top = max(map(len, headings))
    height = rows - top - 2
    planes, told, below = _with_told(panels, columns, height, style)
    blocks = [
        [*[BLANK] * (top - len(above)), *above, *found.lines, *said[:below], *[BLANK] * (below - len(said))]
        for above, found, said in zip(headings, planes, told, strict=True)
    ]
    return [joined(parts, columns) for parts in zip(*blocks, strict=True)]


def _with_told(
    panels: Sequence[Panel], columns: int, height: int, style: Style
) -> tuple[list[Plane], list[list[Line]], int]:
    """Return the planes, what is said below each, and the rows taken for that: a lower canvas may leave more unsaid."""
    below = 0
    while True:
        planes = [plane(panel, columns, height - below, style) for panel in panels]
        told = [_told(panel, found.unsaid, columns, style) for panel, found in zip(panels, planes, strict=True)]
        needed = min(max(map(len, told)), max(0, height - LOWEST - 2))
        if needed <= below:
            return planes, told, below
        below = needed


def joined(parts: Sequence[Line], columns: int) -> Line:
    """Return one row of panels that stand beside one another."""
    row: Line = BLANK
    for part in parts[:-1]:
        row = (*row, *pad(part, columns), Span(" " * GAP))
    return (*row, *parts[-1])


@dataclass(frozen=True, slots=True)
class Plane:
    """The lines of a canvas with its axes, and the marks whose labels found no room."""

    lines: list[Line]
    unsaid: tuple[tuple[int, Mark], ...]


def plane(panel: Panel, columns: int, height: int, style: Style) -> Plane:
    """Return canvas and axes, `height` + 2 lines."""
    dots = CELL if style.ascii_only else BRAILLE
    y, y_ticks = plot_axes.upright(panel, height, dots[1], style)
    gutter = max((width(tick.text) for tick in y_ticks), default=0)
    grid = Grid(columns - gutter - 1, height, panel.x, y, dots)
    canvas = compose(panel, grid, style)
    edge = plot_axes.left(grid, y_ticks, gutter, style)
    rows = [(*left, *spans(row)) for left, row in zip(edge, canvas.cells, strict=True)]
    return Plane([*rows, *plot_axes.below(grid, gutter, style)], canvas.unsaid)


def _told(panel: Panel, unsaid: Sequence[tuple[int, Mark]], columns: int, style: Style) -> list[Line]:
    """Return marked points in words, such as `● σ′(x) max 0.25 at 0`; a lettered curve by its letter."""
    items: list[Line] = []
    for place, mark in unsaid:
        several = len(panel.curves) > 1
        name = letter(panel.look(place), panel.looks) or (panel.curves[place].name if several else "")
        facts = {"name": name, "x": significant(mark.x), "y": significant(mark.y)}
        text = style.plain(say(f"picture.told_{mark.kind}", style.language, **facts).strip())
        items.append(line((style.point, "strong"), f" {text}"))
    return [indent(row, INSET) for row in flow(items, columns - INSET)]


def heading(panel: Panel, columns: int, style: Style) -> list[Line]:
    """Return the title of a panel and the names of its curves beside samples of their lines."""
    told = panel.title.lines(style.language) if panel.title else ()
    title = [line((truncate(style.plain(text), columns - INSET), "strong")) for text in told]
    names = [
        line(
            (swatch(look, panel.looks, style), style.role(look)),
            (f" {style.plain(curve.name)}", style.name_role(place)),
        )
        for place, curve in enumerate(panel.curves)
        for look in [panel.look(place)]
        if curve.name  # a curve to be recognised has none
    ]
    return [indent(row, INSET) for row in (*title, *flow(names, columns - INSET))]
