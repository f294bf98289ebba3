"""A timeline from top to bottom: the year, the name, who, and what it mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.text.width import width
from tutor.text.words import say
from tutor.ui.lines import Line, Span, line, measure, paragraph, spaced
from tutor.ui.table_picture import notes
from tutor.ui.tree_picture import one_line

if TYPE_CHECKING:
    from tutor.pictures.timeline import Event, Timeline
    from tutor.text import Language

WIDEST = 100


def lines(
    shown: Timeline, columns: int, rows: int | None, language: Language, *, ascii_only: bool = False
) -> list[Line]:
    """Return all events, at most `columns` wide."""
    del rows
    across = min(columns, WIDEST)
    body: list[Line] = []
    for place, event in enumerate(shown.events):
        first = not place or shown.events[place - 1].year != event.year
        last = place == len(shown.events) - 1
        body += _event(event, across, language, year=first, last=last, ascii_only=ascii_only)
    function, idea = ("@", "o") if ascii_only else ("●", "○")
    legend = paragraph(say("tree.timeline", language, function=function, idea=idea), across, "dim")
    return spaced([body, [*legend, *notes(shown.notes, columns, language)]])


def _event(event: Event, columns: int, language: Language, *, year: bool, last: bool, ascii_only: bool) -> list[Line]:
    point = ("@" if event.function else "o") if ascii_only else "●" if event.function else "○"
    bar = " " if last else "|" if ascii_only else "│"
    lead = line((f"{event.year if year else '':>4} ", "strong"), (point, "mark"), " ")
    under: Line = (Span(" " * 5), Span(bar, "rule"), Span(" "))
    room = max(8, columns - 7)
    name = one_line(event.name.lines(language))
    head = paragraph(name, room, "accent" if event.function else "strong")
    told = paragraph(one_line(event.fixed.lines(language)), room)
    if measure(head[-1]) + 2 + width(event.authors) <= room:
        head[-1] = (*head[-1], Span("  " + event.authors, "dim"))
    else:
        told = [*paragraph(event.authors, room, "dim"), *told]
    return [
        (*lead, *head[0]),
        *((*under, *row) for row in [*head[1:], *told]),
        *([] if last else [(Span(" " * 5), Span(bar, "rule"))]),
    ]
