"""Which functions an expression leaves its work to."""

from __future__ import annotations

import pytest

from tutor.activations.expression import parse
from tutor.questions.used import core_work, functions, without_argument


@pytest.mark.parametrize(
    ("expression", "name"),
    [
        ("σ'(10)", "σ"),
        ("1+2*tanh(1)", "tanh"),
        ("Phi(1)", "Phi"),
        ("(x^2)'(3)", "′"),
        ("root(x^2-2, 0, 2)", "root"),
        ("sqrt(2)/4+exp(-1)*log(3)", ""),
        ("max(1, 2)", ""),
        ("softmax([1,2])[0]", "softmax"),
    ],
)
def test_core_work(expression, name):
    assert core_work(parse(expression)) == name


def test_functions_come_with_their_primes():
    assert set(functions(parse("σ'(x)*σ(tanh(x)) + relu″(x)"))) == {
        ("sigmoid", 1),
        ("sigmoid", 0),
        ("tanh", 0),
        ("relu", 2),
    }


@pytest.mark.parametrize(
    ("expression", "name"), [("σ(1-σ)", "σ"), ("σ*(1-σ)", ""), ("σ(tanh(x))", ""), ("1+relu(2*tanh)", "tanh")]
)
def test_without_argument(expression, name):
    assert without_argument(parse(expression)) == name
