"""The workload of the last thirty days: answers as columns, then mean and range of answers and minutes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tutor.text.numbers import significant
from tutor.text.words import say
from tutor.ui.lines import Line, paragraph
from tutor.ui.stats.columns import FULL, chart, gutter_of
from tutor.ui.stats.section import room_of, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.reports.workload import Range, Workload
    from tutor.text import Language

HEIGHT = 4  # of each of the two charts


def lines(shown: Workload, language: Language, columns: int) -> list[Line]:
    """Return the days in lines of at most `columns` cells."""
    room = room_of(columns)
    sentences = [row for sentence in _sentences(shown, language) for row in paragraph(sentence, room)]
    if not shown.studied:
        return section(say("stats_past.workload", language), [sentences], room)
    last = len(shown.days) - 1
    labels = {place: f"−{last - place}" for place in range(last % 7, last, 7)} | {
        last: say("stats_past.today", language)
    }
    gutter = max(gutter_of(max(day.answers for day in shown.days)), gutter_of(max(day.minutes for day in shown.days)))
    answers = chart(
        [(day.answers,) for day in shown.days], ((FULL, "accent"),), labels, room, height=HEIGHT, gutter=gutter
    )
    minutes = chart(
        [(day.minutes,) for day in shown.days], ((FULL, "due"),), labels, room, height=HEIGHT, gutter=gutter
    )
    blocks = [
        sentences,
        [*paragraph(say("stats_past.answers_a_day", language), room, "dim"), *answers],
        [*paragraph(say("stats_past.minutes_a_day", language), room, "dim"), *minutes],
    ]
    return section(say("stats_past.workload", language), blocks, room)


def told(shown: Workload, language: Language) -> Iterator[str]:
    """Yield the days studied in words, and the means."""
    yield say("stats_past.workload", language)
    for day in shown.studied:
        facts = {"answers": day.answers, "minutes": significant(round(day.minutes, 1), 2)}
        yield say("stats_past.workload_day", language, day=date.fromordinal(day.day).isoformat(), **facts)
    yield from _sentences(shown, language)


def _sentences(shown: Workload, language: Language) -> Iterator[str]:
    if shown.answers is None or shown.minutes is None:
        yield say("stats_past.workload_none", language, of=len(shown.days))
        return
    if len(shown.studied) == 1:
        facts = {"answers": shown.studied[0].answers, "minutes": _facts(shown.minutes)["mean"]}
        yield say("stats_past.workload_one", language, of=len(shown.days), **facts)
        return
    yield say("stats_past.workload_days", language, n=len(shown.studied), of=len(shown.days))
    yield say("stats_past.workload_answers", language, **_facts(shown.answers))
    yield say("stats_past.workload_minutes", language, **_facts(shown.minutes))


def _facts(one: Range) -> dict[str, str]:
    values = {"mean": one.mean, "least": one.least, "most": one.most}
    return {name: significant(round(value, 1) if value < 10 else round(value)) for name, value in values.items()}
