"""The outline: where each lesson stands, what is recommended and why, what a search finds, how long it takes."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.questions.model import Wording
from tutor.reports.lesson_time import reading, seconds_for
from tutor.reports.outline import Known, matching, next_lesson, outline
from tutor.syllabus import model
from tutor.syllabus.model import Course, Item, Lesson, Part, Prose
from tutor.text import Text

PARTS = (
    Part(1, "foundations", Text("基础", "Foundations"), (Item("1.1", Text("开关与阀门", "Switches")),)),
    Part(
        2, "families", Text("家族", "Families"), (Item("2.1", Text("旋钮曲线", "S")), Item("2.3", Text("折线", "Kink")))
    ),
)
COURSE = Course(Text("激活函数", "Activations"), PARTS)


def says(characters):
    return Prose("say", Wording(("字" * characters,), ("word",)))


def lesson(name, zh, en, **more):
    return Lesson(name, 2, Text(zh, en), "", steps=(says(510),) * 4, **more)


LESSONS = (
    lesson("sigmoid", "Sigmoid：旋钮", "Sigmoid: a dial", covers=("2.1", "9.9")),
    lesson("relu", "ReLU：信箱", "ReLU: a letterbox", covers=("2.3",), needs=("sigmoid",), tags=("sparse",)),
    lesson("tanh", "Tanh：弹簧", "Tanh: a spring", needs=("sigmoid",)),
)


@dataclass(frozen=True)
class At:
    at: int = 0
    done: bool = False
    last_day: int = 1
    times_done: int = 0


DONE = At(done=True, times_done=1)


def tree(progress=(), known=()):
    return outline(COURSE, LESSONS, dict(progress), dict(known), 15.0)


def recommended(progress=(), known=()):
    found = tree(progress, known).next
    return found.lesson.id, found.reason


def test_a_new_learner_sees_every_part_and_begins_at_the_first_lesson():
    found = tree()
    assert [(part.number, part.id, part.items, len(part.lessons)) for part in found.parts] == [
        (1, "foundations", 1, 0),
        (2, "families", 2, 3),
    ]
    assert {line.stands for line in found.lessons} == {"new"}
    assert recommended() == ("sigmoid", "first")
    assert found.lesson("relu").missing == ("sigmoid",)
    assert [item.id for item in found.lesson("sigmoid").covers] == ["2.1"], "an item nobody knows is left out"


@pytest.mark.parametrize(
    ("progress", "found"),
    [
        ({"sigmoid": DONE}, ("relu", "next")),
        ({"sigmoid": DONE, "relu": DONE}, ("tanh", "next")),
        ({"tanh": At(1)}, ("tanh", "continue")),
        ({"sigmoid": At(2, last_day=3), "tanh": At(1, last_day=9)}, ("tanh", "continue")),
        ({"sigmoid": At(2, done=True, last_day=3), "relu": DONE}, ("sigmoid", "continue")),
        ({"relu": DONE}, ("sigmoid", "next")),
    ],
)
def test_what_was_begun_comes_first_then_what_is_ready(progress, found):
    assert recommended(progress) == found


def test_when_everything_is_done_the_weakest_comes_again():
    known = {"sigmoid": Known(0.8, 9, 9), "relu": Known(0.3, 9, 9), "tanh": Known(0.5, 9, 9)}
    assert recommended(dict.fromkeys(known, DONE), known) == ("relu", "weakest")


def test_a_circle_of_needs_opens_at_its_first_lesson_and_nothing_is_recommended_of_nothing():
    circle = (lesson("a", "", "", needs=("b",)), lesson("b", "", "", needs=("a",)))
    found = outline(COURSE, circle, {}, {}, 15.0)
    assert found.next is not None
    assert found.next.lesson.id == "a"
    assert next_lesson(()) is None
    assert outline(COURSE, (), {}, {}, 15.0).next is None


def test_a_lesson_says_where_it_stands_and_what_is_left_of_it():
    begun = tree({"sigmoid": At(3)}).lesson("sigmoid")
    assert (begun.stands, begun.at, begun.steps, begun.minutes) == ("begun", 3, 4, 2), "510 characters are two minutes"
    done = tree({"sigmoid": DONE}).lesson("sigmoid")
    assert (done.stands, done.minutes, done.times_done) == ("done", 8, 1)
    shrunk = tree({"sigmoid": At(40)}).lesson("sigmoid")
    assert shrunk.at == 3, "the course was rewritten and is shorter now"


def test_a_part_that_course_yaml_does_not_name_is_shown_too():
    found = outline(Course(Text.same(""), ()), LESSONS, {}, {}, 15.0)
    assert [(part.number, part.id, len(part.lessons)) for part in found.parts] == [(2, "", 3)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["sigmoid", "relu", "tanh"]),
        ("旋钮", ["sigmoid"]),
        ("SPRING", ["tanh"]),
        ("2.3", ["relu"]),
        ("kink", ["relu"]),
        ("sparse", ["relu"]),
        ("families letterbox", ["relu"]),
        ("sigmoid spring", []),
        ("%", []),
    ],
)
def test_a_search_looks_at_titles_ids_tags_and_items(query, found):
    assert [line.id for line in matching(tree(), query)] == found


WORDING = Wording(("字" * 255,), ("",))


@pytest.mark.parametrize(
    ("step", "seconds"),
    [
        (model.Ask("c"), 20.0),
        (model.Recap(("a", "b", "c")), 60.0),
        (Prose("joke", WORDING), 60.0),
        (model.FormulaStep("y = x"), 15.0),
        (model.PlotStep(("relu",), (-1.0, 1.0), (model.Reading("relu", WORDING),)), 75.0),
        (model.Derive((model.DeriveLine("a = b", WORDING), model.DeriveLine("b = c"))), 80.0),
        (model.Compare((WORDING,), (WORDING, WORDING)), 180.0),
        (model.TableStep(("name",), ("relu", "tanh")), 10.0),
    ],
)
def test_every_step_takes_its_time(step, seconds):
    assert seconds_for(step, 20.0) == pytest.approx(seconds)


@given(st.integers(0, 5000))
def test_reading_takes_longer_the_longer_the_text(characters):
    assert reading(Wording(("字" * (characters + 1),), ("",))) > reading(Wording(("字" * characters,), ("",))) >= 0
