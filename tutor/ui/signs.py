"""A picture with the signs of mathematics in ASCII, changed before anything is measured; words keep their letters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from tutor.pictures.sheet import Sheet
from tutor.pictures.table import Table
from tutor.text import Text
from tutor.ui.strokes import ASCII

if TYPE_CHECKING:
    from tutor.pictures.shown import Shown


def in_ascii(shown: Shown) -> Shown:
    """Return the picture with every text in it in ASCII signs."""
    match shown:
        case Table():
            return table(shown)
        case Sheet():
            facts = table(shown.facts) if shown.facts else None
            return replace(shown, facts=facts, notes=texts(shown.notes))
        case _:
            assert_never(shown)


def plain(text: Text) -> Text:
    """Return a text without signs beyond ASCII."""
    return Text(text.zh.translate(ASCII), text.en.translate(ASCII))


def texts(given: tuple[Text, ...]) -> tuple[Text, ...]:
    """Return several texts without signs beyond ASCII."""
    return tuple(map(plain, given))


def table(shown: Table) -> Table:
    """Return a table without signs beyond ASCII."""
    columns = tuple(replace(column, title=plain(column.title)) for column in shown.columns)
    rows = tuple(tuple(replace(cell, text=plain(cell.text)) for cell in row) for row in shown.rows)
    return replace(shown, columns=columns, rows=rows, notes=texts(shown.notes))
