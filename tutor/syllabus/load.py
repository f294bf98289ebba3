"""The whole course from its files: objects and problems, never an exception for what they hold.

A broken card loses itself, a broken file loses its cards, everything else works.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tutor.syllabus import frame
from tutor.syllabus.files import Found, discover
from tutor.syllabus.lessons import number_of, read_lesson
from tutor.syllabus.links import check_links
from tutor.syllabus.model import Course, Problem
from tutor.syllabus.order import Head, ordered
from tutor.syllabus.source import LessonFile
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tutor.syllabus.model import Erratum, Lesson, Mistake, Term
    from tutor.syllabus.notes import Name, Notes

NO_COURSE = Course(Text("", ""), ())


@dataclass(frozen=True, slots=True)
class FrameFile:
    """What one of the four framing files says; empty in everything it is not about."""

    file: str
    course: Course | None = None
    glossary: tuple[Term, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    errata: tuple[Erratum, ...] = ()
    defined: tuple[Name, ...] = ()
    referred: tuple[Name, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """A course with everything that is wrong with it; `files` are the lessons with their places."""

    course: Course
    lessons: tuple[Lesson, ...]
    glossary: tuple[Term, ...]
    mistakes: tuple[Mistake, ...]
    errata: tuple[Erratum, ...]
    problems: tuple[Problem, ...]
    files: tuple[LessonFile, ...] = ()


def load(root: Path) -> Loaded:
    """Return the course under `root`."""
    try:
        found = discover(root)
    except OSError:
        found = ()
    files = [read_file(root, file) for file in found]
    framing = [file for file in files if isinstance(file, FrameFile)]
    course = next((file.course for file in framing if file.course is not None), NO_COURSE)
    lessons = first_wins([file for file in files if isinstance(file, LessonFile)])
    lines = ordered(head(file.lesson) for file in lessons if file.lesson)
    order = {lesson: place for place, lesson in enumerate(lines)}
    lessons.sort(key=lambda file: order.get(file.lesson.id, -1) if file.lesson else -1)
    return Loaded(
        course=course,
        lessons=tuple(file.lesson for file in lessons if file.lesson is not None),
        glossary=tuple(term for file in framing for term in file.glossary),
        mistakes=tuple(mistake for file in framing for mistake in file.mistakes),
        errata=tuple(erratum for file in framing for erratum in file.errata),
        problems=in_order((*(p for file in files for p in file.problems), *whole_problems(files, course))),
        files=tuple(lessons),
    )


def read_file(root: Path, file: Found) -> LessonFile | FrameFile:
    """Return what one file of the course says."""
    if file.role == "stray":
        return FrameFile(file.path, problems=(Problem(file.path, 1, 1, "file-stray"),))
    try:
        source = (root / file.path).read_bytes()
    except OSError as error:
        facts = (("reason", error.strerror or ""),)
        return FrameFile(file.path, problems=(Problem(file.path, 1, 1, "file-unreadable", facts),))
    return read_source(source, file)


def load_lesson_file(root: Path, path: str) -> LessonFile:
    """Return one lesson file alone; what it refers to in other files is not checked."""
    found = read_file(root, Found(path, 0, 0))
    return found if isinstance(found, LessonFile) else LessonFile(path, problems=found.problems)


def read_source(source: bytes, file: Found) -> LessonFile | FrameFile:
    """Return what the bytes of a file say, by its role."""
    path = file.path
    match file.role:
        case "course":
            course, notes = frame.read_course(source, path)
            return _frame_file(notes, course=course)
        case "glossary":
            glossary, notes = frame.read_glossary(source, path)
            return _frame_file(notes, glossary=glossary)
        case "mistakes":
            mistakes, notes = frame.read_mistakes(source, path)
            return _frame_file(notes, mistakes=mistakes)
        case "errata":
            errata, notes = frame.read_errata(source, path)
            return _frame_file(notes, errata=errata)
        case _:
            return read_lesson(source, path)


def _frame_file(notes: Notes, **found: Any) -> FrameFile:
    return FrameFile(
        notes.file,
        defined=tuple(notes.defined),
        referred=tuple(notes.referred),
        problems=tuple(notes.problems),
        **found,
    )


def head(lesson: Lesson) -> Head:
    """Return what of a lesson decides its place."""
    return Head(lesson.id, lesson.part, lesson.needs, lesson.covers)


def first_wins(files: Iterable[LessonFile]) -> list[LessonFile]:
    """Return the files without lessons and cards whose id a file before them has (in the order of paths)."""
    lessons: set[str] = set()
    cards: set[str] = set()
    result = []
    for file in files:
        if file.lesson is None or file.lesson.id in lessons:
            continue
        kept = tuple(source for source in file.cards if source.card.id not in cards)
        lessons.add(file.lesson.id)
        cards.update(source.card.id for source in kept)
        lesson = replace(file.lesson, cards=tuple(source.card for source in kept))
        result.append(replace(file, cards=kept, lesson=lesson))
    return result


def whole_problems(files: Sequence[LessonFile | FrameFile], course: Course) -> tuple[Problem, ...]:
    """Return what is wrong between the files."""
    heads = [head(file.lesson) for file in files if isinstance(file, LessonFile) and file.lesson]
    defined = [name for file in files for name in file.defined]
    referred = [name for file in files for name in file.referred]
    return (*check_links(defined, referred, heads), *check_folders([file.file for file in files], course))


def check_folders(paths: Iterable[str], course: Course) -> tuple[Problem, ...]:
    """Return the folders that are no part of the course; none when there is no course to compare with."""
    if course is NO_COURSE or not course.parts:
        return (Problem("course.yaml", 1, 1, "course-missing"),)
    known = {f"{part.number}-{part.id}" for part in course.parts}
    wrong: dict[str, str] = {}
    for path in paths:
        folder, slash, _ = path.partition("/")
        if slash and number_of(path) and folder not in known:
            wrong.setdefault(folder, path)
    facts = ("known", " ".join(sorted(known)))
    return tuple(Problem(path, 1, 1, "folder-part", (("name", folder), facts)) for folder, path in wrong.items())


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems by file, line and column, each once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.file, p.line, p.column, p.rule)))
