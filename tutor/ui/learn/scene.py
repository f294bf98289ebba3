"""Everything one screen of a lesson is drawn from, gathered before drawing so that screens ask nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.questions.template import fill
from tutor.syllabus.model import ShowStep
from tutor.text.width import width
from tutor.ui.learn.picture import needs_course
from tutor.ui.learn.view import NOBODY
from tutor.ui.lines import BLANK, Line, line, paragraph
from tutor.ui.scene import Scene, blank_like, look_at

if TYPE_CHECKING:
    from tutor.pictures.request import CourseFacts
    from tutor.questions.model import Wording
    from tutor.reports.lesson_end import LessonEnd
    from tutor.sessions.lesson_model import LessonSession
    from tutor.text import Language
    from tutor.ui.learn.host import LessonHost
    from tutor.ui.learn.view import LessonView
    from tutor.ui.theme import Role

PARAGRAPH = "\n\n"


@dataclass(frozen=True, slots=True)
class LessonScene:
    """One moment of a lesson; `page` knows the size, the language, and the question where one is open.

    `less` is how much shorter than the page its lines are.
    """

    state: LessonSession
    view: LessonView
    page: Scene
    end: LessonEnd | None = None
    course: CourseFacts | None = None
    less: int = 0

    @property
    def language(self) -> Language:
        """Return the language of the screen."""
        return self.page.language

    @property
    def measure(self) -> int:
        """Return the cells of text in a line."""
        return max(2, self.page.measure - self.less)

    def narrowed(self, by: int) -> LessonScene:
        """Return the scene with lines shorter by `by` cells."""
        return replace(self, less=self.less + by)

    def say(self, key: str, /, **facts: object) -> str:
        """Return a sentence in the language of the screen."""
        return self.page.say(key, **facts)

    def told(self, wording: Wording, role: Role = "plain", lead: Line = BLANK) -> list[Line]:
        """Return a wording of a step as lines."""
        lines: list[Line] = []
        for side in fill(wording, {}).lines(self.language):
            lines += paragraph(side, self.measure, role, lead if not lines else blank_like(lead))
        return lines

    def paragraphs(self, wording: Wording, role: Role = "plain") -> list[list[Line]]:
        """Return the paragraphs of a wording; in both languages each is followed by its counterpart."""
        text = fill(wording, {})
        sides = [side.split(PARAGRAPH) for side in text.lines(self.language)]
        if len({len(side) for side in sides}) == 1:
            ordered = [part for parts in zip(*sides, strict=True) for part in parts]
        else:
            ordered = [part for side in sides for part in side]
        return [self._paragraph(part, role) for part in ordered]

    def _paragraph(self, text: str, role: Role) -> list[Line]:
        """Return a paragraph in lines; one that its author moved in keeps its margin, a smaller one where it must."""
        rows: list[Line] = []
        for row in text.split("\n"):
            bare = row.lstrip(" ")
            margin = min(len(row) - len(bare), max(0, self.measure - width(bare)), self.measure // 2)
            rows += paragraph(bare, self.measure, role, line(" " * margin) if margin and bare else BLANK)
        return rows


def look(state: LessonSession, view: LessonView, host: LessonHost, size: tuple[int, int]) -> LessonScene:
    """Gather what the present screen needs from the host."""
    question = state.question
    if question is not None:
        page = look_at(question, view.card, host, size)
    else:
        page = Scene(NOBODY, view.card, *size, host.now().day, state.lesson.title)
    page = replace(page, title=state.lesson.title)
    return LessonScene(state, view, page, host.ending(state) if state.ended else None, course_of(state, host))


def course_of(state: LessonSession, host: LessonHost) -> CourseFacts | None:
    """Return the facts of the course where the present step's picture is drawn from them."""
    step = state.step
    return host.course() if isinstance(step, ShowStep) and needs_course(step.picture) else None
