"""softmax: shares of attention beside theory, short formats, the Jacobian."""

from __future__ import annotations

from functools import cache
from math import exp

import numpy as np
import pytest

from tutor.labs.attention import softmax
from tutor.labs.catalogue import find
from tutor.labs.settings import settled
from tutor.labs.softmax import jacobian

LAB = find("softmax")
SMALL = {"dimension": "16", "draws": "60", "keys": "64"}


@cache
def results(seed="1", **given):
    return [step.result() for step in LAB.run(settled(LAB, SMALL | given, seed))]


def test_the_jacobian_of_the_course():
    found = jacobian(softmax(np.array([1.0, 2.0, 3.0])))
    assert found.norm == pytest.approx(0.370904, abs=1e-6)
    assert found.rank == 2
    assert found.row < 1e-15


def test_two_leaders_reach_the_bound():
    assert jacobian(softmax(np.array([0.0, 0.0, -50.0]))).norm == pytest.approx(0.5)


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
