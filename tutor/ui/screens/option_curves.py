"""Options that are curves, on the question's screen: the plot above, the numbers to choose from in a row below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.questions.model import Multi
from tutor.sessions.model import Judged
from tutor.ui import option_plot
from tutor.ui.lines import Line, flow, line
from tutor.ui.strokes import role

if TYPE_CHECKING:
    from tutor.questions.showing import Showing
    from tutor.sessions.model import Asking
    from tutor.ui.scene import Scene

ROWS = 18  # enough for four curves
LOWEST = 10  # rows in which several curves can be told apart; below, the body scrolls
LOWEST_STACKED = 19  # the same for two plots, one above the other
WIDEST = 64
FRAME_ROWS = 6  # header, footer and the empty lines between
GAP = 3


def plot(scene: Scene, showing: Showing, others: int) -> list[Line]:
    """Return the plot of the options above `others` more lines, as high as the screen allows."""
    answered = isinstance(scene.session.phase, Judged)
    asked = showing.card.plot is not None and bool(showing.card.plot.curves)
    columns = scene.measure if asked else min(scene.measure, WIDEST)
    lowest = LOWEST_STACKED if option_plot.stacked(showing, columns) else LOWEST
    rows = max(lowest, min(ROWS, scene.rows - FRAME_ROWS - others))
    at = scene.view.cursor
    focus = at if not answered and at is not None and at < len(showing.options) else None
    return option_plot.lines(showing, columns, rows, scene.language, named=answered, focus=focus)


def row(scene: Scene, phase: Asking) -> list[Line]:
    """Return the options as numbers with a piece of their lines, then the way out."""
    count = len(phase.showing.options)
    several = isinstance(phase.showing.card.body, Multi)
    items = [_item(scene, place, phase, several=several) for place in range(count)]
    if several and scene.view.cursor is not None:
        items.append(line((_pointer(scene, count), "mark"), (scene.say("screen.submit_row"), "key")))
    pointer = _pointer(scene, count + several)
    items.append(line((pointer, "mark"), ("0", "key"), "  ", (scene.say("screen.dont_know"), "dim")))
    return flow(items, scene.measure, GAP)


def _item(scene: Scene, place: int, phase: Asking, *, several: bool) -> Line:
    box = ("[x] " if place in phase.marked else "[ ] ") if several else ""
    sample = option_plot.sample(place, len(phase.showing.options), scene.language)
    return line((_pointer(scene, place), "mark"), (f"{place + 1}", "key"), "  ", (box, "mark"), (sample, role(place)))


def _pointer(scene: Scene, place: int) -> str:
    return "▸ " if scene.view.cursor == place else "  "
