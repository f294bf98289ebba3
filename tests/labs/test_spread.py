"""Noise and what is more than noise."""

from __future__ import annotations

from math import inf, nan, sqrt

import numpy as np
import pytest

from tutor.labs.spread import STUDENT, paired, spread, widened


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
    assert paired(gaps, [0.0] * 3).half == pytest.approx(4.3027 / sqrt(3))
    assert paired(gaps, [0.0] * 3, comparisons=6).half > paired(gaps, [0.0] * 3).half
    assert widened(1) == 1.0
    assert widened(6) == pytest.approx(2.638257 / 1.959964, rel=1e-5)
    assert list(STUDENT) == sorted(STUDENT, reverse=True)
