"""Lessons and the frame of the course survive the way into the library and back."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from tests.questions.strategies import maybe, names, numbers, ranges, texts, tuples, wordings
from tutor.syllabus import codec, model

steps = st.one_of(
    st.builds(model.Pretest, names),
    st.builds(model.Ask, names),
    st.builds(model.Recap, tuples(names)),
    st.builds(model.Prose, st.sampled_from(["say", "analogy", "joke", "deeper"]), wordings()),
    st.builds(model.FormulaStep, names, names),
    st.builds(model.PlotStep, tuples(names), ranges, tuples(st.builds(model.Reading, names, wordings()))),
    st.builds(model.Derive, tuples(st.builds(model.DeriveLine, names, maybe(), names))),
    st.builds(model.Compare, tuples(wordings()), tuples(wordings())),
    st.builds(model.TableStep, tuples(names), tuples(names)),
    st.builds(model.ShowStep, names),
)
lessons = st.builds(
    model.Lesson,
    names,
    st.integers(0, 9),
    texts(),
    names,
    names,
    tuples(names),
    tuples(names),
    names,
    tuples(names),
    tuples(names),
    tuples(steps),
)


forms = tuples(names)


def there_and_back(value):
    return json.loads(json.dumps(value))


@given(steps)
def test_a_step_comes_back(step):
    assert codec.step_from_json(there_and_back(codec.step_to_json(step))) == step


@given(lessons)
def test_a_lesson_comes_back(lesson):
    assert codec.lesson_from_json(there_and_back(codec.lesson_to_json(lesson))) == lesson


@given(st.builds(model.Part, st.integers(), names, texts(), tuples(st.builds(model.Item, names, texts()))))
def test_a_part_comes_back(part):
    assert codec.part_from_json(there_and_back(codec.part_to_json(part))) == part


@given(st.builds(model.Mistake, names, texts(), texts(), tuples(names), st.tuples(numbers, numbers)))
def test_a_mistake_comes_back(mistake):
    assert codec.mistake_from_json(there_and_back(codec.mistake_to_json(mistake))) == mistake


@given(st.builds(model.Term, names, texts(), texts(), forms, forms, forms, forms))
def test_a_term_comes_back(term):
    assert codec.term_from_json(there_and_back(codec.term_to_json(term))) == term


@given(st.builds(model.Erratum, names, wordings(), st.integers(), st.booleans(), forms, forms))
def test_an_erratum_comes_back(erratum):
    assert codec.erratum_from_json(there_and_back(codec.erratum_to_json(erratum))) == erratum
