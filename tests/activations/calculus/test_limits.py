"""Limits where the value itself is undefined."""

from math import inf

import numpy as np
import pytest

from tutor.activations.calculus.curve import Curve
from tutor.activations.calculus.limits import end_values, limit
from tutor.errors import UsageError


@pytest.fixture(autouse=True)
def _quiet():
    with np.errstate(all="ignore"):
        yield


@pytest.mark.parametrize(
    ("function", "place", "value"),
    [
        (np.tanh, inf, 1),
        (lambda x: x * np.exp(-x), inf, 0),
        (lambda x: x * np.exp(x), -inf, 0),
        (lambda x: np.sqrt(x * x + 1) - x, inf, 0),
        (lambda x: (2 * x + 1) / (x - 3), inf, 2),
        (lambda x: x * x - x, inf, inf),
        (lambda x: x * x * x - x * x, -inf, -inf),
        (lambda x: np.sin(x) / x, 0, 1),
        (lambda x: np.expm1(x) / x, 0, 1),
        (lambda x: (x * x - 4) / (x - 2), 2, 4),
        (np.tanh, 0.5, np.tanh(0.5)),
        (np.abs, 0, 0),
    ],
)
def test_limit(function, place, value):
    assert limit(Curve(function), place) == pytest.approx(value, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize(
    ("function", "place"),
    [(np.sin, inf), (lambda x: np.where(x > 0, 1.0, 0.0), 0), (lambda x: np.sign(x) * np.sin(x) / x, 0)],
)
def test_no_limit_is_said(function, place):
    with pytest.raises(UsageError) as caught:
        limit(Curve(function), place)
    assert caught.value.key == "expression.no_limit"


def test_ends_without_limit_are_nan():
    assert np.isnan(end_values(Curve(np.sin))).all()
