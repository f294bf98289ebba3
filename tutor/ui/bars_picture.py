"""Bars lying on their side: name, bar with the whisker of its spread, number."""

from __future__ import annotations

from math import isfinite, isinf, isnan
from typing import TYPE_CHECKING

from tutor.pictures.measures import spread
from tutor.text.width import truncate, width
from tutor.ui import table_picture
from tutor.ui.lines import Line, Span, clean, line, pad, spaced
from tutor.ui.strokes import in_ascii

if TYPE_CHECKING:
    from tutor.labs.model import Bar
    from tutor.pictures.bars import Bars
    from tutor.text import Language

WIDEST, NARROWEST = 60, 8  # cells of the longest bar
NAMED = 28  # cells of a name at most
GAP = 2


def lines(shown: Bars, columns: int, language: Language, *, ascii_only: bool = False) -> list[Line]:
    """Return the bars in at most `columns` cells, a row each; name and number above the bar where it is narrow."""
    names = [clean(" / ".join(bar.name.lines(language))) for bar in shown.bars]
    values = [spread(bar.value, bar.deviation) for bar in shown.bars]
    values = [in_ascii(text) for text in values] if ascii_only else values
    size = min(NAMED, max(map(width, names), default=0), columns // 3 + 4)
    behind = max(map(width, values), default=0)
    room = min(WIDEST, columns - size - behind - 2 * GAP)
    notes = table_picture.notes((*shown.notes, *shown.drawn), columns, language)
    if room < NARROWEST:
        return spaced([_stacked(shown, names, values, columns, ascii_only=ascii_only), notes])
    drawn = [
        (
            *pad(line((truncate(name, size), "plain")), size + GAP),
            *pad(_bar(shown, bar, room, ascii_only=ascii_only), room),
            Span(" " * GAP),
            Span(" " * (behind - width(value)) + value, "strong"),
        )
        for bar, name, value in zip(shown.bars, names, values, strict=True)
    ]
    return spaced([drawn, notes])


def _stacked(shown: Bars, names: list[str], values: list[str], columns: int, *, ascii_only: bool) -> list[Line]:
    """Return two rows for each bar: its name and number, and the bar."""
    found: list[Line] = []
    for bar, name, value in zip(shown.bars, names, values, strict=True):
        left = max(2, columns - width(value) - 1)
        found.append((*pad(line(truncate(name, left)), left), Span(" "), Span(truncate(value, columns), "strong")))
        found.append(_bar(shown, bar, columns, ascii_only=ascii_only))
    return found


def _bar(shown: Bars, bar: Bar, room: int, *, ascii_only: bool) -> Line:
    """Return a bar from the start of the axis, with half a whisker as long as its spread."""
    solid, thin, tip, far = ("#", "-", "|", ">") if ascii_only else ("▇", "─", "┤", "→")
    if isnan(bar.value):
        return line(("?", "again"))
    zero, end = (round(shown.share(value) * room) for value in (shown.start, bar.value))
    if isinf(bar.value):
        return line((" " * min(zero, end) + thin * (abs(end - zero) - 1) + far, "again"))
    low, high = min(zero, end), max(zero, end)
    full = solid * max(1, high - low)
    if low < zero:  # to the left: the number tells the spread
        return line((" " * low, "plain"), (full, "notice"))
    deviation = bar.deviation or 0.0
    reach = round(shown.share(bar.value + deviation) * room) - low - len(full) if isfinite(deviation) else 0
    whisker = thin * (reach - 1) + tip if reach > 0 else ""
    return line((" " * low, "plain"), (full, "accent"), (whisker, "dim"))
