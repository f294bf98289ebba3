"""What pictures need to know of the course: from the compiled library, or from the files where no home can be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.errors import TutorError
from tutor.pictures.request import CourseFacts

if TYPE_CHECKING:
    from tutor.cli.environment import Environment


def course_facts(environment: Environment) -> CourseFacts:
    """Return parts, lessons and glossary of the course."""
    from tutor.cli.desk import open_desk

    try:
        with open_desk(environment) as desk:
            return CourseFacts(desk.library.parts(), desk.library.taught(), desk.library.glossary())
    except (OSError, TutorError):
        from tutor.syllabus.load import load

        loaded = load(environment.content)
        return CourseFacts(loaded.course.parts, loaded.lessons, loaded.glossary)
