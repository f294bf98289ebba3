"""The learner's notes, printed: each folder with its notes, what is wrong with some, and what writing would change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.text.width import width
from tutor.text.words import say
from tutor.ui.lines import BLANK, Line, Span, clean, cut, flow, indent, line, measure, pad, paragraph, rule, spaced
from tutor.ui.phrases import span as days_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.reports.notes import FolderLine, NoteLine
    from tutor.text import Language
    from tutor.ui.theme import Role

TABLE = 60  # columns from which the numbers of a note stand beside its name
GAP = 2
NUMBERS = ("questions", "started", "due")


@dataclass(frozen=True, slots=True)
class Told:
    """Something about a file, as a sentence; `place` is its path, and its line where there is one."""

    place: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A note that would be written: lines that go ("-") and lines that come ("+")."""

    place: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Related:
    """A note or a lesson that is like another one; `where` is its path or the command that opens it."""

    percent: int
    title: str
    where: str


def lines(
    folders: Sequence[FolderLine], told: Sequence[Told], today: int, language: Language, columns: int
) -> list[Line]:
    """Return all folders with their notes in lines of at most `columns` cells."""
    if not folders:
        return paragraph(say("notes.none", language), columns)
    blocks = [_folder(folder, today, language, columns) for folder in folders]
    return spaced([*blocks, troubles(told, language, columns)])


def troubles(told: Sequence[Told], language: Language, columns: int) -> list[Line]:
    """Return what is wrong, a heading first; nothing where all is well."""
    if not told:
        return []
    head = paragraph(say("notes.troubled", language, n=len(told)), columns, "wrong")
    body = [row for one in told for row in _told(one, columns)]
    return [*head, *body]


def _told(told: Told, columns: int) -> list[Line]:
    place = paragraph(told.place, columns, "strong")
    return [*place, *(indent(row, GAP) for row in paragraph(told.sentence, columns - GAP))]


def _folder(folder: FolderLine, today: int, language: Language, columns: int) -> list[Line]:
    head = paragraph(folder.path, columns, "title")
    if folder.away:
        head += paragraph(say("notes.away", language), columns, "wrong")
    numbers = (len(folder.notes), folder.questions, folder.started, folder.due)
    head += _numbers(("notes", *NUMBERS), numbers, language, columns)
    if not folder.notes:
        return head
    body = _table(folder, today, language, columns) if columns >= TABLE else _stacked(folder, today, language, columns)
    return [*head, *body]


def _name(note: NoteLine, folder: FolderLine) -> str:
    """Return the path of a note within its folder."""
    within = note.path.removeprefix(folder.path).lstrip("/\\")
    return clean(within or note.path.replace("\\", "/").rpartition("/")[2]).replace("\n", "␊")


def _when(note: NoteLine, today: int, language: Language) -> tuple[str, Role]:
    if note.returns is None:
        return say("notes.new", language), "new"
    if note.returns <= today:
        return say("screen.due_today", language), "due"
    return say("screen.due_in", language, when=days_in_words(note.returns - today, language)), "plain"


def _table(folder: FolderLine, today: int, language: Language, columns: int) -> list[Line]:
    """Return one line a note below a heading; its name takes what the numbers leave."""
    heads = [say(f"notes.column_{name}", language) for name in (*NUMBERS, "returns")]
    whens = [_when(note, today, language) for note in folder.notes]
    numbers = [[str(getattr(note, name)) for name in NUMBERS] for note in folder.notes]
    sizes = [max(map(width, [head, *(row[at] for row in numbers)])) for at, head in enumerate(heads[:-1])]
    last = max(map(width, [heads[-1], *(text for text, _ in whens)]))
    names = [_name(note, folder) for note in folder.notes]
    room = min(max(map(width, [*names, say("notes.column_note", language)])), columns - sum(sizes) - last - 4 * GAP)
    top = _row(say("notes.column_note", language), room, heads[:-1], sizes, (heads[-1], "plain"))
    body = [_row(name, room, row, sizes, when) for name, row, when in zip(names, numbers, whens, strict=True)]
    return [tuple(Span(span.text, "dim") for span in top), rule(room + sum(sizes) + last + 4 * GAP), *body]


def _row(name: str, room: int, numbers: Sequence[str], sizes: Sequence[int], when: tuple[str, Role]) -> Line:
    cells = [Span(" " * (GAP + size - width(number)) + number) for number, size in zip(numbers, sizes, strict=True)]
    return (*pad(line(name), room), *cells, Span(" " * GAP), Span(*when))


def _stacked(folder: FolderLine, today: int, language: Language, columns: int) -> list[Line]:
    """Return two lines a note: its name, and its numbers in words."""
    told: list[Line] = []
    for note in folder.notes:
        numbers = _numbers(NUMBERS, [getattr(note, name) for name in NUMBERS], language, columns - GAP)
        when = line(_when(note, today, language))
        last = numbers[-1]
        fits = measure(last) + GAP + measure(when) <= columns - GAP
        rows = [*numbers[:-1], (*last, Span(" " * GAP), *when)] if fits else [*numbers, when]
        told += [cut(line(_name(note, folder)), columns), *(indent(row, GAP) for row in rows)]
    return told


def _numbers(names: Sequence[str], numbers: Sequence[int], language: Language, columns: int) -> list[Line]:
    """Return numbers with their names in as few lines as they need."""
    items = [
        line((say(f"notes.count_{name}", language, n=number), "dim"))
        for name, number in zip(names, numbers, strict=True)
    ]
    return flow(items, columns, GAP)


def related(place: str, rows: Sequence[Related], language: Language, columns: int) -> list[Line]:
    """Return what is like the note at `place`: how much, its title, and below where it is."""
    head = paragraph(place, columns, "title")
    if not rows:
        return [*head, *paragraph(say("notes.nothing_like", language), columns)]
    told = head
    for row in rows:
        lead = line((f"{row.percent:3d} %  ", "accent"))
        told += paragraph(row.title, columns, "strong", lead=lead)
        told += [indent(part, measure(lead)) for part in paragraph(row.where, columns - measure(lead), "dim")]
    return told


def diff(changes: Sequence[Changed], columns: int) -> list[Line]:
    """Return the lines that go in red and those that come in green, each note below its path; nothing is cut."""
    told: list[Line] = []
    for change in changes:
        told += [BLANK] if told else []
        told += paragraph(change.place, columns, "strong")
        for sign, text in change.rows:
            role: Role = "wrong" if sign == "-" else "right"
            told += paragraph(text, columns, role, lead=line((f"{sign} ", role)))
    return told
