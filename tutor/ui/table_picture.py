"""A table drawn to the width there is: one grid, several with the first column repeated, or stacked records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.pictures.table import NOTHING
from tutor.text.width import width, wrap
from tutor.ui.lines import BLANK, Line, Span, clean, line, pad, paragraph, spaced
from tutor.ui.table_cards import cards
from tutor.ui.table_layout import GAP, bands, fitted, measured

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.pictures.table import Cell, Column, Table
    from tutor.text import Language, Text
    from tutor.ui.theme import Role

LABEL = 16  # cells a label of a stacked record may take; beside a number more
VALUE = 16  # cells that a number with the space before it may take


def lines(shown: Table, columns: int, rows: int | None, language: Language, *, ascii_only: bool = False) -> list[Line]:
    """Return the table in at most `columns` cells, its notes below; `rows` is for pictures that can shrink."""
    del rows
    rule = "-" if ascii_only else "─"
    if shown.style == "cards":
        body = cards(shown, columns, language, ascii_only=ascii_only)
    else:
        sizes = measured(shown, language)
        places = bands(sizes, columns)
        if places is None:
            body = stacked(shown, columns, language)
        else:
            widths = [fitted([sizes[at] for at in band], columns) or [] for band in places]
            body = spaced(grid(shown, band, size, language, rule) for band, size in zip(places, widths, strict=True))
    return spaced([body, notes(shown.notes, columns, language)])


def notes(texts: Sequence[Text], columns: int, language: Language) -> list[Line]:
    """Return what stands below a picture."""
    return [
        row
        for text in texts
        for said in text.lines(language)
        for row in paragraph(said, min(columns, 100), "dim", line(("· ", "dim")))
    ]


def grid(table: Table, band: Sequence[int], widths: Sequence[int], language: Language, rule: str) -> list[Line]:
    """Return some columns of a table with their headings; rows of several lines are parted by a rule."""
    heads = [_wrapped(table.columns[place].title, size, language) for place, size in zip(band, widths, strict=True)]
    drawn = _row(heads, widths, [table.columns[place].align for place in band], ["strong"] * len(band), bottom=True)
    under = (*(Span(rule * size + " " * GAP, "rule") for size in widths[:-1]), Span(rule * widths[-1], "rule"))
    bodies = [_body(table, row, band, widths, language) for row in table.rows]
    apart = sum(len(body) > 1 for body in bodies) * 2 > len(bodies)
    thin = (Span(("." if rule == "-" else "┈") * (sum(widths) + GAP * (len(widths) - 1)), "rule"),)
    rows = [*drawn, under]
    for place, body in enumerate(bodies):
        rows += [thin, *body] if apart and place else body
    return rows


def _body(
    table: Table, row: Sequence[Cell], band: Sequence[int], widths: Sequence[int], language: Language
) -> list[Line]:
    texts = [_wrapped(row[place].text, size, language) for place, size in zip(band, widths, strict=True)]
    roles: list[Role] = ["accent" if place == 0 else "plain" for place in band]
    return _row(texts, widths, [table.columns[place].align for place in band], roles)


def _wrapped(text: Text, columns: int, language: Language) -> list[str]:
    return wrap(clean(text.get(language)), columns)


def _row(
    texts: Sequence[Sequence[str]],
    widths: Sequence[int],
    aligns: Sequence[str],
    roles: Sequence[Role],
    *,
    bottom: bool = False,
) -> list[Line]:
    """Return the lines of one row, cells from the top, headings from the bottom."""
    height = max(map(len, texts))
    rows: list[Line] = []
    for at in range(height):
        row: Line = BLANK
        for place, (cell, size) in enumerate(zip(texts, widths, strict=True)):
            index = at - (height - len(cell)) if bottom else at
            text = cell[index] if 0 <= index < len(cell) else ""
            room = " " * max(0, size - width(text))
            shown = room + text if aligns[place] == "right" else text + room
            row = (*row, Span(shown, roles[place]), *([Span(" " * GAP)] if place < len(widths) - 1 else []))
        rows.append(row)
    return rows


def stacked(table: Table, columns: int, language: Language) -> list[Line]:
    """Return one record below another: the first column as heading, the others with their labels.

    What has no value is left out.
    """
    size = max(
        (min(_label(column, language), _most(column, columns)) for column in table.columns[1:]),
        default=0,
    )
    return spaced(_record(table, row, columns, size, language) for row in table.rows)


def _label(column: Column, language: Language) -> int:
    return max(map(width, column.title.get(language).split("\n")))


def _most(column: Column, columns: int) -> int:
    """Return the cells a label may take: numbers need little room, sentences much."""
    return max(4, min(columns * 11 // 20, columns - VALUE) if column.align == "right" else min(LABEL, columns * 2 // 5))


def _record(table: Table, row: Sequence[Cell], columns: int, size: int, language: Language) -> list[Line]:
    rows = paragraph(row[0].text.get(language), columns, "accent")
    for column, cell in zip(table.columns[1:], row[1:], strict=True):
        if cell.text.en == NOTHING:
            continue
        label = column.title.get(language)
        told = cell.text.get(language)
        if width(label) <= size:
            rows += paragraph(told, columns, "plain", (*pad(line(("  " + label, "dim")), size + 2), Span("  ")))
        elif column.align == "right" and width(label) + width(told) + 4 <= columns:
            rows.append(line((f"  {label}  ", "dim"), told))
        else:
            rows += paragraph(label, columns, "dim", line("  "))
            rows += paragraph(told, columns, "plain", line(" " * (size + 4)))
    return rows
