"""Where two curves differ: what is said can be checked with a pencil."""

from __future__ import annotations

from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.activations.expression.errors import ExpressionError
from tutor.errors import UsageError
from tutor.pictures.curves import function, lines_of
from tutor.pictures.difference import Apart, Part, difference


def parts(*asked):
    return [(part.low, part.high, part.higher) for part in difference(*asked).parts]


def test_absolute_value_and_relu_agree_on_the_right_and_part_on_the_left():
    found = difference("relu", "abs(x)", (-3, 3))
    assert found.names == ("ReLU(x)", "abs(x)")
    assert found.parts == (Part(-3, 0.0, "second"), Part(0.0, 3, "neither"))
    assert found.apart == Apart(-3.0, 0.0, 3.0)
    assert (found.meet, found.opposite, found.gap) == ((), (), None)


def test_tanh_and_sigmoid_cross_once_and_have_opposite_signs_on_the_left():
    found = difference("tanh", "sigmoid", (-5, 5))
    cross = pytest.approx(0.881373587)  # ln(1 + √2): tanh x = σ(x) there
    assert [(part.low, part.higher) for part in found.parts] == [(-5, "second"), (cross, "first")]
    assert found.opposite == (Part(-5, 0.0, "second"),)


def test_two_bells_cross_twice_and_are_furthest_apart_at_the_top():
    found = difference("sigmoid'", "tanh'", (-6, 6))
    cross = 1.662885891
    assert found.parts == (Part(-6, -cross, "first"), Part(-cross, cross, "second"), Part(cross, 6, "first"))
    assert (found.apart.x, found.apart.first, found.apart.second) == (0.0, pytest.approx(0.25), pytest.approx(1))


def test_curves_that_touch_do_not_cross():
    found = difference("gelu", "silu", (-5, 3))
    assert found.parts == (Part(-5, 3, "first"),)
    assert found.meet == (0.0,)


def test_a_gap_that_is_the_same_everywhere():
    found = difference("tanh(x)", "2*sigmoid(2*x)", (-4, 4))
    assert found.gap == pytest.approx(1)
    assert found.parts == (Part(-4, 4, "second"),)


def test_the_largest_distance_is_found_between_the_samples():
    found = difference("x", "x^2", (0, 1))
    assert (found.apart.x, found.apart.first, found.apart.second) == pytest.approx((0.5, 0.5, 0.25), abs=1e-4)
    found = difference("log(x)", "x", (0.6, 1.8))
    assert found.apart.x == 1.8
    assert found.apart.first == pytest.approx(log(1.8))


def test_a_jump_is_a_place_and_its_side_is_told():
    found = difference("relu'", "tanh'", (-4, 4))
    assert found.parts == (Part(-4, 0.0, "second"), Part(0.0, 4, "first"))
    found = difference("relu6'", "hardtanh'", (-8, 8))
    assert found.parts == (
        Part(-8, -1.0, "neither"),
        Part(-1.0, 0.0, "second"),
        Part(0.0, 1.0, "neither"),
        Part(1.0, 6.0, "first"),
        Part(6.0, 8, "neither"),
    )
    assert found.apart == Apart(6.0, 1.0, 0.0, side=-1)


def test_the_same_function_twice_differs_nowhere():
    found = difference("tanh(x)", "2*sigmoid(2*x)-1", (-4, 4))
    assert found.parts == (Part(-4, 4, "neither"),)
    assert (found.apart, found.gap, found.opposite) == (None, None, ())


def test_nothing_is_said_where_a_function_has_no_value():
    found = difference("log(x)", "x", (-1, 3))
    assert [(part.low, part.higher) for part in found.parts] == [(pytest.approx(0, abs=1e-6), "second")]
    assert found.apart is None
    found = difference("1/x", "x", (-2, 2))
    assert [part.higher for part in found.parts] == ["first", "second", "first", "second"]
    assert [part.low for part in found.parts] == [-2, -1.0, 0.0, 1.0]
    assert found.apart is None, "nothing is furthest apart at a pole"


def test_what_cannot_be_compared_is_refused():
    with pytest.raises(ExpressionError):
        difference("tanh(", "x", (-1, 1))
    with pytest.raises(UsageError):
        difference("tanh", "x", (1, 1))


NAMES = st.sampled_from(
    ["relu", "tanh", "sigmoid", "gelu", "silu'", "relu'", "elu", "softplus", "abs(x)", "sin(3*x)", "0.3"]
)


@given(NAMES, NAMES, st.integers(-6, 2), st.integers(3, 6), st.data())
@settings(max_examples=40, deadline=None)
def test_what_is_said_holds_at_any_place(first, second, low, high, data):
    found = difference(first, second, (low, high))
    one, other = (function(line).value for line in lines_of((first, second), 0, {}))
    assert [part.low for part in found.parts[1:]] == [part.high for part in found.parts[:-1]], "no gap between parts"
    for part in found.parts:
        share = data.draw(st.floats(0.01, 0.99))
        x = part.low + share * (part.high - part.low)
        gap = one(x) - other(x)
        if not any(abs(x - place) < 1e-3 for place in found.meet):
            assert {"first": gap > -1e-9, "second": gap < 1e-9, "neither": abs(gap) < 1e-9}[part.higher], (x, gap)
        if found.apart:
            assert abs(gap) <= abs(found.apart.first - found.apart.second) + 1e-6
    for part in found.opposite:
        middle = (part.low + part.high) / 2
        assert one(middle) * other(middle) < 0


def test_curves_that_meet_at_the_edge_differ_up_to_it():
    assert difference("0.25^x", "0.25/x", (1, 8)).parts == (Part(1, 8, "second"),)
    assert difference("x", "1", (-1, 1)).parts == (Part(-1, 1, "second"),)


def test_a_jump_at_the_edge_is_told_from_inside():
    found = difference("tanh", "relu'", (0, 3))
    assert found.parts == (Part(0, 3, "second"),)
    assert (found.apart.x, found.apart.side, found.apart.second) == (0.0, 1, 1.0)
    assert found.apart.first == pytest.approx(0, abs=1e-6)
    found = difference("relu'", "0.25", (-3, 0))
    assert (found.apart.first, found.apart.second) == (0.0, 0.25)
