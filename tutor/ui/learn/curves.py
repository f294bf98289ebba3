"""The curves of a step: read sentence by sentence, the one a sentence is about standing out; and the plot again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.questions.model import Curves
from tutor.syllabus.model import PlotStep
from tutor.ui import card_plot
from tutor.ui.lines import BLANK, Line, Span, line, spaced
from tutor.ui.plot import lines as drawn
from tutor.ui.screens.question import FRAME_ROWS, Body
from tutor.ui.strokes import Style, swatch

if TYPE_CHECKING:
    from tutor.pictures.model import Picture
    from tutor.sessions.lesson_model import LessonSession
    from tutor.syllabus.model import Reading
    from tutor.ui.learn.scene import LessonScene

LOWEST = 9  # rows of a plot below which only the present sentence is shown beside it
HIGHEST = 18
WIDEST = 72
USUAL = (-6.0, 6.0)


def near(state: LessonSession) -> Curves | None:
    """Return the last plot up to the present step, the lesson's function before there was one, or None."""
    for step in reversed(state.steps[: state.at + 1]):
        if isinstance(step, PlotStep):
            return of(step)
    return function(state)


def function(state: LessonSession) -> Curves | None:
    """Return the function the lesson is about with its slope, None for a lesson about none."""
    name = state.lesson.function
    return Curves((name, f"{name}′"), USUAL) if name else None


def to_try(state: LessonSession) -> Curves | None:
    """Return what can be tried out here: the curves of a plot, else the lesson's function, else the last plot."""
    step = state.step
    if isinstance(step, PlotStep):
        return of(step)
    name = state.lesson.function
    return Curves((name,), USUAL) if name else near(state)


def of(step: PlotStep) -> Curves:
    """Return the curves of a step as a question shows them."""
    return Curves(step.curves, step.range)


def body(scene: LessonScene, step: PlotStep) -> Body:
    """Return the plot with the sentences read so far; the last one is about the curve that stands out."""
    picture = card_plot.picture_of(of(step))
    read = step.read[: scene.state.stage + 1]
    room = scene.page.rows - FRAME_ROWS
    every = [sentence(scene, step, reading, picture, now=True) for reading in step.read]
    full = sum(map(len, every))
    all_fit = room - full - 1 >= LOWEST
    told: list[Line] = []
    for place, reading in enumerate(read):
        now = place == scene.state.stage
        if now or all_fit:
            told += sentence(scene, step, reading, picture, now=now)
    taken = full if all_fit else max(map(len, every), default=0)
    if picture is None:
        return Body(tuple(told))
    height = min(HIGHEST, max(LOWEST, room - taken - 1))
    named = read[-1].curve if read and len(step.curves) > 1 else ""
    focus = step.curves.index(named) if named in step.curves else None
    plot = drawn(picture, min(scene.measure, WIDEST), height, scene.language, focus=focus)
    return Body(tuple(spaced([plot, told])), keep=0)


def sentence(scene: LessonScene, step: PlotStep, reading: Reading, picture: Picture | None, *, now: bool) -> list[Line]:
    """Return one sentence behind the sample of its curve; those read before are dim."""
    place = step.curves.index(reading.curve) if reading.curve in step.curves else None
    style = Style(scene.language)
    mark: Line = line(("▸ " if now else "  ", "mark"))
    if place is not None and picture is not None and len(step.curves) > 1:
        role = style.role(place) if now else "dim"
        mark = (*mark, Span(f"{swatch(place, len(step.curves), style)} ", role))
    return scene.told(reading.wording, "plain" if now else "dim", mark)


def again(scene: LessonScene) -> Body:
    """Return the page with the last plot, as large as the screen allows."""
    curves = near(scene.state)
    picture = card_plot.picture_of(curves) if curves else None
    if picture is None:
        return Body((BLANK,))
    rows = max(LOWEST, scene.page.rows - FRAME_ROWS)
    return Body(tuple(drawn(picture, scene.measure, rows, scene.language)))
