"""dead: what kills units, and that dead is relative to data."""

from __future__ import annotations

import numpy as np
import pytest

from tutor.labs.catalogue import find
from tutor.labs.dead_static import Interval, drawn, drawn_expected, ten, ten_expected
from tutor.labs.functions import unit
from tutor.labs.model import Bars, Chart, Grid
from tutor.labs.settings import settled

RELU = unit("relu")
QUICK = {"runs": "4", "steps": "60", "width": "16"}


def run(given, seed="1"):
    return list(find("dead").run(settled(find("dead"), QUICK | given, seed)))


@pytest.mark.parametrize(
    ("low", "high", "scale", "dead"), [(0, 2, 1, 5), (-2, 2, 1, 0), (0, 2, 100, 5), (0, 2, 0.01, 5), (-2, 0, 1, 5)]
)
def test_ten_units_are_dead_for_some_data_and_alive_for_others(low, high, scale, dead):
    """Weights −5 … 5 without bias: half of them see only one side, whatever the scale of all weights."""
    data = Interval(low, high)
    assert ten(RELU, data, scale) == ten_expected(data) == dead


@pytest.mark.parametrize("scale", [0.01, 0.3, 1.0, 100.0])
@pytest.mark.parametrize("data", [Interval(-2, 2), Interval(0.5, 2), Interval(-3, 1)])
def test_random_units_are_dead_as_often_as_their_directions_say(scale, data):
    share, expected = drawn(RELU, scale, 1.0, data, "test"), drawn_expected(scale, 1.0, data)
    assert share == pytest.approx(expected, abs=4 * np.sqrt(0.25 / 4000))


def test_small_weights_die_of_their_biases_and_no_bias_leaves_scale_without_effect():
    around = Interval(-2, 2)
    assert drawn_expected(0.001, 1.0, around) > 0.49
    assert drawn_expected(100.0, 1.0, around) < 0.01
    assert drawn_expected(0.01, 0.0, Interval(0, 2)) == drawn_expected(100.0, 0.0, Interval(0, 2)) == 0.5
    assert drawn(RELU, 0.01, 0.0, Interval(0, 2), "a") == drawn(RELU, 100.0, 0.0, Interval(0, 2), "a")


def test_the_large_step_kills_and_the_leaky_slope_has_nobody_dead():
    result = run({"runs": "7", "steps": "100", "width": "32"})[-1].result()
    assert result.answer == "rate"
    chart, table, elsewhere = result.findings
    assert isinstance(chart, Chart)
    assert isinstance(table, Grid)
    assert isinstance(elsewhere, Bars)
    end = {series.name.en: series.points[-1][1] for series in chart.series}
    assert end["rate ×10"] > 25 > end["none"]
    assert end["rate ×10, LReLU"] == 0
    share = {bar.name.en: bar.value for bar in elsewhere.bars}
    assert share["32 training samples"] >= share["all training samples"] > share["test samples times 3"]
    assert result.measures[0].measured == result.measures[0].theory == 5


def test_scaling_weights_kills_nobody_at_birth():
    first = run({"times": "100"})[0].result()
    assert isinstance(first.findings[0], Chart)
    birth = {series.name.en: series.points[0][1] for series in first.findings[0].series}
    assert birth["weights ×100"] == birth["none"]
    assert birth["bias −1"] > birth["none"]


def test_before_the_end_nothing_is_claimed():
    generator = find("dead").run(settled(find("dead"), QUICK, "1"))
    next(generator)
    result = next(generator).result()
    assert result.answer == ""
    assert len(result.findings) == 1


def test_smooth_functions_have_no_dead_units():
    result = run({"function": "gelu", "steps": "20"})[-1].result()
    assert result.answer == "none"
    assert result.measures[0].theory is None


def test_the_same_seed_gives_the_same_numbers():
    small = {"steps": "5", "runs": "2"}
    assert run(small)[-1].result() == run(small)[-1].result()
    assert run(small)[-1].result() != run(small, "2")[-1].result()


@pytest.mark.parametrize(
    "given",
    [
        {"function": "x*tanh(x)", "rescue": "max(0,x)-1"},
        {"function": "step", "rescue": "hard_tanh"},
        {"runs": "1", "steps": "1"},
        {"rate": "10", "times": "1000", "optimiser": "descent"},
        {"times": "1", "bias": "0", "low": "3", "high": "3"},
        {"bias": "100", "low": "5", "high": "-5", "scales": "0.000001,1000000"},
        {"layers": "10", "width": "1", "samples": "32", "data": "clusters"},
    ],
)
def test_extremes_come_to_an_end(given):
    result = run({"steps": "5", "runs": "2"} | given)[-1].result()
    assert result.verdict.zh
    assert len(result.findings) == 3


def test_remedies_say_what_their_intervals_are_and_which_changes_may_be_luck():
    told = [text.en for text in run({"runs": "2", "steps": "5"})[-1].result().told]
    assert any("corrected for 6 comparisons" in text for text in told)
    assert all("(within noise)" in text for text in told if "Biases from" in text or "Back to" in text)
