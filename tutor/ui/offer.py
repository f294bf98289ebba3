"""The next lesson, offered before a review: take it, or review right away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tutor.text.bilingual import next_language
from tutor.text.words import say
from tutor.ui.keys import folded
from tutor.ui.lines import BLANK, Line, cut, flow, indent, line, paragraph, rule, spaced
from tutor.ui.outline import words
from tutor.ui.paint import painted
from tutor.ui.terminal import Key

if TYPE_CHECKING:
    from tutor.reports.outline import Next
    from tutor.text import Language
    from tutor.ui.terminal import Terminal
    from tutor.ui.theme import Look

WIDEST = 76
Choice = Literal["lesson", "review", "left"]
CHOICES: dict[str, Choice] = {
    "enter": "lesson",
    "c": "lesson",
    " ": "review",
    "s": "review",
    "q": "left",
    "esc": "left",
}


@dataclass(frozen=True, slots=True)
class Offer:
    """The lesson that comes next, and what waits behind it: cards to review and the minutes they take."""

    next: Next
    cards: int
    minutes: int


def compose(offer: Offer, language: Language, size: tuple[int, int]) -> list[Line]:
    """Return the screen in lines that fit `size` (columns, rows)."""
    columns, rows = size
    margin = max(2, (columns - WIDEST) // 2) if columns >= 32 else 0
    room = max(2, min(WIDEST, columns - 2 * margin))
    lesson = offer.next.lesson
    blocks = [
        paragraph(say("offer.first", language), room, "dim"),
        [
            *paragraph(words.title(lesson, language), room, "title"),
            *paragraph(words.why(offer.next, language), room),
            *paragraph(words.covers(lesson, language), room, "dim"),
        ],
        paragraph(say("offer.then", language, cards=offer.cards, minutes=offer.minutes), room, "dim"),
    ]
    keys = _keys(language, room)
    height = max(1, rows - len(keys) - 1)
    seen = [BLANK, *spaced(blocks)][:height]
    told = [*seen, *[BLANK] * (height - len(seen)), rule(room), *keys]
    return [indent(cut(spans, room), margin) for spans in told][:rows]


def _keys(language: Language, room: int) -> list[Line]:
    table = [("enter", "offer.do_lesson"), ("space", "offer.do_review")]
    items = [
        line((say(f"screen.key_{key}", language), "key"), (f" {say(does, language)}", "dim")) for key, does in table
    ]
    return flow([*items, line(("q", "key"), (f" {say('screen.do_leave', language)}", "dim"))], room)


def run(offer: Offer, language: Language, terminal: Terminal, look: Look) -> tuple[Choice, Language]:
    """Show the offer until it is answered; return the answer and the language then spoken."""
    with terminal:
        while True:
            terminal.show([painted(spans, look) for spans in compose(offer, language, terminal.size())], None)
            given = terminal.read()
            key = folded(given.name) if isinstance(given, Key) else ""
            if key in CHOICES:
                return CHOICES[key], language
            if key in {"l", "ctrl-l"}:
                language = next_language(language)
