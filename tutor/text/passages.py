"""Texts of several lines on a screen: lists hang below their marks, code stays as it was written.

A line with four spaces in front and no mark of a list is shown as it is: what does not fit goes on in the next
row, with › at the break, so that nothing is lost and nobody takes the break for one of the author's.
"""

from __future__ import annotations

import re

from tutor.text.width import cells, width, wrap

LEAD = re.compile(r" *(?:[•◦▪–] |\d{1,3}[.)] )?")
AS_IS = "    "
FOLD = "›"
GOES_ON = "  › "
LEAST = 8  # cells beside a mark, else the text stands below it


def laid_out(text: str, columns: int) -> list[str]:
    """Return the lines of `text` in rows of at most `columns` cells."""
    if "\n" not in text:
        return wrap(text, columns)
    return [row for line in text.split("\n") for row in _rows(line, columns)]


def is_as_written(row: str) -> bool:
    """Say whether a row of a text of several lines shows a line as it is."""
    return row.startswith((AS_IS, GOES_ON)) and LEAD.fullmatch(row[: _lead(row)]) is not None and not _marked(row)


def _rows(line: str, columns: int) -> list[str]:
    lead = line[: _lead(line)]
    if not lead:
        return wrap(line, columns)
    if line.startswith(AS_IS) and not _marked(line):
        return _folded(line.rstrip(" "), columns)
    hang = width(lead)
    if columns - hang < LEAST:
        return wrap(line.strip(" "), columns)
    first, *rest = wrap(line[len(lead) :], columns - hang)
    return [(lead + first).rstrip(" "), *(" " * hang + row for row in rest)]


def _lead(line: str) -> int:
    """Return how many characters stand before the words of a line: spaces and the mark of an item."""
    found = LEAD.match(line)
    assert found is not None  # it matches nothing at least
    return found.end()


def _marked(line: str) -> bool:
    return not line[: _lead(line)].isspace()


def _folded(line: str, columns: int) -> list[str]:
    """Return a line as it is, in as many rows as it needs."""
    if width(line) <= columns or columns < LEAST + len(AS_IS):
        return [line] if width(line) <= columns else wrap(line.strip(" "), columns)
    rows, row, room = [], "", columns - 1
    for char in line:
        if cells(char) > room:
            rows.append(row + FOLD)
            row, room = GOES_ON, columns - 1 - len(GOES_ON)
        row += char
        room -= cells(char)
    return [*rows, row]
