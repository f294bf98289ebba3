"""One hidden layer beside what theory says it leaves."""

from __future__ import annotations

from math import pi, sqrt

import numpy as np
import pytest

from tutor.labs.exact import exact
from tutor.labs.fitting import Units, drawn, folded_rest, middles, placed, polynomial_rest, rms, solved, trained


def wave():
    return np.sin(3 * pi * middles())


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
    units = Units(np.array([5.0]), np.array([0.3]))
    assert solved(exact("sine"), units, target, 1).error < 1e-14


def test_training_gets_nearer_but_not_as_near_as_solving():
    function, starts = exact("tanh"), [drawn(20, 8.0, "a", run) for run in range(3)]
    left = [float(one.mean()) for one in trained(function, starts, np.sin(3 * pi * middles(100)), 60)]
    exactly = np.mean([solved(function, units, wave(), 20).error for units in starts])
    assert left[-1] < 0.8 * left[0]
    assert left[-1] > exactly
