"""What all sections share: the heading, and how a share is written when there is too little to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.reports.rate import ENOUGH, Rate
from tutor.text.numbers import percent, significant
from tutor.text.width import width
from tutor.text.words import say
from tutor.ui.lines import BLANK, Line, Span, cut, flow, indent, line, pad, paragraph, rule, spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.text import Language

MARGIN = 2
WIDEST = 76
UNKNOWN = "—"


def room_of(columns: int, widest: int = WIDEST) -> int:
    """Return the cells between the margins."""
    return max(2, min(widest, columns - 2 * MARGIN))


def section(title: str, blocks: Sequence[Sequence[Line]], room: int) -> list[Line]:
    """Return the blocks below their heading."""
    head = [*paragraph(title, room, "title"), rule(min(room, WIDEST)), BLANK]
    return [BLANK, *(indent(cut(row, room), MARGIN) for row in [*head, *spaced(blocks)])]


def share(rate: Rate) -> str:
    """Return a share with the number it stands on, a dash when that is too small: "93 % (412)", "— (7)"."""
    known = rate.share
    return f"{UNKNOWN if known is None else percent(known)} ({significant(rate.n)})"


def share_told(rate: Rate, language: Language) -> str:
    """Return a share in words."""
    known = rate.share
    if known is None:
        return say("stats_past.not_enough", language, n=significant(rate.n), of=ENOUGH)
    return say("stats_past.share", language, share=percent(known), n=significant(rate.n))


def share_values(rate: Rate) -> dict[str, float | int | None]:
    """Return a share for JSON; null when there is too little to tell."""
    return {"n": rate.n, "right": rate.right, "rate": None if rate.share is None else round(rate.share, 4)}


def dash_note(language: Language, room: int, *, brackets: bool = True) -> list[Line]:
    """Return what the dash means, and the numbers in `brackets`."""
    return paragraph(say("stats_past.dash" if brackets else "stats_past.dash_only", language, of=ENOUGH), room, "dim")


def table(head: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> list[Line]:
    """Return a table, numbers at the right of their columns; where it is narrow a row becomes lines."""
    widths = [max(width(row[place]) for row in (head, *rows)) for place in range(len(head))]
    gap = min(4, (room - sum(widths)) // max(1, len(head) - 1))
    if gap < 2:
        return _stacked(head, rows, room)
    ruled = line(("─" * (sum(widths) + gap * (len(head) - 1)), "rule"))
    return [_row(head, widths, gap, "dim"), ruled, *(_row(row, widths, gap, "plain") for row in rows)]


def _row(cells: Sequence[str], widths: Sequence[int], gap: int, role: str) -> Line:
    name, *numbers = cells
    first = pad(line((name, "dim" if role == "dim" else "strong")), widths[0])
    rest = [
        Span(" " * (gap + size - width(text)) + text, "dim" if role == "dim" else "plain")
        for text, size in zip(numbers, widths[1:], strict=True)
    ]
    return (*first, *rest)


def _stacked(head: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> list[Line]:
    """Return each row as a name and its numbers below."""
    found: list[list[Line]] = []
    for name, *numbers in rows:
        told = [line((text, "dim"), f" {number}") for text, number in zip(head[1:], numbers, strict=True)]
        found.append([*paragraph(name, room, "strong"), *(indent(row, 2) for row in flow(told, room - 2))])
    return spaced(found)
