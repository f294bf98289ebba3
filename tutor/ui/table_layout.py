"""How wide the columns of a table become, and how many stand beside one another: nothing is ever cut."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.text.width import cells, may_break, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.pictures.table import Column, Table
    from tutor.text import Language, Text

GAP = 2
PROSE = 14  # cells a sentence should have at least before it is broken
NAME = 24  # cells that the name of a row of numbers may take unbroken
FORMULA = 34  # cells a formula should have at least
WIDEST = 56  # cells beyond which a line is hard to read
NARROW = 60  # columns of a screen below which rows are stacked


@dataclass(frozen=True, slots=True)
class Measured:
    """A column's width where nothing is broken, and the least it can do with."""

    natural: int
    least: int


def measured(table: Table, language: Language) -> list[Measured]:
    """Return how wide each column is."""
    numbers = all(column.align == "right" for column in table.columns[1:])
    found = []
    for place, column in enumerate(table.columns):
        cells = [row[place].text for row in table.rows]
        one = _column(column, [column.title, *cells], language)
        found.append(replace(one, least=_least(column, cells, one, language)) if numbers else one)
    return found


def _least(column: Column, cells: Sequence[Text], one: Measured, language: Language) -> int:
    """Return the least width in a table of numbers: names and numbers stay whole, headings may break."""
    if column.align == "left":
        return max(one.least, min(one.natural, NAME))
    parts = [width(part) for cell in cells for part in cell.get(language).split("\n")]
    return max([*parts, *map(width, column.title.get(language).split())])


def _column(column: Column, texts: Sequence[Text], language: Language) -> Measured:
    parts = [line for text in texts for line in text.get(language).split("\n")]
    natural = max(map(width, parts), default=1)
    piece = max(map(longest_piece, parts), default=1)
    least = max(piece, min(natural, FORMULA if column.whole else PROSE))
    return Measured(max(1, natural), max(1, min(least, natural)))


def longest_piece(text: str) -> int:
    """Return the cells of the longest piece that no line may break."""
    longest = used = 0
    before = ""
    for char in text:
        if before and may_break(before, char):
            used = 0
        used += cells(char)
        longest = max(longest, used) if char != " " else longest
        before = char
    return longest


def fitted(columns: Sequence[Measured], room: int) -> list[int] | None:
    """Return widths that fill at most `room` cells with their gaps, None when even the least ones do not fit."""
    room -= GAP * (len(columns) - 1)
    least = sum(column.least for column in columns)
    if least > room:
        return None
    widths = [column.least for column in columns]
    wishes = [min(column.natural, max(WIDEST, column.least)) for column in columns]
    left = room - least
    while left > 0:  # the column that is furthest from what it wishes grows first
        place = max(range(len(columns)), key=lambda at: wishes[at] / widths[at])
        if wishes[place] <= widths[place]:
            break
        widths[place] += 1
        left -= 1
    return widths


def bands(columns: Sequence[Measured], room: int) -> list[list[int]] | None:
    """Return the places of the columns band by band, the first column in each.

    None when a band would hold fewer than two others: then rows are stacked.
    """
    if fitted(columns, room) is not None:
        return [list(range(len(columns)))]
    if room < NARROW or len(columns) < 3:
        return None
    found = _packed(columns, room)
    tightest = next(narrow for narrow in range(1, room + 1) if len(_packed(columns, narrow)) == len(found))
    for within in (tightest, room):  # as even as it gets, unless a band then holds what does not fit
        even = _packed(columns, within)
        if all(fitted([columns[at] for at in band], room) is not None for band in even):
            return even
    return None


def _packed(columns: Sequence[Measured], room: int) -> list[list[int]]:
    """Return the bands that hold as many columns as look well in `room` cells, at least one beside the first."""
    found: list[list[int]] = [[0]]
    for place in range(1, len(columns)):
        wider = [*found[-1], place]
        if len(found[-1]) > 1 and _comfortable([columns[at] for at in wider]) > room:
            found.append([0, place])
        else:
            found[-1] = wider
    return found


def _comfortable(columns: Sequence[Measured]) -> int:
    """Return the width at which columns look well beside one another."""
    return sum(min(column.natural, column.least + 8) for column in columns) + GAP * (len(columns) - 1)
