"""Why this card and what each grade would do, in words; after the answer also the full explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.sessions.model import Grading, Judged, Ticking
from tutor.text.width import pad as pad_text
from tutor.text.width import width
from tutor.text.words import say
from tutor.ui import reasons
from tutor.ui.lines import BLANK, Line, indent, line, paragraph, spaced
from tutor.ui.scene import WIDEST
from tutor.ui.screens.question import Body, labelled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.reports.why import Why
    from tutor.text import Language, Text
    from tutor.ui.scene import Scene


MARGIN = 2


def body(scene: Scene) -> Body:
    """Return what is known about the card on the screen."""
    explained = _explained(scene)
    if scene.why is None:
        return Body(tuple(explained))
    return Body(tuple(spaced([explained, *blocks(scene.why, scene.language, scene.measure)])))


def blocks(why: Why, language: Language, room: int, title: str = "why.now") -> list[list[Line]]:
    """Return why the card comes now, what is remembered of it, how its interval is found and what each grade does."""
    about = [
        *paragraph(why.card, room, "dim"),
        *_said((*reasons.now(why, language), *reasons.ladder(why, language)), room),
    ]
    parts = {
        title: about,
        "why.memory": _said(reasons.memory(why, language), room),
        "why.answers" if why.judged else "why.grades": _grades(why, language, room),
        "why.interval": _said(reasons.interval(why, language), room),
    }
    return [[*paragraph(say(key, language), room, "accent"), *rows] for key, rows in parts.items() if rows]


def page(why: Why, ask: Text, language: Language, columns: int) -> list[Line]:
    """Return the page of `tutor why`: the question, then all that is known."""
    room = max(2, min(WIDEST, columns - 2 * MARGIN))
    asked = [row for text in ask.lines(language) for row in paragraph(text, room, "strong")]
    shown = spaced([asked, *blocks(why, language, room, "why.now_or_not")])
    return [BLANK, *(indent(row, MARGIN) for row in shown), BLANK]


def _said(sentences: Sequence[str], room: int) -> list[Line]:
    return [row for sentence in sentences for row in paragraph(sentence, room)]


def _grades(why: Why, language: Language, room: int) -> list[Line]:
    """Return what each grade would do, or that this answer is practice."""
    if why.practice:
        return _said((reasons.practice(why, language),), room)
    lines: list[Line] = []
    found = reasons.grades(why, language)
    wide = max((width(name) for _, name, _ in found), default=0) + 2
    for key, name, does in found:
        lines += paragraph(does, room, lead=line((f"{key} " if key else "", "key"), (pad_text(name, wide), "strong")))
    return lines


def _explained(scene: Scene) -> list[Line]:
    """Return the full explanation once the answer is on the screen."""
    phase = scene.session.phase
    if not isinstance(phase, Judged | Grading | Ticking):
        return []
    card = phase.showing.card
    source = paragraph(scene.say("why.source", text=card.source), scene.measure, "dim") if card.source else []
    formula = scene.formula(card.formula)
    blocks = [labelled(scene, "screen.why", scene.text(phase.showing.why)), formula, source]
    return spaced(blocks)
