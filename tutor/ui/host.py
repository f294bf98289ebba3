"""What a session's screens ask of the world: cli gives it, so that ui opens no database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tutor.reports.quiz import Score
    from tutor.reports.summary import Summary
    from tutor.reports.why import Why
    from tutor.sessions.inputs import Effect, Moment, Reply
    from tutor.sessions.model import Session
    from tutor.syllabus.model import Mistake
    from tutor.text import Language, Text


class Host(Protocol):
    """The outside of a running session."""

    @property
    def language(self) -> Language:
        """Return the language the session starts in."""

    def now(self) -> Moment:
        """Return the present study day and a running millisecond count."""

    def perform(self, effect: Effect) -> Reply:
        """Record a fact, or take back or bring back the last step, durably, before it is shown."""

    def why(self, session: Session) -> Why | None:
        """Return what is known about the card on the screen."""

    def mistake(self, mistake: str) -> Mistake | None:
        """Return a named mistake of the course, or None."""

    def lesson_title(self, lesson: str) -> Text:
        """Return the title of a lesson."""

    def report(self, session: Session, comment: str) -> str:
        """Keep a learner's remark about the present question; return the name of the file."""

    def summary(self, session: Session) -> Summary:
        """Return what the session came to."""

    def score(self, session: Session) -> Score:
        """Return what a quiz came to."""
