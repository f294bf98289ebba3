"""Operations counted from formulas that are those of the catalogue."""

from __future__ import annotations

import numpy as np
import pytest

from tutor.activations import get
from tutor.activations.expression import function_of, parse
from tutor.labs.counting import FORMULAS, Count, count

X = np.linspace(-8, 8, 161)


@pytest.mark.parametrize("name", FORMULAS)
def test_a_formula_gives_the_values_of_the_catalogue(name):
    assert function_of(parse(FORMULAS[name])).value(X) == pytest.approx(get(name).value(X), abs=1e-12)


@pytest.mark.parametrize(
    ("text", "special", "plain"),
    [
        ("relu", 0, 1),
        ("ReLU", 0, 1),
        ("tanh", 1, 0),
        ("gelu", 1, 1),
        ("silu", 1, 3),  # −x, 1 +, x /
        ("x*tanh(x)", 1, 1),
        ("x^2", 0, 1),
        ("x^5", 0, 3),  # x², x⁴, x⁵
        ("x^0.5", 2, 1),
        ("e^x", 1, 0),
        ("sqrt(2/pi)*x", 0, 1),  # the root is a constant
        ("2*relu(x)-relu(x+1)", 0, 5),
        ("x", 0, 0),
        ("mish(-x)", 3, 3),
    ],
)
def test_operations_are_counted(text, special, plain):
    assert count(text) == Count(special, plain)


def test_what_is_unknown_is_not_guessed():
    assert count("x+snake(x)") is None
    assert count("max(relu)*x") == Count(0, 1)  # the largest value of a function is a constant
