"""Noise and what is more than noise."""

from __future__ import annotations

from math import inf, nan, sqrt

import numpy as np
import pytest
from mpmath import betainc

from tutor.labs.spread import paired, spread, student


def test_a_mean_has_a_deviation_and_an_error():
    found = spread([1.0, 2.0, 3.0, 4.0])
    assert (found.mean, found.runs) == (2.5, 4)
    assert found.deviation == pytest.approx(sqrt(5 / 3))
    assert found.error == pytest.approx(sqrt(5 / 12))
    assert spread([1.0, nan, inf]).runs == 1
    assert spread([7.0]).error is None
    assert np.isnan(spread([]).mean)


def test_pairs_tell_what_means_hide():
    """The runs differ much from each other, the two functions little but always the same way."""
    first = np.array([0.90, 0.80, 0.95, 0.70, 0.85])
    found = paired(first + 0.01, first)
    assert found.mean == pytest.approx(0.01)
    assert found.tells
    assert not paired(first, first[::-1]).tells
    assert not paired([0.9], [0.1]).tells


def test_an_interval_is_students():
    gaps = [0.0, 1.0, 2.0]
    assert paired(gaps, [0.0] * 3).half == pytest.approx(student(2) / sqrt(3))
    assert paired(gaps, [0.0] * 3, comparisons=6).half > paired(gaps, [0.0] * 3).half


@pytest.mark.parametrize(("degrees", "comparisons"), [(1, 1), (2, 1), (3, 4), (9, 42), (12, 7), (29, 1), (60, 6)])
def test_students_points_are_those_of_its_integral(degrees, comparisons):
    """P(|T| > t) = I(ν/(ν + t²); ν/2, ½), the incomplete beta function of mpmath."""
    t = student(degrees, comparisons)
    beyond = betainc(degrees / 2, 0.5, 0, degrees / (degrees + t**2), regularized=True)
    assert float(beyond) == pytest.approx(0.05 / comparisons, rel=1e-9)
