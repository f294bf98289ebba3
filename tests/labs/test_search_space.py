"""The space of candidates: how many there are, that slopes are slopes, and who is known."""

from __future__ import annotations

import numpy as np
import pytest

from tutor.labs.search_space import BINARY, UNARY, known, mirrored, space

ALL = tuple(UNARY), tuple(BINARY)
AWAY = np.linspace(-3.03, 2.99, 41)  # from kinks and poles


def test_ways_of_writing_multiply():
    assert space(("x", "sin", "tanh"), ("add", "mul")).writings == 3 * 3 * 2


def test_the_same_function_is_one_candidate_however_it_is_written():
    """X + 0 and −x differ from x + x by a factor, written x; max(x, −x) is |x|, and 0 + 0 is constant."""
    names = [unit.name for unit in space(("x", "neg", "abs", "zero"), ("add", "max")).units]
    assert names == ["x", "x + |x|", "−x + |x|", "|x|"]


@pytest.mark.parametrize("name", UNARY)
def test_bricks_have_the_slope_of_finite_differences(name):
    brick = UNARY[name]
    expected = (brick.value(AWAY + 1e-6) - brick.value(AWAY - 1e-6)) / 2e-6
    assert brick.slope(AWAY) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("one", space(*ALL).units[::7], ids=lambda one: one.name)
def test_candidates_have_the_slope_of_finite_differences(one):
    with np.errstate(all="ignore"):
        rise = (one.value(AWAY + 1e-6) - one.value(AWAY - 1e-6)) / 2e-6
        slope = one.slope(AWAY)
    near = np.isfinite(rise) & (np.abs(rise) < 1e4) & (np.abs(rise - slope) < 1e3)  # not on a pole or kink
    assert near.mean() > 0.9
    assert slope[near] == pytest.approx(rise[near], rel=1e-3, abs=1e-3)


def test_old_friends_are_recognised():
    """ReLU is max(x, 0), and half of x + |x|; SiLU is x·σ(x)."""
    built = space(("x", "zero", "sigmoid", "abs"), ("mul", "max"))
    friends = known(built.units)
    assert friends["x · σ(x)"] == "SiLU"
    assert friends["max(x, 0)"] == "ReLU"


def test_raw_says_whether_x_itself_is_a_brick():
    built = space(("x", "sin", "sigmoid"), ("mul",))
    found = dict(zip((unit.name for unit in built.units), built.raw, strict=True))
    assert found == {
        "x · x": True,
        "x · sin x": True,
        "x · σ(x)": True,
        "sin x · sin x": False,
        "sin x · σ(x)": False,
        "σ(x) · σ(x)": False,
    }


def test_the_order_of_division_counts():
    names = [unit.name for unit in space(("x", "sin"), ("div",)).units]
    assert "(x) / (sin x)" in names
    assert "(sin x) / (x)" in names


def test_constants_alone_build_nothing():
    assert space(("zero", "one"), ("add", "mul")).units == ()


def test_a_zero_with_a_minus_makes_no_other_candidate():
    """Both x + |x| = 2·ReLU(x) and min(−x, 0) = −ReLU(x) are multiples of one function."""
    names = [unit.name for unit in space(("x", "neg", "abs", "zero"), ("add", "min")).units]
    assert "x + |x|" in names
    assert "min(−x, 0)" not in names


def test_mirror_images_are_found():
    units = space(("x", "neg", "sigmoid", "zero"), ("max", "mul")).units
    pairs = [{units[first].name, units[second].name} for first, second in mirrored(units)]
    assert {"max(x, 0)", "max(−x, 0)"} in pairs
    assert all("x · σ(x)" not in pair for pair in pairs)
