"""Why this card and what each grade would do, in words; after the answer also the full explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.sessions.model import Grading, Judged, Ticking
from tutor.text.numbers import percent, significant
from tutor.text.width import pad as pad_text
from tutor.text.width import width
from tutor.ui.lines import Line, line, paragraph, spaced
from tutor.ui.phrases import GRADES, span
from tutor.ui.screens.question import Body, labelled

if TYPE_CHECKING:
    from tutor.reports.why import Why
    from tutor.ui.scene import Scene


def body(scene: Scene) -> Body:
    """Return what is known about the card on the screen."""
    explained = _explained(scene)
    if scene.why is None:
        return Body(tuple(explained))
    about = [line((scene.why.card, "dim")), *_said(scene, [f"why.reason_{scene.why.reason}"])]
    memory, grades = _memory(scene, scene.why), _grades(scene, scene.why)
    blocks = [explained, labelled(scene, "screen.why_now", about), labelled(scene, "screen.why_memory", memory)]
    return Body(tuple(spaced([*blocks, labelled(scene, "screen.why_grades", grades)])))


def _said(scene: Scene, keys: list[str]) -> list[Line]:
    return [row for key in keys for row in paragraph(scene.say(key), scene.measure)]


def _memory(scene: Scene, why: Why) -> list[Line]:
    """Return last seen, stability, predicted recall and counts, a line each."""
    if why.stability is None or why.recall is None or why.days_ago is None:
        return _said(scene, ["why.never"])
    language = scene.language
    ago = span(why.days_ago, language)
    sentences = [
        scene.say("screen.seen", ago=ago) if why.days_ago else scene.say("screen.seen_today"),
        scene.say("screen.stability", stability=span(round(why.stability, 1), language)),
        scene.say("screen.recalled", recall=percent(why.recall)),
        scene.say("screen.counts", reviews=why.reviews, lapses=why.lapses),
    ]
    return [row for sentence in sentences for row in paragraph(sentence, scene.measure)]


def _grades(scene: Scene, why: Why) -> list[Line]:
    """Return what each grade would do, or that this answer is practice."""
    if why.practice:
        return _said(scene, ["why.practice"])
    lines: list[Line] = []
    wide = max(width(scene.say(f"grade.{name}")) for name in GRADES) + 2
    for place, (name, outcome) in enumerate(zip(GRADES, why.outcomes, strict=False), 1):
        facts = {"when": span(outcome.interval, scene.language), "stability": significant(outcome.stability, 2)}
        lead = line((f"{place} ", "key"), (pad_text(scene.say(f"grade.{name}"), wide), "strong"))
        lines += paragraph(scene.say("screen.grade_does", **facts), scene.measure, lead=lead)
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
