"""Means over a normal input against closed forms."""

from math import e, erfc, exp, inf, log, pi, sqrt

import numpy as np
import pytest

from tutor.activations.calculus.gaussian import chi1, gain, mean, variance
from tutor.errors import UsageError


def relu(x):
    return np.maximum(x, 0.0)


@pytest.mark.parametrize(
    ("function", "breaks", "value"),
    [
        (np.ones_like, (), 1),
        (np.square, (), 1),
        (lambda x: x**10, (), 945),
        (relu, (0.0,), 1 / sqrt(2 * pi)),
        (np.abs, (), sqrt(2 / pi)),
        (np.exp, (), sqrt(e)),
        (np.cos, (), exp(-0.5)),
        (lambda x: np.where(x > 1.0, 1.0, 0.0), (1.0,), erfc(sqrt(0.5)) / 2),
    ],
)
def test_mean(function, breaks, value):
    assert mean(function, breaks) == pytest.approx(value, rel=1e-13)


def test_an_integrable_pole_is_allowed():
    """E ln|z| = −(γ + ln 2)/2."""
    with np.errstate(divide="ignore"):
        found = mean(lambda x: np.log(np.abs(x)), (0.0,))
    assert found == pytest.approx(-(np.euler_gamma + log(2)) / 2, abs=1e-9)


def test_an_undeclared_kink_costs_digits_but_not_many():
    assert mean(lambda x: relu(x - 0.3337)) == pytest.approx(mean(lambda x: relu(x - 0.3337), (0.3337,)), abs=1e-12)


@pytest.mark.parametrize("function", [lambda x: np.exp(x * x), lambda x: 1 / x, lambda x: 0 * x + inf])
def test_a_mean_that_does_not_exist_is_refused(function):
    with np.errstate(all="ignore"), pytest.raises(UsageError) as caught:
        mean(function)
    assert caught.value.key == "expression.no_mean"


def test_variance_and_gain_of_relu():
    assert variance(relu, (0.0,)) == pytest.approx(0.5 - 1 / (2 * pi), rel=1e-14)
    assert gain(relu, (0.0,)) == pytest.approx(sqrt(2), rel=1e-14)


def test_chi1_of_a_line_is_the_squared_weight_scale():
    assert chi1(lambda x: x, np.ones_like, (0.5, 0.3)) == pytest.approx(0.25, rel=1e-12)


def test_chi1_below_the_critical_scale_is_taken_at_length_zero():
    assert chi1(np.tanh, lambda x: 1 - np.tanh(x) ** 2, (0.5, 0.0)) == pytest.approx(0.25, rel=1e-9)


def test_chi1_at_a_kink_counts_both_sides():
    assert chi1(relu, lambda x: np.where(x > 0, 1.0, 0.0), (1.0, 0.0), (0.0,)) == pytest.approx(0.5, rel=1e-12)


def test_chi1_just_above_the_critical_scale_finds_the_length_that_is_stable():
    """Q ≈ (σ² − 1)/(2σ²) for tanh, so χ₁ ≈ 1 + (σ² − 1)²·const, not σ²."""
    assert 1 < chi1(np.tanh, lambda x: 1 - np.tanh(x) ** 2, (1.02, 0.0)) < 1.002


def test_a_length_that_runs_away_is_refused():
    with pytest.raises(UsageError) as caught:
        chi1(lambda x: x, np.ones_like, (2.0, 1.0))
    assert caught.value.key == "expression.no_fixed_point"
