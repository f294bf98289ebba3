"""The table of a lesson: what a column may be, and that every number is computed."""

import pytest

from tutor.activations import get
from tutor.pictures.lesson_table import FACTS, cell, heading, table
from tutor.syllabus.model import TableStep


def texts(step):
    made = table(step)
    return [[one.text.en for one in row] for row in made.rows]


def test_expressions_stand_for_the_function_of_the_row():
    step = TableStep(("name", "f(0)", "f′(0)", "max(f′)", "f(f(0))"), ("sigmoid", "tanh"))
    assert texts(step) == [["Sigmoid", "0.5", "0.25", "0.25", "0.622"], ["Tanh", "0", "1", "1", "0"]]


def test_the_name_stands_first_whatever_was_asked_for():
    assert [column.key for column in table(TableStep(("range", "name"), ("relu",))).columns] == ["name", "range"]


@pytest.mark.parametrize(("column", "value"), [("f(", "–"), ("g(0)", "–"), ("1/f(0)", "∞"), ("argmax(f′)", "–")])
def test_what_has_no_number_is_a_dash(column, value):
    """ReLU is steepest on a whole half-line: no one place."""
    assert cell(column, get("relu")).text.en == value


def test_names_that_hold_an_f_are_left_alone():
    assert cell("erf_like + f(0)", get("relu")).text.en == "–"
    assert cell("log(exp(f(1)))", get("relu")).text.en == "1"


@pytest.mark.parametrize("name", list(FACTS))
@pytest.mark.parametrize("function", ["sigmoid", "relu", "gelu"])
def test_every_property_has_a_heading_and_a_value(name, function):
    assert heading(name).zh
    assert heading(name).zh != heading(name).en
    assert cell(name, get(function)).text.zh


@pytest.mark.parametrize(("column", "text"), [("f′(−10)", "−7.62×10⁻²²"), ("E(f)", "0.282")])
def test_a_tiny_value_at_a_point_is_shown(column, text):
    """The lesson on sparsity tells tiny from exactly 0; a mean of 10⁻¹⁷ is a rounding error."""
    assert cell(column, get("gelu")).text.en == text


def test_a_rounding_error_of_a_mean_is_zero():
    assert cell("E(f)", get("tanh")).text.en == "0"
