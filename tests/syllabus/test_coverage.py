"""What a course does not teach yet."""

from __future__ import annotations

import pytest

from tests.syllabus.courses import FRAME, flash, lesson, write
from tutor.activations import ACTIVATIONS, VECTOR_FUNCTIONS
from tutor.syllabus.coverage import Gap, gaps
from tutor.syllabus.load import load

CHOICE = (
    '{{id: {id}, kind: myth, fact: {fact}, "true": {{zh: "真", en: "true"}}, "false": {{zh: "假", en: "false"}}, '
    'why: "w", claim: ["1 < 2"]{more}}}'
)


def myth(card, fact, more=""):
    return CHOICE.format(id=card, fact=fact, more=more)


@pytest.fixture
def course(tmp_path):
    def made(*cards, **more):
        write(tmp_path, {**FRAME, "1-one/l.yaml": lesson("l", *cards, **more)})
        return gaps(load(tmp_path))

    return made


def of(kind, found):
    return [gap.name for gap in found if gap.kind == kind]


def test_items_that_no_lesson_covers(course):
    assert Gap("item", "2.1", 2) in course(covers='"1.1"')
    assert of("item", course(covers='"1.1"')) == ["2.1", "2.10"]


def test_errata_that_no_card_answers(course):
    assert of("erratum", course()) == ["E01"]
    assert of("erratum", course(myth("l.m", "f", ", corrects: [E01]"))) == []


def test_facts_in_one_format_only(course):
    assert of("fact", course(flash("l.a", "f"), flash("l.b", "f"))) == ["f"]
    assert of("fact", course(myth("l.a", "f"), flash("l.b", "f"))) == []


def test_a_function_is_taught_by_a_lesson_about_it_or_by_what_it_draws(course):
    steps = ['{plot: {curves: ["swish(x, β=2)", "tanh′"]}}']
    missing = of("function", course(steps=steps, function="relu"))
    assert {"relu", "silu", "tanh"}.isdisjoint(missing)
    assert len(missing) == len(ACTIVATIONS) + len(VECTOR_FUNCTIONS) - 3
