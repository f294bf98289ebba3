"""Any picture in words, a sentence or a line at a time: what `tutor show NAME --plain` says."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from tutor.pictures import bars, heat
from tutor.pictures.bars import Bars
from tutor.pictures.decision import Decision
from tutor.pictures.distribution import Distribution
from tutor.pictures.flow import Flow
from tutor.pictures.heat import Heat
from tutor.pictures.radar import Radar
from tutor.pictures.sheet import Sheet
from tutor.pictures.spoken import summary
from tutor.pictures.spoken_structures import spoken as structure
from tutor.pictures.table import NOTHING, Table
from tutor.pictures.timeline import Timeline
from tutor.pictures.tree import Tree
from tutor.text.numbers import percent, significant
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.pictures.distribution import Histogram
    from tutor.pictures.radar import Scored
    from tutor.pictures.shown import Shown
    from tutor.text import Language, Text


SEEN = 0.001  # a share worth a word


def spoken(title: Text, shown: Shown, language: Language) -> tuple[str, ...]:
    """Return the title and what the picture shows."""
    return (*title.lines(language), *told(shown, language))


def told(shown: Shown, language: Language) -> Iterator[str]:
    """Yield what a picture of any kind shows."""
    match shown:
        case Sheet():
            if shown.told:
                yield from _texts(shown.told, language)
            else:
                yield from summary(shown.picture, language)
            if shown.facts:
                yield from rows(shown.facts, language)
            yield from _texts(shown.notes, language)
        case Table():
            yield from rows(shown, language)
            yield from _texts(shown.notes, language)
        case Distribution():
            yield from (peak(one, shown.centres, language) for one in shown.histograms)
            yield from rows(shown.facts, language)
            yield from _texts(shown.notes, language)
        case Radar():
            yield from (scores(shown, one, language) for one in shown.scored)
            for axis in shown.axes:
                told = axis.definition.get(language)
                yield say("show.definition", language, name=axis.title.get(language), is_=told)
            yield from _texts(shown.notes, language)
        case Tree() | Timeline() | Flow() | Decision():
            yield from structure(shown, language)
            yield from _texts(shown.notes, language)
        case Bars() | Heat():
            yield from _barred(shown, language) if isinstance(shown, Bars) else rows(heat.table(shown), language)
            yield from _texts(shown.notes, language)
        case _:
            assert_never(shown)


def peak(one: Histogram, centres: tuple[float, ...], language: Language) -> str:
    """Return where most of a histogram lies."""
    most = max(one.shares)
    place = centres[one.shares.index(most)]
    used = [centre for centre, share in zip(centres, one.shares, strict=True) if share >= SEEN]
    facts = {"low": significant(used[0]), "high": significant(used[-1]), "x": significant(place)}
    return say("show.peak", language, name=one.name, share=percent(most), **facts)


def scores(shown: Radar, one: Scored, language: Language) -> str:
    """Return the scores of a function."""
    told = [
        say("show.cell", language, title=axis.title.get(language), value=f"{score:.2f}")
        for axis, score in zip(shown.axes, one.scores, strict=True)
    ]
    return say("show.row", language, name=one.name, cells=say("show.then", language).join(told))


def rows(table: Table, language: Language) -> Iterator[str]:
    """Yield each row of a table: what it is about, then each cell that holds something behind its column's title."""
    stop = "。" if language == "zh" else "."  # the row ends with its own
    for row in table.rows:
        told = [
            say("show.cell", language, title=column.title.get(language), value=cell.text.get(language).rstrip(stop))
            for column, cell in zip(table.columns[1:], row[1:], strict=True)
            if cell.text.en != NOTHING
        ]
        yield say("show.row", language, name=row[0].text.get(language), cells=say("show.then", language).join(told))


def _barred(shown: Bars, language: Language) -> Iterator[str]:
    """Yield each bar and its value, which needs no column's title."""
    for name, value in bars.table(shown).rows:
        yield say("show.row", language, name=name.text.get(language), cells=value.text.get(language))


def _texts(texts: tuple[Text, ...], language: Language) -> Iterator[str]:
    for text in texts:
        yield from text.lines(language)
