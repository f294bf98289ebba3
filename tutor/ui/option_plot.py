"""Options that are curves: all in one plot, their numbers on the lines; the curve asked about in a panel beside it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.errors import TutorError
from tutor.text import Text
from tutor.text.words import say
from tutor.ui.strokes import Style, swatch

if TYPE_CHECKING:
    from tutor.pictures.model import Panel, Picture
    from tutor.questions.model import Curves
    from tutor.questions.showing import Showing
    from tutor.text import Language
    from tutor.ui.lines import Line

USUAL = (-6.0, 6.0)  # the range where the author named none
ASKED = Text.same("f")


def curves_of(showing: Showing) -> tuple[str, ...]:
    """Return the expressions of options that are curves, in the order shown."""
    return tuple(option.curve for option in showing.options if option.curve)


def picture(showing: Showing, language: Language, *, named: bool) -> Picture | None:
    """Return the curve asked about, if there is one, and the options; with their names once it is answered."""
    found = _drawn(showing.card.plot, curves_of(showing))
    if found is None:
        return None
    *asked, options = found.panels
    shown = _named(options, showing, language) if named else _numbered(options)
    if not asked:
        return replace(found, panels=(shown,))
    title = None if named else ASKED
    kept = tuple(curve if named else replace(curve, name="") for curve in asked[0].curves)
    reference = replace(asked[0], title=title, curves=kept)
    return replace(found, panels=(reference, replace(shown, title=None if named else _asking())))


def _asking() -> Text:
    return Text(say("question.which_curve", "zh"), say("question.which_curve", "en"))


def _numbered(panel: Panel) -> Panel:
    return replace(panel, curves=tuple(replace(curve, name="", sign=f"{n}") for n, curve in enumerate(panel.curves, 1)))


def _named(panel: Panel, showing: Showing, language: Language) -> Panel:
    names = [option.told.lines(language)[0] for option in showing.options if option.curve]
    numbered = enumerate(zip(panel.curves, names, strict=True), 1)
    return replace(
        panel, curves=tuple(replace(curve, name=f"{n} {name}", sign=f"{n}") for n, (curve, name) in numbered)
    )


@lru_cache(maxsize=8)  # a screen is drawn again at every key
def _drawn(plot: Curves | None, options: tuple[str, ...]) -> Picture | None:
    """Return the panels of a question; None when an expression fails."""
    from tutor.pictures.curves import curves
    from tutor.pictures.model import Picture

    span = plot.range if plot else USUAL
    try:
        panels = [curves(plot.curves, span).panels[0]] if plot and plot.curves else []
        panels.append(curves(options, span).panels[0])
    except TutorError:
        return None
    return Picture(tuple(panels), len(panels))


def stacked(showing: Showing, columns: int) -> bool:
    """Say whether the curve asked about stands above the options, because they do not fit side by side."""
    from tutor.ui.plot import arrangement

    found = _drawn(showing.card.plot, curves_of(showing))
    return found is not None and arrangement(found, columns)[1] > 1


def lines(
    showing: Showing, columns: int, rows: int, language: Language, *, named: bool = False, focus: int | None = None
) -> list[Line]:
    """Return the plot in at most `columns` × `rows` cells; `focus` is the option that the cursor points to."""
    from tutor.ui import plot

    found = picture(showing, language, named=named)
    if found is None:
        return []
    if focus is None or len(found.panels) == 1 or not plot.has_room(found, columns, rows):
        return plot.lines(found, columns, rows, language, focus=focus)
    room = plot.panel_room(found, columns, rows)
    asked, options = (plot.band([panel], room, Style(language)) for panel in found.panels)
    options = plot.band(found.panels[1:], room, Style(language, focus=focus))
    if plot.arrangement(found, columns)[1] > 1:
        return [*asked, (), *options]
    return [plot.joined(parts, room[0]) for parts in zip(asked, options, strict=True)]


def sample(place: int, count: int, language: Language) -> str:
    """Return a piece of an option's line, for its row."""
    return swatch(place, count, Style(language))


def in_words(showing: Showing, language: Language) -> tuple[str, ...]:
    """Return what the curve asked about does, then what each option does, without a name."""
    from tutor.pictures.spoken import does, number, passing

    found = _drawn(showing.card.plot, curves_of(showing))
    if found is None:
        return ()
    *asked, options = found.panels
    low, high = number(options.x.low), number(options.x.high)
    told = [
        say("question.curve_asked", language, low=low, high=high, does=does(curve.course, language))
        for panel in asked
        for curve in panel.curves
    ]
    courses = [does(curve.course, language) for curve in options.curves]
    sentences = [
        passing(course, curve, language) if courses.count(course) > 1 else course
        for course, curve in zip(courses, options.curves, strict=True)
    ]
    numbered = enumerate(sentences, 1)
    return (*told, *(f"{place}) {say('question.curve_does', language, does=text)}" for place, text in numbered))
