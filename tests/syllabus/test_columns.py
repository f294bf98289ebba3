"""Columns of a lesson's table."""

from __future__ import annotations

import pytest

from tutor.pictures.lesson_table import FACTS
from tutor.syllabus.columns import PROPERTIES, computed, unknown
from tutor.syllabus.model import TableStep


@pytest.mark.parametrize(
    ("column", "function", "value"),
    [("f(0)", "sigmoid", 0.5), ("max(f′)", "tanh", 1.0), ("argmin(f)", "relu", None), ("f(", "relu", None)],
)
def test_an_expression_in_f(column, function, value):
    assert computed(column, function) == value


def test_columns_that_mean_nothing():
    step = TableStep(("name", "f(1)", "rnage", "f(", "argmin(f)"), ("relu", "gelu"))
    assert list(unknown(step)) == ["rnage", "f("]


def test_the_properties_are_those_that_can_be_drawn():
    assert tuple(FACTS) == PROPERTIES
