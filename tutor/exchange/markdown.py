"""A Markdown note: its title, its questions, and the cards they become. Reads text, writes nothing, never raises."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.exchange import foreign
from tutor.exchange.block_lines import found_block, lines_of
from tutor.exchange.notes import front_place
from tutor.exchange.notes.inline import inline
from tutor.exchange.notes.questions import questions
from tutor.exchange.notes.rows import Kind, cleaned, rows
from tutor.exchange.notes.shapes import opening
from tutor.exchange.notes.whole import whole
from tutor.exchange.trouble import Trouble
from tutor.questions.model import Wording
from tutor.syllabus.bodies import SHOWN_GAP
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.exchange.notes.question import Question
    from tutor.exchange.notes.rows import Row
    from tutor.questions.model import Card
    from tutor.text import Language

GENERATED = re.compile(r"<!--\s*(?:自动生成|auto-generated)", re.IGNORECASE)
MOST_TROUBLES = 20  # of one note: more of them say nothing new
BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Note:
    """What a note holds: where its text begins, its title ("" without one), its questions, what is wrong."""

    start: int
    title: str
    questions: tuple[Question, ...]
    troubles: tuple[Trouble, ...] = ()


def read_note(source: bytes | str, stem: str = "") -> Note:
    """Return a note; one that asks nothing asks for itself, by its title or the `stem` of its file."""
    text = source if isinstance(source, str) else decoded(source)
    start = front_place.rest(text)
    body, first = text[start:], front_place.line_of(text, start)
    whole_text = cleaned(body.removeprefix(BOM))
    lines = rows(whole_text, first)
    _leave_out_links(lines, whole_text)
    title = _title(lines)
    found, troubles = questions(lines)
    if not found:
        found = whole(lines, title or stem)
    return Note(start, title, found, (*_open_fence(lines), *troubles)[:MOST_TROUBLES])


def decoded(source: bytes) -> str:
    """Return the text of a note in whatever encoding it can be read; what cannot be read is left out."""
    if source.startswith((b"\xff\xfe", b"\xfe\xff")):
        return source.decode("utf-16", "ignore")
    for encoding in ("utf-8", "gb18030"):
        try:
            return source.decode(encoding)
        except UnicodeDecodeError:
            continue
    return source.decode("utf-8", "ignore")


def _title(lines: Sequence[Row]) -> str:
    """Return the first heading of the first level that is no question."""
    for row in lines:
        if row.kind == Kind.HEADING and row.level == 1 and opening(row) is None and (text := inline(row.content)):
            return " ".join(text.split())
    return ""


def _leave_out_links(lines: Sequence[Row], text: str) -> None:
    """Take the block of related notes for an end: what the program wrote is nothing the author asks."""
    block = found_block(lines_of(text)) if GENERATED.search(text) else None
    if block is not None:
        for place in (block.heading, block.marker, *block.generated):
            lines[place].kind, lines[place].text = Kind.SILENT, ""
        lines[block.heading].kind = Kind.RULE


def _open_fence(lines: Sequence[Row]) -> tuple[Trouble, ...]:
    """Return the fence of code that nothing closes: everything below it is code."""
    fences = [row for row in lines if row.kind == Kind.FENCE]
    return (Trouble("notes.fence_open", fences[-1].number),) if len(fences) % 2 else ()


def cards_of(note: Note, ids: Sequence[str], deck: str, tags: tuple[str, ...] = ()) -> tuple[Card, ...]:
    """Return the cards of a note's questions, the first of which has the first of `ids`.

    Questions of one line or paragraph tell each other's answers: they are one fact.
    """
    facts: dict[int, str] = {}
    return tuple(
        _card(question, foreign.Head(name, deck, tags, question.why, fact=facts.setdefault(question.line, name)))
        for question, name in zip(note.questions, ids, strict=True)
    )


def _card(question: Question, head: foreign.Head) -> Card:
    if question.whole:
        asked = foreign.flash(head, question.ask, question.answer, question.points)
        return replace(asked, ask=Wording((_recall(question.ask, "zh"),), (_recall(question.ask, "en"),)))
    if question.kind == "cloze":
        before, _, after = question.ask.partition(SHOWN_GAP)
        return foreign.gapped(head, before, question.answer, after)
    if question.options:
        several = question.kind == "multi"
        made = foreign.chosen(head, question.ask, question.options, several=several)
        if made is not None:
            return made
    return foreign.flash(head, question.ask, question.answer, question.points)


def _recall(title: str, language: Language) -> str:
    return say("notes.recall", language, title=title) if title else say("notes.recall_this", language)
