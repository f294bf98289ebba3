"""What is like a note: other notes, lessons of the course, and the links that say so in the note."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tutor.exchange.markdown import decoded
from tutor.exchange.notes import front_matter, front_place
from tutor.exchange.notes.files import read
from tutor.exchange.related_block import Link, language_of, linked, without
from tutor.exchange.tags import normalised
from tutor.exchange.trouble import TroubledError
from tutor.reports.related import related

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tutor.cli.environment import Environment
    from tutor.store.notes import Known
    from tutor.text import Language

MOST_NOTES, MOST_LESSONS = 5, 3
LEAST_NOTE = 10  # percent
LEAST_LESSON = 0.03  # one lesson is on one thing, a note often on many: measured, 3 to 7 % for what notes are about
LESSON = "lesson:"


@dataclass(frozen=True, slots=True)
class Found:
    """A note (by its path) or a lesson (by its id) that is like the note asked about."""

    kind: Literal["note", "lesson"]
    name: str
    title: str
    percent: int


def found_like(environment: Environment, path: str, source: bytes, known: Mapping[str, Known]) -> list[Found]:
    """Return the notes, then the lessons that are like a note, the likest first.

    All are compared together: of five notes about one thing nobody could tell which words are common.
    """
    own = _body(source)
    lessons = _lessons(environment, language_of(own))
    texts = {path: own} | {other: body for other in known if other != path and (body := _body_at(other))}
    texts |= {f"{LESSON}{lesson}": text for lesson, (_, text) in lessons.items()}
    found = related(path, texts, len(texts), LEAST_LESSON)
    notes = [Found("note", name, known[name].title, percent) for name, percent in found if name in known]
    taught = [
        Found("lesson", lesson, lessons[lesson][0], percent)
        for name, percent in found
        if (lesson := name.removeprefix(LESSON)) != name
    ]
    return [*[one for one in notes if one.percent >= LEAST_NOTE][:MOST_NOTES], *taught[:MOST_LESSONS]]


def _body(source: bytes) -> str:
    """Return what a note says: without its front matter and without its block of related notes."""
    text = decoded(source)
    return without(text[front_place.rest(text) :])


def _body_at(path: str) -> str:
    try:
        return _body(read(path))
    except TroubledError:
        return ""


def _lessons(environment: Environment, language: Language) -> dict[str, tuple[str, str]]:
    """Return title and text of every lesson of the course, the text in the language of the note."""
    from tutor.cli.desk import open_library
    from tutor.store.lesson_texts import lesson_texts

    with open_library(environment) as library:
        library.update()
        return {
            lesson: (title.lines(environment.language)[0], text)
            for lesson, title, text in lesson_texts(library.connection, language=language)
        }


def links_of(path: str, source: bytes, found: Sequence[Found]) -> list[Link]:
    """Return the notes that were found as links, their paths as the links of the note go already."""
    base = _base(path, linked(source))
    return [
        Link(one.title, os.path.relpath(one.name, base).replace(os.sep, "/"), one.percent, _tags(one.name))
        for one in found
        if one.kind == "note"
    ]


def _base(path: str, links: Sequence[str]) -> str:
    """Return the folder from which links are written: the note's own, or one above from which they lead somewhere."""
    own = base = os.path.dirname(path)  # noqa: PTH120
    while links:
        if any(os.path.exists(os.path.join(base, link)) for link in links):  # noqa: PTH110, PTH118
            return base
        above = os.path.dirname(base)  # noqa: PTH120
        if above == base:
            break
        base = above
    return own


def _tags(path: str) -> tuple[str, ...]:
    try:
        return normalised(front_matter.read(read(path)).written.tags).tags
    except TroubledError:
        return ()
