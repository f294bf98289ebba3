"""Normal means of catalogue functions and of written ones."""

import math

import pytest

from tutor.labs.functions import unit
from tutor.labs.moments import moments


def test_relu_has_its_known_moments():
    found = moments(unit("relu"))
    assert found.mean == pytest.approx(1 / math.sqrt(2 * math.pi))
    assert found.square == pytest.approx(0.5)
    assert found.slope_square == pytest.approx(0.5)
    assert found.variance == pytest.approx(0.5 - 1 / (2 * math.pi))


@pytest.mark.parametrize(("mean", "deviation"), [(0.0, 1.0), (0.7, 2.0), (-1.0, 0.3)])
def test_a_written_function_has_the_moments_of_the_same_one_of_the_catalogue(mean, deviation):
    written, known = moments(unit("max(x, 0)"), mean, deviation), moments(unit("relu"), mean, deviation)
    assert written.mean == pytest.approx(known.mean, rel=1e-3)
    assert written.square == pytest.approx(known.square, rel=1e-3)
    assert written.slope_square == pytest.approx(known.slope_square, abs=1e-3)


def test_a_signal_without_spread_is_one_number_and_an_endless_one_has_no_moments():
    assert moments(unit("tanh"), 0.5, 0.0).mean == pytest.approx(math.tanh(0.5))
    assert math.isnan(moments(unit("relu"), 0.0, 1e70).square)
