"""A question with a label: what is asked, the answer below it, or options to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.exchange.notes.inline import inline
from tutor.exchange.notes.question import Question, short
from tutor.exchange.notes.rows import Kind, Row
from tutor.exchange.notes.shapes import NEXT_LETTER, Opening, answer_label, beside, option
from tutor.exchange.notes.text import AS_IS, LONGEST, points, readable
from tutor.exchange.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.questions.model import KindName


def labelled(opened: Opening, row: Row, body: Sequence[Row]) -> Question | Trouble:
    """Return the question that a label begins, or what it lacks."""
    author = opened.author or next((one.author for one in body if one.author), "")
    first, last = _options(body)
    if last > first:
        return _choice(opened, row, body, (first, last), author)
    first_line, at_once = beside(opened.text[:LONGEST])
    asked, answer = ((), [Row(row.number, Kind.TEXT, at_once), *body]) if at_once else _parted(body)
    ask = _joined(inline(first_line), readable(asked))
    told = readable(answer)
    if not ask:
        return Trouble("notes.question_empty", row.number)
    if not told:
        return Trouble("notes.answer_missing", row.number, (("ask", short(ask)),))
    return Question("flash", ask, told, row.number, points(answer), author=author)


def _parted(body: Sequence[Row]) -> tuple[Sequence[Row], Sequence[Row]]:
    """Return what still belongs to the question, and the answer without its label."""
    begun = False
    for place, row in enumerate(body):
        label = answer_label(row)
        if label is not None and (label[1] or not begun) and not _is_list_of_letters(body, place):
            rest = Row(row.number, Kind.TEXT, label[0])
            return body[:place], [rest, *body[place + 1 :]] if label[0] else body[place + 1 :]
        begun = begun or row.kind not in {Kind.BLANK, Kind.SILENT}
    return (), body


def _is_list_of_letters(body: Sequence[Row], place: int) -> bool:
    """Say whether A: is the first of several letters: options that nobody ticked."""
    following = next((row for row in body[place + 1 :] if row.kind != Kind.BLANK), None)
    return following is not None and NEXT_LETTER.match(following.content) is not None


def _options(body: Sequence[Row]) -> tuple[int, int]:
    """Return from where to where the options stand, an empty span without any."""
    places = [place for place, row in enumerate(body) if row.kind == Kind.ITEM and option(row) is not None]
    ticked = any((found := option(body[place])) is not None and found[1] for place in places)
    if not ticked or len(places) < 2:
        return 0, 0
    end = places[-1] + 1
    while end < len(body) and body[end].kind == Kind.TEXT and body[end].indent:
        end += 1
    return places[0], end


def _choice(opened: Opening, row: Row, body: Sequence[Row], span: tuple[int, int], author: str) -> Question | Trouble:
    first, last = span
    ask = _joined(inline(opened.text[:LONGEST]), readable(_without_label(body[:first])))
    if not ask:
        return Trouble("notes.question_empty", row.number)
    options = _ticked(body[first:last])
    right = [text for text, is_right in options if is_right]
    kind: KindName = "multi" if len(right) > 1 else "choice"
    why = readable(_without_label(body[last:]))
    return Question(kind, ask, "\n".join(right), row.number, (), options, why, author)


def _ticked(rows: Sequence[Row]) -> tuple[tuple[str, bool], ...]:
    """Return the options with the lines that continue them."""
    found: list[tuple[str, bool]] = []
    for row in rows:
        made = option(row)
        if made is not None:
            found.append(made)
        elif found and row.kind in {Kind.TEXT, Kind.ITEM}:
            found[-1] = (f"{found[-1][0]} {row.content}", found[-1][1])
    return tuple((" ".join(inline(text[:LONGEST]).split()), right) for text, right in found)


def _without_label(rows: Sequence[Row]) -> Sequence[Row]:
    """Return lines without the label of an answer that stands before the options or before the explanation."""
    kept: list[Row] = []
    for row in rows:
        label = answer_label(row)
        if label is None:
            kept.append(row)
        elif label[0]:
            kept.append(Row(row.number, Kind.TEXT, label[0]))
    return kept


def _joined(asked: str, more: str) -> str:
    """Return what the first line and the lines below it ask; code stands apart."""
    return f"{asked}\n{more}" if asked and more and not more.startswith(AS_IS) else f"{asked}\n\n{more}".strip("\n")
