"""softmax: shares of attention beside theory, short formats, the Jacobian."""

from __future__ import annotations

from functools import cache
from math import exp, isnan, log

import numpy as np
import pytest

from tutor.labs.attention import expected, largest, lengths, scores, slopes, softmax, summed
from tutor.labs.catalogue import find
from tutor.labs.formats import EXACT, overflow
from tutor.labs.settings import settled
from tutor.labs.softmax import jacobian

LAB = find("softmax")
SMALL = {"dimension": "16", "draws": "60", "keys": "64"}


@cache
def results(seed="1", **given):
    return [step.result() for step in LAB.run(settled(LAB, SMALL | given, seed))]


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
    from tutor.activations.calculus import gaussian

    def slope(z):
        return 2 / (2 + np.exp(np.sqrt(2) * 3 * z) + np.exp(-np.sqrt(2) * 3 * z))

    assert slopes(3.0, 2) == pytest.approx(gaussian.mean(slope), rel=1e-6)


def test_scores_have_variance_d():
    assert scores(64, 32, 400, "a").var() == pytest.approx(64, rel=0.05)
    typical, weights = lengths(64)
    assert weights @ typical**2 == pytest.approx(64, rel=0.01)


def test_beyond_all_measure_there_is_no_theory():
    assert all(isnan(value) for value in expected(4096, 8, 1.0))


@pytest.mark.parametrize(("name", "score"), [("float16", 12), ("float32", 89), ("float64", 710)])
def test_formats_overflow_where_the_logarithm_of_their_largest_number_says(name, score):
    found = overflow(name)
    assert found.score == score
    assert found.last == pytest.approx(log(float(np.finfo(name).max)), rel=1e-3)
    assert isnan(found.naive)
    assert found.shifted == pytest.approx(EXACT, rel=2e-3)


def test_the_jacobian_of_the_course():
    found = jacobian(softmax(np.array([1.0, 2.0, 3.0])))
    assert found.norm == pytest.approx(0.370904, abs=1e-6)
    assert found.rank == 2
    assert found.row < 1e-15


def test_two_leaders_reach_the_bound():
    assert jacobian(softmax(np.array([0.0, 0.0, -50.0]))).norm == pytest.approx(0.5)


def test_shares_and_their_sums():
    found = summed(softmax(np.array([[0.0, 0.0], [0.0, 800.0]])))
    assert found.largest.tolist() == [0.5, 1.0]
    assert found.slopes.tolist() == [0.5, 0.0]
    assert found.entropy.tolist() == [1.0, 0.0]


def test_undivided_attention_is_partial():
    last = results()[-1]
    assert last.answer == "most"
    undivided, divided = last.measures[0], last.measures[1]
    assert undivided.measured == pytest.approx(undivided.theory, abs=4 * undivided.error)
    assert divided.measured == pytest.approx(divided.theory, abs=4 * divided.error)
    assert undivided.runs == 60


@pytest.mark.parametrize("seed", ["2", "3"])
def test_other_draws_lead_to_the_same_answer(seed):
    assert results(seed)[-1].answer == "most"


def test_small_queries_lead_to_another_answer():
    assert results(size="0.3")[-1].answer == "even"
    assert results(dimension="4")[-1].answer == "some"


def test_temperature_keeps_the_order_and_spreads_the_shares():
    grid = next(
        finding for finding in results()[-1].findings if hasattr(finding, "headings") and finding.headings[0].en == "T"
    )
    shares = [row[1] for row in grid.rows]
    assert shares == sorted(shares, reverse=True)
    assert shares[2] == pytest.approx(exp(3) / (exp(1) + exp(2) + exp(3)))


def test_the_chosen_dimension_is_drawn_first_and_said_as_soon_as_it_is_known():
    found = results()
    assert found[0].answer == ""
    assert found[0].measures == ()
    known = next(result for result in found if result.measures)
    assert len(known.findings[0].series[0].points) == 1
    assert len(found[-1].findings[0].series[0].points) == 4


def test_the_same_seed_gives_the_same_result():
    first, second = results()[-1], results.__wrapped__()[-1]
    assert first.measures == second.measures
    assert first.verdict == second.verdict


def test_one_dimension_has_nothing_to_divide_by():
    assert "分不出差别" in results(dimension="1", keys="2")[-1].verdict.zh


@pytest.mark.parametrize(
    "given",
    [
        {"size": "0"},
        {"size": "10", "dimension": "64", "keys": "2", "draws": "3"},
        {"scores": "5"},
        {"scores": "-1000,1000", "temperatures": "0.001,1000"},
        {"draws": "2", "keys": "512", "dimension": "1"},
    ],
)
def test_extremes_are_survived(given):
    assert results(**given)[-1].measures
