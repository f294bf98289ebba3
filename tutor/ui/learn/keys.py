"""What a key means in a lesson; at a question everything means what it means in a review.

Space goes on, ← goes back, letters command. While a field is open every printable key is text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.sessions.inputs import Bury, Leave, Skip, Suspend, Undo
from tutor.sessions.lesson_inputs import Attempt, Back, Forward, Quit, Unfold
from tutor.sessions.lesson_model import verdict_of
from tutor.syllabus.model import Derive, Pretest, Prose
from tutor.ui import keys
from tutor.ui.field import edit
from tutor.ui.keys import ANYWHERE, GO_ON, SCROLLING, folded
from tutor.ui.learn.view import Attempting, Hint, LessonView, Show, Trying
from tutor.ui.view import Open, Plot, Scroll, SwitchLanguage, Write, typing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.sessions.lesson_inputs import LessonInput
    from tutor.sessions.lesson_model import LessonSession
    from tutor.sessions.model import Session
    from tutor.ui.learn.view import LessonCommand

EVERYWHERE: Mapping[str, LessonInput | LessonCommand] = {
    "u": Undo(),
    "backspace": Undo(),
    "s": Skip(),
    "o": Quit("outline"),
    "q": Leave(),
    "esc": Leave(),
    "l": SwitchLanguage(),
    "?": Show("help"),
    "p": Show("plot"),
    "left": Back(),
}


def meaning(state: LessonSession, view: LessonView, key: str) -> LessonInput | LessonCommand | None:
    """Return what `key` asks for now, None when it means nothing here."""
    if view.page == "try":
        return Show("step") if key == "esc" else SwitchLanguage() if key == "ctrl-l" else Trying(key)
    if view.page != "step":
        return _on_page(view, key)
    if key in ANYWHERE:
        return ANYWHERE[key]
    if view.attempting:
        return _attempting(view, key)
    if state.ended:
        return _at_end(key)
    if state.question is not None:
        return _asked(state, state.question, view, key)
    return _in_step(state, folded(key))


def writes(state: LessonSession, view: LessonView) -> bool:
    """Say whether a printable key is text now."""
    asked = state.question is not None and (view.card.page == "report" or typing(state.question, view.card))
    return view.page == "try" or view.attempting or (view.page == "step" and asked)


def pasted(state: LessonSession, view: LessonView, text: str) -> LessonCommand | None:
    """Return what pasted text asks for: it goes into an open field and nowhere else."""
    if view.attempting:
        return Write(view.card.field.insert(text))
    if view.page != "step" or state.question is None:
        return None
    return keys.pasted(state.question, view.card, text)


def _on_page(view: LessonView, key: str) -> LessonInput | LessonCommand | None:
    """Return the meaning on an open page: it scrolls and closes, one page opens over the other."""
    if key in {"esc", *GO_ON, "backspace"}:
        return Show("step")
    key = folded(key)
    if key in {"l", "ctrl-l"}:
        return SwitchLanguage()
    page = {"p": "plot", "?": "help"}.get(key)
    if page is not None and page != view.page:
        return Show("plot" if page == "plot" else "help")
    return Show("step") if key in {"q", "p", "?"} else SCROLLING.get(key)


def _attempting(view: LessonView, key: str) -> LessonInput | LessonCommand | None:
    """Type the next line of a derivation; an empty one asks to see it."""
    if key == "esc":
        return Attempting(open=False)
    if key == "enter":
        text = view.card.field.text
        return Attempt(text) if text.strip() else Forward()
    found = edit(view.card.field, key)
    return Write(found) if found else None


def _at_end(key: str) -> LessonInput | LessonCommand | None:
    """At the end: the next lesson, the outline, or out."""
    if key == "enter" or folded(key) == "n":
        return Quit("next")
    found = EVERYWHERE.get(folded(key)) or SCROLLING.get(key)
    if key == " ":
        return Leave()
    return found if isinstance(found, Leave | Quit | Undo | SwitchLanguage | Scroll) else None


def _asked(state: LessonSession, question: Session, view: LessonView, key: str) -> LessonInput | LessonCommand | None:
    """At a question: the keys of a review, without what puts a card away, and those of a lesson."""
    card = view.card
    if card.page != "card" or typing(question, card):
        return keys.meaning(question, card, key)
    verdict = verdict_of(question)
    letter = folded(key)
    if isinstance(state.step, Pretest) and letter in ({"g", "y", "i", "e"} if verdict else {"i"}):
        return None  # a guess has no schedule
    if letter == "h" and verdict is None:
        return Hint()
    if letter == "p":
        return Plot() if question.current and question.current.card.plot else Show("plot")
    if letter == "o":
        return Quit("outline")
    found = keys.meaning(question, card, key)
    if isinstance(found, Bury | Suspend):
        return None
    if isinstance(found, Open) and found.page == "help":
        return Show("help")
    if found is None and verdict is not None and key == "right":
        return Forward()
    return found or (Back() if key == "left" else None)


def _in_step(state: LessonSession, key: str) -> LessonInput | LessonCommand | None:
    """In a step that tells or shows something."""
    if key in GO_ON or key == "right":
        return Forward()
    if key == "t":
        return Show("try")
    step = state.step
    if key == "d" and isinstance(step, Prose) and step.role == "deeper":
        return Unfold()
    if key == "g" and isinstance(step, Derive):
        return Attempting(open=True)
    return EVERYWHERE.get(key) or SCROLLING.get(key)
