"""One lesson file: its head, its steps and its cards.

A broken card or step is left out with its problem; the rest of the file works. What the file refers
to in other files is noted and checked by `links`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.syllabus import texts
from tutor.syllabus.cards import Home, card
from tutor.syllabus.fields import Fields, day, identifier, identifiers, items, scalar
from tutor.syllabus.model import Lesson, Problem
from tutor.syllabus.nodes import Mapping, read
from tutor.syllabus.notes import Notes
from tutor.syllabus.source import CardSource, Claim, LessonFile
from tutor.syllabus.steps import function, step

if TYPE_CHECKING:
    from tutor.syllabus.model import Step
    from tutor.syllabus.nodes import Node

RECOGNISE = ("choice", "multi", "myth")


def read_lesson(source: bytes, file: str) -> LessonFile:
    """Return everything that the lesson file `file` (relative, `<n>-<part>/<lesson>.yaml`) says."""
    node, problems = read(source, file)
    if node is None:
        return LessonFile(file, problems=problems)
    notes = Notes(file, list(problems))
    if not isinstance(node, Mapping):
        notes.fault(node, "shape-mapping")
        return LessonFile(file, problems=tuple(notes.problems))
    return _lesson(node, notes)


def number_of(file: str) -> int:
    """Return the part's number that a file's folder begins with, 0 when it does not."""
    folder, slash, _ = file.partition("/")
    number, dash, _ = folder.partition("-")
    return int(number) if slash and dash and number.isascii() and number.isdigit() else 0


def stem_of(file: str) -> str:
    """Return a file's name without folders and suffix."""
    return file.rpartition("/")[2].rpartition(".")[0]


def _lesson(node: Mapping, notes: Notes) -> LessonFile:
    fields = Fields(node, notes)
    id = _id(fields.need("lesson"), notes)  # noqa: A001
    part = number_of(notes.file)
    title = texts.plain(fields.need("title"), notes)
    subject = function(fields.take("function"), notes)
    covers = _covers(fields.take("covers"), notes)
    needs = identifiers(fields.take("needs"), notes, "lesson")
    created = day(fields.take("created"), notes)
    tags = identifiers(fields.take("tags"), notes)
    related = identifiers(fields.take("related"), notes, "lesson")
    steps, proofs, places = _steps(fields.take("steps"), notes)
    cards = _cards(fields.take("cards"), notes, Home(id, part, tags, related, created))
    fields.close()
    lesson = Lesson(
        id=id,
        part=part,
        title=title,
        file=notes.file,
        function=subject,
        covers=covers,
        needs=needs,
        created=created,
        tags=tags,
        related=related,
        steps=steps,
        cards=tuple(source.card for source in cards),
    )
    return LessonFile(
        file=notes.file,
        lesson=lesson,
        cards=cards,
        claims=proofs,
        places=places,
        defined=tuple(notes.defined),
        referred=tuple(notes.referred),
        problems=tuple(notes.problems),
    )


def _id(node: Node | None, notes: Notes) -> str:
    """Return the lesson's id, which is the file's name: a wrong one is noted and the name used."""
    stem = stem_of(notes.file)
    found = scalar(node, notes)
    if found is not None and found.text != stem:
        notes.fault(found, "lesson-name", name=found.text[:60], stem=stem)
    elif identifier(found, notes) and found is not None:
        notes.define("lesson", found)
    return stem


def _covers(node: Node | None, notes: Notes) -> tuple[str, ...]:
    found = []
    for item in items(node, notes):
        if (scalar_item := scalar(item, notes)) is not None:
            notes.refer("item", scalar_item)
            found.append(scalar_item.text)
    return tuple(found)


def _steps(node: Node | None, notes: Notes) -> tuple[tuple[Step, ...], tuple[Claim, ...], tuple[tuple[int, int], ...]]:
    """Return the steps that can be used, what they prove, and where they stand."""
    steps: list[Step] = []
    claims: list[Claim] = []
    places: list[tuple[int, int]] = []
    for item in items(node, notes):
        found, proved = step(item, notes)
        if found is not None:
            steps.append(found)
            claims += proved
            places.append((item.line, item.column))
    return tuple(steps), tuple(claims), tuple(places)


def _cards(node: Node | None, notes: Notes, home: Home) -> tuple[CardSource, ...]:
    """Return the cards that can be used; of two with one id the first (`links` notes the second)."""
    found: dict[str, CardSource] = {}
    climbed: dict[str, str] = {}
    for item in items(node, notes):
        source = card(item, notes, home)
        if source is not None and source.card.id not in found:
            found[source.card.id] = source
            _climb(source, climbed, notes)
    return tuple(found.values())


def _climb(source: CardSource, climbed: dict[str, str], notes: Notes) -> None:
    """Note a card that only recognises a fact after another card had it produced."""
    fact = source.card.fact
    if source.card.kind not in RECOGNISE:
        climbed.setdefault(fact, source.card.id)
    elif fact in climbed:
        facts = (("name", source.card.id), ("other", climbed[fact]), ("fact", fact))
        notes.problems.append(Problem(notes.file, source.line, source.column, "fact-order", facts))
