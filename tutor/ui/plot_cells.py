"""The canvas of a plot as cells: dotted axes, curves over them, letters, marked points with labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.text.numbers import significant
from tutor.text.width import width
from tutor.text.words import say
from tutor.ui.canvas import drawn
from tutor.ui.lines import Span
from tutor.ui.plot_signs import signs
from tutor.ui.strokes import letter

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from tutor.pictures.model import Curve, Mark, Panel, Zone
    from tutor.text import Language
    from tutor.ui.canvas import Grid
    from tutor.ui.strokes import Style
    from tutor.ui.theme import Role

Cell = tuple[str, "Role"]
EMPTY: Cell = (" ", "plain")
EACH_LETTER = 14  # cells between two letters on one curve


@dataclass(frozen=True, slots=True)
class Drawn:
    """A canvas that is finished, and the marks (of the curve at a place) whose labels found no room on it."""

    cells: list[list[Cell]]
    unsaid: tuple[tuple[int, Mark], ...]


def compose(panel: Panel, grid: Grid, style: Style) -> Drawn:
    """Return the canvas: dotted axes, the curves over them (the first on top), letters, marks."""
    cells: list[list[Cell]] = [[EMPTY] * grid.columns for _ in range(grid.rows)]
    for zone in panel.zones:
        _shaded(cells, grid, zone, style)
    _dotted(cells, grid, style)
    for place in style.order(len(panel.curves)):
        look = panel.look(place)
        lay(cells, drawn(grid, panel.curves[place].segments, style.stroke(look)), style.role(look))
    for zone in panel.zones:
        _named(cells, grid, zone, style)
    for place, curve in enumerate(() if style.ascii_only else panel.curves):
        if sign := letter(panel.look(place), panel.looks):
            _letters(cells, grid, curve, (sign, style.role(panel.look(place))), place)
    for place, column, row in signs(panel, grid):
        cells[row][column] = (panel.curves[place].sign, "strong" if style.focus in (None, place) else "dim")
    marks = [(place, mark) for place, curve in enumerate(panel.curves) for mark in curve.marks]
    for _, mark in marks:
        point: Cell = (style.missed, "wrong") if mark.kind == "miss" else (style.point, "strong")
        cells[grid.row(mark.y)][grid.column(mark.x)] = point
    points = {(grid.row(mark.y), grid.column(mark.x)) for _, mark in marks}
    unsaid = [
        (place, mark)
        for place, mark in marks
        if (text := style.plain(label(mark, style.language))) and not _labelled(cells, grid, mark, text, points)
    ]
    return Drawn(cells, tuple(unsaid))


def label(mark: Mark, language: Language) -> str:
    """Return what stands beside a marked point."""
    return say(f"picture.mark_{mark.kind}", language, x=significant(mark.x), y=significant(mark.y))


def _shaded(cells: list[list[Cell]], grid: Grid, zone: Zone, style: Style) -> None:
    """Shade a band of heights."""
    for row in _rows(grid, zone):
        cells[row] = [("." if style.ascii_only else "░", "rule")] * grid.columns


def _rows(grid: Grid, zone: Zone) -> list[int]:
    """Return the rows of a band, the middle one first."""
    inside = [row for row in range(grid.rows) if zone.low <= grid.height(row) <= zone.high]
    return sorted(inside, key=lambda row: abs(2 * row - inside[0] - inside[-1]))


def _named(cells: list[list[Cell]], grid: Grid, zone: Zone, style: Style) -> None:
    """Write the name of a band where it hides no curve."""
    name = f" {style.plain(zone.title.lines(style.language)[0])} "
    size = width(name)
    for start in (2, grid.columns - size - 2):
        for row in _rows(grid, zone):
            if _free(cells, row, start, size):
                write(cells[row], start, name)
                return


def _dotted(cells: list[list[Cell]], grid: Grid, style: Style) -> None:
    """Draw the axes through 0 where they can be seen."""
    across, down = ("-", ":") if style.ascii_only else ("┈", "┊")
    if grid.y.holds(0.0):
        cells[grid.row(0.0)] = [(across, "rule")] * grid.columns
    if grid.x.holds(0.0):
        for row in cells:
            row[grid.column(0.0)] = (down, "rule")


def lay(cells: list[list[Cell]], rows: list[str], colour: Role) -> None:
    """Lay a curve over what is there; dots of two curves in one cell are united."""
    for row, text in zip(cells, rows, strict=True):
        for column, char in enumerate(text):
            if char != " ":
                row[column] = (_united(char, row[column][0]), colour)


def _united(char: str, below: str) -> str:
    both = 0x2800 <= ord(char) < 0x2900 and 0x2800 <= ord(below) < 0x2900
    return chr(ord(char) | ord(below)) if both else char


def _letters(cells: list[list[Cell]], grid: Grid, curve: Curve, sign: Cell, place: int) -> None:
    """Put the curve's letter on it here and there, each curve's a little further on."""
    for segment in curve.segments:
        seen = grid.column(segment[0][0]) - EACH_LETTER + 2 + 3 * place % EACH_LETTER
        for x, y in segment:
            if grid.column(x) - seen >= EACH_LETTER:
                seen = grid.column(x)
                cells[grid.row(y)][seen] = sign


def _labelled(cells: list[list[Cell]], grid: Grid, mark: Mark, text: str, points: Collection[tuple[int, int]]) -> bool:
    """Write a label beside its point where it hides no curve; say whether there was room.

    No other point may be as near to the label: it would seem to be meant.
    """
    row, column, size = grid.row(mark.y), grid.column(mark.x), width(text)
    others = [point for point in points if point != (row, column)]
    for at_row, start in (
        (row, column + 2),
        (row, column - 1 - size),
        (row - 1, column + 1),
        (row - 1, column - size),
        (row + 1, column + 1),
        (row + 1, column - size),
        (row - 1, column - size // 2),
        (row + 1, column - size // 2),
    ):
        own = _away((row, column), at_row, start, size)
        if _free(cells, at_row, start, size) and all(own < _away(one, at_row, start, size) for one in others):
            write(cells[at_row], start, text)
            return True
    return False


def _away(point: tuple[int, int], row: int, start: int, size: int) -> int:
    """Return how far a point is from a label; a row is as high as two columns are wide."""
    return 2 * abs(point[0] - row) + max(0, start - point[1], point[1] - (start + size - 1))


def _free(cells: list[list[Cell]], row: int, start: int, size: int) -> bool:
    """Say whether nothing but an axis stands there."""
    if not (0 <= row < len(cells) and start >= 0 and start + size <= len(cells[row])):
        return False
    return all(colour in ("plain", "rule") for _, colour in cells[row][start : start + size])


def write(row: list[Cell], start: int, text: str) -> None:
    """Write a text into cells; the second cell of a wide character stays empty."""
    at = start
    for char in text:
        row[at] = (char, "strong")
        if width(char) == 2:
            row[at + 1] = ("", "strong")
        at += max(1, width(char))


def spans(row: Sequence[Cell]) -> Iterator[Span]:
    """Yield the pieces of a row that look alike."""
    text, colour = "", "plain"
    for char, role_of_char in row:
        if role_of_char != colour and text:
            yield Span(text, colour)  # type: ignore[arg-type]
            text = ""
        text, colour = text + char, role_of_char
    yield Span(text, colour)  # type: ignore[arg-type]
