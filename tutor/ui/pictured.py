"""Any picture of the catalogue as lines of a screen: for `tutor show`, lessons and answers alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from tutor.pictures.bars import Bars
from tutor.pictures.catalogue import PICTURES, find, make
from tutor.pictures.decision import Decision
from tutor.pictures.distribution import Distribution
from tutor.pictures.flow import Flow
from tutor.pictures.heat import Heat
from tutor.pictures.radar import Radar
from tutor.pictures.sheet import Sheet
from tutor.pictures.table import Table
from tutor.pictures.timeline import Timeline
from tutor.pictures.tree import Tree
from tutor.text.words import say
from tutor.ui import (
    bars_picture,
    decision_picture,
    distribution_picture,
    flow_picture,
    heat_picture,
    radar_picture,
    sheet_picture,
    signs,
    table_picture,
    timeline_picture,
    tree_picture,
)
from tutor.ui.lines import BLANK, Line, line, paragraph

if TYPE_CHECKING:
    from tutor.pictures.request import Request
    from tutor.pictures.shown import Shown
    from tutor.text import Language, Text

NARROW = 56  # columns below which the name of a picture has its own line


def is_known(name: str, *, course: bool = False) -> bool:
    """Say whether there is a picture called exactly so that can be drawn, `course` with the facts of a course."""
    return name in PICTURES and (course or PICTURES[name].course != "drawn")


def lines(
    name: str,
    columns: int,
    rows: int | None,
    language: Language,
    *,
    ascii_only: bool = False,
    request: Request | None = None,
) -> list[Line]:
    """Return the picture called `name` with its title; raises `TutorError` as `catalogue.make` does.

    `rows` is what there is room for: pictures that can shrink do, others are as long as they are.
    """
    shown = make(name, request)
    return titled(find(name).title, shown, columns, rows, language, ascii_only=ascii_only)


def titled(
    title: Text, shown: Shown, columns: int, rows: int | None, language: Language, *, ascii_only: bool = False
) -> list[Line]:
    """Return a picture below its title."""
    above = [row for text in title.lines(language) for row in paragraph(text, columns, "title")]
    below = drawn(shown, columns, rows and rows - len(above) - 1, language, ascii_only=ascii_only)
    found = [*above, BLANK, *below]
    return [signs.spelt(row) for row in found] if ascii_only else found


def drawn(shown: Shown, columns: int, rows: int | None, language: Language, *, ascii_only: bool = False) -> list[Line]:
    """Return a picture of any kind in at most `columns` cells."""
    match signs.in_ascii(shown) if ascii_only else shown:
        case Sheet() as shown:
            return sheet_picture.lines(shown, columns, rows, language, ascii_only=ascii_only)
        case Distribution() as shown:
            return distribution_picture.lines(shown, columns, rows, language, ascii_only=ascii_only)
        case Radar() as shown:
            return radar_picture.lines(shown, columns, rows, language, ascii_only=ascii_only)
        case Table() as shown:
            return table_picture.lines(shown, columns, rows, language, ascii_only=ascii_only)
        case Tree() as shown:
            return tree_picture.lines(shown, columns, rows, language, ascii_only=ascii_only)
        case Timeline() as shown:
            return timeline_picture.lines(shown, columns, rows, language, ascii_only=ascii_only)
        case Flow() as shown:
            return flow_picture.lines(shown, columns, rows, language, ascii_only=ascii_only)
        case Decision() as shown:
            return decision_picture.lines(shown, columns, rows, language, ascii_only=ascii_only)
        case Bars() | Heat() as shown:
            return _found(shown, columns, language, ascii_only=ascii_only)
        case other:
            assert_never(other)


def _found(shown: Bars | Heat, columns: int, language: Language, *, ascii_only: bool) -> list[Line]:
    """Return what an experiment found."""
    if isinstance(shown, Bars):
        return bars_picture.lines(shown, columns, language, ascii_only=ascii_only)
    return heat_picture.lines(shown, columns, language, ascii_only=ascii_only)


def catalogue_lines(columns: int, language: Language) -> list[Line]:
    """Return every picture with its one line, and how to see one."""
    wide = columns >= NARROW
    size = max(map(len, PICTURES)) + 2 if wide else 2
    found: list[Line] = []
    for entry in PICTURES.values():
        lead = line((entry.name.ljust(size), "accent")) if wide else line("  ")
        found += [] if wide else [line((entry.name, "accent"))]
        for text in entry.about.lines(language):
            found += paragraph(text, columns, "plain", lead)
            lead = line(" " * size)
    return [*found, BLANK, *paragraph(say("show.how", language), columns, "dim")]
