"""The canvas of a plot as cells: dotted axes, curves over them, letters, marked points with labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.pictures.spoken import number
from tutor.text.width import width
from tutor.text.words import say
from tutor.ui.canvas import drawn
from tutor.ui.lines import Span
from tutor.ui.strokes import is_lettered, plain, role, stroke

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tutor.pictures.model import Curve, Mark, Panel
    from tutor.text import Language
    from tutor.ui.canvas import Grid
    from tutor.ui.theme import Role

Cell = tuple[str, "Role"]
EMPTY: Cell = (" ", "plain")
EACH_LETTER = 14  # cells between two letters on one curve


def compose(panel: Panel, grid: Grid, language: Language, *, ascii_only: bool) -> list[list[Cell]]:
    """Return the cells of the canvas: dotted axes, the curves over them (the first on top), marks."""
    cells: list[list[Cell]] = [[EMPTY] * grid.columns for _ in range(grid.rows)]
    _dotted(cells, grid, ascii_only=ascii_only)
    for place in reversed(range(len(panel.curves))):
        _lay(cells, drawn(grid, panel.curves[place].segments, stroke(place)), role(place))
    if not ascii_only:
        for place, curve in enumerate(panel.curves):
            if is_lettered(place):
                _letters(cells, grid, curve, place)
    for curve in panel.curves:
        for mark in curve.marks:
            _mark(cells, grid, mark, language, ascii_only=ascii_only)
    return cells


def _dotted(cells: list[list[Cell]], grid: Grid, *, ascii_only: bool) -> None:
    """Draw the axes through 0 where they can be seen."""
    across, down = ("-", ":") if ascii_only else ("┈", "┊")
    if grid.y.holds(0.0):
        cells[grid.row(0.0)] = [(across, "rule")] * grid.columns
    if grid.x.holds(0.0):
        for row in cells:
            row[grid.column(0.0)] = (down, "rule")


def _lay(cells: list[list[Cell]], rows: list[str], colour: Role) -> None:
    """Lay a curve over what is there; dots of two curves in one cell are united."""
    for row, text in zip(cells, rows, strict=True):
        for column, char in enumerate(text):
            if char != " ":
                row[column] = (_united(char, row[column][0]), colour)


def _united(char: str, below: str) -> str:
    both = 0x2800 <= ord(char) < 0x2900 and 0x2800 <= ord(below) < 0x2900
    return chr(ord(char) | ord(below)) if both else char


def _letters(cells: list[list[Cell]], grid: Grid, curve: Curve, place: int) -> None:
    """Put the curve's letter on it here and there."""
    for segment in curve.segments:
        seen = -EACH_LETTER + 3 * (place % 4)
        for x, y in segment:
            if grid.column(x) - seen >= EACH_LETTER:
                seen = grid.column(x)
                cells[grid.row(y)][seen] = (stroke(place).letter, role(place))


def _mark(cells: list[list[Cell]], grid: Grid, mark: Mark, language: Language, *, ascii_only: bool) -> None:
    """Draw a point, and its label on the side where it hides no curve; without room only the point."""
    row, column = grid.row(mark.y), grid.column(mark.x)
    told = say(f"picture.mark_{mark.kind}", language, x=number(mark.x), y=number(mark.y))
    text = plain(told, ascii_only=ascii_only)
    cells[row][column] = ("@" if ascii_only else "●", "strong")
    size = width(text)
    for at_row, start in (
        (row, column + 2), (row, column - 1 - size), (row - 1, column + 1), (row - 1, column - size),
        (row + 1, column + 1), (row + 1, column - size), (row - 1, column - size // 2), (row + 1, column - size // 2),
    ):  # fmt: skip
        if _free(cells, at_row, start, size):
            _write(cells[at_row], start, text)
            return


def _free(cells: list[list[Cell]], row: int, start: int, size: int) -> bool:
    """Say whether nothing but an axis stands there."""
    if not (0 <= row < len(cells) and start >= 0 and start + size <= len(cells[row])):
        return False
    return all(colour in ("plain", "rule") for _, colour in cells[row][start : start + size])


def _write(row: list[Cell], start: int, text: str) -> None:
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
