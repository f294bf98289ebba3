"""What a lesson's screens ask of the world besides what questions ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tutor.ui.host import Host

if TYPE_CHECKING:
    from tutor.pictures.request import CourseFacts
    from tutor.reports.lesson_end import LessonEnd
    from tutor.sessions.lesson_model import LessonSession


class LessonHost(Host, Protocol):
    """The outside of a running lesson."""

    def course(self) -> CourseFacts:
        """Return what pictures of the course are drawn from."""

    def ending(self, state: LessonSession) -> LessonEnd:
        """Return what the lesson came to."""
