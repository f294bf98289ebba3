"""The hardest cards: what each asks, how it stands, and what to do about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.text.numbers import percent, significant
from tutor.text.words import say
from tutor.ui.lines import Line, Span, beside, cut, flow, indent, line, measure, paragraph
from tutor.ui.phrases import span
from tutor.ui.stats.hints import joined, name_of, nothing, nothing_told, with_command
from tutor.ui.stats.section import room_of, section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.reports.hardest import Hard, Hardest
    from tutor.text import Language, Text

HANG = 2
DRAWN = re.compile(r"\{([^{}]*)\}")
ASKED = 2  # lines of a question
CERTAIN = 0.99  # no prediction is told as 100 %


def lines(shown: Hardest, asks: Mapping[str, Text], language: Language, columns: int) -> list[Line]:
    """Return the cards in lines of at most `columns` cells; `asks` are their questions."""
    room = room_of(columns)
    title = say("knowing.hardest", language)
    if not shown.met:
        return section(title, [nothing(language, room)], room)
    blocks = [_card(one, asks.get(one.card), language, room) for one in shown.cards]
    return section(title, [paragraph(_lead(shown, language), room, "strong"), *blocks], room)


def told(shown: Hardest, language: Language) -> tuple[str, ...]:
    """Return the cards as lines of text, two for each."""
    title = say("knowing.hardest", language)
    if not shown.met:
        return (title, nothing_told(language))
    rows = [title, _lead(shown, language)]
    for one in shown.cards:
        counts = {"card": one.card, "lapses": one.lapses, "reviews": one.reviews}
        rows.append(say("knowing.hard_line", language, **counts, **_facts(one, language)))
        rows.append(joined(*_advice(one, language)))
    return tuple(rows)


def _lead(shown: Hardest, language: Language) -> str:
    """Return how many were forgotten, how many of them hold again, how many keep slipping."""
    key = "knowing.hardest_lead" if shown.forgotten else "knowing.hardest_never"
    told = [say(key, language, met=shown.met, forgotten=shown.forgotten)]
    counts = (("held", shown.held), ("leeches", shown.leeches))
    told += [say(f"knowing.hardest_{name}", language, n=n) for name, n in counts if n]
    if not shown.cards:
        told.append(say("knowing.hardest_none", language))
    return (" " if language == "en" else "").join(told)


def _card(one: Hard, ask: Text | None, language: Language, room: int) -> list[Line]:
    """Return id and counts, the question, the state of the memory, and the advice."""
    inner = max(2, room - HANG)
    lapses = line((say("knowing.hard_lapses", language, n=one.lapses), "notice"))
    reviews = line((f" · {say('knowing.hard_reviews', language, n=one.reviews)}", "dim"))
    name, counts = line((one.card, "strong")), (*lapses, *reviews)
    if measure(name) + 2 + measure(counts) <= room:
        head = [beside(name, counts, room)]
    else:
        head = [*paragraph(one.card, room, "strong"), *(indent(row, HANG) for row in flow([counts], inner))]
    asked = _asked(ask, language, inner) if ask else []
    facts = paragraph(say("knowing.hard_facts", language, **_facts(one, language)), inner, "dim")
    text, command = _advice(one, language)
    advice = with_command(text, command, inner) if command else paragraph(text, inner)
    return [*head, *(indent(row, HANG) for row in [*asked, *facts, *advice])]


def _asked(ask: Text, language: Language, room: int) -> list[Line]:
    """Return the beginning of a question."""
    rows = paragraph(named(" / ".join(ask.lines(language))), room)
    return rows if len(rows) <= ASKED else [*rows[: ASKED - 1], cut((*rows[ASKED - 1], Span("…")), room)]


def named(ask: str) -> str:
    """Return a question with its drawn values by their names, and … for what is computed from them."""
    return DRAWN.sub(lambda found: found[1] if found[1].isidentifier() else "…", ask)


def _facts(one: Hard, language: Language) -> dict[str, str]:
    return {
        "span": span(one.stability, language),
        "difficulty": significant(one.difficulty, 2),
        "recall": percent(min(one.recall, CERTAIN)),
    }


def _advice(one: Hard, language: Language) -> tuple[str, str]:
    """Return what to do, and the command for it ("" without one)."""
    commands = {
        "contrast": "tutor stats --mistakes",
        "lesson": f"tutor learn {one.lesson}",
        "quiz": f"tutor quiz --lesson {one.lesson}",
    }
    name = name_of(one.confusion, language) if one.confusion else ""
    return say(f"knowing.do_{one.advice}", language, name=name), commands.get(one.advice, "")
