"""quant: marks on a ruler, cheaper functions, and what trained networks make of them."""

from __future__ import annotations

from functools import cache
from math import isfinite

import pytest

from tutor.labs.catalogue import find
from tutor.labs.settings import settled

LAB = find("quant")
SMALL = {"runs": "4", "steps": "60", "functions": "relu6,tanh", "data": "moons"}


@cache
def results(seed="1", **given):
    return [step.result() for step in LAB.run(settled(LAB, SMALL | given, seed))]


def test_coarse_rounding_costs_accuracy_and_fine_rounding_does_not():
    last = results(runs="6", steps="100")[-1]
    changes = {measure.name.en.partition(":")[0]: measure for measure in last.measures}
    assert abs(changes["8 bits"].measured) < 0.3
    assert changes["2 bits"].measured < -3
    assert last.answer in {"neither", "double"}
    assert "100" in last.verdict.zh


def test_what_needs_no_network_is_known_at_once():
    first, *_, last = results()
    assert "不能说" in first.verdict.zh
    assert first.answer == ""
    assert first.measures[0].measured == pytest.approx(first.measures[0].theory, abs=1e-6)
    assert last.findings[0].best == "high"
    assert len(last.findings[0].bars) == 9


def test_a_run_that_was_stopped_says_how_much_is_missing():
    partial = next(result for result in results() if result.findings and hasattr(result.findings[0], "bars"))
    assert partial.told[0].en == "Stopped early: 1 of 8 changes were tried."
    assert not any(text.en.startswith("Stopped") for text in results()[-1].told)


def test_two_networks_are_too_few_to_call_it_even():
    assert results(runs="2", steps="20")[-1].answer == ""


def test_the_same_seed_gives_the_same_result():
    first, second = results()[-1], results.__wrapped__()[-1]
    assert first.measures == second.measures


@pytest.mark.parametrize(
    "given",
    [
        {"function": "x*tanh(x)", "functions": "step,7,x^3"},
        {"function": "step", "bits": "1", "degree": "25", "reach": "20", "pieces": "1"},
        {"function": "0*x", "data": "xor"},
        {"function": "x^3", "reach": "0.5", "size": "10", "bits": "16"},
        {"function": "gelu", "data": "clusters", "bits": "4"},
    ],
)
def test_extremes_are_survived(given):
    last = results(runs="2", steps="20", **given)[-1]
    assert last.measures
    assert all(isfinite(measure.measured) for measure in last.measures)
