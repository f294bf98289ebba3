"""A sheet of curves drawn: the plot, the numbers that belong to it, its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.ui import plot, table_picture
from tutor.ui.lines import BLANK, Line, spaced
from tutor.ui.strokes import Style

if TYPE_CHECKING:
    from tutor.pictures.sheet import Sheet
    from tutor.text import Language

SMALL = 18  # columns of a small panel at least
SMALL_ROWS = 10  # its title, canvas and axis
SHRINK = 3  # rows that a canvas may lose so that the whole stands on one screen
BETWEEN = 3  # empty cells between small panels


def lines(shown: Sheet, columns: int, rows: int | None, language: Language, *, ascii_only: bool = False) -> list[Line]:
    """Return a sheet in `columns`; its curves give way where all of it would nearly fit into `rows`."""
    style = Style(language, ascii_only=ascii_only)
    facts = table_picture.lines(shown.facts, columns, None, language, ascii_only=ascii_only) if shown.facts else []
    below = spaced([facts, table_picture.notes(shown.notes, columns, language)])
    if shown.small:
        drawn = multiples(shown, columns, style)
    else:
        room = height(shown, columns, rows and rows - len(below) - 1)
        drawn = plot.lines(shown.picture, columns, room, language, ascii_only=ascii_only)
    return spaced([drawn, below])


def height(shown: Sheet, columns: int, rows: int | None) -> int:
    """Return the rows of the curves: as many as look best, fewer where `rows` would else just not hold them."""
    bands = plot.arrangement(shown.picture, columns)[1]
    fitting = plot.fitting_rows(shown.picture, columns)
    best = fitting + bands * shown.extra
    return best if rows is None or rows < fitting - bands * SHRINK else min(best, rows)


def multiples(shown: Sheet, columns: int, style: Style) -> list[Line]:
    """Return small panels, one to four beside one another."""
    panels = shown.picture.panels
    beside = max(1, min(shown.picture.beside, len(panels), (columns + BETWEEN) // (SMALL + BETWEEN)))
    room = (min(plot.WIDEST_PANEL, (columns + BETWEEN) // beside - BETWEEN), SMALL_ROWS)
    found: list[Line] = []
    for first in range(0, len(panels), beside):
        found += [*([BLANK] if found else []), *plot.band(panels[first : first + beside], room, style)]
    return found
