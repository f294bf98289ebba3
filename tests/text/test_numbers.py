"""The one formatter of numbers for people."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.text.numbers import percent, significant


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        (0.0, 3, "0"),
        (-0.0, 3, "0"),
        (0.25, 3, "0.25"),
        (1.0, 3, "1"),
        (-2.0, 3, "−2"),
        (1 / 3, 3, "0.333"),
        (4.539580773595167e-05, 3, "4.54×10⁻⁵"),
        (4.539580773595167e-05, 6, "4.53958×10⁻⁵"),
        (-1.7580993408473766, 3, "−1.76"),
        (0.000454, 3, "0.000454"),
        (0.00099999, 2, "0.001"),
        (999.9996, 3, "1000"),
        (25250.0, 3, "25250"),
        (123456.7, 3, "123000"),
        (1e6, 3, "1×10⁶"),
        (2.5e-12, 1, "2×10⁻¹²"),
        (math.inf, 3, "∞"),
        (-math.inf, 3, "−∞"),
        (math.nan, 3, "NaN"),
    ],
)
def test_numbers_read_as_people_write_them(value, digits, shown):
    assert significant(value, digits) == shown


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12), st.integers(1, 8))
def test_what_is_shown_is_the_value_to_its_digits(value, digits):
    text = significant(value, digits)
    back = text.replace("−", "-").replace("×10", "e").translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))
    whole = value == int(value) and abs(value) < 1e6
    assert float(back) == (value if whole else pytest.approx(value, rel=0.5 * 10 ** (1 - digits) * 1.0001))


def test_percent_is_whole():
    assert percent(0.897) == "90 %"
