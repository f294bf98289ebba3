"""The calendar of a year: two weekdays in one line in colour, seven lines of shades without."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from tutor.reports.calendar import LEVELS, WEEK, Calendar
from tutor.text.numbers import significant
from tutor.text.width import width
from tutor.text.words import say
from tutor.ui.lines import Line, Span, flow, line, paragraph
from tutor.ui.stats.section import room_of, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.text import Language
    from tutor.ui.theme import Role

GUTTER = 5
WIDEST = 116
SHADES = "·░▒▓█"
UPPER, LOWER, WHOLE = "▀", "▄", "█"
HERE = "▲"


def lines(shown: Calendar, language: Language, columns: int, *, colour: bool = False) -> list[Line]:
    """Return the calendar in lines of at most `columns` cells: fewer weeks where it is narrow."""
    room = room_of(columns, WIDEST)
    size = 2 if GUTTER + 2 * len(shown.weeks) <= room else 1
    seen = shown.last(max(1, (room - GUTTER) // size))
    days = _halves(seen, size, language) if colour else _shades(seen, size, language)
    grid = [_months(seen, size, language), *days, _mark(seen, size, language)]
    told = paragraph(summary(seen, language), room)
    title = say("stats_past.calendar", language)
    return section(title, [told, grid, _legend(seen, language, room, colour=colour)], room)


def summary(shown: Calendar, language: Language) -> str:
    """Return in one sentence how much was done."""
    facts = {"weeks": len(shown.weeks), "days": shown.studied, "answers": significant(shown.answers)}
    return say("stats_past.calendar_summary" if shown.studied else "stats_past.calendar_empty", language, **facts)


def told(shown: Calendar, language: Language) -> Iterator[str]:
    """Yield the calendar in words: month by month on how many days, and how much."""
    yield say("stats_past.calendar", language)
    yield summary(shown, language)
    months: dict[tuple[int, int], list[int]] = {}
    for day, count in enumerate(shown.counts, shown.first):
        moment = date.fromordinal(day)
        months.setdefault((moment.year, moment.month), []).append(count)
    for (year, month), counts in months.items():
        if any(counts):
            facts = {"days": sum(count > 0 for count in counts), "answers": significant(sum(counts))}
            yield say("stats_past.calendar_month", language, month=f"{year}-{month:02}", **facts)


def _gutter(text: str) -> Span:
    return Span(text + " " * (GUTTER - width(text)), "dim")


def _weekday(place: int, language: Language) -> str:
    return say("stats_past.weekdays", language).split()[place]


def _months(shown: Calendar, size: int, language: Language) -> Line:
    """Return the names of the months over the week in which each begins."""
    names = say("stats_past.months", language).split()
    text = ""
    for place, monday in enumerate(shown.weeks):
        first = next((day for day in range(monday, monday + WEEK) if date.fromordinal(day).day == 1), None)
        if first is None or (text and width(text) >= place * size):
            continue
        name = names[date.fromordinal(first).month - 1]
        if place * size + width(name) <= len(shown.weeks) * size:
            text += " " * (place * size - width(text)) + name
    return (_gutter(say("stats_past.month_label", language)), Span(text, "dim"))


def _shades(shown: Calendar, size: int, language: Language) -> list[Line]:
    """Return one line for each weekday."""
    return [
        (
            _gutter(_weekday(place, language) if place % 2 == 0 else ""),
            *(_shade(shown, week + place, size) for week in shown.weeks),
        )
        for place in range(WEEK)
    ]


def _shade(shown: Calendar, day: int, size: int) -> Span:
    level = shown.level(day)
    if level is None:
        return Span(" " * size)
    sign = SHADES[_spread(shown, level)]
    return Span((sign + " " if level == 0 else sign * 2)[:size], "dim" if level == 0 else "accent")


def _spread(shown: Calendar, level: int) -> int:
    """Return the shade of a level: with fewer levels the strongest shades are used."""
    return 0 if level == 0 else LEVELS - len(shown.bounds) + level


def _halves(shown: Calendar, size: int, language: Language) -> list[Line]:
    """Return one line for each two weekdays."""
    return [
        (_gutter(_weekday(place, language)), *(_half(shown, week + place, place, size) for week in shown.weeks))
        for place in range(0, WEEK, 2)
    ]


def _half(shown: Calendar, day: int, place: int, size: int) -> Span:
    """Return two days in one cell; the pale dot stands where neither was studied."""
    here = shown.level(day)
    if here is None:
        return Span(" " * size)
    upper = _spread(shown, here)
    lower = _spread(shown, (shown.level(day + 1) or 0) if place + 1 < WEEK else 0)
    if not upper and not lower:
        return Span("·" + " " * (size - 1), "dim")
    if upper == lower:
        return Span(WHOLE * size, _role(upper))
    if not lower or not upper:
        return Span((UPPER if upper else LOWER) * size, _role(upper or lower))
    return Span(UPPER * size, cast("Role", f"heat{upper}{lower}"))


def _role(level: int) -> Role:
    return cast("Role", f"heat{level}")


def _mark(shown: Calendar, size: int, language: Language) -> Line:
    """Return the mark of today below its week, the last one."""
    day = date.fromordinal(shown.today)
    name = f"{say('stats_past.today', language)} {day.isoformat()} {_weekday(day.weekday(), language)} "
    left = GUTTER + (len(shown.weeks) - 1) * size - width(name)
    return (Span(" " * max(0, left) + (name if left >= 0 else ""), "dim"), Span(HERE, "mark"))


def _legend(shown: Calendar, language: Language, room: int, *, colour: bool) -> list[Line]:
    """Return what the shades stand for."""
    if not shown.studied:
        return []
    ends = [*(bound - 1 for bound in shown.bounds[1:]), None]
    items = [line(("·", "dim"), (f" {say('stats_past.no_answer', language)}", "dim"))]
    for level, (start, end) in enumerate(zip(shown.bounds, ends, strict=True), 1):
        shade = _spread(shown, level)
        swatch: Span = Span(WHOLE * 2, _role(shade)) if colour else Span(SHADES[shade] * 2, "accent")
        span = f"≥ {start}" if end is None else f"{start}–{end}" if end > start else f"{start}"
        items.append((swatch, Span(f" {span}", "dim")))
    return flow(items, room)
