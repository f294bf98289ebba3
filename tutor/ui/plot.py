"""A picture of curves as lines of a screen: legend above, axes at the left and below, nothing drawn outside.

Every curve has its own stroke (heavy, dashed, dotted, dash-dotted, then letters on the line), so that
its colour only helps; where curves meet, their dots are united.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.pictures.spoken import summary
from tutor.text.width import truncate, width
from tutor.ui import plot_axes
from tutor.ui.canvas import BRAILLE, CELL, Grid
from tutor.ui.lines import BLANK, Line, Span, cut, flow, line, measure, pad, paragraph
from tutor.ui.plot_cells import compose, spans
from tutor.ui.strokes import plain, role, swatch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.pictures.model import Panel, Picture
    from tutor.text import Language

SMALLEST = (18, 6)  # columns and rows below which a plot says less than a sentence
NARROWEST_PANEL = 34
WIDEST_PANEL = 88
GAP = 3  # empty cells between two panels


def lines(picture: Picture, columns: int, rows: int, language: Language, *, ascii_only: bool = False) -> list[Line]:
    """Return the picture in at most `columns` × `rows` cells; its sentences where that is too small for a plot."""
    beside = max(1, min(picture.beside, (columns + GAP) // (NARROWEST_PANEL + GAP)))
    bands = -(-len(picture.panels) // beside)
    room = ((columns + GAP) // beside - GAP, (rows + 1) // bands - 1)
    if room[0] < SMALLEST[0] or room[1] < SMALLEST[1]:
        return in_words(picture, columns, rows, language)
    shown: list[Line] = []
    for first in range(0, len(picture.panels), beside):
        drawn_panels = [
            panel_lines(panel, min(room[0], WIDEST_PANEL), room[1], language, ascii_only=ascii_only)
            for panel in picture.panels[first : first + beside]
        ]
        shown += [*([BLANK] if shown else []), *joined(drawn_panels)]
    return shown


def in_words(picture: Picture, columns: int, rows: int, language: Language) -> list[Line]:
    """Return the picture's sentences in at most `rows` lines."""
    told = [row for text in summary(picture, language) for row in paragraph(text, max(2, columns))]
    return [cut(row, columns) for row in told[: max(0, rows)]]


def joined(panels: Sequence[list[Line]]) -> list[Line]:
    """Return panels side by side, legends at the top and axes at the bottom."""
    tallest = max(map(len, panels))
    widths = [max(map(measure, panel)) for panel in panels]
    filled = [[*panel[:1], *[BLANK] * (tallest - len(panel)), *panel[1:]] for panel in panels]
    rows: list[Line] = []
    for parts in zip(*filled, strict=True):
        row: Line = BLANK
        for part, cells in zip(parts, widths, strict=True):
            row = (*row, *([Span(" " * GAP)] if row else []), *pad(part, cells))
        rows.append(row)
    return rows


def panel_lines(panel: Panel, columns: int, rows: int, language: Language, *, ascii_only: bool) -> list[Line]:
    """Return one panel with its legend in at most `columns` × `rows` cells."""
    heading = [line((truncate(panel.title, columns), "strong"))] if panel.title else []
    heading += legend(panel, columns, ascii_only=ascii_only)
    height = max(3, rows - len(heading) - 2)
    if len(heading) + height + 2 > rows:
        heading = heading[: max(0, rows - height - 2)]
    y_ticks = plot_axes.printed(panel.y, max(2, (height + 1) // 3), ascii_only=ascii_only)
    gutter = max((width(tick.text) for tick in y_ticks), default=0)
    grid = Grid(columns - gutter - 1, height, panel.x, panel.y, CELL if ascii_only else BRAILLE)
    cells = compose(panel, grid, language, ascii_only=ascii_only)
    left = plot_axes.left(grid, y_ticks, gutter, ascii_only=ascii_only)
    body = [(*edge, *spans(row)) for edge, row in zip(left, cells, strict=True)]
    return [*heading, *body, *plot_axes.below(grid, gutter, ascii_only=ascii_only)]


def legend(panel: Panel, columns: int, *, ascii_only: bool) -> list[Line]:
    """Return the names of the curves beside samples of their lines; nothing for a curve to be recognised."""
    named = [(place, curve.name) for place, curve in enumerate(panel.curves) if curve.name]
    items = [
        line((swatch(place, ascii_only=ascii_only), role(place)), f" {plain(name, ascii_only=ascii_only)}")
        for place, name in named
    ]
    return flow(items, columns)
