"""A table as a block of SVG: headings, a rule, rows; long cells are wrapped, numbers stand at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tutor.exchange.page_svg import Block
from tutor.text.width import width, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.pictures.table import Table
    from tutor.text import Language, Text

WIDEST = 38  # cells of a column
LETTER = 7.8  # width of one cell of text of 14 px, on the safe side
LINE, GAP, AIR = 19, 22, 8
RULES = ".b{font-weight:600}.r{stroke:#999}.l{stroke:#e3e3e3}"


def block(table: Table, language: Language) -> Block:
    """Return a table as a block."""
    cells = [[column.title for column in table.columns], *([cell.text for cell in row] for row in table.rows)]
    rows = [[_wrapped(text, language) for text in row] for row in cells]
    sizes = [max(width(part) for row in rows for part in row[place]) * LETTER for place in range(len(table.columns))]
    lefts = [sum(sizes[:place]) + GAP * place for place in range(len(sizes))]
    wide = lefts[-1] + sizes[-1]
    right = [column.align == "right" for column in table.columns]
    parts: list[str] = []
    y = 0.0
    for number, row in enumerate(rows):
        parts += _row(
            row, y, [left + size * at for left, size, at in zip(lefts, sizes, right, strict=True)], right, number
        )
        y += max(map(len, row)) * LINE + AIR
        parts.append(f'<path class="{"l" if number else "r"}" d="M0 {y - 2:g}H{wide:g}"/>')
    return Block("".join(parts), wide, y, RULES)


def _row(
    row: Sequence[Sequence[str]], y: float, places: Sequence[float], right: Sequence[bool], number: int
) -> list[str]:
    """Return the texts of one row: the headings and the first column are strong."""
    found: list[str] = []
    for column, (cell, x, at_right) in enumerate(zip(row, places, right, strict=True)):
        strong = "" if number and column else ' class="b"'
        anchor = ' text-anchor="end"' if at_right else ""
        found += [
            f'<text{strong} x="{x:g}" y="{y + 14 + LINE * place:g}"{anchor}>{escape(text)}</text>'
            for place, text in enumerate(cell)
        ]
    return found


def _wrapped(text: Text, language: Language) -> list[str]:
    return [part for said in text.lines(language) for part in wrap(said, WIDEST)] or [""]
