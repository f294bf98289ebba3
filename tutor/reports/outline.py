"""The course as a tree with what the learner did in it: parts, lessons, what comes next and why.

Plain values; it knows neither the journal nor the compiled course, only what was read from them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, Protocol

from tutor.reports.lesson_time import seconds_for
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tutor.syllabus.model import Course, Item, Lesson, Part

Stands = Literal["new", "begun", "done"]
Reason = Literal["continue", "first", "next", "weakest"]


class Progressed(Protocol):
    """What is asked of a lesson's progress: the step to open next, whether it was ever finished, and when."""

    @property
    def at(self) -> int: ...  # noqa: D102
    @property
    def done(self) -> bool: ...  # noqa: D102
    @property
    def last_day(self) -> int: ...  # noqa: D102
    @property
    def times_done(self) -> int: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a lesson's cards: mean mastery (0–1) without suspended ones, how many, how many met."""

    mastery: float = 0.0
    cards: int = 0
    met: int = 0


@dataclass(frozen=True, slots=True)
class LessonLine:
    """One lesson of the tree.

    `at` is the step to open next of `steps` (0: the beginning), `missing` the needed lessons that were not
    finished yet, `minutes` what is left of it at this learner's pace.
    """

    id: str
    part: int
    title: Text
    at: int
    steps: int
    minutes: int
    done: bool = False
    known: Known = Known()
    covers: tuple[Item, ...] = ()
    needs: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    last_day: int = 0
    times_done: int = 0

    @property
    def stands(self) -> Stands:
        """Return whether the lesson is new, begun (also once more), or done."""
        return "begun" if self.at else "done" if self.done else "new"


@dataclass(frozen=True, slots=True)
class PartLine:
    """One part of the tree with its lessons in order; a part may have none yet."""

    number: int
    id: str
    title: Text
    items: int
    lessons: tuple[LessonLine, ...] = ()

    @property
    def done(self) -> int:
        """Return how many lessons were finished."""
        return sum(lesson.done for lesson in self.lessons)


@dataclass(frozen=True, slots=True)
class Next:
    """The lesson that is recommended, and why."""

    lesson: LessonLine
    reason: Reason


@dataclass(frozen=True, slots=True)
class Outline:
    """The whole tree; `next` is None when there is no lesson at all."""

    name: Text
    parts: tuple[PartLine, ...]
    next: Next | None

    @property
    def lessons(self) -> tuple[LessonLine, ...]:
        """Return every lesson in syllabus order."""
        return tuple(lesson for part in self.parts for lesson in part.lessons)

    def lesson(self, id: str) -> LessonLine | None:  # noqa: A002
        """Return a lesson by its id."""
        return next((lesson for lesson in self.lessons if lesson.id == id), None)


def outline(
    course: Course,
    lessons: Sequence[Lesson],
    progress: Mapping[str, Progressed],
    known: Mapping[str, Known],
    seconds_a_card: float,
) -> Outline:
    """Return the tree of the course's `lessons`, which come in syllabus order."""
    done = frozenset(lesson for lesson, stands in progress.items() if stands.done)
    items = {item.id: item for part in course.parts for item in part.items}
    lines = [
        replace(
            _line(lesson, progress.get(lesson.id), seconds_a_card),
            done=lesson.id in done,
            known=known.get(lesson.id, Known()),
            covers=tuple(items[item] for item in lesson.covers if item in items),
            missing=tuple(need for need in lesson.needs if need not in done),
        )
        for lesson in lessons
    ]
    frame = {part.number: part for part in course.parts}
    numbers = sorted({*frame, *(line.part for line in lines)})
    parts = tuple(_part(number, frame.get(number), [one for one in lines if one.part == number]) for number in numbers)
    return Outline(course.name, parts, next_lesson(lines))


def _part(number: int, part: Part | None, lessons: Sequence[LessonLine]) -> PartLine:
    """Return a part with its lessons, also one that course.yaml does not name."""
    if part is None:
        return PartLine(number, "", Text.same(""), 0, tuple(lessons))
    return PartLine(number, part.id, part.title, len(part.items), tuple(lessons))


def _line(lesson: Lesson, progress: Progressed | None, seconds_a_card: float) -> LessonLine:
    """Return a lesson with its place and the minutes left of it; a course that shrank ends at its last step."""
    at = min(progress.at, max(0, len(lesson.steps) - 1)) if progress else 0
    seconds = sum(seconds_for(step, seconds_a_card) for step in lesson.steps[at:])
    return LessonLine(
        id=lesson.id,
        part=lesson.part,
        title=lesson.title,
        at=at,
        steps=len(lesson.steps),
        minutes=max(1, round(seconds / 60)),
        needs=lesson.needs,
        tags=lesson.tags,
        last_day=progress.last_day if progress else 0,
        times_done=progress.times_done if progress else 0,
    )


def next_lesson(lessons: Sequence[LessonLine]) -> Next | None:
    """Return what to take next: what was begun, else the first that is ready, else the weakest.

    `lessons` come in syllabus order. A circle of needs opens at its first lesson.
    """
    begun = max((line for line in lessons if line.stands == "begun"), key=lambda line: line.last_day, default=None)
    if begun is not None:
        return Next(begun, "continue")
    new = [line for line in lessons if line.stands == "new"]
    ready = next((line for line in new if not line.missing), new[0] if new else None)
    if ready is not None:
        return Next(ready, "next" if any(line.done for line in lessons) else "first")
    weakest = min(lessons, key=lambda line: line.known.mastery, default=None)
    return None if weakest is None else Next(weakest, "weakest")


def matching(tree: Outline, query: str) -> tuple[LessonLine, ...]:
    """Return the lessons that hold every word of `query` in titles (both languages), id, tags or items."""
    words = query.casefold().split()
    return tuple(
        lesson
        for part in tree.parts
        for lesson in part.lessons
        if all(word in text for text in [_words_of(lesson, part)] for word in words)
    )


def _words_of(lesson: LessonLine, part: PartLine) -> str:
    """Return everything a lesson can be found by."""
    covered = (word for item in lesson.covers for word in (item.id, item.title.zh, item.title.en))
    texts: Iterable[str] = (lesson.id, lesson.title.zh, lesson.title.en, *lesson.tags, *covered, part.id)
    return "\n".join(texts).casefold()
