"""approx: what one hidden layer can imitate, beside theory and the figures of the course."""

from __future__ import annotations

from functools import cache
from math import pi, sqrt

import numpy as np
import pytest

from tutor.labs.catalogue import find
from tutor.labs.collapse import affine_xor, collapse, convolved, folded_xor, merged
from tutor.labs.exact import degree, exact
from tutor.labs.fitting import drawn, folded_rest, middles, placed, polynomial_rest, rms, solved, trained
from tutor.labs.settings import settled

LAB = find("approx")
SMALL = {"functions": "x^2,relu,tanh", "runs": "3", "steps": "0", "width": "80"}


@cache
def results(**given):
    return [step.result() for step in LAB.run(settled(LAB, SMALL | given, "1"))]


def wave():
    return np.sin(3 * pi * middles())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x^2", 2),
        ("identity", 1),
        ("7", 0),
        ("x^3-x", 3),
        ("(x+1)^10", 10),
        ("relu", None),
        ("tanh", None),
        ("sin(x/100)", None),
        ("x*tanh(x)", None),
    ],
)
def test_polynomials_are_told_from_everything_else(text, expected):
    assert degree(exact(text)) == expected


def test_an_expression_is_computed_and_not_looked_up():
    square = exact("x^2")
    far = np.array([-1234.5, 0.0, 77.25])
    assert square.value(far) == pytest.approx(far**2, rel=1e-15)
    assert square.slope(np.zeros((2, 10_000))).shape == (2, 10_000)


def test_parabolas_leave_of_a_wave_what_theory_says():
    """√(½ − 1/(3π²)) = 0.68281; the course has 0.682674, on a grid that counts both ends."""
    assert polynomial_rest(wave(), 2) == pytest.approx(sqrt(1 / 2 - 1 / (3 * pi**2)), abs=2e-6)
    assert polynomial_rest(wave(), 2) == pytest.approx(0.682674, abs=2e-4)
    assert rms(wave()) == pytest.approx(sqrt(1 / 2))


@pytest.mark.parametrize("width", [3, 30])
def test_no_width_helps_a_parabola(width):
    fit = solved(exact("x^2"), drawn(width, 8.0, "a"), wave(), width)
    assert fit.error == pytest.approx(sqrt(1 / 2 - 1 / (3 * pi**2)), abs=2e-6)


def test_forty_kinks_at_equal_distances_leave_what_splines_leave():
    """The course has 0.006012 for forty ReLUs."""
    found = solved(exact("relu"), placed(40), wave(), 40).error
    assert found == pytest.approx(0.006012, rel=0.01)
    assert found == pytest.approx(folded_rest(-9 * wave(), 40, 2 * pi), rel=0.03)


def test_twice_as_many_kinks_leave_a_quarter():
    first, second = (solved(exact("relu"), placed(count), wave(), count).error for count in (40, 80))
    assert first / second == pytest.approx(4, rel=0.03)


def test_one_sine_unit_is_enough_for_a_sine():
    target = np.sin(5 * (middles() - 0.3))
    units = drawn(1, 1.0, "a")
    units = type(units)(np.array([5.0]), np.array([0.3]))
    assert solved(exact("sine"), units, target, 1).error < 1e-14


def test_training_gets_nearer_but_not_as_near_as_solving():
    function, starts = exact("tanh"), [drawn(20, 8.0, "a", run) for run in range(3)]
    left = [float(one.mean()) for one in trained(function, starts, np.sin(3 * pi * middles(100)), 60)]
    exactly = np.mean([solved(function, units, wave(), 20).error for units in starts])
    assert left[-1] < 0.8 * left[0]
    assert left[-1] > exactly


def test_stacks_without_activation_are_one_layer():
    found = collapse("a")
    assert 0 < found.dense < 1e-13
    assert 0 < found.convolved < 1e-13


def test_a_kernel_after_a_kernel_is_a_larger_kernel():
    image = np.arange(50.0).reshape(1, 5, 10)
    first, second = np.ones((1, 1, 1, 2)), np.array([[[[1.0, -1.0]]]])
    assert merged(first, second).ravel().tolist() == [1.0, 0.0, -1.0]
    assert convolved(image, merged(first, second)).ravel().tolist() == [-2.0] * 40


def test_a_kink_between_the_layers_would_not_collapse():
    """The comparison can fail: with ReLU in between the same sum of squares is far from one layer."""
    image = np.linspace(-1, 1, 75).reshape(3, 5, 5)
    one, two = np.full((3, 3, 2, 2), 0.3), np.full((3, 3, 2, 2), -0.2)
    bent = convolved(np.maximum(convolved(image, one), 0), two)
    assert np.abs(bent - convolved(image, merged(one, two))).max() > 0.1


def test_xor_needs_two_kinks():
    assert affine_xor() == pytest.approx(0.5)
    assert folded_xor() == 0.0


def test_the_whole_lab_says_who_gets_stuck():
    last = results()[-1]
    assert last.answer == "polynomial"
    measures = [measure for measure in last.measures if measure.theory is not None]
    assert measures[0].measured == pytest.approx(measures[0].theory, rel=1e-9)
    assert "0.683" in last.verdict.zh
    assert "0.683" in last.verdict.en
    assert [type(finding).__name__ for finding in last.findings] == ["Chart", "Chart", "Grid"]


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
