"""Curves on the table of a game: a picture under the game's own names, and what of it can be said aloud.

A curve to be recognised is told by points within the picture alone: what lies beyond was not drawn either.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.text.numbers import significant
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.pictures.model import Curve, Panel, Picture
    from tutor.sessions.games.exhibits import Dot, Plot
    from tutor.text import Language
    from tutor.ui.lines import Line

WIDEST = 68  # cells of a plot: wider ones only look flatter
HIGHEST = 15
POINTS = 13  # of a curve that is told: steps of 1 from −6 to 6


def lines(shown: Plot, columns: int, rows: int, language: Language) -> list[Line]:
    """Return the plot in at most `columns` × `rows` cells."""
    from tutor.ui import plot

    return plot.lines(picture(shown, language), min(columns, WIDEST), min(rows, HIGHEST), language)


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


def words(shown: Plot, language: Language) -> Iterator[str]:
    """Yield a sentence for each curve: what a named one does, through which points an unnamed one goes."""
    from tutor.pictures.spoken import sentence

    if not shown.curves:
        return
    low, high = map(significant, shown.x)
    for place, curve in enumerate(picture(shown, language).curves, 1):
        if curve.name:
            text = sentence(curve, language, place if len(shown.curves) > 1 else 0)
        else:
            text = say("games.points_on", language, points=_points(curve, shown))
        yield say("picture.plot", language, low=low, high=high, text=text)


def _points(curve: Curve, shown: Plot) -> str:
    """Return points of a curve, evenly spaced across the picture: `(−1, −0.16), (0, 0)`."""
    drawn = [point for segment in curve.segments for point in segment]
    low, high = shown.x
    places = [low + (high - low) * place / (POINTS - 1) for place in range(POINTS)]
    near = [min(drawn, key=lambda point: abs(point[0] - x)) for x in places]
    return ", ".join(f"({significant(x, 2)}, {significant(y, 2)})" for x, y in dict.fromkeys(near))
