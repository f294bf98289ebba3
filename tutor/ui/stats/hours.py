"""Hours of the day: how many reviews each saw, and how many of them were right where there are enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.text.numbers import percent, significant
from tutor.text.width import width
from tutor.text.words import say
from tutor.ui.lines import Line, Span, paragraph
from tutor.ui.phrases import bar
from tutor.ui.stats.section import UNKNOWN, dash_note, room_of, section, share_told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.reports.hours import Hours
    from tutor.reports.rate import Rate
    from tutor.text import Language

LONGEST = 40  # cells of a bar
ROLLOVER = 4


def lines(shown: Hours, language: Language, columns: int, start: int = ROLLOVER) -> list[Line]:
    """Return the hours in lines of at most `columns` cells, in the order of a study day that begins at `start`."""
    room = room_of(columns)
    seen = [(hour, rate) for hour, rate in shown.from_hour(start) if rate.n]
    title = say("stats_past.hours", language)
    if not seen:
        return section(
            title, [paragraph(say("stats_past.no_hours", language), room), _unknown(shown, language, room)], room
        )
    most = max(rate.n for _, rate in seen)
    counts = max(width(significant(rate.n)) for _, rate in seen)
    rows = [_row(hour, rate, most, counts, room) for hour, rate in seen]
    head = paragraph(say("stats_past.hours_head", language), room, "dim")
    dash = dash_note(language, room, brackets=False) if any(rate.share is None for _, rate in seen) else []
    note = paragraph(say("stats_past.hours_note", language), room, "dim")
    return section(title, [[*head, *rows], [*note, *dash, *_unknown(shown, language, room)]], room)


def told(shown: Hours, language: Language, start: int = ROLLOVER) -> Iterator[str]:
    """Yield the hours in words."""
    yield say("stats_past.hours", language)
    seen = [(hour, rate) for hour, rate in shown.from_hour(start) if rate.n]
    if seen:
        yield say("stats_past.hours_head", language)
    for hour, rate in seen:
        yield say("stats_past.hours_line", language, hour=f"{hour:02}", share=share_told(rate, language))
    if not seen:
        yield say("stats_past.no_hours", language)
    if shown.unknown:
        yield say("stats_past.hours_unknown", language, n=significant(shown.unknown))


def _row(hour: int, rate: Rate, most: int, counts: int, room: int) -> Line:
    known = UNKNOWN if rate.share is None else percent(rate.share)
    size = min(LONGEST, room - 6 - counts - 10)
    full, rest = bar(rate.n / most, max(1, size), rest=" ")
    n = significant(rate.n)
    return (
        Span(f"{hour:02}  ", "dim"),
        Span(full, "accent"),
        Span(rest + " " * (2 + counts - width(n)) + n),
        Span(known.rjust(8), "dim" if rate.share is None else "strong"),
    )


def _unknown(shown: Hours, language: Language, room: int) -> list[Line]:
    if not shown.unknown:
        return []
    return paragraph(say("stats_past.hours_unknown", language, n=significant(shown.unknown)), room, "dim")
