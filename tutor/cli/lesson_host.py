"""The outside of a running lesson: what a session's host knows, and what a lesson comes to at its end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.cli.host import SessionHost
from tutor.memory.state import Memory
from tutor.reports.lesson_end import LessonEnd
from tutor.sessions.lesson_model import verdict_of
from tutor.syllabus.model import Pretest
from tutor.text import Text

if TYPE_CHECKING:
    from tutor.pictures.request import CourseFacts
    from tutor.reports.outline import LessonLine
    from tutor.reports.why import Why
    from tutor.sessions.lesson_model import LessonSession
    from tutor.sessions.model import Judged, Session

RIGHT = 2  # the lowest grade of a right answer


@dataclass(frozen=True, slots=True)
class LessonTaker(SessionHost):
    """What `ui.learn.host.LessonHost` promises, at a desk."""

    def why(self, session: Session) -> Why | None:
        """Return what is known about the card on the screen; it is asked because the lesson asks it."""
        found = SessionHost.why(self, session)
        return None if found is None else replace(found, reason="lesson", because=())

    def course(self) -> CourseFacts:
        """Return what pictures of the course are drawn from."""
        from tutor.pictures.request import CourseFacts

        library = self.desk.library
        return CourseFacts(library.parts(), library.taught(), library.glossary())

    def ending(self, state: LessonSession) -> LessonEnd:
        """Return what the lesson came to, and which lesson follows."""
        first = first_verdicts(state)
        tomorrow = self.desk.day + 1
        due = [
            known.memory
            for card, known in state.states.items()
            if card in first and isinstance(known.memory, Memory) and known.memory.due <= tomorrow
        ]
        following = self.following(state.lesson.id)
        return LessonEnd(
            able=self._items(state),
            asked=len(first),
            right=sum(verdict.grade >= RIGHT for verdict in first.values()),
            again=tuple(verdict.showing.ask for verdict in first.values() if verdict.grade < RIGHT),
            tomorrow=len(due),
            next=following.title if following else None,
        )

    def _items(self, state: LessonSession) -> tuple[Text, ...]:
        """Return the items of the syllabus that the lesson covers."""
        items = {item.id: item for part in self.desk.library.parts() for item in part.items}
        return tuple(
            Text(f"{item.id} {item.title.zh}", f"{item.id} {item.title.en}")
            for item in (items.get(name) for name in state.lesson.covers)
            if item is not None
        )

    def following(self, lesson: str) -> LessonLine | None:
        """Return the lesson that is recommended after `lesson`; None when every lesson was finished."""
        from tutor.cli.outline import look

        found = look(self.desk).next
        if found is None or found.reason == "weakest" or found.lesson.id == lesson:
            return None
        return found.lesson


def first_verdicts(state: LessonSession) -> dict[str, Judged]:
    """Return for every card the lesson asked, pretests apart, its first verdict."""
    found: dict[str, Judged] = {}
    for (at, card), question in sorted(state.asked.items(), key=lambda item: item[0]):
        verdict = verdict_of(question)
        if verdict is not None and not isinstance(state.steps[at], Pretest):
            found.setdefault(card, verdict)
    return found
