"""A map of numbers as shades, with the numbers in their cells where there is room."""

from __future__ import annotations

from dataclasses import dataclass
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
WIDEST = 12  # cells of a column
SWATCH = 2  # cells of a shade beside a number at least
NAMED = 16  # cells of the name of a row
MISSING = "?"


def lines(shown: Heat, columns: int, language: Language, *, ascii_only: bool = False) -> list[Line]:
    """Return the map in at most `columns` cells; several bands of columns where it is wider."""
    shades = SHADES_ASCII if ascii_only else SHADES
    names = [clean(name) for name in shown.rows]
    layout = _layout(shown, names, columns, ascii_only=ascii_only)
    beside = max(1, min(len(shown.columns), (columns - layout.gutter) // layout.size))
    bands = [
        _band(shown, names, range(first, min(first + beside, len(shown.columns))), layout, shades)
        for first in range(0, len(shown.columns), beside)
    ]
    down = f"{clean(shown.down.get(language)).splitlines()[0]} {'v' if ascii_only else '↓'}"
    across = f"{clean(shown.across.get(language)).splitlines()[0]} {'>' if ascii_only else '→'}"
    head = paragraph(f"{down}   {across}", columns, "dim")
    legend = _legend(shown, columns, shades, language, ascii_only=ascii_only)
    return spaced([[*head, *(row for band in _parted(bands) for row in band)], legend])


def _parted(bands: Sequence[list[Line]]) -> list[list[Line]]:
    return [[BLANK, *band] if place else band for place, band in enumerate(bands)]


@dataclass(frozen=True, slots=True)
class Layout:
    """Cells of the names at the left, of a column, and of the numbers in it (0 where shades must do)."""

    gutter: int
    size: int
    number: int


def _layout(shown: Heat, names: Sequence[str], columns: int, *, ascii_only: bool) -> Layout:
    """Return the widths: with numbers where all columns then stand beside one another."""
    gutter = min(NAMED, max(map(width, names), default=0), max(2, columns // 3)) + 1
    each = (columns - gutter) // max(1, len(shown.columns))
    heads = max(map(width, shown.columns), default=1)
    number = max((width(_written(shown, value, ascii_only)) for row in shown.values for value in row), default=1)
    wished = max(heads + 1, number + SWATCH + 2)
    if wished <= each:
        return Layout(gutter, max(wished, min(WIDEST, each)), number)
    return Layout(gutter, max(2, min(each, heads + 1)) if each >= heads else min(heads + 1, columns - gutter), 0)


def _written(shown: Heat, value: float, ascii_only: bool) -> str:  # noqa: FBT001
    text = shown.written(value)
    return in_ascii(text) if ascii_only else text


def _band(shown: Heat, names: Sequence[str], places: range, layout: Layout, shades: str) -> list[Line]:
    """Return some columns of the map below their headings."""
    head: Line = (Span(" " * layout.gutter),)
    for place in places:
        text = truncate(clean(shown.columns[place]), layout.size)
        left = layout.size - width(text) - 1 if layout.number else (layout.size - width(text)) // 2
        head = (*head, Span(" " * left + text + " " * (layout.size - left - width(text)), "dim"))
    found = [head]
    for name, row in zip(names, shown.values, strict=True):
        cells = [part for place in places for part in _cell(shown, row[place], layout, shades)]
        found.append((*pad(line((truncate(name, layout.gutter - 1), "strong")), layout.gutter), *cells))
    return found


def _cell(shown: Heat, value: float, layout: Layout, shades: str) -> Line:
    """Return one number: a shade, behind it the number where both can be seen."""
    level = shown.level(value)
    shade = shades[level] if level is not None else MISSING
    if not layout.number:
        return line((shade * layout.size, "accent"))
    text = _written(shown, value, shades.isascii())
    swatch = (shade if level is not None else " ") * (layout.size - layout.number - 2)
    return line((swatch, "accent"), (" " * (layout.number - width(text) + 1) + text + " ", "plain"))


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
        told = in_ascii(told) if ascii_only else told
        swatch = ("[" if ascii_only else "▕") + shades[level] * 2 + ("]" if ascii_only else "▏")
        items.append(line((swatch, "accent"), (f" {told}", "dim")))
    return [*flow([indent(item, 0) for item in items], columns), *table_picture.notes((), columns, language)]
