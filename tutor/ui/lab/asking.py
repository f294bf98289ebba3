"""The question of an experiment as a screen: answers by digit, and a way to begin without a guess.

`changed` and `screen` are pure; the loop draws, reads a key, changes, draws.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.text.bilingual import next_language
from tutor.text.words import say
from tutor.ui.keys import folded
from tutor.ui.lines import BLANK, Line, cut, flow, indent, line, paragraph, rule

if TYPE_CHECKING:
    from tutor.labs.model import Lab
    from tutor.text import Language
    from tutor.ui.theme import Role

WIDEST = 76


@dataclass(frozen=True, slots=True)
class Asking:
    """A question that waits: `at` points to an answer, behind the last one to none; `given` is None until it is.

    `options` are settings that are not the usual ones, as typed: they change what is asked.
    """

    lab: Lab
    language: Language
    at: int
    given: str | None = None
    left: bool = False
    options: tuple[str, ...] = ()


def asking(lab: Lab, language: Language, options: tuple[str, ...] = ()) -> Asking:
    """Return the question as it begins: enter alone starts without a guess."""
    return Asking(lab, language, len(lab.answers), options=options)


def changed(now: Asking, key: str) -> Asking:
    """Return the question after a key; one that means nothing changes nothing."""
    count = len(now.lab.answers) + 1
    match folded(key):
        case "up" | "k":
            return replace(now, at=(now.at - 1) % count)
        case "down" | "j":
            return replace(now, at=(now.at + 1) % count)
        case "enter" | " ":
            return _chosen(now, now.at)
        case "q" | "esc":
            return replace(now, left=True)
        case "l" | "ctrl-l":
            return replace(now, language=next_language(now.language))
        case "0":
            return _chosen(now, count - 1)
        case digit if digit.isascii() and digit.isdigit() and int(digit) < count:
            return _chosen(now, int(digit) - 1)
        case _:
            return now


def _chosen(now: Asking, place: int) -> Asking:
    return replace(now, at=place, given=(*now.lab.answers, "")[place])


def screen(now: Asking, columns: int, rows: int) -> list[Line]:
    """Return the question in at most `rows` lines; what stands above gives way where there are too few."""
    margin = max(2, (columns - WIDEST) // 2) if columns >= 32 else 0
    room = max(2, min(WIDEST, columns - 2 * margin))
    keys = _keys(now.language, room)
    height = max(1, rows - len(keys) - 1)
    body = _body(now, room)
    body = body[max(0, len(body) - height) :]
    found = [*body, *[BLANK] * (height - len(body)), rule(room), *keys]
    return [indent(cut(row, room), margin) for row in found][:rows]


def _body(now: Asking, room: int) -> list[Line]:
    lab, language = now.lab, now.language

    def told(key: str, role: Role) -> list[Line]:
        return [row for text in lab.text(key).lines(language) for row in paragraph(text, room, role)]

    answers = [lab.text(f"answer_{answer}").lines(language) for answer in lab.answers]
    answers.append((say("labs.no_guess", language),))
    rows = [BLANK, *told("title", "title"), *told("about", "dim"), BLANK, *told("question", "strong")]
    if now.options:
        rows += paragraph(say("labs.asked_with", language, options=" ".join(now.options)), room, "notice")
    rows.append(BLANK)
    for place, texts in enumerate(answers):
        digit = f"{place + 1}" if place < len(lab.answers) else "0"
        here = place == now.at
        lead = line(("▸ " if here else "  ", "mark"), (digit, "key"), "  ")
        for text in texts:
            rows += paragraph(text, room, "strong" if here else "plain", lead)
            lead = line("     ")
    return [*rows, BLANK, *paragraph(say("labs.unscored", language), room, "dim")]


def _keys(language: Language, room: int) -> list[Line]:
    keys = [("↑↓", "point"), (say("screen.key_enter", language), "choose"), ("q", "leave")]
    return flow([line((key, "key"), (f" {say(f'screen.do_{does}', language)}", "dim")) for key, does in keys], room)
