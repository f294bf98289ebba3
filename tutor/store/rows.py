"""What a content file puts into the library: plain rows, so that another process can make and send them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from tutor.questions.codec import card_to_json, text_to_json
from tutor.questions.model import Hole
from tutor.store.packed import pack
from tutor.syllabus import codec
from tutor.syllabus.compute import Compiled, compiled, truths
from tutor.syllabus.load import FrameFile, read_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tutor.questions.model import Card, Wording
    from tutor.syllabus.compute import Numbers
    from tutor.syllabus.files import Found
    from tutor.syllabus.model import Lesson, Problem
    from tutor.syllabus.notes import Name
    from tutor.syllabus.source import CardSource, LessonFile

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class CardRows:
    """The row of a card, its tags, and the ids it had before."""

    row: Row
    tags: tuple[str, ...]
    was: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LessonRows:
    """The row of a lesson, those of its cards, and what could not be computed in them."""

    row: Row
    cards: tuple[CardRows, ...]
    problems: list[Row]


@dataclass(frozen=True, slots=True)
class FileRows:
    """The rows of one file; `fresh` are the numbers that were computed for it."""

    file: Found
    names: list[Row]
    problems: list[Row]
    frame: list[Row] = field(default_factory=list)
    lesson: LessonRows | None = None
    fresh: dict[tuple[str, int], str] = field(default_factory=dict)


def rows_of(root: Path, file: Found, numbers: Numbers) -> FileRows:
    """Return the rows of one file; nothing that it holds makes this fail."""
    before = len(numbers.fresh)
    found = read_file(root, file)
    rows = _bare(found, file)
    if isinstance(found, FrameFile):
        errata, wrong = truths(found.errata, numbers)
        frame = _frame(replace(found, errata=errata))
        rows = replace(rows, frame=frame, problems=[*rows.problems, *problem_rows(wrong, whole=False)])
    elif found.lesson is not None:
        rows = replace(rows, lesson=_lesson(found.lesson, compiled(found, numbers)))
    return replace(rows, fresh=dict(list(numbers.fresh.items())[before:]))


def rows_as_read(found: LessonFile, file: Found) -> FileRows:
    """Return the rows of a file in which nothing is computed."""
    rows = _bare(found, file)
    if found.lesson is None:
        return rows
    return replace(rows, lesson=_lesson(found.lesson, Compiled(found.cards, found.lesson.steps, ())))


def _bare(found: LessonFile | FrameFile, file: Found) -> FileRows:
    names = name_rows((*found.defined, *found.referred), len(found.defined))
    return FileRows(file, names, problem_rows(found.problems, whole=False))


def name_rows(names: Sequence[Name], defined: int) -> list[Row]:
    """Return rows of names, the first `defined` of which define something."""
    return [
        (name.file, index < defined, name.kind, name.id, name.line, name.column) for index, name in enumerate(names)
    ]


def problem_rows(problems: Iterable[Problem], *, whole: bool) -> list[Row]:
    """Return rows of problems; `whole` are those between files."""
    return [(p.file, p.line, p.column, p.rule, pack(p.facts), whole) for p in problems]


def _frame(found: FrameFile) -> list[Row]:
    rows: list[tuple[str, str, object]] = []
    if found.course is not None:
        rows.append(("course", "", text_to_json(found.course.name)))
        rows += [("part", str(part.number), codec.part_to_json(part)) for part in found.course.parts]
    rows += [("mistake", mistake.id, codec.mistake_to_json(mistake)) for mistake in found.mistakes]
    rows += [("term", term.id, codec.term_to_json(term)) for term in found.glossary]
    rows += [("erratum", erratum.id, codec.erratum_to_json(erratum)) for erratum in found.errata]
    return [(found.file, kind, id, place, pack(value)) for place, (kind, id, value) in enumerate(rows)]  # noqa: A001


def _lesson(read: Lesson, done: Compiled) -> LessonRows:
    lesson = replace(read, steps=done.steps, cards=())
    row = (
        *(lesson.id, lesson.part, pack(text_to_json(lesson.title)), lesson.file),
        *(pack(lesson.needs), pack(lesson.covers), pack(codec.lesson_to_json(lesson))),
    )
    cards = tuple(_card(source, place, lesson.file) for place, source in enumerate(done.cards))
    return LessonRows(row, cards, problem_rows(done.problems, whole=False))


def _card(source: CardSource, place: int, file: str) -> CardRows:
    card = source.card
    row = (
        *(card.id, card.lesson, place, card.part, card.kind, card.fact, pack(card.tags), file),
        *(*question(card), pack(card_to_json(card))),
    )
    return CardRows(row, card.tags, source.was)


def question(card: Card) -> tuple[str, str]:
    """Return what a card asks in zh and en as one line to look through; drawn values stay names."""
    from tutor.questions.model import Myth

    asked = card.body.true if isinstance(card.body, Myth) else card.ask
    return ("", "") if asked is None else (_line(asked, "zh"), _line(asked, "en"))


def _line(wording: Wording, language: str) -> str:
    pieces = getattr(wording, language)
    return "".join(f"{{{piece.expression}}}" if isinstance(piece, Hole) else piece for piece in pieces)
