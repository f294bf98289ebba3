"""Tables of a note: columns one below the other where they fit, else one list per line of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.exchange.notes.inline import Aside, set_aside, without_marks
from tutor.text.width import width

if TYPE_CHECKING:
    from collections.abc import Sequence

AS_IS = "    "
GAP = "  "
WIDEST = 68  # cells: with the four spaces before it a table fits a screen of 80


def table(lines: Sequence[str]) -> list[str]:
    """Return the lines of a table as text."""
    rows = [cells for line in lines if (cells := _cells(line)) is not None]
    if not any(any(row) for row in rows):
        return []
    count = max(map(len, rows))
    filled = [[*row, *[""] * (count - len(row))] for row in rows]
    widths = [max(width(row[place]) for row in filled) for place in range(count)]
    headed = len(rows) < len(lines)
    if sum(widths) + len(GAP) * (count - 1) <= WIDEST:
        return _aligned(filled, widths, headed=headed)
    return _listed(filled[0] if headed else [""] * count, filled[headed:])


def _cells(line: str) -> list[str] | None:
    """Return the cells of a line, None for the line of hyphens."""
    if "-" in line and not line.strip("|:- "):
        return None
    aside = Aside()
    bare = set_aside(line, aside).strip().removeprefix("|").removesuffix("|")
    return [" ".join(aside.readable(without_marks(cell)).split()) for cell in bare.split("|")]


def _aligned(rows: list[list[str]], widths: list[int], *, headed: bool) -> list[str]:
    found = [
        AS_IS + GAP.join(cell + " " * (size - width(cell)) for cell, size in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    if headed and len(found) > 1:
        found.insert(1, AS_IS + GAP.join("─" * max(1, size) for size in widths))
    return [line for line in found if line.strip()]


def _listed(heads: list[str], rows: list[list[str]]) -> list[str]:
    """Return every line of the table as an item: its first cell, and below it the others behind their headings."""
    found: list[str] = []
    for first, *others in rows:
        found.append(f"• {first}")
        for head, cell in zip(heads[1:], others, strict=True):
            if cell:
                colon = ": " if head.isascii() else "："
                found.append(f"  {head}{colon}{cell}" if head else f"  {cell}")
    return found
