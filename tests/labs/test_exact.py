"""An expression computed afresh, and polynomials told from everything else."""

from __future__ import annotations

import numpy as np
import pytest

from tutor.labs.exact import degree, exact


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x^2", 2),
        ("identity", 1),
        ("7", 0),
        ("x^3-x", 3),
        ("(x+1)^10", 10),
        ("relu", None),
        ("tanh", None),
        ("sin(x/100)", None),
        ("x*tanh(x)", None),
    ],
)
def test_polynomials_are_told_from_everything_else(text, expected):
    assert degree(exact(text)) == expected


def test_an_expression_is_computed_and_not_looked_up():
    square = exact("x^2")
    far = np.array([-1234.5, 0.0, 77.25])
    assert square.value(far) == pytest.approx(far**2, rel=1e-15)
    assert square.slope(np.zeros((2, 10_000))).shape == (2, 10_000)
