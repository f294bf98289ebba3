"""The pictures of `show:` steps; a step whose picture nobody can draw is left out of the lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.pictures.request import CourseFacts
    from tutor.text import Language
    from tutor.ui.lines import Line


def is_known(name: str) -> bool:
    """Say whether the picture can be drawn; a lesson is part of a course, so those of the course can."""
    from tutor.ui import pictured

    return pictured.is_known(name, course=True)


def needs_course(name: str) -> bool:
    """Say whether the picture is drawn from the course itself."""
    from tutor.pictures.catalogue import PICTURES

    return name in PICTURES and PICTURES[name].course != "none"


def lines(name: str, columns: int, rows: int, language: Language, course: CourseFacts | None = None) -> list[Line]:
    """Return the picture in at most `columns` cells; a sentence where it has nothing to show."""
    from tutor.errors import TutorError
    from tutor.pictures.request import Request
    from tutor.text.words import say
    from tutor.ui import pictured
    from tutor.ui.lines import paragraph

    try:
        return pictured.lines(name, columns, rows, language, request=Request(course=course))
    except TutorError as error:
        return paragraph(say(error.key, language, **error.facts), columns, "dim")
