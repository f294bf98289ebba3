"""A finding drawn into a given number of rows: while a lab runs, and on the first page of its result."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.pictures.charting import NOBODY
from tutor.pictures.experiment import shown
from tutor.pictures.sheet import Sheet
from tutor.ui import pictured, plot, signs, table_picture
from tutor.ui.lines import BLANK, Line, cut, paragraph, spaced

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.labs.model import Finding
    from tutor.text import Language

LOWEST = 9  # rows in which a plot is worth drawing
ROOMY = 13  # rows of a plot that leave room for more than one line of notes


def fitted(
    finding: Finding,
    columns: int,
    rows: int,
    language: Language,
    known: Mapping[str, int] = NOBODY,
    *,
    ascii_only: bool = False,
) -> list[Line]:
    """Return a finding below its title in at most `rows` lines; what is longer than that is cut.

    `known` are the numbers of functions, so that each keeps its look.
    """
    title = signs.plain(finding.title) if ascii_only else finding.title
    head = [row for text in title.lines(language) for row in paragraph(text, columns, "strong")]
    picture = shown(finding, language, known)
    room = rows - len(head) - 1
    if isinstance(picture, Sheet):
        picture = replace(picture, notes=signs.texts(picture.notes)) if ascii_only else picture
        body = _curves(picture, columns, room, language, ascii_only=ascii_only)
    else:
        body = pictured.drawn(picture, columns, room, language, ascii_only=ascii_only)
    return [cut(row, columns) for row in spaced([head, body])[: max(0, rows)]]


def _curves(picture: Sheet, columns: int, rows: int, language: Language, *, ascii_only: bool) -> list[Line]:
    """Return curves with all notes where those leave enough of the rows, else with the first one in a line."""
    notes = table_picture.notes(picture.notes, columns, language)
    if rows - len(notes) - 1 < ROOMY:
        notes = [row for text in picture.notes[:1] for said in text.lines(language) for row in _first(said, columns)]
    else:
        notes = [BLANK, *notes]
    high = min(rows - len(notes), plot.fitting_rows(picture.picture, columns))
    return [*plot.lines(picture.picture, columns, high, language, ascii_only=ascii_only), *notes]


def _first(text: str, columns: int) -> list[Line]:
    return paragraph(text, columns, "dim")[:1]
