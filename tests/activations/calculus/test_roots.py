"""Roots to the last digit; poles and jumps are none."""

from math import sqrt

import numpy as np
import pytest

from tutor.activations.calculus.roots import root
from tutor.errors import UsageError


@pytest.mark.parametrize(
    ("function", "low", "high", "where"),
    [
        (lambda x: x * x - 2, 0, 2, sqrt(2)),
        (lambda x: x, -1, 1, 0),
        (lambda x: x, -1, 2.7, 0),
        (lambda x: x - 1, 0, 1, 1),
        (lambda x: x - 1, 1, 2, 1),
        (lambda x: (x - 0.1) * (x - 0.9), 0, 1, 0.1),
        (np.tanh, -1e6, 3e5, 0),
    ],
)
def test_the_leftmost_root_is_found(function, low, high, where):
    assert root(function, low, high) == pytest.approx(where, rel=1e-15, abs=1e-15)


@pytest.mark.parametrize(
    ("function", "low", "high", "key"),
    [
        (lambda x: x * x + 1, -1, 1, "expression.no_root"),
        (lambda x: 1 / x, -1, 1.3, "expression.no_root"),
        (lambda x: np.where(x > 0.3, 1.0, -1.0), -1, 1, "expression.no_root"),
        (lambda x: x, 1, 1, "expression.interval"),
        (lambda x: x, 2, 1, "expression.interval"),
        (lambda x: x, -np.inf, 1, "expression.interval"),
        (lambda x: x, np.nan, 1, "expression.interval"),
    ],
)
def test_what_is_no_root_is_refused(function, low, high, key):
    with np.errstate(all="ignore"), pytest.raises(UsageError) as caught:
        root(function, low, high)
    assert caught.value.key == key
