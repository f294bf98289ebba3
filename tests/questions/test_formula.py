"""Two formulas are one when they mean the same, however they are written; what differs is told at the simplest x."""

from __future__ import annotations

import pytest

from tests.soak.formulas import trial
from tutor.questions.answers import Unreadable
from tutor.questions.formula import Difference, differs, explained, widest
from tutor.text.words import say

SLOPE = "sigmoid(x)*(1-sigmoid(x))"
TANH = "2*sigmoid(2*x)-1"


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("σ(x)(1-σ(x))", SLOPE),
        ("σ·(1−σ)", SLOPE),
        ("σ(x)σ(-x)", SLOPE),
        ("σ(x) - σ²(x)", SLOPE),
        ("e^(-x)/(1+e^(-x))^2", SLOPE),
        ("exp(x)/(1+exp(x))**2", SLOPE),
        ("1/(e^x+2+e^-x)", SLOPE),
        ("σ′(x) = 1/4 - (σ(x)-1/2)²", SLOPE),
        ("1-2σ(-2x)", TANH),
        ("(e^x-e^-x)/(e^x+e^-x)", TANH),
        ("(e²ˣ−1)/(e²ˣ+1)", TANH),
        ("sinh(x)/cosh(x)", TANH),
        ("sech²(x)", "1-tanh(x)^2"),
        ("(1-tanh(x))(1+tanh(x))", "1-tanh(x)^2"),
        ("4σ(2x)(1-σ(2x))", "1-tanh(x)^2"),
        ("(x+|x|)/2", "max(0, x)"),
        ("x·step(x)", "max(0, x)"),
        ("ln(1+e^x)", "softplus(x)"),
        ("max(0,x)+ln(1+e^-|x|)", "softplus(x)"),
        ("eˣ/(1+eˣ)", "sigmoid(x)"),
        ("0.5x(1+erf(x/√2))", "x*Phi(x)"),
        ("x/|x|", "2*step(x)-1"),  # a jump: the value at 0 is a convention
        ("ln(x)", "log(x)"),  # no value on the left, on both sides
    ],
)
def test_one_formula_in_many_notations(typed, right):
    assert differs(typed, right, None, {}) is None


@pytest.mark.parametrize(
    ("typed", "right", "x"),
    [
        ("σ(x)(1+σ(x))", SLOPE, 0),
        ("2σ(x)-1", TANH, 1),
        ("x·σ(x)+max(x-1,0)", "x*sigmoid(x)", 2),
        ("|x|", "x", -1),
        ("max(0, x-17.3)", "0*x", 20),
        ("min(ln(1+e^x), 100)", "softplus(x)", 300),  # only in the tail
        ("max(0.01x, x)", "max(0, x)", -1),
        ("x + max(0, 0.001-|x-3.3|)", "x", 3.3),  # only between two kinks
        ("1.0005σ(x)", "sigmoid(x)*1", 0),  # the fourth digit
        ("0.5x(1+tanh(0.7979(x+0.044715x³)))", "gelu_tanh(x)", 1),
        ("σ(x)+1e-10", "sigmoid(x)*1", -10),
    ],
)
def test_the_simplest_x_at_which_they_differ(typed, right, x):
    found = differs(typed, right, None, {})
    assert isinstance(found, Difference)
    assert found.x == x
    key, facts = explained(found)
    told = dict(facts)
    assert key == "question.formula_differs"
    assert told["yours"] != told["right"]


@pytest.mark.parametrize(
    ("typed", "right", "key", "x"),
    [
        ("ln(x)", "ln(abs(x))", "question.formula_undefined", "0"),
        ("x²/x", "x", "question.formula_undefined", "0"),
        ("ln(|x|)", "ln(x)", "question.formula_defined", "−1"),
    ],
)
def test_a_missing_value_is_a_difference_and_said_so(typed, right, key, x):
    found = differs(typed, right, (-5, 5), {})
    if typed == "ln(x)":  # both have none at 0; the first difference is at −1
        x = "−1"
    assert isinstance(found, Difference)
    told = explained(found)
    assert told[0] == key
    assert dict(told[1])["x"] == x
    assert all("NaN" not in say(told[0], language, **dict(told[1])) for language in ("zh", "en"))


@pytest.mark.parametrize(
    ("typed", "right", "key"),
    [
        ("tanh(x)", TANH, "question.only_named"),
        ("tanh(x)+0", TANH, "question.only_named"),
        ("σ'(x)", SLOPE, "question.only_named"),
        ("silu(x)", "x*sigmoid(x)", "question.only_named"),
        ("softplus′(x)", "sigmoid(x)", "question.only_named"),
        ("σ(1-σ)", SLOPE, "question.argument_wanted"),
        ("exp(1000)-exp(1000)", "x", "question.not_comparable"),
        ("9**9**9**9", "x", "question.not_comparable"),
        ("x" * 500, "x", "question.too_long"),
        ("x\x1b[2J", "x", "question.odd_characters"),
        ("\ud800", "x", "question.odd_characters"),
        ("import os", "x", "question.not_a_formula"),
        ("", "x", "question.not_a_formula"),
        ("x == x", "x", "question.not_a_formula"),
        ("(" * 300, "x", "question.not_a_formula"),
        ("[1,2]+x", "x", "question.not_a_formula"),
    ],
)
def test_what_is_no_answer_is_a_hint(typed, right, key):
    found = differs(typed, right, None, {})
    assert isinstance(found, Unreadable)
    assert found.key == key
    for language in ("zh", "en"):
        assert say(found.key, language, **found.facts).isprintable()


def test_only_the_domain_counts():
    assert differs("abs(x)", "x", (0, 5), {}) is None
    assert differs("ln x - ln(1-x)", "log(x/(1-x))", (0.001, 0.999), {}) is None
    assert isinstance(differs("ln x + ln(1-x)", "log(x/(1-x))", (0.001, 0.999), {}), Difference)


def test_drawn_values_stand_for_their_names():
    assert differs("2ReLU(x-4)", "m*relu(x-c)", None, {"m": "2", "c": "4"}) is None
    assert differs("max(0, −2x)", "m*relu(-x)", None, {"m": "2"}) is None
    found = differs("ReLU(2x-4)", "m*relu(x-c)", None, {"m": "2", "c": "4"})
    assert isinstance(found, Difference)
    assert found.x == 3


def test_the_widest_gap_of_two_curves():
    gap = widest("2σ(x)-1", TANH, (-6, 6), {})
    assert gap is not None
    assert 1 < abs(gap.x) < 1.6
    assert abs(gap.right) > abs(gap.yours)
    assert widest("x +", TANH, (-6, 6), {}) is None


def test_random_algebra_keeps_a_formula_and_a_random_change_does_not():
    """Sixty formulas here; `python -m tests.soak formulas` tries thousands."""
    count = trial(60, seed=11)
    assert count.faults == []
    assert count.equal > 50
    assert count.different > 50
    assert count.hints <= 3
