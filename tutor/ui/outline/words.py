"""What is said about a lesson of the outline, on the screen and in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.text.words import say
from tutor.ui.lines import clean

if TYPE_CHECKING:
    from tutor.reports.outline import LessonLine, Next, Outline, PartLine
    from tutor.text import Language


def title(named: LessonLine | PartLine, language: Language) -> str:
    """Return a title in one line; `both` reads the Chinese one, an id stands in for a missing one."""
    return " ".join(clean(named.title.lines(language)[0]).split()) or named.id


def why(found: Next, language: Language) -> str:
    """Return why a lesson is recommended."""
    lesson = found.lesson
    facts = {"at": lesson.at + 1, "of": lesson.steps, "minutes": lesson.minutes}
    return say(f"learn.why_{found.reason}", language, mastery=f"{lesson.known.mastery:.2f}", **facts)


def stands(lesson: LessonLine, language: Language) -> str:
    """Return where a lesson stands in a few letters."""
    match lesson.stands:
        case "begun":
            return say("learn.step", language, at=lesson.at + 1, of=lesson.steps)
        case "done":
            return say("learn.finished", language)
        case "new":
            return say("learn.minutes", language, minutes=lesson.minutes)


def covers(lesson: LessonLine, language: Language) -> str:
    """Return the topics of a lesson as a sentence, "" when it names none."""
    items = " · ".join(item.title.lines(language)[0] for item in lesson.covers)
    return say("learn.covers", language, items=items) if items else ""


def needs(outline: Outline, lesson: LessonLine, language: Language) -> str:
    """Return which lessons had better come first, "" when all of them were finished."""
    missing = [outline.lesson(need) for need in lesson.missing]
    named = [title(one, language) for one in missing if one is not None]
    between = ", " if language == "en" else "、"
    return say("learn.needs", language, lessons=between.join(named)) if named else ""
