"""A question and its answer of several lines, parted by a line that is only `?`, or `??` for both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.exchange.notes.question import Question
from tutor.exchange.notes.rows import Kind
from tutor.exchange.notes.shapes import without_id
from tutor.exchange.notes.text import points, readable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.exchange.notes.rows import Row

MARKS = frozenset({"?", "？", "??", "？？"})
ENDS = frozenset({Kind.BLANK, Kind.HEADING, Kind.RULE})


def parted(rows: Sequence[Row]) -> tuple[list[Question], Sequence[Row]]:
    """Return the questions of that shape, and the lines that belong to none of them."""
    places = [place for place, row in enumerate(rows) if row.kind == Kind.TEXT and row.text.strip() in MARKS]
    if not places:
        return [], rows
    found: list[Question] = []
    left: list[Row] = []
    done = 0
    for place in places:
        if place < done:
            continue
        start = place
        while start > done and rows[start - 1].kind not in ENDS:
            start -= 1
        end = place + 1
        while end < len(rows) and rows[end].kind not in ENDS:
            end += 1
        end = _behind_code(rows, place + 1, end)
        if made := _questions(rows[start:place], rows[place], rows[place + 1 : end]):
            found += made
            left += rows[done:start]
            done = end
    return found, [*left, *rows[done:]]


def _behind_code(rows: Sequence[Row], start: int, end: int) -> int:
    """Return where the answer ends when it ends within code: behind that."""
    open_fence = sum(row.kind == Kind.FENCE for row in rows[start:end]) % 2
    while open_fence and end < len(rows):
        open_fence = rows[end].kind != Kind.FENCE
        end += 1
    return end


def _questions(above: Sequence[Row], mark: Row, below: Sequence[Row]) -> list[Question]:
    """Return one question, or one for each way; none without words on both sides."""
    if not above or not below:
        return []
    last = above[-1]
    text, author = without_id(last.text, last)
    last.text = text
    author = author or next((row.author for row in below if row.author), "")
    ask, answer = readable(above), readable(below)
    if not ask or not answer:
        return []
    there = Question("flash", ask, answer, above[0].number, points(below), author=author)
    if len(mark.text.strip()) == 1:
        return [there]
    back = Question("flash", answer, ask, above[0].number, points(above), author=f"{author}-2" if author else "")
    return [there, back]
