"""The decision tree asked question by question: a digit answers, backspace goes back, the end says why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.pictures.decision import Advice, Way, added, answered, back, given, here
from tutor.text.fold import fold_key
from tutor.text.words import say
from tutor.ui.decision_picture import WIDEST, advice_lines
from tutor.ui.lines import BLANK, Line, cut, flow, line, paragraph, text_of
from tutor.ui.paint import painted
from tutor.ui.terminal import Key
from tutor.ui.tree_picture import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.pictures.decision import Decision
    from tutor.text import Language
    from tutor.ui.terminal import Terminal
    from tutor.ui.theme import Look, Role

LEAVE = frozenset({"q", "esc"})


@dataclass(frozen=True, slots=True)
class Live:
    """The tree, how far somebody has come, and the answer the cursor stands on."""

    decision: Decision
    way: Way = Way()  # noqa: RUF009 - frozen and empty
    at: int = 0

    @property
    def asked(self) -> object:
        """Return the question or the advice at the end of the way."""
        return here(self.decision, self.way)


def changed(live: Live, key: str) -> Live:
    """Return the state after a key."""
    asked = here(live.decision, live.way)
    if key in {"backspace", "left", "u"}:
        last = live.way.taken[-1][1] if live.way.taken else 0
        return replace(live, way=back(live.way), at=last)
    if key in {"0", "home"}:
        return replace(live, way=Way(), at=0)
    if isinstance(asked, Advice):
        return live
    count = len(asked.answers)
    if key in {"up", "down"}:
        return replace(live, at=(live.at + (1 if key == "down" else -1)) % count)
    if key in {"enter", "right", " "}:
        return replace(live, way=answered(live.decision, live.way, live.at), at=0)
    if key.isdecimal() and 1 <= int(key) <= count:
        return replace(live, way=answered(live.decision, live.way, int(key) - 1), at=0)
    return live


def screen(live: Live, columns: int, rows: int, language: Language, *, ascii_only: bool = False) -> list[Line]:
    """Return exactly what fits: the answers so far, the question or the advice, the keys."""
    across = min(columns, WIDEST)
    below = _keys(live, columns, language)
    body = [*_so_far(live, across, language), *_asked(live, across, language, ascii_only=ascii_only)]
    room = max(1, rows - len(below))
    return [*body[:room], *[BLANK] * (room - len(body)), *below][:rows]


def _so_far(live: Live, columns: int, language: Language) -> list[Line]:
    """Return the answers on the way, joined."""
    names = [one_line(answer.name.lines(language)) for answer in given(live.decision, live.way)]
    title = paragraph(say("decision.title", language), columns, "title")
    said = paragraph(" › ".join(names), columns, "dim") if names else []
    return [*title, *said, BLANK]


def _asked(live: Live, columns: int, language: Language, *, ascii_only: bool) -> list[Line]:
    asked = here(live.decision, live.way)
    if isinstance(asked, Advice):
        return advice_lines(asked, columns, language, added(live.decision, live.way))
    rows = paragraph(one_line(asked.ask.lines(language)), columns, "strong")
    cursor = "> " if ascii_only else "❯ "
    for place, answer in enumerate(asked.answers):
        lead = line((cursor if place == live.at else "  ", "mark"), (f"{place + 1}  ", "key"))
        role: Role = "strong" if place == live.at else "plain"
        rows += [BLANK] * (not place) + paragraph(one_line(answer.name.lines(language)), columns, role, lead)
    return rows


def _keys(live: Live, columns: int, language: Language) -> list[Line]:
    asked = here(live.decision, live.way)
    pressed = [] if isinstance(asked, Advice) else [(f"1–{len(asked.answers)}", "answer")]
    if live.way.taken:
        pressed += [("←", "back"), ("0", "again")]
    items = [
        line((key, "key"), (f" {say(f'decision.do_{does}', language)}", "dim"))
        for key, does in [*pressed, ("q", "leave")]
    ]
    return [cut(row, columns) for row in flow(items, columns)]


def told(live: Live, columns: int, language: Language) -> list[Line]:
    """Return what is left behind: the way and its advice, nothing before the end."""
    asked = here(live.decision, live.way)
    if not isinstance(asked, Advice):
        return []
    _, *rows = _so_far(live, columns, language)
    return [*rows, *advice_lines(asked, columns, language, added(live.decision, live.way))]


def run(decision: Decision, terminal: Terminal, look: Look, language: Language, *, ascii_only: bool = False) -> Live:
    """Ask until the learner leaves; the advice that was reached stays on the terminal."""
    live = Live(decision)
    with terminal:
        while True:
            columns, rows = terminal.size()
            shown = screen(live, columns, rows, language, ascii_only=ascii_only)
            terminal.show([painted(row, look) for row in shown], None)
            pressed = terminal.read()
            if isinstance(pressed, Key):
                key = fold_key(pressed.meant()) or pressed.meant()
                if key in LEAVE:
                    break
                live = changed(live, key)
    terminal.say([painted(row, look) for row in told(live, min(terminal.size()[0], WIDEST), language)])
    return live


def plain(live: Live, language: Language) -> Iterator[str]:
    """Yield what is said in linear text: the question with numbered answers, or the advice."""
    asked = here(live.decision, live.way)
    if isinstance(asked, Advice):
        yield from (text_of(row) for row in told(live, 10_000, language) if row)
        return
    yield one_line(asked.ask.lines(language))
    for place, answer in enumerate(asked.answers, 1):
        yield f"{place}) {one_line(answer.name.lines(language))}"
    yield say("decision.prompt", language, last=len(asked.answers))


def replied(live: Live, text: str) -> Live | None:
    """Return the state after a line of text: a digit answers, u goes back, q leaves (None); else nothing changes."""
    word = fold_key(text).casefold()
    if word in {"q", ":q"}:
        return None
    return changed(live, "backspace") if word in {"u", ":u"} else changed(live, word) if word.isdecimal() else live
