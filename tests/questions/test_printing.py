"""Expressions of the course in print."""

from __future__ import annotations

import pytest

from tutor.questions.printing import printed


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("sigmoid(x)*(1-sigmoid(x))", "σ(x)·(1 − σ(x))"),
        ("2*sigmoid(2*x)-1", "2·σ(2·x) − 1"),
        ("1-tanh(x)^2", "1 − tanh(x)²"),
        ("max(0,x)", "max(0, x)"),
        ("log(x/(1-x))", "ln(x/(1 − x))"),
        ("-x^2+3", "−x² + 3"),
        ("sigmoid′(x)", "σ′(x)"),
        ("sqrt(2/pi)*x", "√(2/π)·x"),
        ("x ¿ 2", "x ¿ 2"),
    ],
)
def test_printed(expression, shown):
    assert printed(expression) == shown


def test_drawn_values_are_filled_in():
    assert printed("m*relu(x-c)", {"m": "2", "c": "−1"}) == "2·ReLU(x − (−1))"
