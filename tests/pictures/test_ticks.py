"""Ticks are round, even, and labelled alike."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tutor.pictures.ticks import powers, ticks


@pytest.mark.parametrize(
    ("low", "high", "most", "texts"),
    [
        (-6, 6, 5, "−6 −3 0 3 6"),
        (-6, 6, 9, "−6 −4 −2 0 2 4 6"),
        (-10, 10, 9, "−10 −5 0 5 10"),
        (-0.04, 1.04, 5, "0.00 0.25 0.50 0.75 1.00"),
        (-4, 4, 5, "−4 −2 0 2 4"),
        (-1e9, 1e9, 3, "−1×10⁹ 0 1×10⁹"),
    ],
)
def test_ticks_meet_both_ends_where_round_numbers_can(low, high, most, texts):
    assert " ".join(tick.text for tick in ticks(low, high, most)) == texts


@given(st.floats(-1e12, 1e12), st.floats(1e-6, 1e12), st.integers(2, 20))
def test_ticks_lie_inside_evenly_spaced_and_look_different(low, span, most):
    assume(span > 1e-9 * abs(low))  # what a range must have
    high = low + span
    found = ticks(low, high, most)
    assert len(found) <= most
    assert all(low - 1e-6 * span <= tick.at <= high + 1e-6 * span for tick in found)
    if span > 1e-6 * abs(low):
        assert len({tick.text for tick in found}) == len(found)
    gaps = [b.at - a.at for a, b in pairwise(found)]
    assert all(abs(gap - gaps[0]) <= 1e-6 * span for gap in gaps)


@pytest.mark.parametrize(
    ("low", "high", "most", "texts"),
    [
        (-9.8, 0.2, 2, "10⁻⁵ 1"),  # a step of ten would leave 1 alone
        (-9.8, 0.2, 5, "10⁻⁹ 10⁻⁶ 10⁻³ 1"),
        (-26.1, 3.0, 3, "10⁻²⁰ 1"),
        (-0.4, 0.4, 3, "1"),
    ],
)
def test_powers_of_ten_show_a_scale(low, high, most, texts):
    assert " ".join(tick.text for tick in powers(low, high, most)) == texts


@given(st.floats(-40, 40), st.floats(6, 60), st.integers(3, 8))
def test_powers_over_a_millionfold_have_two_ticks_at_least_and_no_more_than_asked_for(low, span, most):
    assert 2 <= len(powers(low, low + span, most)) <= most
