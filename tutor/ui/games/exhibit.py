"""What lies on the table of a game, drawn into the rows there are, or told in sentences."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.sessions.games.exhibits import Plot, Spread
from tutor.text.numbers import significant
from tutor.text.words import say
from tutor.ui.games import heaps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.pictures.model import Panel, Picture
    from tutor.sessions.games.exhibits import Dot, Exhibit
    from tutor.text import Language
    from tutor.ui.lines import Line

WIDEST = 68  # cells of a plot: wider ones only look flatter
HIGHEST = 15
LOWEST = 8  # rows below which nothing can be recognised: then the body scrolls


def drawn(exhibits: tuple[Exhibit, ...], columns: int, rows: int, language: Language) -> list[Line]:
    """Return the exhibits one below the other in about `rows` lines."""
    from tutor.ui.lines import spaced

    if not exhibits:
        return []
    each = max(LOWEST, (rows + 1) // len(exhibits) - 1)
    return spaced([_one(exhibit, columns, each, language) for exhibit in exhibits])


def _one(exhibit: Exhibit, columns: int, rows: int, language: Language) -> list[Line]:
    match exhibit:
        case Plot():
            from tutor.ui import plot

            return plot.lines(picture(exhibit, language), min(columns, WIDEST), min(rows, HIGHEST), language)
        case Spread():
            return heaps.lines(exhibit, columns, rows, language)
        case _:
            from tutor.ui.lab.drawing import fitted

            return fitted(exhibit, columns, rows, language)


@lru_cache(maxsize=32)  # a screen is drawn again at every key
def picture(shown: Plot, language: Language) -> Picture:
    """Return the picture of curves under their own names, with the player's points on top."""
    from tutor.pictures.curves import picture as curves
    from tutor.pictures.model import Picture, Wanted

    if not shown.curves:
        return Picture((_dotted(_sheet(shown), shown.dots),))
    expressions = [curve.expression for curve in shown.curves]
    found = curves(expressions, Wanted(x=shown.x, y=shown.y, labels=False), {})
    panel = found.panels[0]
    names = [curve.name.lines(language)[0] for curve in shown.curves]
    named = tuple(replace(curve, name=name) for curve, name in zip(panel.curves, names, strict=True))
    return replace(found, panels=(_dotted(replace(panel, curves=named), shown.dots),))


def _sheet(shown: Plot) -> Panel:
    """Return a blank sheet: axes, and a curve that nobody sees to carry the points."""
    from tutor.pictures.model import Axis, Course, Curve, Panel

    return Panel(Axis(*shown.x), Axis(*(shown.y or (-1.0, 1.0))), (Curve("", "", (), Course()),))


def _dotted(panel: Panel, dots: tuple[Dot, ...]) -> Panel:
    """Return the panel with points; those above or below the frame stand at its edge."""
    from tutor.pictures.model import Mark

    marks = tuple(
        Mark("miss" if dot.look == "miss" else "hit", dot.x, min(max(dot.y, panel.y.low), panel.y.high)) for dot in dots
    )
    return replace(panel, curves=(replace(panel.curves[0], marks=marks), *panel.curves[1:])) if marks else panel


def words(exhibits: tuple[Exhibit, ...], language: Language) -> Iterator[str]:
    """Yield what the exhibits show, in sentences."""
    for exhibit in exhibits:
        match exhibit:
            case Plot():
                yield from _plot_words(exhibit, language)
            case Spread():
                yield from heaps.words(exhibit, language)
            case _:
                from tutor.pictures.experiment import shown
                from tutor.pictures.spoken_shown import told

                yield from exhibit.title.lines(language)
                yield from told(shown(exhibit, language), language)


def _plot_words(shown: Plot, language: Language) -> Iterator[str]:
    """Yield a sentence for each curve, one to be recognised with some of its heights, and the points."""
    from tutor.pictures.spoken import sentence

    low, high = map(significant, shown.x)
    for place, curve in enumerate(picture(shown, language).curves if shown.curves else (), 1):
        number = place if len(shown.curves) > 1 else 0
        text = sentence(curve, language, number, heights=not curve.name)
        yield say("picture.plot", language, low=low, high=high, text=text)
    for dot in shown.dots:
        yield say(f"games.dot_{dot.look}", language, x=significant(dot.x), y=significant(dot.y))
