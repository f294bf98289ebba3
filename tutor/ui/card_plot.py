"""The plot that belongs to a question: curves to look at, or one sentence each where nothing is drawn."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.errors import TutorError
from tutor.text.numbers import significant
from tutor.text.words import say

if TYPE_CHECKING:
    from tutor.pictures.model import Picture
    from tutor.questions.model import Curves
    from tutor.text import Language
    from tutor.ui.lines import Line

ROWS = 14  # enough for a shape to be recognised, few enough to leave room for the options


@lru_cache(maxsize=16)  # a screen is drawn again at every key
def picture_of(plot: Curves) -> Picture | None:
    """Return the picture of a question; None when its expressions fail, which `tutor check` reports."""
    from tutor.pictures.curves import curves

    try:
        return curves(plot.curves, plot.range, labels=plot.labels)
    except TutorError:
        return None


def lines(plot: Curves, columns: int, language: Language, rows: int = ROWS) -> list[Line]:
    """Return the plot in at most `columns` × `rows` cells."""
    from tutor.ui.plot import lines as drawn

    picture = picture_of(plot)
    return drawn(picture, columns, rows, language) if picture else []


def in_words(plot: Curves, language: Language) -> tuple[str, ...]:
    """Return one sentence for each curve; one to be recognised is told with some of its heights."""
    from tutor.pictures.spoken import sentence, summary

    picture = picture_of(plot)
    low, high = map(significant, plot.range)
    told = summary(picture, language) if picture else ()
    if picture and not plot.labels and len(told) == 1:
        told = (sentence(next(picture.curves), language, heights=True),)
    return tuple(say("picture.plot", language, low=low, high=high, text=text) for text in told)
