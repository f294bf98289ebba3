"""learnable: gradients that agree, decay that pulls to 0, an effect on spirals and none on XOR."""

from __future__ import annotations

from itertools import islice
from math import nan

import numpy as np
import pytest

from tutor.labs.catalogue import find
from tutor.labs.learnable import Found, Trial, run
from tutor.labs.learnable_told import LEARNED, _answer, _verdict
from tutor.labs.model import Bars, Chart, Grid
from tutor.labs.settings import settled
from tutor.labs.shapes import SHAPES

LAB = find("learnable")
SMALL = {"shapes": "prelu", "units": "12", "steps": "40", "runs": "3"}


def steps(seed="1", **given):
    return list(run(settled(LAB, SMALL | given, seed)))


def result(seed="1", **given):
    return steps(seed, **given)[-1].result()


def test_parameter_gradients_agree_with_finite_differences():
    found = result(shapes="prelu,swish,acon", steps="1")
    assert found.measures[0].theory == 0.0
    assert found.measures[0].measured < 1e-7


def test_prelu_learns_a_negative_slope_and_is_better_for_it_on_spirals():
    """Measured at the default settings over six seeds: 4.8 to 7.5 points better, last α between −2.0 and −1.2."""
    found = result(units="24", steps="600", runs="4")
    gain = found.measures[1]
    assert gain.measured > 2 * gain.error > 0
    last = found.findings[2].rows[1]
    assert last[1] == 0.25
    assert last[2] < -1.0


def test_decay_pulls_the_number_towards_0():
    rows = {decay: result(shapes="acon", steps="150", decay=decay).findings[2].rows[1] for decay in ("0", "0.1", "1")}
    assert rows["0"][4] == pytest.approx(rows["0"][2], rel=1e-9)
    assert abs(rows["1"][4]) < abs(rows["0.1"][4]) < rows["0.1"][2]


def test_nothing_changes_at_a_pace_of_0_so_nothing_is_claimed():
    found = result(pace="0", shapes="swish")
    assert found.findings[2].rows[0][5] == 1.0
    assert "Swish" in found.told[1].zh


def test_what_is_drawn():
    chart, bars, grid = result(shapes="prelu,swish").findings
    assert isinstance(chart, Chart)
    assert isinstance(bars, Bars)
    assert isinstance(grid, Grid)
    assert [one.name.en for one in chart.series] == ["PReLU α, layer 2", "Swish β, layer 2"]
    assert chart.series[0].points[0] == (0.0, 0.25)
    assert [bar.name.en for bar in bars.bars] == ["PReLU fixed", "PReLU learned", "Swish fixed", "Swish learned"]


def test_one_function_alone_shows_how_far_seeds_are_apart():
    middle, above, below = result().findings[0].series[:3]
    assert below.points[-1][1] < middle.points[-1][1] < above.points[-1][1]


def test_stopped_before_the_first_function_is_trained_it_says_so():
    early = next(iter(run(settled(LAB, SMALL, "1")))).result()
    assert early.answer == ""
    assert early.verdict.en.startswith("No function")


def test_stopped_in_the_second_function_it_tells_of_the_first_and_names_what_is_missing():
    part = list(islice(run(settled(LAB, SMALL | {"shapes": "prelu,swish"}, "1")), 10))[-1].result()
    assert part.answer == ""
    assert "PReLU" in part.verdict.en
    assert part.told[-1].en == "Not trained to the end: Swish."


def test_a_single_seed_proves_nothing():
    found = result(runs="1")
    assert found.answer == ""
    assert "luck" in found.verdict.en


def test_the_same_seed_finds_the_same_and_another_does_not():
    assert result() == result()
    assert result().measures != result(seed="2").measures


def test_what_explodes_is_told():
    found = result(rate="1", pace="100", steps="60")
    assert "blew up" in found.told[1].en
    assert np.isfinite(found.findings[0].series[0].points[0][1])


@pytest.mark.parametrize("option", [{"depth": "1"}, {"depth": "6", "units": "2"}, {"rate": "0.0001", "steps": "1"}])
def test_extremes_work(option):
    assert result(**option).verdict.zh


@pytest.mark.parametrize(
    ("gains", "answer"),
    [((0.1, 0.1), "all"), ((0.1, 0.0), "some"), ((0.0, 0.0), "none"), ((-0.1, 0.0), "worse"), ((0.1, -0.1), "")],
)
def test_better_here_and_worse_there_is_none_of_the_predictions(gains, answer):
    noise = 0.001 * np.array([1.0, -1.0, 2.0, -2.0])
    trials = [Trial(SHAPES[name], [], 0.0) for name in ("prelu", "swish")]
    for trial, gain in zip(trials, gains, strict=True):
        trial.accuracy = np.stack([np.full(4, 0.5), 0.5 + gain + noise, np.full(4, 0.5), np.full(4, 0.5)])
    assert _answer(Found(settled(LAB, SMALL | {"shapes": "prelu,swish"}, "1"), trials)) == answer


def test_networks_that_did_not_survive_are_counted_and_nothing_is_concluded_from_none():
    trial = Trial(SHAPES["prelu"], [], 0.0)
    trial.accuracy = np.array([[0.5, nan, 0.5], [0.6, 0.7, nan], [0.5, 0.5, 0.5], [0.5, 0.5, 0.5]])
    found = Found(settled(LAB, SMALL, "1"), [trial])
    assert _answer(found) == ""
    assert "blew up: 2" in _verdict(found).en
    trial.accuracy[LEARNED] = nan
    assert "cannot be compared" in _verdict(found).en
    assert "nan" not in _verdict(found).zh
