"""Functions that units apply: exact ones of the catalogue, tables of written ones."""

from __future__ import annotations

import numpy as np
import pytest

from tutor.errors import UsageError
from tutor.labs.functions import REACH, quick, unit

X = np.linspace(-30, 30, 4001)


def test_a_written_function_is_what_it_says():
    one = unit("x*tanh(x)")
    assert one.value(X) == pytest.approx(X * np.tanh(X), abs=2e-6)
    assert one.slope(X) == pytest.approx(np.tanh(X) + X / np.cosh(X) ** 2, abs=2e-6)


def test_beyond_its_table_a_function_goes_straight_on():
    one = unit("x^2")
    assert one.value(np.array([REACH + 1])) == pytest.approx(REACH**2 + 2 * REACH)
    assert one.slope(np.array([-REACH - 1, REACH + 9])) == pytest.approx([-2 * REACH, 2 * REACH])


@pytest.mark.parametrize("name", ["gelu", "mish", "sigmoid", "tanhshrink"])
def test_a_smooth_function_is_tabled_to_seven_digits(name):
    exact, table = unit(name), quick(unit(name))
    assert table is not exact
    assert table.value(X) == pytest.approx(exact.value(X), abs=5e-7)
    assert table.slope(X) == pytest.approx(exact.slope(X), abs=2e-6)


@pytest.mark.parametrize("name", ["sine", "snake", "softsign"])
def test_a_function_that_never_gets_straight_is_not_tabled(name):
    one = unit(name)
    assert quick(one) is one


def test_a_function_with_a_kink_is_not_tabled():
    assert quick(unit("relu")).slope(np.array([-1e-9, 0.0, 1e-9])).tolist() == [0, 0, 1]


def test_what_is_no_number_stays_none():
    one = unit("x*tanh(x)")
    assert np.isnan(one.value(np.array([np.nan]))).all()
    assert np.isinf(one.value(np.array([np.inf]))).all()


def test_a_function_without_values_is_refused():
    with pytest.raises(UsageError):
        unit("1/x")
