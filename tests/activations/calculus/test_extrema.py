"""Suprema and where they are, on curves whose answers are known in closed form."""

from math import e, inf, pi, sqrt

import numpy as np
import pytest

from tutor.activations.calculus.curve import Curve
from tutor.activations.calculus.extrema import largest, smallest
from tutor.errors import UsageError


@pytest.fixture(autouse=True)
def _quiet():
    with np.errstate(all="ignore"):
        yield


def bump(x):
    return np.exp(-np.square(x - 0.3))


def d_bump(x):
    return -2 * (x - 0.3) * bump(x)


def test_with_a_slope_the_place_is_exact():
    assert largest(Curve(bump, d_bump)).place == pytest.approx(0.3, abs=1e-16)


def test_without_a_slope_the_value_is_exact_and_the_place_good_to_seven_digits():
    found = largest(Curve(bump))
    assert found.value == 1
    assert found.place == pytest.approx(0.3, abs=1e-7)


def test_a_supremum_that_is_only_approached_lies_at_infinity():
    assert (largest(Curve(np.tanh)).value, largest(Curve(np.tanh)).place) == (1, inf)
    assert (smallest(Curve(np.tanh)).value, smallest(Curve(np.tanh)).place) == (-1, -inf)


def test_a_value_shared_by_an_interval_has_no_place():
    flat = Curve(lambda x: np.maximum(x, 0.0), lambda x: np.where(x > 0, 1.0, 0.0), (0.0,))
    assert smallest(flat).place is None
    assert smallest(Curve(np.ones_like)).place is None


def test_one_sided_values_beside_a_jump_count():
    saw = Curve(lambda x: np.where(x < 0.3, x, -1.0), breaks=(0.3,))
    found = largest(saw)
    assert found.value == pytest.approx(0.3, abs=1e-15)
    assert found.place == 0.3


def test_of_two_equal_peaks_the_right_one_is_named():
    twin = Curve(lambda x: np.square(x) * np.exp(-np.square(x)))
    assert largest(twin).value == pytest.approx(1 / e, rel=1e-15)
    assert largest(twin).place == pytest.approx(1, abs=1e-7)


def test_a_wave_has_its_extrema_though_it_has_no_limits():
    wave = Curve(lambda x: np.sin(np.clip(x, -1e6, 1e6)) + 0 * x, np.cos)
    assert largest(wave).value == pytest.approx(1, abs=1e-15)
    assert largest(wave).place == pytest.approx(pi / 2, rel=1e-12)


def test_the_grid_is_fine_enough_for_a_narrow_peak_between_its_points():
    narrow = Curve(lambda x: 1 / (1 + np.square((x - sqrt(2)) / 0.02)))
    assert largest(narrow).value == pytest.approx(1, abs=1e-12)


def test_a_curve_without_values_is_refused():
    with pytest.raises(UsageError) as caught:
        largest(Curve(lambda x: x * np.nan))
    assert caught.value.key == "expression.no_values"
