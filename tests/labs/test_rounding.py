"""Marks on a ruler: zero is exact, errors are a step over root 12."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from tutor.labs.functions import unit
from tutor.labs.rounding import BITS, ends, rounded, ruler, step


@settings(max_examples=60, deadline=None)
@given(some.floats(-50, 50), some.floats(-50, 50), some.integers(1, 12))
@example(0.0, 5e-324, 2)
def test_zero_stays_zero_and_nothing_moves_more_than_a_step(one, other, bits):
    low, high = np.array(min(one, other)), np.array(max(one, other))
    x = np.linspace(min(low, 0), max(high, 0), 101)
    found = rounded(x, low, high, bits)
    size = float(step(low, high, bits))
    assert rounded(np.array(0.0), low, high, bits) == 0
    assert np.unique(np.round(found / size)).size <= 2**bits
    assert np.abs(found - x).max() <= size * (1 + 1e-9)  # at the ends the zero point may shift by half a step


def test_relu6_has_steps_of_6_over_255():
    """The course has 0.0235294."""
    assert float(step(np.array(0.0), np.array(6.0), 8)) == pytest.approx(0.0235294, abs=1e-7)


def test_even_errors_are_a_step_over_root_12():
    known = ruler(unit("identity"), 1.0, 5, "a")
    for errors, size in zip(known.errors[3:], known.steps[3:], strict=True):
        assert errors.mean() == pytest.approx(size / sqrt(12), rel=0.03)


def test_each_further_bit_halves_the_error():
    known = ruler(unit("tanh"), 2.0, 5, "a")
    last, before = known.errors[-1].mean(), known.errors[-2].mean()
    assert before / last == pytest.approx(2, rel=0.03)
    assert len(known.errors) == len(BITS)


def test_exact_zeros_make_relu6_better_than_theory():
    known = ruler(unit("relu6"), 2.0, 3, "a")
    assert known.errors[6].mean() < 0.8 * known.steps[6] / sqrt(12)


def test_ranges_belong_to_each_run():
    low, high = ends(np.array([[[0.0, 1.0]], [[-5.0, 2.0]]]))
    assert low.shape == (2, 1, 1)
    assert high.ravel().tolist() == [1.0, 2.0]
