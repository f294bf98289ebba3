"""What a key means: a pure function from the session, the view and a key.

While a field is open every printable key is text. Otherwise a key is folded first, so that full-width
digits and Chinese punctuation work; letters mean the same in either case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.questions.answers import LETTERS, Chosen, DontKnow, Typed, Unreadable
from tutor.questions.model import Cloze, Flash, Formula, Multi
from tutor.sessions.inputs import (
    Bury,
    Grade,
    Guessed,
    Leave,
    Mark,
    Next,
    Redo,
    Repeat,
    Reread,
    Reveal,
    Skip,
    Suspend,
    TooEasy,
    Undo,
    WasRight,
)
from tutor.sessions.model import Asking, Contrasting, Grading, Judged, Over, Scored, Ticking
from tutor.text.fold import fold
from tutor.ui.field import edit
from tutor.ui.view import Model, Open, Plot, Point, Scroll, Send, SwitchLanguage, Write, typed, typing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.questions.showing import Showing
    from tutor.sessions.inputs import Action
    from tutor.sessions.model import Session
    from tutor.ui.view import Command, View

ANYWHERE: Mapping[str, Action | Command] = {"ctrl-r": Redo(), "ctrl-l": SwitchLanguage()}
COMMANDS: Mapping[str, Action | Command] = {
    "u": Undo(),
    "backspace": Undo(),
    "q": Leave(),
    "s": Skip(),
    "-": Bury(),
    "@": Suspend(),
    "i": Open("why"),
    "?": Open("help"),
    "!": Open("report"),
    "l": SwitchLanguage(),
    "p": Plot(),
}
SCROLLING: Mapping[str, Command] = {
    "up": Scroll(-1),
    "down": Scroll(1),
    "page-up": Scroll(-1, screens=True),
    "page-down": Scroll(1, screens=True),
    "home": Scroll(-1_000_000),
    "end": Scroll(1_000_000),
}
CORRECTIONS: Mapping[str, Action] = {"g": Guessed(), "e": TooEasy(), "y": WasRight()}
GO_ON = ("enter", " ")


def folded(key: str) -> str:
    """Return a key as command keys are written: ASCII, lower case; names stay."""
    return fold(key).casefold() if len(key) == 1 else key


def meaning(session: Session, view: View, key: str) -> Action | Command | None:
    """Return what `key` asks for now, None when it means nothing here."""
    if isinstance(session.phase, Over):
        return Leave() if folded(key) in {*GO_ON, "q", "esc"} else ANYWHERE.get(key) or SCROLLING.get(key)
    if view.page != "card":
        return _on_page(view, key)
    if key in ANYWHERE:
        return ANYWHERE[key]
    if typing(session, view):
        return _in_field(session, view, key)
    key = folded(key)
    found = _of_phase(session, view, key)
    if found is None and typed(session):
        found = _back_to_field(view, key)
    return found or (Leave() if key == "esc" else COMMANDS.get(key) or SCROLLING.get(key))


def pasted(session: Session, view: View, text: str) -> Command | None:
    """Return what pasted text asks for: it goes into an open field and nowhere else."""
    return Write(view.field.insert(text)) if typing(session, view) else None


def _on_page(view: View, key: str) -> Action | Command | None:
    """Return the meaning on an open page: it scrolls and closes; a remark is typed on its own."""
    if key == "esc":
        return Open("card")
    if view.page == "report":
        if key == "enter":
            return Send(view.field.text.strip())
        found = edit(view.field, key)
        return Write(found) if found else None
    key = folded(key)
    if key in {"l", "ctrl-l"}:
        return SwitchLanguage()
    other = {"i": "why", "?": "help"}.get(key)
    if other in {"why", "help"} and other != view.page:
        return COMMANDS[key]
    return Open("card") if key in {*GO_ON, "q", "i", "?", "backspace"} else SCROLLING.get(key)


def _in_field(session: Session, view: View, key: str) -> Action | Command | None:
    if key == "esc":
        return Write(view.field, typing=False)
    if key == "enter":
        return _typed_answer(session, view.field.text)
    if key in {"page-up", "page-down", "up", "down"}:
        return SCROLLING[key]
    found = edit(view.field, key)
    return Write(found) if found else None


def _typed_answer(session: Session, text: str) -> Action | None:
    """Return the typed answer; an empty line asks for a hint, and after a hint means "I don't know"."""
    phase = session.phase
    assert isinstance(phase, Asking)
    if text.strip():
        return Typed(text)
    if phase.hinted:
        return DontKnow()
    body = phase.showing.card.body
    kind = "words" if isinstance(body, Cloze) else "formula" if isinstance(body, Formula) else "number"
    return Unreadable(f"question.type_{kind}", {})


def _back_to_field(view: View, key: str) -> Command | None:
    """Enter or space, and every printable key that is no command, returns to the field."""
    if key in GO_ON:
        return Write(view.field)
    if len(key) == 1 and key not in COMMANDS:
        return Write(view.field.insert(key))
    return None


def _of_phase(session: Session, view: View, key: str) -> Action | Command | None:
    match session.phase:
        case Asking(showing) as phase if showing.options:
            return _choosing(phase, view, key)
        case Asking(showing):
            return Reveal() if isinstance(showing.card.body, Flash) and key in GO_ON else None
        case Ticking(showing):
            return _ticking(showing, view, key)
        case Grading(showing):
            return Model() if key == "m" and showing.card.quick is not None else _grading(view, key)
        case Judged():
            return Next() if key in GO_ON else CORRECTIONS.get(key)
        case Contrasting():
            return Next() if key in GO_ON else None
        case Scored():
            return _scored(session, key)
        case _:
            return None


def _scored(session: Session, key: str) -> Action | None:
    """At the end of a quiz: read the missed ones, ask them again, or go."""
    if key in GO_ON:
        return Reread() if session.missed else Leave()
    return Repeat() if key == "r" and session.missed else None


def place_of(key: str, count: int) -> int | None:
    """Return the position, from 0, that a digit 1–6 or a letter a–f names among `count`."""
    if len(key) != 1:
        return None
    place = LETTERS.find(key) if key in LETTERS else "123456".find(key)
    return place if 0 <= place < count else None


def _choosing(phase: Asking, view: View, key: str) -> Action | Command | None:
    """Options by digit, by letter, or by arrows and enter; the last row says "I don't know".

    Where several are right, enter ticks the pointed option; the row behind the options submits.
    """
    showing = phase.showing
    count = len(showing.options)
    several = isinstance(showing.card.body, Multi)
    last = count + several
    place = place_of(key, count)
    if place is not None:
        return Mark(place) if several else Chosen((place,))
    if key == "0":
        return DontKnow()
    if key in {"up", "down"}:
        return Point(moved(view.cursor, key == "down", last + 1))
    if several and key in {"left", "right"} and view.cursor is not None and view.cursor < count:
        return Mark(view.cursor)
    if key not in GO_ON:
        return None
    if view.cursor == last:
        return DontKnow()
    if several and view.cursor is not None and view.cursor < count:
        return Mark(view.cursor)
    if several:
        hint = Unreadable("question.choose_several", {"last": str(count)})
        return Chosen(tuple(sorted(phase.marked))) if phase.marked else hint
    hint = Unreadable("question.choose_one", {"last": str(count)})
    return Chosen((view.cursor,)) if view.cursor is not None else hint


def _ticking(showing: Showing, view: View, key: str) -> Action | Command | None:
    count = len(showing.points)
    place = place_of(key, count)
    if place is not None:
        return Mark(place)
    if key in {"up", "down"}:
        return Point(moved(view.cursor, key == "down", count))
    if key in {"left", "right"} and view.cursor is not None:
        return Mark(view.cursor)
    if key == "m" and showing.card.quick is not None:
        return Model()
    return Reveal() if key in GO_ON else None


def _grading(view: View, key: str) -> Action | Command | None:
    if key in {"1", "2", "3", "4"}:
        return Grade(int(key))
    at = 2 if view.cursor is None else view.cursor
    if key in {"left", "right"}:
        return Point(min(max(at + (1 if key == "right" else -1), 0), 3))
    return Grade(at + 1) if key in GO_ON else None


def moved(cursor: int | None, forward: bool, count: int) -> int:  # noqa: FBT001
    """Return the next place among `count`, around the ends; the first move shows the first or last."""
    if cursor is None:
        return 0 if forward else count - 1
    return (cursor + (1 if forward else -1)) % count
