"""A card as plain texts, for formats that know questions and answers: one showing of it, in the learner's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.questions.model import Cloze, Flash, Multi, Myth
from tutor.questions.showing import draw
from tutor.questions.template import fill
from tutor.syllabus.deck import OWN
from tutor.text.wording import both

if TYPE_CHECKING:
    from tutor.questions.model import Card
    from tutor.questions.showing import Showing, ShownOption
    from tutor.text import Language, Text

BULLET = "• "


@dataclass(frozen=True, slots=True)
class Told:
    """What is asked and answered; `options` with whether they are right, `gap` and other forms of it for a cloze.

    `several`: more than one option may be right. `by_sight`: it means little without its curves.
    """

    ask: str
    answer: str
    options: tuple[tuple[str, bool], ...] = ()
    several: bool = False
    gap: tuple[str, ...] = ()
    why: str = ""
    hint: str = ""
    by_sight: bool = False


def tell(card: Card, language: Language) -> Told:
    """Return a card as texts; drawn values follow from its id, so that it says the same every time."""
    showing = draw(card, "leaving")
    ask, answer = showing.ask.get(language), showing.answer.get(language)
    options = tuple((option.told.get(language), option.right) for option in _in_order(showing))
    gap: tuple[str, ...] = ()
    match card.body:
        case Flash():
            points = [BULLET + point.get(language) for point in showing.points]
            answer = "\n".join([answer, *points, *_models(card, language)])
        case Myth():
            verdict = next(text for text, right in options if right)
            ask = f"{both('anki.myth_or_fact').get(language)}\n{ask}"
            answer = verdict if showing.order == (0,) else f"{verdict}\n{answer}"
            options = ()
        case Cloze() as body:
            forms = body.accept_en if language == "en" else body.accept_zh
            gap = tuple(dict.fromkeys((*body.gap.lines(language), *forms)))
        case _:
            pass
    by_sight = any(option.curve for option in showing.options) or (card.plot is not None and not card.plot.labels)
    why, hint = _text(showing.why, language), _text(showing.hint, language)
    return Told(ask, answer, options, isinstance(card.body, Multi), gap, why, hint, by_sight)


def _in_order(showing: Showing) -> list[ShownOption]:
    """Return the options of a card of the course as they were drawn, for there the right ones come first."""
    if showing.card.part != OWN:
        return list(showing.options)
    return [option for _, option in sorted(zip(showing.order, showing.options, strict=True), key=lambda one: one[0])]


def _models(card: Card, language: Language) -> list[str]:
    """Return what an interviewer would like to hear, where the author wrote it down."""
    kept = [wording for wording in (card.quick, card.full) if wording is not None and not wording.holes]
    return [fill(wording, {}).get(language) for wording in kept]


def _text(text: Text | None, language: Language) -> str:
    return "" if text is None else text.get(language)
