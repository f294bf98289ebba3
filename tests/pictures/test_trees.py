"""Trees, the timeline and the route hold every function once, with the years of the records."""

import pytest

from tutor.activations import ACTIVATIONS, VECTOR_FUNCTIONS
from tutor.activations.catalogue import find
from tutor.activations.propagation import gaussian_facts
from tutor.activations.properties import properties
from tutor.errors import NotFoundError
from tutor.pictures import flow, tree
from tutor.pictures.family import family_tree
from tutor.pictures.flow import Stop, route
from tutor.pictures.mind_map import QUESTIONS, mind_map
from tutor.pictures.request import CourseFacts, Request
from tutor.pictures.timeline import as_json, timeline
from tutor.pictures.turning_points import FIXED, MILESTONES
from tutor.syllabus.model import Item, Lesson, Part
from tutor.text import Text

EVERYTHING = sorted(entry.name for entry in (*ACTIVATIONS, *VECTOR_FUNCTIONS))
COURSE = CourseFacts(
    parts=(
        Part(1, "foundations", Text("基础", "Foundations"), (Item("1.1", Text("什么是激活函数", "What it is")),)),
        Part(2, "families", Text("家族", "Families"), (Item("2.1", Text("Sigmoid", "Sigmoid")),)),
    ),
    lessons=(
        Lesson("sigmoid", 2, Text("Sigmoid：旋钮", "Sigmoid: a dial"), "s.yaml", function="sigmoid", covers=("2.1",)),
        Lesson("again", 2, Text("再看 Sigmoid", "Sigmoid again"), "a.yaml", function="sigmoid"),
    ),
)
CHINESE = range(0x4E00, 0xA000)


def test_every_function_stands_once_in_the_family_tree():
    names = [node.function for node in tree.walk(family_tree(Request()).root) if node.function]
    assert sorted(names) == EVERYTHING


@pytest.mark.parametrize("make", [family_tree, mind_map])
def test_trees_read_in_both_languages(make):
    for node in tree.walk(make(Request()).root):
        for text in (node.name, node.told):
            assert bool(text.zh) == bool(text.en)
            assert not any(ord(char) in CHINESE for char in text.en), text.en


def test_a_function_opens_its_first_lesson():
    found = {
        node.function: node.lesson for node in tree.walk(family_tree(Request(course=COURSE)).root) if node.function
    }
    assert found["sigmoid"] == "sigmoid"
    assert found["tanh"] == ""


@pytest.mark.parametrize("place", range(len(QUESTIONS)))
def test_each_question_of_the_mind_map_places_every_function_once(place):
    """The answers exclude each other and leave none out, so that the map is computed and whole."""
    answers = mind_map(Request()).root.children[place].children
    names = [leaf.function for answer in answers for leaf in answer.children]
    assert sorted(names) == sorted(one.name for one in ACTIVATIONS)


def test_places_in_the_mind_map_are_the_cores():
    groups = {
        (question.name.en, answer.name.en): {leaf.function for leaf in answer.children}
        for question in mind_map(Request()).root.children
        for answer in question.children
    }
    assert groups["are its values bounded", "from below only"] >= {"relu", "gelu", "silu"}
    assert groups["how smooth is it", "it has a corner"] >= {"relu", "selu", "leaky_relu"}
    assert groups["the mean of its output, E f(z)", "exactly 0"] == {
        one.name for one in ACTIVATIONS if abs(gaussian_facts(one).mean) < 1e-9
    }
    assert groups["its steepest slope, max |f′|", "more than 1"] == {
        one.name for one in ACTIVATIONS if 1 + 1e-9 < properties(one).lipschitz < float("inf")
    }


def test_the_timeline_takes_years_and_authors_from_the_records():
    shown = timeline(Request())
    years = [event.year for event in shown.events]
    assert years == sorted(years)
    for event in shown.events:
        assert event.fixed.zh
        assert event.fixed.en
        if event.function:
            assert (event.year, event.authors) in {(one.year, one.authors) for one in find(event.function).sources}
    assert len(shown.events) == len(FIXED) + len(MILESTONES)


def test_the_timeline_can_be_asked_for_some_functions():
    shown = timeline(Request(functions=("gelu", "relu")))
    assert [(event.year, event.function) for event in shown.events] == [(2010, "relu"), (2016, "gelu")]
    assert as_json(shown)["events"][1]["authors"] == "Hendrycks & Gimpel"


def test_the_route_goes_through_the_lessons():
    """A part without lessons shows its items, so that the way is seen before it is built."""
    first, second = route(Request(course=COURSE)).stations
    assert first.stops == (Stop(Text("什么是激活函数", "What it is")),)
    assert [stop.lesson for stop in second.stops] == ["sigmoid", "again"]
    assert flow.as_json(route(Request(course=COURSE)))["stations"][1]["number"] == 2


def test_a_route_needs_a_course():
    with pytest.raises(NotFoundError):
        route(Request())
