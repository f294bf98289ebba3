"""Rows and cells of a formula on one line: cases as { x, x > 0; 0, x ≤ 0 }, matrices as [a, b; c, d]."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.exchange.formulas.pieces import CELL, GAP, ROW, Piece, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

CONDITIONS = ("if ", "when ", "for ", "当", "若", "如果", "if", "for")


def table(pieces: Sequence[Piece], brackets: str) -> Piece:
    """Return cases or a matrix as one piece."""
    rows = [row for row in split(pieces, ROW) if any(piece is not GAP for piece in row)]
    cells = [[joined(cell).text for cell in split(row, CELL)] for row in rows]
    if brackets == "{}":
        return Piece(f"{{ {'; '.join(map(_case, cells))} }}")
    return Piece(brackets[0] + "; ".join(", ".join(row) for row in cells) + brackets[1])


def one_after_another(pieces: Sequence[Piece], newline: str) -> str:
    """Return aligned rows one after another; cells only align, so they are joined."""
    lines = [joined([piece for piece in row if piece is not CELL]).text.strip() for row in split(pieces, ROW)]
    return newline.join(filter(None, lines))


def split(pieces: Sequence[Piece], mark: Piece) -> list[list[Piece]]:
    """Return the pieces between the marks."""
    rows: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece is mark:
            rows.append([])
        else:
            rows[-1].append(piece)
    return rows


def _case(cells: Sequence[str]) -> str:
    """Return a case: value, condition; the words if and 当 say nothing beside the comma."""
    value, *conditions = [cell.strip().rstrip(",，").strip() for cell in cells]
    told = [condition.removeprefix(_lead(condition)).strip() for condition in conditions]
    return ", ".join([value, *filter(None, told)])


def _lead(condition: str) -> str:
    return next((lead for lead in CONDITIONS if condition.startswith(lead) and condition != lead), "")
