"""Attention at random, drawn and in theory."""

from __future__ import annotations

from math import isnan

import numpy as np
import pytest

from tutor.activations.calculus import gaussian
from tutor.labs.attention import expected, largest, lengths, scores, slopes, softmax, summed


def test_theory_agrees_with_the_figures_of_the_course():
    """For d = 64 and 64 keys: 0.792 and 0.290 undivided, 0.108 and 0.961 divided, from draws of their own."""
    assert expected(64, 64, 1.0) == pytest.approx((0.792, 0.290), abs=0.006)
    assert expected(64, 64, 1 / 8) == pytest.approx((0.108, 0.961), abs=0.0015)


@pytest.mark.parametrize("factor", [1.0, 1 / 4])
def test_draws_agree_with_theory_within_their_error(factor):
    found = summed(softmax(factor * scores(16, 32, 600, "a")))
    for values, theory in zip((found.largest, found.slopes), expected(16, 32, factor), strict=True):
        assert values.mean() == pytest.approx(theory, abs=4 * values.std() / 600**0.5)


def test_even_scores_give_even_shares():
    assert largest(0.0, 50) == pytest.approx(1 / 50, rel=2e-3)
    assert slopes(0.0, 50) == pytest.approx(1 - 1 / 50, rel=1e-6)


def test_two_keys_are_a_sigmoid_of_a_normal_gap():
    """E Σp(1 − p) = 2·E σ′(√2·s·z)."""

    def slope(z):
        return 2 / (2 + np.exp(np.sqrt(2) * 3 * z) + np.exp(-np.sqrt(2) * 3 * z))

    assert slopes(3.0, 2) == pytest.approx(gaussian.mean(slope), rel=1e-6)


def test_scores_have_variance_d():
    assert scores(64, 32, 400, "a").var() == pytest.approx(64, rel=0.05)


@pytest.mark.parametrize("dimension", [1, 2, 4, 64, 1024])
def test_typical_lengths_have_the_second_and_fourth_moment_of_a_query(dimension):
    typical, weights = lengths(dimension)
    assert weights @ typical**2 == pytest.approx(dimension, rel=1e-5)
    assert weights @ typical**4 == pytest.approx(dimension * (dimension + 2), rel=1e-5)


def test_theory_holds_for_short_queries_too():
    drawn = summed(softmax(scores(1, 64, 4000, "short")))
    share, slope = expected(1, 64, 1.0)
    assert share == pytest.approx(drawn.largest.mean(), abs=4 * drawn.largest.std() / 4000**0.5)
    assert slope == pytest.approx(drawn.slopes.mean(), abs=4 * drawn.slopes.std() / 4000**0.5)


def test_beyond_all_measure_there_is_no_theory():
    assert all(isnan(value) for value in expected(4096, 8, 1.0))


def test_shares_and_their_sums():
    found = summed(softmax(np.array([[0.0, 0.0], [0.0, 800.0]])))
    assert found.largest.tolist() == [0.5, 1.0]
    assert found.slopes.tolist() == [0.5, 0.0]
    assert found.entropy.tolist() == [1.0, 0.0]


def test_finer_sums_change_theory_by_less_than_draws_can_tell(monkeypatch):
    coarse = largest(8.0, 64), slopes(8.0, 64)
    monkeypatch.setattr("tutor.labs.attention.POINTS", 600)
    assert (largest(8.0, 64), slopes(8.0, 64)) == pytest.approx(coarse, abs=4e-4)
