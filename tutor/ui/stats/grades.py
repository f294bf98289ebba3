"""The grades given, by kind of question, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.text.numbers import significant
from tutor.text.words import say
from tutor.ui.lines import Line, paragraph
from tutor.ui.phrases import GRADES as NAMES
from tutor.ui.stats.section import dash_note, room_of, section, share, share_told, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.reports.grades import Grades, Row
    from tutor.text import Language

KINDS = frozenset({"choice", "multi", "numeric", "formula", "flash", "cloze", "myth"})


def lines(shown: Grades, language: Language, columns: int) -> list[Line]:
    """Return the table in lines of at most `columns` cells."""
    room = room_of(columns)
    title = say("stats_past.answers", language)
    if not shown.all.rate.n:
        return section(title, [paragraph(say("stats_past.no_answers", language), room)], room)
    rows = (*shown.kinds, shown.all) if len(shown.kinds) > 1 else shown.kinds
    head = ["", *(say(f"grade.{name}", language) for name in NAMES), say("stats_past.right", language)]
    cells = [[_name(row, language), *map(significant, row.counts), share(row.rate)] for row in rows]
    notes = [note for sentence in _notes(shown, language) for note in paragraph(sentence, room, "dim")]
    dash = dash_note(language, room) if any(row.rate.share is None for row in rows) else []
    return section(title, [table(head, cells, room), [*notes, *dash]], room)


def told(shown: Grades, language: Language) -> Iterator[str]:
    """Yield the table in words, one line for each kind."""
    yield say("stats_past.answers", language)
    if not shown.all.rate.n:
        yield say("stats_past.no_answers", language)
        return
    for row in (*shown.kinds, shown.all):
        facts = {name: significant(count) for name, count in zip(NAMES, row.counts, strict=True)}
        right = share_told(row.rate, language)
        yield say("stats_past.answers_line", language, kind=_name(row, language), right=right, **facts)
    yield from _notes(shown, language)


def _name(row: Row, language: Language) -> str:
    if row.kind in KINDS:
        return say(f"screen.kind_{row.kind}", language)
    return say("stats_past.other_kind", language) if row.kind else say("stats_past.all_kinds", language)


def _notes(shown: Grades, language: Language) -> Iterator[str]:
    yield say("stats_past.answers_note", language, practice=significant(shown.practice))
    if shown.all.guessed:
        yield say("stats_past.guessed", language, n=significant(shown.all.guessed))
