"""Any picture in words, a sentence or a line at a time: what `tutor show NAME --plain` says."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from tutor.pictures.sheet import Sheet
from tutor.pictures.spoken import summary
from tutor.pictures.table import Table
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.pictures.shown import Shown
    from tutor.text import Language, Text


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
        case _:
            assert_never(shown)


def rows(table: Table, language: Language) -> Iterator[str]:
    """Yield each row of a table: what it is about, then each cell behind the title of its column."""
    for row in table.rows:
        told = [
            say("show.cell", language, title=column.title.get(language), value=cell.text.get(language))
            for column, cell in zip(table.columns[1:], row[1:], strict=True)
        ]
        yield say("show.row", language, name=row[0].text.get(language), cells=say("show.then", language).join(told))


def _texts(texts: tuple[Text, ...], language: Language) -> Iterator[str]:
    for text in texts:
        yield from text.lines(language)
