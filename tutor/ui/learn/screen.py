"""A whole screen of a lesson: the body of its step or of an open page, in the frame that all screens share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from tutor.syllabus.model import (
    Ask,
    Compare,
    Derive,
    FormulaStep,
    PlotStep,
    Pretest,
    Prose,
    Recap,
    ShowStep,
    TableStep,
)
from tutor.ui.learn import ask, comparing, curves, edges, ending, picture, telling
from tutor.ui.learn.try_page import body as trying
from tutor.ui.learn.view import NOBODY
from tutor.ui.lines import Line, line, paragraph, spaced
from tutor.ui.screens import help as help_page
from tutor.ui.screens.frame import LOW, Frame, Parts, laid_out
from tutor.ui.screens.question import FRAME_ROWS, Body, labelled

if TYPE_CHECKING:
    from tutor.ui.learn.scene import LessonScene
    from tutor.ui.screens.footer import Key

ALWAYS: tuple[Key, ...] = (
    ("←", "lesson.long_back"),
    ("s", "lesson.long_skip"),
    ("o", "lesson.long_outline"),
    ("p", "lesson.long_plot"),
    ("t", "lesson.long_try"),
    ("h", "lesson.long_hint"),
    ("u", "undo_long"),
    ("L", "language_long"),
    ("q", "lesson.long_leave"),
)


def compose(scene: LessonScene) -> Frame:
    """Return the screen of a moment."""
    top = edges.top(scene) if scene.page.rows >= LOW else []
    parts = Parts(top, body(scene), edges.below(scene), edges.keys(scene))
    page = scene.page
    if scene.view.page != "step":  # a page that lies over a question keeps its own place
        page = replace(page, session=NOBODY)
    return laid_out(page, parts)


def body(scene: LessonScene) -> Body:
    """Return the body of the open page, of the question, or of the step."""
    match scene.view.page:
        case "plot":
            return curves.again(scene)
        case "try":
            return trying(scene)
        case "help":
            return helping(scene)
        case "step":
            pass
        case _:
            assert_never(scene.view.page)
    if scene.state.ended:
        return ending.body(scene)
    if scene.state.question is not None:
        return ask.body(scene, scene.state.question)
    return _of_step(scene)


def _of_step(scene: LessonScene) -> Body:
    step = scene.state.step
    match step:
        case Prose():
            return telling.prose(scene, step)
        case FormulaStep():
            return telling.formula(scene, step)
        case Derive():
            return telling.derive(scene, step)
        case PlotStep():
            return curves.body(scene, step)
        case Compare():
            return comparing.compare(scene, step)
        case TableStep():
            return comparing.table(scene, step)
        case ShowStep(name):
            rows = scene.page.rows - FRAME_ROWS
            return Body(tuple(picture.lines(name, scene.measure, rows, scene.language, scene.course)))
        case Pretest() | Ask() | Recap() | None:  # without a card there is nothing to show
            return Body(())
        case _:
            assert_never(step)


def helping(scene: LessonScene) -> Body:
    """Return every key of the moment with what it does."""
    question = scene.state.question
    now = edges.of_step(scene) if question is None else edges.of_question(scene, question)
    if scene.state.ended:
        now = ()
    known = {key for key, _ in ALWAYS}
    blocks: list[list[Line]] = [
        labelled(
            scene.page, "screen.help_now", help_page.table(scene.page, tuple(k for k in now if k[0] not in known))
        ),
        labelled(scene.page, "lesson.help_always", help_page.table(scene.page, ALWAYS)),
        paragraph(scene.say("lesson.help_note"), scene.measure, "dim", line()),
    ]
    return Body(tuple(spaced(blocks)))
