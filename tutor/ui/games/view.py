"""What a player has on the screen besides the game, what a key means, and what a line means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.questions.answers import LETTERS
from tutor.sessions.games import machine
from tutor.sessions.games.machine import Asked, Back, Choice, Heard, Leave, Line, Next, Over, Pass, Ready
from tutor.sessions.games.model import Choose, Type
from tutor.text.bilingual import next_language
from tutor.text.fold import fold_key
from tutor.ui.field import Field, edit
from tutor.ui.keys import folded, moved

if TYPE_CHECKING:
    from tutor.sessions.games.machine import Input, Play
    from tutor.text import Language

EMPTY = Field()
NOWHERE = -1  # the place of no option: choosing it is a hint
GO_ON = frozenset({" ", "enter", "right"})


@dataclass(frozen=True, slots=True)
class View:
    """The screen's own state: `cursor` points to an option, if to any (behind the last: pass), `rules` lie on top."""

    language: Language
    cursor: int | None = None
    field: Field = EMPTY
    scroll: int | None = None
    rules: bool = False


@dataclass(frozen=True, slots=True)
class Scroll:
    """Move the body by lines, or by whole screens."""

    by: int
    screens: bool = False


SCROLLS = {
    "up": Scroll(-1),
    "down": Scroll(1),
    "page-up": Scroll(-1, screens=True),
    "page-down": Scroll(1, screens=True),
}
Found = machine.Input | View | Scroll | None


def meaning(play: Play, view: View, key: str) -> Found:
    """Return what a key asks for: an input to the game, a change of the view, or None for nothing."""
    if key == "ctrl-l":
        return _other_language(view)
    if view.rules:
        return replace(view, rules=False, scroll=None)
    match play.phase:
        case Asked() if isinstance(play.part, Type):
            return _typing(play, view, key)
        case Asked():
            return _choosing(play, view, key)
        case Ready() | Heard():
            return _anywhere(view, key) or (Next() if key in GO_ON else SCROLLS.get(key))
        case Over():
            return _anywhere(view, key) or (machine.Again("") if key in GO_ON else SCROLLS.get(key))


def _anywhere(view: View, key: str) -> Found:
    match folded(key):
        case "q" | "esc":
            return Leave()
        case "?":
            return replace(view, rules=True, scroll=0)
        case "l":
            return _other_language(view)
        case _:
            return None


def _other_language(view: View) -> View:
    return replace(view, language=next_language(view.language))


def _choosing(play: Play, view: View, key: str) -> Found:
    """Return what a key means among options: digits and letters choose, arrows point, 0 passes."""
    part = play.part
    assert isinstance(part, Choose)
    count = len(part.options)
    name = folded(key)
    match name:
        case "up" | "down" | "left" | "right":
            return replace(view, cursor=moved(view.cursor, name in {"down", "right"}, count + 1), scroll=None)
        case "enter" | " ":
            return Pass() if view.cursor == count else Choice(NOWHERE if view.cursor is None else view.cursor)
        case "0":
            return Pass()
        case "backspace":
            return Back() if play.given else None
        case "page-up" | "page-down":
            return SCROLLS[name]
    place = place_of(name)
    return Choice(place) if 0 <= place < count else _anywhere(view, key)


def place_of(mark: str) -> int:
    """Return the place that a digit or a letter names, −1 for any other."""
    if len(mark) != 1:
        return -1
    return LETTERS.find(mark) if mark in LETTERS else int(mark) - 1 if mark.isascii() and mark.isdigit() else -1


def _typing(play: Play, view: View, key: str) -> Found:
    """Return what a key means while a line is typed: esc empties it, then leaves; enter twice on nothing passes."""
    text = view.field.text
    match key:
        case "enter":
            return _sent(play, text)
        case "esc":
            return replace(view, field=EMPTY) if text else Leave()
        case "backspace" if not text:
            return Back() if play.given else None
        case "page-up" | "page-down" | "up" | "down":
            return SCROLLS[key]
    field = edit(view.field, key)
    return None if field is None else replace(view, field=field, scroll=None)


def _sent(play: Play, text: str) -> Input:
    assert isinstance(play.phase, Asked)
    return Pass() if not text.strip() and play.phase.hint is not None else Line(text)


def followed(view: View, before: Play, after: Play) -> View:
    """Return the view after the game has moved: a new part opens with an empty field and the first option."""
    hinted = isinstance(after.phase, Asked) and after.phase.hint is not None
    if before is after or (hinted and len(before.given) == len(after.given)):
        return view
    return View(view.language)


def line_meaning(play: Play, line: str) -> Input | str:
    """Return what a line means in plain mode: an input, or the name of a command that only says something."""
    text = fold_key(line)
    name = text.removeprefix(":").strip().casefold()
    typing = isinstance(play.part, Type)
    if (text.startswith(":") or not typing) and name in {"q", "?", "l", "u"}:
        return Leave() if name == "q" else Back() if name == "u" else name
    match play.phase:
        case Asked(hint=hint) if not text:
            return Pass() if hint is not None else Choice(-1) if not typing else Line("")
        case Asked() if typing:
            return Line(line)
        case Asked():
            return Pass() if text == "0" else Choice(place_of(text.casefold()))
        case Ready() | Heard():
            return Next() if not text else "hint"
        case Over():
            return machine.Again("") if text.casefold() in {"r", "n"} else Leave() if not text else "hint"
