"""A wrong formula beside the right one: the learner's curve over the answer's, or a sentence where nothing is drawn."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.errors import TutorError
from tutor.questions.formula import Difference, differs, readable, widest
from tutor.questions.model import Formula
from tutor.questions.points import told
from tutor.questions.printing import printed
from tutor.text.numbers import significant
from tutor.text.words import say

if TYPE_CHECKING:
    from tutor.pictures.model import Picture
    from tutor.sessions.model import Judged
    from tutor.text import Language
    from tutor.ui.lines import Line

ROWS = 13
ROOMY = 60  # cells for the legend where nobody counts them
BESIDE = 34  # of them, for the names and strokes of both curves
USUAL = (-6.0, 6.0)
BEYOND = 1.25  # of the x at which the difference shows, when it lies outside the usual range

Asked = tuple[str, str, tuple[float, float] | None, tuple[tuple[str, str], ...]]


def asked(phase: Judged) -> Asked | None:
    """Return what there is to compare after this verdict: a wrong formula, the right one, domain and values."""
    verdict, body = phase.verdict, phase.showing.card.body
    if verdict is None or verdict.right or not verdict.given or not isinstance(body, Formula):
        return None
    return verdict.given, body.expression, body.domain, tuple(phase.showing.values.items())


def range_of(found: Asked) -> tuple[float, float]:
    """Return the x to show: the domain, or the usual range, wide enough for the difference to be seen."""
    given, right, domain, values = found
    if domain is not None:
        return domain
    where = differs(given, right, domain, dict(values))
    far = BEYOND * abs(where.x) if isinstance(where, Difference) else 0.0
    return USUAL if far <= USUAL[1] else (-far, far)


@lru_cache(maxsize=16)  # a screen is drawn again at every key
def picture_of(found: Asked, language: Language, room: int = ROOMY) -> Picture | None:
    """Return both curves in one panel, named in `room` cells; None where one of them has no value at all."""
    from tutor.activations.expression import names_in, parse
    from tutor.pictures.curves import picture
    from tutor.pictures.model import Wanted

    given, right, _, values = found
    try:
        sources = (right, readable(given, dict(values)))
        used = {name for source in sources for name in names_in(parse(source))}
        parameters = {name: (float(text.replace("−", "-")),) for name, text in values if name in used}
        drawn = picture(sources, Wanted(x=range_of(found), told=False), parameters)
    except TutorError:
        return None
    names = (say("question.curve_right", language), _own_name(given, language, room))
    panel = drawn.panels[0]
    curves = tuple(replace(curve, name=name) for curve, name in zip(panel.curves, names, strict=True))
    return replace(drawn, panels=(replace(panel, curves=curves),))


def _own_name(given: str, language: Language, room: int) -> str:
    """Return what the learner's curve is called, with the formula where it is short."""
    from tutor.text.width import width

    name = say("question.curve_yours", language)
    formula = printed(given)
    fits = width(formula) <= room - BESIDE
    return say("question.curve_named", language, name=name, formula=formula) if fits else name


def lines(found: Asked, columns: int, language: Language, rows: int = ROWS) -> list[Line]:
    """Return both curves in at most `columns` × `rows` cells."""
    from tutor.ui.plot import lines as drawn

    picture = picture_of(found, language, columns)
    return drawn(picture, columns, rows, language) if picture else []


def in_words(found: Asked, language: Language) -> tuple[str, ...]:
    """Return in one sentence where the learner's curve is farthest off."""
    given, right, _, values = found
    low, high = range_of(found)
    gap = widest(given, right, (low, high), dict(values))
    if gap is None:
        return ()
    return (
        say(
            "question.overlay",
            language,
            low=significant(low),
            high=significant(high),
            x=told(gap.x),
            yours=significant(gap.yours),
            right=significant(gap.right),
        ),
    )
