"""The forecast: the next days as columns, known cards below, new ones above; what has piled up stands apart."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tutor.reports.forecast import DAYS, WEEK, Forecast, Sum
from tutor.text.numbers import significant
from tutor.text.words import say
from tutor.ui.lines import Line, Span, flow, paragraph
from tutor.ui.stats.columns import FULL, Sign, chart
from tutor.ui.stats.section import room_of, section, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.text import Language

KNOWN: Sign = (FULL, "accent")
NEW: Sign = ("░", "new")


def lines(shown: Forecast, language: Language, columns: int) -> list[Line]:
    """Return the forecast in lines of at most `columns` cells."""
    room = room_of(columns)
    stacks = [(load.due, load.new + load.returns) for load in shown.loads]
    drawn = chart(stacks, (KNOWN, NEW), _labels(shown, language), room)
    signs = [
        (Span(sign * 2, role), Span(f" {say(f'stats_past.{name}', language)}", "dim"))
        for (sign, role), name in ((KNOWN, "known_due"), (NEW, "new_load"))
    ]
    note = paragraph(say("stats_past.forecast_note", language), room, "dim")
    blocks = [
        paragraph(_backlog(shown, language), room),
        [*drawn, *flow(signs, room)],
        _table(shown, language, room),
        note,
    ]
    return section(say("stats_past.forecast", language), blocks, room)


def told(shown: Forecast, language: Language) -> Iterator[str]:
    """Yield the forecast in words: what waits, the next seven days one by one, the sums."""
    yield say("stats_past.forecast", language)
    yield _backlog(shown, language)
    for load in shown.loads[:WEEK]:
        facts = {"due": load.due, "new": load.new, "returns": load.returns}
        yield say("stats_past.forecast_day", language, day=date.fromordinal(load.day).isoformat(), **facts)
    for days in (WEEK, DAYS):
        one = shown.total(days)
        facts = {"due": one.due, "new": one.new, "returns": one.returns}
        yield say("stats_past.forecast_sum", language, days=days, minutes=_minutes(one), **facts)
    yield say("stats_past.forecast_note", language)


def _backlog(shown: Forecast, language: Language) -> str:
    minutes = max(1, round(shown.backlog * shown.seconds / 60))
    key = "stats_past.backlog" if shown.backlog else "stats_past.no_backlog"
    return say(key, language, n=significant(shown.backlog), minutes=significant(minutes))


def _minutes(one: Sum) -> str:
    return significant(round(one.minutes))


def _labels(shown: Forecast, language: Language) -> dict[int, str]:
    ahead = {place: f"+{place}" for place in range(WEEK, len(shown.loads), WEEK)}
    return {0: say("stats_past.today", language), **ahead}


def _table(shown: Forecast, language: Language, room: int) -> list[Line]:
    head = ["", *(say(f"stats_past.{name}", language) for name in ("due", "new", "returns", "minutes"))]
    rows = []
    for days in (WEEK, DAYS):
        one = shown.total(days)
        name = say("stats_past.next_days", language, n=days)
        rows.append([name, *(significant(value) for value in (one.due, one.new, one.returns)), _minutes(one)])
    return table(head, rows, room)
