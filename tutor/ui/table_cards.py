"""A table as boxed cards, side by side where there is room: the first column on the edge, the others inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.pictures.table import NOTHING
from tutor.text.width import truncate, width
from tutor.ui.lines import BLANK, Line, Span, indent, line, pad, paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.pictures.table import Cell, Table
    from tutor.text import Language
    from tutor.ui.theme import Role

NARROWEST, WIDEST = 36, 60  # cells of a card
GAP, HANG = 1, 2
ROUND, PLAIN = "╭─╮│╰─╯", "+-+|+-+"


def cards(table: Table, columns: int, language: Language, *, ascii_only: bool = False) -> list[Line]:
    """Return the rows of a table as cards, as many beside one another as the width allows."""
    across = max(1, (columns + GAP) // (NARROWEST + GAP))
    across = min(across, 3)
    size = min(WIDEST, (columns - GAP * (across - 1)) // across)
    edges = PLAIN if ascii_only else ROUND
    rows: list[Line] = []
    for start in range(0, len(table.rows), across):
        rows += _side_by_side(table, table.rows[start : start + across], size, language, edges)
    return rows


def _side_by_side(
    table: Table, rows: Sequence[Sequence[Cell]], size: int, language: Language, edges: str
) -> list[Line]:
    insides = [_inside(table, row, size - 4, language) for row in rows]
    tall = max(map(len, insides))
    boxes = [
        _box(row[0].text.get(language), inside, tall, size, edges) for row, inside in zip(rows, insides, strict=True)
    ]
    return [_joined(parts) for parts in zip(*boxes, strict=True)]


def _joined(parts: Sequence[Line]) -> Line:
    row: Line = parts[0]
    for part in parts[1:]:
        row = (*row, Span(" " * GAP), *part)
    return row


def _inside(table: Table, row: Sequence[Cell], columns: int, language: Language) -> list[Line]:
    """Return what stands in a card: formulas as they are, everything else behind its label; no empty cells."""
    shown: list[Line] = []
    formulas = 0
    for column, cell in zip(table.columns[1:], row[1:], strict=True):
        told = cell.text.get(language)
        if cell.text.en == NOTHING:
            continue
        if column.whole:
            shown += _formula(told, columns, "strong" if formulas else "formula")
            formulas += 1
        else:
            label = column.title.get(language)
            shown += paragraph(told, columns, "plain", line((f"{label} ", "dim")))
    return shown


def _formula(text: str, columns: int, role: Role) -> list[Line]:
    """Return a formula, its further lines a little to the right."""
    if width(text) <= columns:
        return paragraph(text, columns, role)
    first, *rest = paragraph(text, columns - HANG, role)
    return [first, *(indent(row, HANG) for row in rest)]


def _box(title: str, inside: Sequence[Line], tall: int, size: int, edges: str) -> list[Line]:
    title = truncate(title.replace("\n", " / "), size - 6)
    top = (
        Span(edges[0] + edges[1] + " ", "rule"),
        Span(title, "accent"),
        Span(" " + edges[1] * (size - 5 - width(title)) + edges[2], "rule"),
    )
    body = [
        (Span(edges[3] + " ", "rule"), *pad(row, size - 4), Span(" " + edges[3], "rule"))
        for row in [*inside, *[BLANK] * (tall - len(inside))]
    ]
    return [top, *body, (Span(edges[4] + edges[5] * (size - 2) + edges[6], "rule"),)]
