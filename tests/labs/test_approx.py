"""approx: what one hidden layer can imitate, beside theory and the figures of the course."""

from __future__ import annotations

from functools import cache

import pytest

from tutor.labs.catalogue import find
from tutor.labs.settings import settled

LAB = find("approx")
SMALL = {"functions": "x^2,relu,tanh", "runs": "3", "steps": "0", "width": "80"}


@cache
def results(**given):
    return [step.result() for step in LAB.run(settled(LAB, SMALL | given, "1"))]


def test_the_whole_lab_says_who_gets_stuck():
    last = results()[-1]
    assert last.answer == "polynomial"
    measures = [measure for measure in last.measures if measure.theory is not None]
    assert measures[0].measured == pytest.approx(measures[0].theory, rel=1e-9)
    assert "0.683" in last.verdict.zh
    assert "0.683" in last.verdict.en
    assert [type(finding).__name__ for finding in last.findings] == ["Chart", "Chart", "Grid"]


def test_where_solving_stops_nothing_is_ranked():
    """Smooth functions leave less than the solver can tell, ReLU does not; 80 units are needed to get there."""
    last = results(width="80", functions="relu,gelu", runs="2", steps="0")[-1]
    assert any("the figure is where solving stops" in text.en and "(GELU)" in text.en for text in last.told)
    assert not any("where solving stops" in text.en for text in results(width="10", steps="0")[-1].told)


@pytest.mark.parametrize("seed", ["2", "3"])
def test_other_draws_lead_to_the_same_answer(seed):
    lab = settled(LAB, SMALL | {"runs": "5"}, seed)
    assert [step.result().answer for step in LAB.run(lab)][-1] == "polynomial"


def test_the_same_seed_gives_the_same_result():
    assert results(steps="40")[-1].measures == results.__wrapped__(steps="40")[-1].measures


def test_before_every_function_had_a_run_nothing_is_said():
    first, *_, last = results()
    assert first.measures == ()
    assert first.answer == ""
    assert "什么也不能说" in first.verdict.zh
    assert last.verdict != first.verdict


def test_a_parabola_for_a_parabola_is_near():
    found = results(target="x^2", functions="x^2,tanh")[-1]
    assert found.answer == "all"


def test_a_target_of_the_catalogue_is_called_by_its_name():
    verdict = results(target="step", width="5")[-1].verdict
    assert "阶跃函数" in verdict.zh
    assert "Step" in verdict.en


def test_too_narrow_networks_decide_nothing():
    assert results(width="1")[-1].answer == ""


@pytest.mark.parametrize(
    "given",
    [
        {"target": "step", "width": "5"},
        {"target": "0", "width": "2"},
        {"target": "exp(x)", "reach": "10.0", "width": "20"},
        {"functions": "step,7,x*tanh(x),xielu", "width": "10", "steps": "40"},
        {"functions": "x^10", "slope": "50.0", "reach": "10.0", "width": "320", "runs": "1"},
        {"slope": "0.1", "reach": "0.1", "width": "1", "runs": "1"},
    ],
)
def test_extremes_are_survived_and_said(given):
    found = results(**given)[-1]
    assert found.measures
    assert "nan" not in found.verdict.en.lower()
