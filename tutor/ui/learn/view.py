"""What a learner has on the screen besides the lesson: an open page, a field, the trial, the view of a question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, assert_never

from tutor.sessions.model import Over as QuestionOver
from tutor.sessions.model import Session, Settings
from tutor.ui import view as question_view
from tutor.ui.field import Field
from tutor.ui.view import Command, View, followed, opened

if TYPE_CHECKING:
    from tutor.sessions.lesson_model import LessonSession
    from tutor.text import Language
    from tutor.ui.learn.trial import Trial

Page = Literal["step", "plot", "try", "help"]
NOBODY = Session(Settings(), 0, (), QuestionOver("done"))  # where no question is open


@dataclass(frozen=True, slots=True)
class LessonView:
    """The screen's own state; `card` is the view of a question, and the language and scrolling of every step.

    `attempting` while the next line of a derivation is typed, `hinted` once the hint was asked for.
    """

    card: View
    page: Page = "step"
    attempting: bool = False
    hinted: bool = False
    trial: Trial | None = None

    @property
    def language(self) -> Language:
        """Return the language of the screen."""
        return self.card.language


@dataclass(frozen=True, slots=True)
class Show:
    """Open a page over the step, or go back to the step."""

    page: Page


@dataclass(frozen=True, slots=True)
class Hint:
    """Show the hint of the question."""


@dataclass(frozen=True, slots=True)
class Attempting:
    """Open or close the field for the next line of a derivation."""

    open: bool


@dataclass(frozen=True, slots=True)
class Trying:
    """A key for the trial."""

    key: str


LessonCommand = Command | Show | Hint | Attempting | Trying


def question_of(state: LessonSession) -> Session:
    """Return the question on the screen, an empty session where there is none."""
    return state.question or NOBODY


def opening(state: LessonSession, language: Language) -> LessonView:
    """Return the view with which a step opens."""
    return LessonView(opened(question_of(state), language))


def moved(view: LessonView, before: LessonSession, after: LessonSession) -> LessonView:
    """Return the view after the lesson moved on: another place opens anew, the same one stays as it is."""
    if (before.at, before.stage) == (after.at, after.stage) and before.place == after.place:
        card = followed(view.card, question_of(before), question_of(after))
        answered = type(question_of(before).phase) is not type(question_of(after).phase)
        field = Field() if before.tried is not after.tried else card.field
        return replace(view, card=replace(card, field=field), hinted=view.hinted and not answered)
    return opening(after, view.language)


def changed(view: LessonView, command: LessonCommand, *, height: int = 1, most: int = 0, start: int = 0) -> LessonView:
    """Return the view after a command; the numbers tell how the body stands, as in `ui.view.changed`."""
    match command:
        case Show(page):
            return replace(view, page=page, trial=None, card=replace(view.card, scroll=None, notice=None))
        case Hint():
            return replace(view, hinted=True, card=replace(view.card, scroll=None))
        case Attempting(is_open):
            return replace(view, attempting=is_open, card=replace(view.card, field=Field(), scroll=None))
        case Trying(key):
            from tutor.ui.learn.trial import pressed

            return replace(view, trial=pressed(view.trial, key, view.language) if view.trial else None)
        case (
            question_view.Open()
            | question_view.SwitchLanguage()
            | question_view.Plot()
            | question_view.Model()
            | question_view.Scroll()
            | question_view.Point()
            | question_view.Write()
            | question_view.Send()
        ):
            return replace(view, card=question_view.changed(view.card, command, height=height, most=most, start=start))
        case _:
            assert_never(command)
