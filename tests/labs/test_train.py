"""train: the comparison with error bars."""

from __future__ import annotations

import pytest

from tutor.labs.catalogue import find
from tutor.labs.model import Bars, Chart, Grid
from tutor.labs.settings import settled

QUICK = {"functions": "relu,leaky_relu,sigmoid", "data": "spirals", "rates": "0.03", "runs": "5", "steps": "150"}


def run(given, seed="1"):
    return list(find("train").run(settled(find("train"), given, seed)))


def test_sigmoid_falls_behind_and_the_leaky_slope_does_not_matter():
    """As in a comparison over 20 seeds (NumPy): ReLU .9450, Leaky .9455, sigmoid .9128; only sigmoid is behind."""
    result = run(QUICK)[-1].result()
    assert result.answer == "some"
    chart, bars, grid = result.findings
    assert isinstance(chart, Chart)
    assert isinstance(bars, Bars)
    assert isinstance(grid, Grid)
    relu, leaky, sigmoid = (bar.value for bar in bars.bars)
    assert abs(relu - leaky) < 5
    assert sigmoid < min(relu, leaky) - 10
    assert [row[1].en.endswith("*") for row in grid.rows] == [False, False, True]
    assert "Sigmoid" in result.verdict.zh


def test_identical_functions_cannot_be_told_apart():
    result = run(QUICK | {"functions": "relu,max(x,0)", "steps": "40"})[-1].result()
    assert result.answer == "none"


def test_before_a_race_is_over_nothing_is_claimed():
    generator = find("train").run(settled(find("train"), QUICK, "1"))
    first = next(generator).result()
    assert first.answer == ""
    assert not first.measures
    racing = next(one for one in generator if one.done > 0.9).result()
    assert racing.answer == ""
    assert [type(finding) for finding in racing.findings] == [Chart]


def test_the_share_that_is_done_grows():
    shares = [step.done for step in run(QUICK | {"data": "xor,moons", "steps": "5", "runs": "2"})]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_run_that_stops_early_says_what_is_missing():
    generator = find("train").run(settled(find("train"), QUICK | {"data": "xor,moons", "steps": "10"}, "1"))
    step = next(one for one in generator if one.done > 0.5)
    result = step.result()
    assert "1" in result.told[0].en
    assert "Stopped early" in result.told[0].en
    assert sum(isinstance(finding, Bars) for finding in result.findings) == 1


def test_the_same_seed_gives_the_same_numbers():
    small = QUICK | {"steps": "20", "runs": "2"}
    assert run(small)[-1].result() == run(small)[-1].result()
    assert run(small)[-1].result() != run(small, "2")[-1].result()


@pytest.mark.parametrize(
    "given",
    [
        {"functions": "x*tanh(x),0*x,squared_relu,step", "rates": "10"},
        {"runs": "1"},
        {"functions": "relu"},
        {"samples": "16", "width": "1"},
        {"layers": "10", "start": "he"},
        {"rates": "0.00001,0.1"},
    ],
)
def test_extremes_come_to_an_end(given):
    result = run(QUICK | {"steps": "5", "runs": "2"} | given)[-1].result()
    assert result.verdict.zh
    assert result.findings
