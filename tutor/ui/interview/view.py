"""What a learner has on the screen besides the interview: the answer that is being written, the view of a question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from tutor.sessions.interview_model import Choosing, Climbing
from tutor.sessions.model import Over as QuestionOver
from tutor.sessions.model import Session, Settings
from tutor.ui import view as question_view
from tutor.ui.field import Field
from tutor.ui.view import Command, View, followed, opened

if TYPE_CHECKING:
    from tutor.sessions.interview_model import Interview
    from tutor.text import Language

NOBODY = Session(Settings(), 0, (), QuestionOver("done"))  # where no question is open


@dataclass(frozen=True, slots=True)
class InterviewView:
    """The screen's own state.

    `card` is the view of a question, and the language and scrolling of every page; `lines` were written of an
    answer, its last one is in the card's field, `writing` while it is open.
    """

    card: View
    lines: tuple[str, ...] = ()
    writing: bool = False

    @property
    def language(self) -> Language:
        """Return the language of the screen."""
        return self.card.language

    @property
    def written(self) -> str:
        """Return the whole answer as far as it is written."""
        rest = self.card.field.text.strip()
        return "\n".join((*self.lines, *([rest] if rest else [])))


@dataclass(frozen=True, slots=True)
class Writing:
    """Open or close the field for an answer."""

    open: bool


@dataclass(frozen=True, slots=True)
class EndLine:
    """The line in the field is finished."""


@dataclass(frozen=True, slots=True)
class LastLine:
    """Take the last finished line back into the field."""


@dataclass(frozen=True, slots=True)
class Finish:
    """The answer is finished: on to the key points."""


InterviewCommand = Command | Writing | EndLine | LastLine | Finish


def question_of(state: Interview) -> Session:
    """Return the question on the screen, an empty session where there is none."""
    return state.question if state.question is not None and isinstance(state.phase, Climbing) else NOBODY


def opening(state: Interview, language: Language) -> InterviewView:
    """Return the view with which a phase opens; what was written for a rung that is asked again is still there."""
    card = opened(question_of(state), language)
    if isinstance(state.phase, Choosing):
        card = replace(card, cursor=0)
    return InterviewView(card, tuple(state.said.split("\n")) if state.said and state.asking else ())


def moved(view: InterviewView, before: Interview, after: Interview) -> InterviewView:
    """Return the view after the interview moved on: another rung opens anew, the same one stays as it is."""
    same = type(before.phase) is type(after.phase) and _place(before) == _place(after)
    if not same or (not before.asking and after.asking):
        return opening(after, view.language)
    card = followed(view.card, question_of(before), question_of(after))
    return replace(view, card=card, writing=False)


def _place(state: Interview) -> object:
    return (state.climb and (state.climb.key, state.climb.at), state.number)


def changed(
    view: InterviewView, command: InterviewCommand, *, height: int = 1, most: int = 0, start: int = 0
) -> InterviewView:
    """Return the view after a command; the numbers tell how the body stands, as in `ui.view.changed`."""
    match command:
        case Writing(is_open):
            return replace(view, writing=is_open, card=replace(view.card, scroll=None, notice=None))
        case EndLine():
            text = view.card.field.text.strip()
            return replace(view, lines=(*view.lines, text), card=replace(view.card, field=Field(), scroll=None))
        case LastLine() if view.lines:
            *rest, last = view.lines
            return replace(view, lines=tuple(rest), card=replace(view.card, field=Field(last, len(last))))
        case LastLine() | Finish():
            return view
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
