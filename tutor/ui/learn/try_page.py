"""The page on which a function is tried out: sliders, the plot with its point, the values, the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.errors import TutorError
from tutor.text.numbers import significant
from tutor.ui.lines import Line, Span, flow, line, paragraph
from tutor.ui.plot import lines as drawn
from tutor.ui.screens.question import Body

if TYPE_CHECKING:
    from tutor.ui.learn.scene import LessonScene
    from tutor.ui.learn.trial import Trial

EDGES = 5  # header, rule, keys and the air between
LOWEST = 8
WIDEST = 72
ASK = "x = "


def body(scene: LessonScene) -> Body:
    """Return the page of a trial; the field stays at the bottom."""
    trial = scene.view.trial
    if trial is None:
        return Body(())
    sliders = flow([_slider(trial, place) for place in range(len(trial.live.sliders))], scene.measure)
    told = flow([line((text, "strong")) for text in trial.told], scene.measure)
    below = [*(told or paragraph(scene.say("lesson.try_how"), scene.measure, "dim")), *_notice(scene, trial)]
    room = scene.page.rows - EDGES - len(sliders) - len(below) - 1
    try:
        plot = drawn(trial.picture(), min(scene.measure, WIDEST), max(LOWEST, room), scene.language)
    except TutorError as error:
        plot = paragraph(scene.say(error.key, **error.facts), scene.measure, "notice")
    shown, at = trial.field.window(max(4, scene.measure - len(ASK)))
    field: Line = (Span(ASK, "dim" if trial.sliding else "key"), Span(shown))
    lines = [*sliders, *plot, *below, field]
    cursor = None if trial.sliding else (len(lines) - 1, len(ASK) + at)
    return Body(tuple(lines), len(lines) - 1, cursor)


def _slider(trial: Trial, place: int) -> Line:
    one = trial.live.sliders[place]
    here = trial.sliding and place == trial.live.active
    return line(
        ("▸ " if here else "  ", "mark"), (f"{one.name} = {significant(one.value, 4)}", "strong" if here else "plain")
    )


def _notice(scene: LessonScene, trial: Trial) -> list[Line]:
    if trial.notice is None:
        return []
    said = scene.say(trial.notice.key, **dict(trial.notice.facts))
    return paragraph(said, scene.measure, "notice", line(("▪ ", "notice")))
