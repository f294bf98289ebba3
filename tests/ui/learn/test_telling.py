"""Steps that tell: a formula in its box, a derivation whose lines stay where they are, margins an author wrote."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.learn.test_lessons import LESSONS, shown
from tests.ui.learn.world import CARDS, LESSON, LessonHost, begin, course
from tests.ui.world import both
from tutor.sessions.lesson_inputs import Forward
from tutor.syllabus.model import Derive, DeriveLine, FormulaStep, PlotStep, Prose, Reading
from tutor.text.width import width
from tutor.ui.learn import curves
from tutor.ui.learn.ask import quoted
from tutor.ui.learn.edges import of_step
from tutor.ui.learn.loop import perform
from tutor.ui.learn.scene import look
from tutor.ui.learn.telling import fitted
from tutor.ui.learn.trial import opened
from tutor.ui.learn.view import opening
from tutor.ui.lines import text_of


def at_step(step, language="zh", size=(80, 24), function=""):
    """Return the lines of a lesson that is this one step."""
    host = LessonHost(language)
    state = begin(host, replace(LESSON, function=function, steps=(step,)), CARDS, hidden=frozenset())
    return [text_of(row) for row in shown(state, host, language, size).lines]


@pytest.mark.parametrize(
    ("show", "columns", "rows"),
    [
        ("z = w·x + b,   a = f(z)", 40, ["z = w·x + b,   a = f(z)"]),
        ("z = w₁x₁ + w₂x₂ + … + wₙxₙ + b,   a = f(z)", 36, ["z = w₁x₁ + w₂x₂ + … + wₙxₙ + b,", "a = f(z)"]),
        ("f(x) = a + b + c + d + e + f", 20, ["f(x) = a + b + c", "+ d + e + f"]),
    ],
)
def test_a_formula_is_broken_between_two_before_it_is_broken_inside_one(show, columns, rows):
    assert [row.rstrip() for row in fitted(show, columns)] == rows


def test_every_formula_of_the_course_fits_its_box_at_40_columns():
    for lesson in LESSONS.values():
        for step in lesson.steps:
            if isinstance(step, FormulaStep):
                box = [row.strip() for row in at_step(step, size=(40, 24)) if row.strip().startswith(("╭", "│", "╰"))]
                assert len({width(row) for row in box}) == 1, step.show


@pytest.mark.parametrize("lines", [3, 5, 6, 8])
def test_no_line_of_a_derivation_moves_when_the_next_one_opens(lines):
    step = Derive(tuple(DeriveLine(f"f{n} = {n}", both(f"理由{n}", f"reason {n}")) for n in range(lines)))
    host = LessonHost()
    state = begin(host, replace(LESSON, steps=(step,)), CARDS, hidden=frozenset())
    before = {}
    for stage in range(lines):
        frame = shown(state, host, "zh", (80, 24))
        assert frame.most == 0
        rows = [text_of(row) for row in frame.lines]
        places = {n: next(at for at, row in enumerate(rows) if f"f{n} = " in row) for n in range(stage + 1)}
        assert before.items() <= places.items()
        before, state = places, perform(state, host, Forward())


def test_a_line_moved_in_by_its_author_keeps_a_margin_and_stays_one_line():
    step = Prose("say", both("次序：\n\n    x → [ w·x + b ] → z → [ f ] → a → …\n\n完", "Order:\n\n    x → y\n\nend"))
    assert "      x → [ w·x + b ] → z → [ f ] → a → …" in [row.rstrip() for row in at_step(step)]
    assert "   x → [ w·x + b ] → z → [ f ] → a → …" in [row.rstrip() for row in at_step(step, size=(40, 24))]
    assert "      x → y" in [row.rstrip() for row in at_step(step, "en", (40, 24))]


def test_only_what_can_be_tried_invites_to_try():
    formula = FormulaStep("z = w·x + b")
    assert "按 t 自己试" in "\n".join(at_step(formula, function="relu"))
    assert "自己试" not in "\n".join(at_step(formula)), "no function, no plot so far: nothing to try"
    plot = PlotStep(("relu",), (-3.0, 3.0), (Reading("relu", both("看", "look")),))
    assert "t 自己试" in at_step(plot)[-1]


@pytest.mark.parametrize("name", sorted(LESSONS))
def test_whatever_a_lesson_invites_to_try_can_be_opened(name):
    host = LessonHost()
    for at, step in enumerate(LESSONS[name].steps):
        if isinstance(step, FormulaStep | PlotStep):
            state = begin(host, LESSONS[name], course()[1], at=at, hidden=frozenset())
            keys = dict(of_step(look(state, opening(state, "zh"), host, (80, 24))))
            found = curves.to_try(state)
            assert ("t" in keys) == (found is not None and opened(found.curves, found.range) is not None), at


@pytest.mark.parametrize(
    ("text", "inside"), [("对「有胡须」反应强烈", "对『有胡须』反应强烈"), ('a "gate"', "a 'gate'"), ("x < 3", "x < 3")]
)
def test_quotation_marks_inside_a_quotation_become_inner_ones(text, inside):
    assert quoted(text) == inside
