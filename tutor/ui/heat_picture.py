"""A map of numbers as shades, with the numbers in their cells where there is room."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from tutor.pictures.heat import LEVELS
from tutor.text.width import truncate, width
from tutor.text.words import say
from tutor.ui import table_picture
from tutor.ui.lines import BLANK, Line, Span, clean, flow, indent, line, pad, paragraph, spaced
from tutor.ui.strokes import in_ascii

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.pictures.heat import Heat
    from tutor.text import Language

SHADES, SHADES_ASCII = " ░▒▓█", " .:*#"
WIDEST = 10  # cells of a column
NAMED = 16  # cells of the name of a row
MISSING = "?"


def lines(shown: Heat, columns: int, language: Language, *, ascii_only: bool = False) -> list[Line]:
    """Return the map in at most `columns` cells; several bands of columns where it is wider."""
    shades = SHADES_ASCII if ascii_only else SHADES
    names = [clean(name) for name in shown.rows]
    gutter = min(NAMED, max(map(width, names), default=0), max(2, columns // 3)) + 1
    size = _size(shown, columns - gutter)
    beside = max(1, min(len(shown.columns), (columns - gutter) // size))
    bands = [
        _band(shown, names, range(first, min(first + beside, len(shown.columns))), (gutter, size), shades)
        for first in range(0, len(shown.columns), beside)
    ]
    down = f"{clean(shown.down.get(language)).splitlines()[0]} {'v' if ascii_only else '↓'}"
    across = f"{clean(shown.across.get(language)).splitlines()[0]} {'>' if ascii_only else '→'}"
    head = paragraph(f"{down}   {across}", columns, "dim")
    legend = _legend(shown, columns, shades, language, ascii_only=ascii_only)
    return spaced([[*head, *(row for band in _parted(bands) for row in band)], legend])


def _parted(bands: Sequence[list[Line]]) -> list[list[Line]]:
    return [[BLANK, *band] if place else band for place, band in enumerate(bands)]


def _size(shown: Heat, room: int) -> int:
    """Return the cells of a column: as many as its numbers and headings like, fewer where there are many."""
    heads = max(map(width, shown.columns), default=1)
    wished = max([heads + 1, *(width(shown.written(value)) + 2 for row in shown.values for value in row)])
    each = room // max(1, len(shown.columns))
    if each >= wished:
        return min(WIDEST, each) if wished <= WIDEST else wished
    return max(2, min(each, wished), min(heads + 1, room))


def _band(shown: Heat, names: Sequence[str], places: range, room: tuple[int, int], shades: str) -> list[Line]:
    """Return some columns of the map below their headings."""
    gutter, size = room
    head: Line = (Span(" " * gutter),)
    for place in places:
        text = truncate(clean(shown.columns[place]), size)
        left = (size - width(text)) // 2
        head = (*head, Span(" " * left + text + " " * (size - left - width(text)), "dim"))
    found = [head]
    for name, row in zip(names, shown.values, strict=True):
        cells = [part for place in places for part in _cell(shown, row[place], size, shades)]
        found.append((*pad(line((truncate(name, gutter - 1), "strong")), gutter), *cells))
    return found


def _cell(shown: Heat, value: float, size: int, shades: str) -> Line:
    """Return one number: a shade, and the number in the middle where both can be seen."""
    level = shown.level(value)
    shade = shades[level] if level is not None else " "
    text = shown.written(value)
    text = in_ascii(text) if shades.isascii() else text
    if width(text) + 2 > size:
        text = MISSING if isnan(value) else ""
    left = (size - width(text)) // 2
    return line((shade * left, "accent"), (text, "strong"), (shade * (size - left - width(text)), "accent"))


def _legend(shown: Heat, columns: int, shades: str, language: Language, *, ascii_only: bool) -> list[Line]:
    """Return what the shades stand for."""
    edges = [in_ascii(edge) if ascii_only else edge for edge in shown.bounds()]
    items: list[Line] = []
    for level in range(LEVELS):
        if level == 0:
            told = say("labs.shade_below", language, high=edges[0])
        elif level == LEVELS - 1:
            told = say("labs.shade_from", language, low=edges[-1])
        else:
            told = say("labs.shade_between", language, low=edges[level - 1], high=edges[level])
        swatch = ("[" if ascii_only else "▕") + shades[level] * 2 + ("]" if ascii_only else "▏")
        items.append(line((swatch, "accent"), (f" {told}", "dim")))
    return [*flow([indent(item, 0) for item in items], columns), *table_picture.notes((), columns, language)]
