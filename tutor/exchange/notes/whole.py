"""A note that asks nothing, as a question: recall its key points, then read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.exchange.notes.inline import inline
from tutor.exchange.notes.question import Question
from tutor.exchange.notes.rows import Kind
from tutor.exchange.notes.text import MOST_POINTS, points, readable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.exchange.notes.rows import Row

LONGEST = 4_000  # characters: two or three screens, more is read in the note itself


def whole(rows: Sequence[Row], title: str) -> tuple[Question, ...]:
    """Return the question for a note, none when it holds nothing but a title."""
    top = next((place for place, row in enumerate(rows) if row.kind == Kind.HEADING and row.level == 1), None)
    body = [row for place, row in enumerate(rows) if place != top]
    text = readable(body, LONGEST)
    if not text:
        return ()
    return (Question("flash", title, text, 1, _points(body), whole=True),)


def _points(body: Sequence[Row]) -> tuple[str, ...]:
    """Return the headings of the highest level that has two, else what the items of its lists begin with."""
    headings = [row for row in body if row.kind == Kind.HEADING]
    for level in range(1, 7):
        told = dict.fromkeys(inline(row.content) for row in headings if row.level == level)
        found = [" ".join(text.split()) for text in told if text.strip()]
        if len(found) > 1:
            return tuple(found[:MOST_POINTS])
    return points(body)
