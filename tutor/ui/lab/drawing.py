"""A finding drawn into a given number of rows: while a lab runs, and on the first page of its result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.pictures.experiment import shown
from tutor.pictures.sheet import Sheet
from tutor.ui import pictured, plot, signs
from tutor.ui.lines import Line, cut, paragraph, spaced

if TYPE_CHECKING:
    from tutor.labs.model import Finding
    from tutor.text import Language

LOWEST = 9  # rows in which a plot is worth drawing


def fitted(finding: Finding, columns: int, rows: int, language: Language, *, ascii_only: bool = False) -> list[Line]:
    """Return a finding below its title in at most `rows` lines; what is longer than that is cut."""
    title = signs.plain(finding.title) if ascii_only else finding.title
    head = [row for text in title.lines(language) for row in paragraph(text, columns, "strong")]
    picture = shown(finding, language)
    room = rows - len(head) - 1
    if isinstance(picture, Sheet):
        notes = [row for note in _noted(picture, language, ascii_only=ascii_only) for row in note]
        high = min(room - len(notes), plot.fitting_rows(picture.picture, columns))
        body = [*plot.lines(picture.picture, columns, high, language, ascii_only=ascii_only), *notes]
    else:
        body = pictured.drawn(picture, columns, room, language, ascii_only=ascii_only)
    return [cut(row, columns) for row in spaced([head, body])[: max(0, rows)]]


def _noted(picture: Sheet, language: Language, *, ascii_only: bool) -> list[list[Line]]:
    """Return what lies across, in one line for each language."""
    notes = signs.texts(picture.notes[:1]) if ascii_only else picture.notes[:1]
    return [paragraph(text, 200, "dim")[:1] for note in notes for text in note.lines(language)]
