"""The first minute: which language, what a day looks like, and into the first lesson. It can be left at any time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import log
from typing import TYPE_CHECKING

from tutor.text.bilingual import LANGUAGES
from tutor.text.words import say
from tutor.ui.keys import folded
from tutor.ui.lines import BLANK, Line, Span, cut, flow, indent, line, measure, paragraph, rule, spaced
from tutor.ui.paint import painted
from tutor.ui.phrases import span as days_in_words
from tutor.ui.terminal import Key

if TYPE_CHECKING:
    from tutor.text import Language
    from tutor.ui.terminal import Terminal
    from tutor.ui.theme import Look

WIDEST = 76
LINE = 56  # cells of the picture of returns
HOURS = ("lesson", "review", "leave")
GO_ON = frozenset({"enter", " "})


@dataclass(frozen=True, slots=True)
class Welcome:
    """What is on the screen: the question of language, or the picture of a day; `returns` are days from today."""

    language: Language
    returns: tuple[int, ...]
    cursor: int = 0
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """How the welcome ended: the language, whether it was chosen here, and whether the first lesson starts."""

    language: Language
    chosen: bool
    start: bool


def opened(language: Language, returns: tuple[int, ...]) -> Welcome:
    """Return the welcome as it opens, the cursor on the language this run speaks."""
    return Welcome(language, returns, LANGUAGES.index(language))


def changed(state: Welcome, key: str) -> Welcome | Answer:
    """Return what follows a key."""
    key = folded(key)
    if key in {"q", "esc"}:
        return Answer(state.language, state.chosen, start=False)
    if state.chosen:
        if key in GO_ON:
            return Answer(state.language, chosen=True, start=True)
        return replace(state, chosen=False) if key in {"left", "backspace"} else state
    if key in {"up", "down"}:
        return _pointed(state, (state.cursor + (1 if key == "down" else -1)) % len(LANGUAGES))
    if key in {"1", "2", "3"}:
        return replace(_pointed(state, int(key) - 1), chosen=True)
    return replace(state, chosen=True) if key in GO_ON else state


def _pointed(state: Welcome, place: int) -> Welcome:
    """Return the welcome in the language at `place`: it is spoken at once."""
    return replace(state, cursor=place, language=LANGUAGES[place])


def compose(state: Welcome, size: tuple[int, int]) -> list[Line]:
    """Return the screen in lines that fit `size` (columns, rows)."""
    columns, rows = size
    margin = max(2, (columns - WIDEST) // 2) if columns >= 32 else 0
    room = max(2, min(WIDEST, columns - 2 * margin))
    body = _day(state, room) if state.chosen else _languages(state, room)
    keys = _keys(state, room)
    height = max(1, rows - len(keys) - 1)
    above = [BLANK] * max(0, min(2, height - len(body)))
    seen = [*above, *body][:height]
    told = [*seen, *[BLANK] * (height - len(seen)), rule(room), *keys]
    return [indent(cut(spans, room), margin) for spans in told][:rows]


def _languages(state: Welcome, room: int) -> list[Line]:
    """Return the question that everybody can read, and its three answers."""
    greeting = [
        *paragraph(say("welcome.hello", "zh"), room, "title"),
        *paragraph(say("welcome.hello", "en"), room, "title"),
    ]
    question = [*paragraph(say("welcome.which", "zh"), room), *paragraph(say("welcome.which", "en"), room, "dim")]
    answers: list[Line] = []
    for place, language in enumerate(LANGUAGES):
        here = place == state.cursor
        lead = line(("▸ " if here else "  ", "mark"), (f"{place + 1}  ", "key"))
        answers += paragraph(say(f"welcome.{language}", language), room, "strong" if here else "plain", lead)
    return spaced([greeting, question, answers])


def _day(state: Welcome, room: int) -> list[Line]:
    """Return what a day holds, and how one card comes back."""
    heading = paragraph(say("welcome.day", state.language), room, "title")
    hours: list[Line] = []
    for place, name in enumerate(HOURS, 1):
        lead = line((f"{place}  ", "key"))
        hours += paragraph(say(f"welcome.{name}", state.language), room, lead=lead)
    picture = [*paragraph(say("welcome.returns", state.language), room, "dim"), *_returns(state, room)]
    return spaced([heading, hours, picture])


def _returns(state: Welcome, room: int) -> list[Line]:
    """Return a line of days: a dot where one card is asked again, its distance below each dot."""
    columns = min(LINE, room - 8)
    last = log(1 + state.returns[-1])
    dots = [round(log(1 + day) / last * (columns - 1)) for day in (0, *state.returns)]
    drawn = "".join("●" if at in dots else "─" for at in range(columns))
    labels = [say("welcome.today", state.language), *(days_in_words(day, state.language) for day in state.returns)]
    below: Line = ()
    for at, label in zip(dots, labels, strict=True):
        gap = at - measure(below)
        if gap > 0 or not below:
            below = (*below, Span(" " * max(0, gap)), Span(label, "dim"))
    return [tuple(Span(char, "accent" if char == "●" else "rule") for char in drawn), below]


def _keys(state: Welcome, room: int) -> list[Line]:
    enter = say("screen.key_enter", state.language)
    does = [(enter, "welcome.do_start"), ("←", "screen.do_back")] if state.chosen else [("1-3", "welcome.do_choose")]
    does += [] if state.chosen else [(enter, "welcome.do_take")]
    items = [
        line((key, "key"), (f" {say(told, state.language)}", "dim")) for key, told in (*does, ("q", "welcome.do_skip"))
    ]
    return flow(items, room)


def run(state: Welcome, terminal: Terminal, look: Look) -> Answer:
    """Show the welcome until it is answered or left. Raises KeyboardInterrupt and SystemExit."""
    with terminal:
        while True:
            terminal.show([painted(spans, look) for spans in compose(state, terminal.size())], None)
            given = terminal.read()
            if isinstance(given, Key):
                found = changed(state, given.meant())
                if isinstance(found, Answer):
                    return found
                state = found
