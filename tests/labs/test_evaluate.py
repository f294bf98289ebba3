"""evaluate: a sheet for any function, with what each figure is worth."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from tutor.labs.catalogue import find
from tutor.labs.contest import Contest, Rules, gain
from tutor.labs.evaluate_told import _against, _straightened
from tutor.labs.functions import unit
from tutor.labs.growth import growth, networks
from tutor.labs.model import Chart, Grid
from tutor.labs.settings import settled
from tutor.labs.sheet import STEPS, _distance, calibration, eight_bits, noisy, rounded, silent

QUICK = {"runs": "3", "steps": "60", "rates": "0.03", "depth": "8"}


def run(given, seed="1"):
    return list(find("evaluate").run(settled(find("evaluate"), QUICK | given, seed)))


@pytest.fixture(scope="module")
def contest():
    made = Contest("xor", [unit("relu"), unit("gelu")], Rules(rates=(0.03,), runs=3, steps=60, tests=400), "test")
    list(made.play())
    return made


@pytest.mark.parametrize(
    ("name", "chi"), [("relu", 1.0), ("tanh", 1.177807), ("sigmoid", 0.152827), ("selu", 1.071575)]
)
def test_gradients_grow_by_chi_where_the_length_of_signals_is_stable(name, chi):
    """χ₁ = E f′²/E f² at the gain 1/√E f², the squared gradient per layer; the noise of width 100 is about 2 %."""
    one = unit(name)
    factors = [
        growth(one, gain(one), weights, ("test", run)).factor for run, weights in enumerate(networks(20, 4, "test"))
    ]
    assert np.mean(factors) == pytest.approx(chi, rel=0.05)


def test_a_square_explodes_far_beyond_its_chi():
    one = unit("x^2")
    factors = [growth(one, gain(one), weights, run).factor for run, weights in enumerate(networks(12, 2, "test"))]
    assert min(factors) > 3  # χ₁ is 4/3, but signals do not keep their length


def test_growth_of_nothing_is_no_number():
    assert np.isnan(growth(unit("0*x"), 1.0, next(networks(4, 1, "a")), "a").factor)


def test_rounding_has_256_marks_and_clips():
    low, high = np.zeros((1, 1, 1)), np.full((1, 1, 1), float(STEPS))
    values = np.array([[[-3.0, 0.4, 0.6, 254.7, 300.0]]])
    assert rounded(values, low, high).tolist() == [[[0.0, 0.0, 1.0, 255.0, 255.0]]]
    assert np.isfinite(rounded(values, low, low)).all()


def test_calibration_is_the_distance_of_confidence_and_hits():
    """Two bins: 0.9 sure and right half the time, 0.6 sure and right always: (0.4 + 0.4)/2."""
    confidence = np.array([[0.95, 0.95, 0.65, 0.65]])
    right = np.array([[True, False, True, True]])
    assert _distance(confidence, right) == pytest.approx((2 * 0.45 + 2 * 0.35) / 4)


def test_a_perfect_model_has_a_calibration_error_too(contest):
    error, floor = calibration(contest)
    assert error.shape == floor.shape == (2, 3)
    assert (floor > 0).all()
    assert (floor < 0.06).all()


def test_noise_costs_accuracy_and_none_costs_nothing(contest):
    assert noisy(contest, 0.0) == pytest.approx(0.0, abs=1e-12)
    assert noisy(contest, 2.0).min() > 0.05


def test_eight_bits_cost_little_in_a_small_network(contest):
    assert np.abs(eight_bits(contest)).max() < 0.02


def test_relu_is_silent_and_gelu_is_not(contest):
    dead, zeros = silent(contest)
    assert zeros[0].min() > 0.3
    assert zeros[1].max() < 0.01
    assert dead[1].max() == 0


def test_sigmoid_is_worse_and_a_function_is_as_good_as_itself():
    spirals = {"data": "spirals", "runs": "6", "steps": "150"}
    result = run(spirals | {"function": "sigmoid", "beside": "relu"})[-1].result()
    assert result.answer == "worse"
    chart, trained, paper = result.findings
    assert isinstance(chart, Chart)
    assert isinstance(trained, Grid)
    assert isinstance(paper, Grid)
    assert "*" in trained.rows[0][2].en
    same = run({"function": "max(x,0)", "beside": "relu"})[-1].result()
    assert same.answer == "level"


def test_the_cheap_half_is_known_first():
    generator = find("evaluate").run(settled(find("evaluate"), QUICK, "1"))
    first = next(generator).result()
    assert [type(finding) for finding in first.findings] == [Grid]
    assert first.answer == ""
    racing = next(step for step in generator if step.done > 0.5).result()
    assert [type(finding) for finding in racing.findings] == [Chart, Grid]
    assert len(racing.measures) == 3  # the growth of each function


def test_the_same_seed_gives_the_same_numbers():
    small = {"steps": "5", "runs": "2", "depth": "3"}
    assert run(small)[-1].result() == run(small)[-1].result()
    assert run(small)[-1].result() != run(small, "2")[-1].result()


@pytest.mark.parametrize(
    "given",
    [
        {"function": "0*x", "beside": "step,squared_relu,x^3"},
        {"function": "exp(x)/100", "rates": "10", "noise": "10"},
        {"function": "relu", "beside": "relu"},
        {"runs": "1", "depth": "2", "noise": "0"},
        {"layers": "10", "width": "1", "samples": "16", "start": "he"},
    ],
)
def test_extremes_come_to_an_end(given):
    result = run({"steps": "3", "runs": "2", "depth": "3"} | given)[-1].result()
    assert result.verdict.zh
    assert len(result.findings) == 3


def test_a_gap_that_rounds_to_nothing_has_no_sign():
    rows = {"accuracy": np.array([[0.9000, 0.9000], [0.9001, 0.9001], [0.8500, 0.8500]])}
    found = SimpleNamespace(rows=rows, units=(unit("relu"), unit("gelu"), unit("tanh")))
    assert _against(found, 1).en == "GELU 0.0 ± 0.0"
    assert _against(found, 2).en == "Tanh +5.0 ± 0.0"


@pytest.mark.parametrize(("text", "bent"), [("x^2", True), ("x*sin(x)", True), ("x*tanh(x)", False), ("abs(x)", False)])
def test_what_goes_on_straight_without_being_straight_is_told(text, bent):
    found = SimpleNamespace(units=(unit(text), unit("gelu")))
    assert [text in said.en for said in _straightened(found)] == [True] * bent
