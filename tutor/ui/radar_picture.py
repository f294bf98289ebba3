"""A radar: a polygon of scores in braille for each function, bars where it is too narrow; definitions below."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from tutor.pictures.model import Axis
from tutor.pictures.table import Column, Table, number, same
from tutor.text import Text
from tutor.text.width import width
from tutor.ui import table_picture
from tutor.ui.canvas import BRAILLE, Grid, Stroke, drawn
from tutor.ui.lines import BLANK, Line, flow, line, pad, paragraph, spaced
from tutor.ui.plot_cells import lay, spans, write
from tutor.ui.strokes import Style, swatch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tutor.pictures.model import Segment
    from tutor.pictures.radar import Radar, Scored, Spoke
    from tutor.text import Language
    from tutor.ui.plot_cells import Cell

NARROWEST, WIDEST = 36, 48  # columns of one radar
NARROW = 44  # columns below which scores are bars
ROWS = 13
GAP = 3
TOGETHER = 3  # functions that one radar can hold
BAR = 20  # cells of the longest bar
RINGS = (0.5, 1.0)
RING = Stroke(".", (1, 2))


def lines(shown: Radar, columns: int, rows: int | None, language: Language, *, ascii_only: bool = False) -> list[Line]:
    """Return the radar: two or three functions in one, more in one each, bars where it is narrow."""
    del rows
    style = Style(language, ascii_only=ascii_only)
    if columns < NARROW or ascii_only:
        body = bars(shown, columns, style)
    elif 1 < len(shown.scored) <= TOGETHER:
        body = [*legend(shown.scored, columns, style), BLANK, *together(shown, columns, style)]
    else:
        body = apart(shown, columns, style)
    return spaced([body, definitions(shown, columns, language), table_picture.notes(shown.notes, columns, language)])


def definitions(shown: Radar, columns: int, language: Language) -> list[Line]:
    """Return how each score is computed."""
    size = max(width(axis.title.get(language).split("\n")[0]) for axis in shown.axes) + 2
    found: list[Line] = []
    for axis in shown.axes:
        for title, definition in zip(axis.title.lines(language), axis.definition.lines(language), strict=False):
            found += paragraph(definition, min(columns, 100), "dim", pad(line((title, "strong")), size))
    return found


def legend(scored: Sequence[Scored], columns: int, style: Style) -> list[Line]:
    """Return the names of the functions beside samples of their lines."""
    names = [
        line((swatch(place, len(scored), style), style.role(place)), f" {style.plain(one.name)}")
        for place, one in enumerate(scored)
    ]
    return flow(names, columns)


def together(shown: Radar, columns: int, style: Style) -> list[Line]:
    """Return one radar with several functions, their scores as a table below."""
    drawn = radar(shown.axes, shown.scored, min(columns, WIDEST + 8), ROWS + 6, style, values=False)
    return [*drawn, BLANK, *table_picture.lines(scores(shown), columns, None, style.language)]


def scores(shown: Radar) -> Table:
    """Return the scores as a table."""
    columns = [Column(axis.key, axis.title, "right") for axis in shown.axes]
    rows = [(same(one.name, one.function), *(number(score, 2) for score in one.scores)) for one in shown.scored]
    return Table((Column("function", Text.same("")), *columns), tuple(rows))


def apart(shown: Radar, columns: int, style: Style) -> list[Line]:
    """Return one radar for each function, side by side."""
    beside = max(1, min(len(shown.scored), (columns + GAP) // (NARROWEST + GAP)))
    size = min(WIDEST, (columns + GAP) // beside - GAP)
    found: list[Line] = []
    for start in range(0, len(shown.scored), beside):
        part = shown.scored[start : start + beside]
        blocks = [[_centred(one.name, size), *radar(shown.axes, [one], size, ROWS, style)] for one in part]
        found += [BLANK] if found else []
        found += [_joined(row, size) for row in zip(*blocks, strict=True)]
    return found


def _centred(text: str, size: int) -> Line:
    return pad(line(" " * ((size - width(text)) // 2), (text, "title")), size)


def _joined(parts: Sequence[Line], size: int) -> Line:
    row: Line = BLANK
    for place, part in enumerate(parts):
        row = (*row, *pad(part, size), *line(" " * GAP)) if place < len(parts) - 1 else (*row, *part)
    return row


def radar(
    axes: Sequence[Spoke], scored: Sequence[Scored], columns: int, rows: int, style: Style, *, values: bool = True
) -> list[Line]:
    """Return a radar of so many cells; with `values` the score stands beside the name of its axis."""
    across, down = columns * BRAILLE[0], rows * BRAILLE[1]
    radius = (rows - 2) * BRAILLE[1] / 2 - 1
    grid = Grid(
        columns, rows, Axis(-across / 2 / radius, across / 2 / radius), Axis(-down / 2 / radius, down / 2 / radius)
    )
    cells: list[list[Cell]] = [[(" ", "plain")] * columns for _ in range(rows)]
    ring = [polygon([size] * len(axes)) for size in RINGS]
    lay(cells, drawn(grid, ring, RING), "rule")
    for place in reversed(range(len(scored))):
        stroke = style.stroke(place)
        lay(cells, drawn(grid, [polygon(scored[place].scores)], stroke), style.role(place))
    for place, axis in enumerate(axes):
        score = scored[0].scores[place] if values else None
        _label(cells, grid, corner(place, len(axes), 1.0), axis.title.lines(style.language)[0], score)
    return [tuple(spans(row)) for row in cells]


def corner(place: int, count: int, size: float) -> tuple[float, float]:
    """Return where an axis ends: the first at the top, then clockwise."""
    angle = pi / 2 - 2 * pi * place / count
    return size * cos(angle), size * sin(angle)


def polygon(scores: Sequence[float]) -> Segment:
    """Return the closed outline through the scores."""
    corners = [corner(place, len(scores), score) for place, score in enumerate(scores)]
    return (*corners, corners[0])


def _label(cells: list[list[Cell]], grid: Grid, at: tuple[float, float], title: str, score: float | None) -> None:
    """Write the name of an axis outside its corner, the score below it, at the top and the bottom beside it."""
    told = "" if score is None else f"{score:.2f}".replace("1.00", "1").replace("0.00", "0")
    row, column = grid.row(at[1]), grid.column(at[0])
    if abs(at[0]) < 0.1:
        text = f"{title} {told}".strip()
        write(cells[max(0, row - 1) if at[1] > 0 else min(len(cells) - 1, row + 1)], column - width(text) // 2, text)
        return
    for text, below in ((title, 0), (told, 1)):
        start = column + 2 if at[0] > 0 else column - 1 - width(text)
        if text and start >= 0 and start + width(text) <= grid.columns:
            write(cells[row + below], start, text)


def bars(shown: Radar, columns: int, style: Style) -> list[Line]:
    """Return the scores as bars: a function below the other, its axes below its name."""
    return spaced(list(_barred(shown.axes, one, columns, style)) for one in shown.scored)


def _barred(axes: Sequence[Spoke], one: Scored, columns: int, style: Style) -> Iterator[Line]:
    yield line((style.plain(one.name), "title"))
    titles = [axis.title.lines(style.language)[0] for axis in axes]
    size = max(map(width, titles))
    room = max(4, min(BAR, columns - size - 8))
    for title, score in zip(titles, one.scores, strict=True):
        lead = line("  " + title + " " * (size - width(title)) + " ")
        yield (*lead, *_bar(score, room, style), *line(f" {score:.2f}"))


def _bar(score: float, room: int, style: Style) -> Line:
    """Return a bar in half cells, and the rest of its track."""
    full, half = divmod(round(2 * score * room), 2)
    done, end, rest = ("#", "", ".") if style.ascii_only else ("━", "╸" if half else "", "─")
    bar = done * full + end
    return line((bar, "accent"), (rest * (room - len(bar)), "rule"))
