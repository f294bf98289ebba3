"""Random networks both ways: the errata's figures, theory beside measurement."""

from math import log10, sqrt

import numpy as np
import pytest

from tutor.labs.deep import expected, measured, net
from tutor.labs.functions import unit
from tutor.labs.pacing import finished


def ends(name, gain, depth, units=100, runs=3):
    """Return the powers of the gradient at the inputs, one for each network."""
    found = [finished(measured(unit(name), [gain], finished(net(depth, units, seed)))) for seed in range(runs)]
    return np.array([one.gradients[0, 0] for one in found])


@pytest.mark.parametrize(
    ("name", "gain", "depth", "figure"),
    [
        ("relu", 1.0, 100, 6.7e-16),  # E26
        ("tanh", 2.0, 50, 2.0e3),  # E70
        ("tanh", 3.0, 50, 4.8e6),  # E70
        ("tanh", 1.0, 100, 0.077),  # E72
        ("sigmoid", 1.0, 50, 4.0e-32),  # E72, E75
        ("relu", sqrt(2), 50, 1.03),  # E76
    ],
)
def test_networks_come_to_the_figures_of_the_errata(name, gain, depth, figure):
    powers = ends(name, gain, depth)
    spread = max(powers.std(ddof=1), 0.1)
    assert powers.mean() == pytest.approx(log10(figure), abs=4 * spread / sqrt(len(powers)) + 0.1)


@pytest.mark.parametrize(
    ("name", "gain", "depth", "low", "high"),
    [
        ("relu", 1.0, 100, 8.8e-16, 8.9e-16),  # 2⁻⁵⁰
        ("gelu", sqrt(2), 50, 1e-6, 1e-5),  # E76: 4.0e-6 was one network
        ("silu", sqrt(2), 50, 1e-7, 2e-7),
        ("sigmoid", 30.0, 50, 1e11, 3e11),
    ],
)
def test_theory_comes_to_the_figures_of_the_errata(name, gain, depth, low, high):
    assert low < 10 ** finished(expected(unit(name), gain, depth)).gradients[0, 0] < high


def test_gains_side_by_side_do_not_touch_each_other():
    drawn = finished(net(6, 20, "seed"))
    together = finished(measured(unit("tanh"), [0.5, 2.0], drawn))
    alone = finished(measured(unit("tanh"), [2.0], drawn))
    assert together.gradients[1] == pytest.approx(alone.gradients[0])
    assert together.signals[1] == pytest.approx(alone.signals[0])


def test_what_is_too_small_for_a_float_is_still_a_power_of_ten():
    assert finished(expected(unit("sigmoid"), 0.1, 250)).gradients[0, 0] < -350
    assert -1e4 < finished(measured(unit("sigmoid"), [0.1], finished(net(250, 10, 1)))).gradients[0, 0] < -350


def test_what_grows_beyond_all_measure_is_no_number_and_a_step_lets_nothing_through():
    drawn = finished(net(60, 10, 1))
    assert np.isnan(finished(measured(unit("squared_relu"), [9.0], drawn)).gradients[0, 0])
    assert finished(measured(unit("step"), [1.0], drawn)).gradients[0, 0] == -np.inf
