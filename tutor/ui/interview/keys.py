"""What a key means in an interview; where options, numbers and grades are asked it means what it means in a review.

Space says that the answer was given aloud, enter opens the field to write it. While a field is open every
printable key is text; enter on an empty line ends the answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.questions.model import Flash
from tutor.sessions.inputs import Bury, Leave, Next, Skip, Suspend, Undo
from tutor.sessions.interview_inputs import Begin
from tutor.sessions.interview_model import Choosing, Climbing, Landed, Over, Reported
from tutor.sessions.model import Asking
from tutor.ui import keys
from tutor.ui.field import edit
from tutor.ui.interview.view import EndLine, Finish, LastLine, Writing, question_of
from tutor.ui.keys import ANYWHERE, GO_ON, SCROLLING, folded
from tutor.ui.view import Model, Open, Point, SwitchLanguage, Write, typing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.sessions.interview_inputs import InterviewInput
    from tutor.sessions.interview_model import Interview
    from tutor.ui.interview.view import InterviewCommand, InterviewView

EVERYWHERE: Mapping[str, InterviewInput | InterviewCommand] = {
    "u": Undo(),
    "backspace": Undo(),
    "s": Skip(),
    "q": Leave(),
    "esc": Leave(),
    "l": SwitchLanguage(),
    "?": Open("help"),
}


def spoken(state: Interview) -> bool:
    """Say whether the rung on the screen is answered in the learner's own words, and not yet."""
    phase = question_of(state).phase
    return isinstance(phase, Asking) and isinstance(phase.showing.card.body, Flash)


def meaning(state: Interview, view: InterviewView, key: str) -> InterviewInput | InterviewCommand | None:
    """Return what `key` asks for now, None when it means nothing here."""
    if isinstance(state.phase, Over):
        return Leave()
    if view.card.page != "card":
        return _on_page(state, view, key)
    if key in ANYWHERE:
        return ANYWHERE[key]
    if view.writing:
        return _writing(view, key)
    match state.phase:
        case Climbing():
            return _on_rung(state, view, key)
        case Choosing(ladder, depth):
            return _choosing(view, key, ladder.above(depth) or 0)
        case Landed() | Reported():
            found = Next() if key in GO_ON else EVERYWHERE.get(folded(key)) or SCROLLING.get(key)
            return None if isinstance(found, Skip) else found


def writes(state: Interview, view: InterviewView) -> bool:
    """Say whether a printable key is text now."""
    return view.writing or view.card.page == "report" or typing(question_of(state), view.card)


def pasted(state: Interview, view: InterviewView, text: str) -> InterviewCommand | None:
    """Return what pasted text asks for: it goes into an open field and nowhere else."""
    if view.writing:
        return Write(view.card.field.insert(text))
    return keys.pasted(question_of(state), view.card, text)


def _on_page(state: Interview, view: InterviewView, key: str) -> InterviewInput | InterviewCommand | None:
    """Return the meaning on an open page: it scrolls and closes."""
    if isinstance(state.phase, Climbing):
        return keys.meaning(question_of(state), view.card, key)
    key = folded(key)
    if key in {"esc", *GO_ON, "q", "?", "backspace"}:
        return Open("card")
    return SwitchLanguage() if key in {"l", "ctrl-l"} else SCROLLING.get(key)


def _writing(view: InterviewView, key: str) -> InterviewCommand | None:
    """Write a line of the answer; an empty one ends it, the way back leads into the line before."""
    empty = not view.card.field.text
    match key:
        case "esc":
            return Writing(open=False)
        case "enter":
            blank = not view.card.field.text.strip()
            return EndLine() if not blank else Finish() if view.lines else Writing(open=False)
        case "backspace" if empty:
            return LastLine() if view.lines else Writing(open=False)
        case "page-up" | "page-down" | "up" | "down":
            return SCROLLING[key]
        case _:
            found = edit(view.card.field, key)
            return Write(found) if found else None


def _on_rung(state: Interview, view: InterviewView, key: str) -> InterviewInput | InterviewCommand | None:
    """At a rung: the keys of a review, without what puts a card away."""
    if spoken(state):
        if key == " ":
            return Finish()
        if key == "enter" or folded(key) == "t":
            return Writing(open=True)
    found = keys.meaning(question_of(state), view.card, key)
    return None if isinstance(found, Bury | Suspend | Model) else found


def _choosing(view: InterviewView, key: str, above: int) -> InterviewInput | InterviewCommand | None:
    """Choose the rung to begin with: the headline, or the first above the remembered depth."""
    at = view.card.cursor or 0
    if key in {"up", "down"}:
        return Point(1 - at)
    if key in GO_ON:
        return Begin(above if at else 0)
    key = folded(key)
    return {"1": Begin(0), "2": Begin(above)}.get(key) or EVERYWHERE.get(key) or SCROLLING.get(key)
