"""The outline as lines, and what a line typed at its prompt means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.errors import NotFoundError, near
from tutor.reports.outline import PartLine, matching, next_lesson
from tutor.text.fold import fold_key
from tutor.text.words import say
from tutor.ui.outline import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.reports.outline import LessonLine, Next, Outline
    from tutor.text import Language

LEAVE = frozenset({"q", ":q"})


def lines(outline: Outline, language: Language, part: int | None = None) -> list[str]:
    """Return the tree, or one part of it, and what is recommended there."""
    places = {lesson.id: place for place, lesson in enumerate(outline.lessons, 1)}
    told: list[str] = []
    for one in outline.parts:
        if part is None or one.number == part:
            told.append(_part(one, language))
            told += [_lesson(lesson, places[lesson.id], language) for lesson in one.lessons]
    if part is None and not outline.lessons:
        told.append(say("learn.no_lessons", language))
    found = recommended(outline, part)
    if found is not None:
        told.append(_next(found, language))
    return told


def recommended(outline: Outline, part: int | None) -> Next | None:
    """Return what comes next in the whole course or in one part."""
    if part is None:
        return outline.next
    return next_lesson([lesson for lesson in outline.lessons if lesson.part == part])


def prompt(outline: Outline, language: Language, part: int | None = None) -> str:
    """Return the prompt below the tree."""
    return say("learn.prompt" if recommended(outline, part) else "learn.prompt_none", language)


def _part(part: PartLine, language: Language) -> str:
    key = "learn.plain_part" if part.lessons else "learn.plain_soon"
    return say(key, language, number=part.number, title=words.title(part, language))


def _lesson(lesson: LessonLine, place: int, language: Language) -> str:
    facts = {
        "place": place,
        "title": words.title(lesson, language),
        "id": lesson.id,
        "at": lesson.at + 1,
        "of": lesson.steps,
        "minutes": lesson.minutes,
        "mastery": f"{lesson.known.mastery:.2f}",
    }
    return say(f"learn.plain_{lesson.stands}", language, **facts)


def _next(found: Next, language: Language) -> str:
    return say("learn.plain_next", language, title=words.title(found.lesson, language), why=words.why(found, language))


def named(outline: Outline, name: str) -> LessonLine | PartLine:
    """Return the lesson or part that `name` means: an id, a number, or words only one lesson holds.

    A number is a part's; one that no part has is a lesson's place in the list.
    Raises `NotFoundError` with a near name.
    """
    text = fold_key(name).strip().casefold()
    known: list[LessonLine | PartLine] = [*outline.lessons, *outline.parts]
    for one in known:
        if one.id.casefold() == text or (isinstance(one, PartLine) and str(one.number) == text):
            return one
    if text.isdecimal() and len(outline.parts) < int(text) <= len(outline.lessons):
        return outline.lessons[int(text) - 1]
    titled = [lesson for lesson in outline.lessons if text and text in {lesson.title.zh, lesson.title.en}]
    found: Sequence[LessonLine] = titled or matching(outline, text)
    if len(found) == 1 and text:
        return found[0]
    close = near(text, [one.id for one in known]) or (found[0].id if found and text else "")
    raise NotFoundError(f"learn.not_found{'_near' if close else ''}", name=name, near=close)


def meant(outline: Outline, line: str, part: int | None = None) -> LessonLine | PartLine | None:
    """Return what a line at the prompt means: nothing typed is the recommended lesson, None is to leave.

    A number is a lesson's place in the list. Raises `NotFoundError` with a near name.
    """
    text = fold_key(line).strip()
    if text.casefold() in LEAVE:
        return None
    if not text:
        found = recommended(outline, part)
        return None if found is None else found.lesson
    if text.isdecimal() and 1 <= int(text) <= len(outline.lessons):
        return outline.lessons[int(text) - 1]
    return named(outline, line)
