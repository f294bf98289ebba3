"""A value with its bound always holds the true value; overflow is unknown, a forbidden argument has no value."""

from __future__ import annotations

from math import inf, isnan
from random import Random

import mpmath as mp
import numpy as np
import pytest

from tests.questions import algebra
from tutor.activations.expression import parse
from tutor.errors import UsageError
from tutor.questions.bounded import bounded

POINTS = np.array([0.0, 1.0, -1.0, 0.3, -2.7, 12.0, -15.0, 20.0])


def at(expression, x, **names):
    found = bounded(parse(expression), np.array([float(x)]), names)
    return float(found.value[0]), float(found.error[0])


@pytest.mark.parametrize("seed", range(40))
def test_the_true_value_lies_within_the_bound(seed):
    """Random formulas, rearranged, against a hundred digits; where too little is known nothing is claimed."""
    chance = Random(seed)
    tree = algebra.some_formula(chance)
    for _ in range(chance.randrange(4)):
        tree = algebra.rewritten(tree, chance)
    found = bounded(parse(algebra.text(tree)), POINTS, {})
    with mp.workdps(100):
        for x, value, error in zip(POINTS, found.value, found.error, strict=True):
            if np.isfinite(error) and not isnan(value):
                true = algebra._value(tree, mp.mpf(float(x)))
                assert abs(true - float(value)) <= 2 * error + 1e-15 * abs(true)


@pytest.mark.parametrize(
    ("expression", "x"),
    [("exp(x)/(1+exp(x))", 1000), ("exp(x)*exp(-x)", 1000), ("1/exp(-x)", 1000), ("e^x", 800), ("x^400", 1e3)],
)
def test_overflow_is_unknown(expression, x):
    assert at(expression, x)[1] == inf


@pytest.mark.parametrize(
    ("expression", "x"),
    [
        ("log(x)", -1),
        ("log(x)", 0),
        ("sqrt(x)", -2),
        ("x/x", 0),
        ("1/x", 0),
        ("x^0.5", -1),
        ("x^-1", 0),
        ("max(0, log(x))", -1),
    ],
)
def test_where_there_is_no_value(expression, x):
    value, error = at(expression, x)
    assert isnan(value)
    assert error == 0


def test_cancellation_costs_digits_and_says_so():
    value, error = at("1-tanh(x)^2", 20)
    assert abs(value - 1.7e-17) < error < 1e-14
    value, error = at("(x+1e16)-1e16", 1)
    assert error >= 1


def test_exact_things_are_exact():
    assert at("(x+abs(x))/2", -3) == (0.0, 0.0)
    assert at("max(0, x)", -3) == (0.0, 0.0)
    assert at("floor(x)", 2) == (2.0, pytest.approx(0, abs=1e-9))


def test_primes_names_and_questions_have_values():
    assert at("a*x", 2, a=3.0)[0] == 6
    assert at("σ'(x)", 0)[0] == 0.25
    assert at("tanh", 0)[0] == 0
    assert at("(x^3)'", 2)[0] == pytest.approx(12)
    assert at("max(sigmoid)*x", 2)[0] == pytest.approx(2)
    assert at("swish(x, β=2)", 0)[0] == 0


@pytest.mark.parametrize("expression", ["[1, 2]", "x == 2", "b*x", "softmax([1, 2])"])
def test_what_is_no_formula_is_refused(expression):
    with pytest.raises(UsageError):
        at(expression, 1)
