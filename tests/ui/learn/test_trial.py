"""Trying a function out: numbers, expressions, sliders; whatever is typed, the page draws."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.ui.field import Field
from tutor.ui.learn.trial import entered, opened, pressed


def trial(*curves):
    found = opened(curves or ("sigmoid", "sigmoid′"), (-6.0, 6.0))
    assert found is not None
    return found


def keys(state, *pressed_keys):
    for key in pressed_keys:
        state = pressed(state, key, "en")
    return state


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2", ("σ(2) = 0.8808", "σ′(2) = 0.105")),
        ("−1", ("σ(−1) = 0.2689", "σ′(−1) = 0.1966")),
        ("１/２", ("σ(0.5) = 0.6225", "σ′(0.5) = 0.235")),
        ("log(3)", ("log(3) = 1.099", "σ(3) = 0.9526", "σ′(3) = 0.04518")),
        ("σ'(10)", ("σ′(10) = 4.54×10⁻⁵", "σ(10) = 1", "σ′(10) = 4.54×10⁻⁵")),
        ("1/0", ("1/0 = ∞",)),
        ("max(sigmoid′)", ("max(sigmoid′) = 0.25",)),
    ],
)
def test_a_number_is_a_place_and_a_call_tells_its_value_too(text, told):
    after = entered(trial(), text)
    assert after.notice is None
    assert after.told[: len(told)] == told


def test_the_point_stands_on_every_curve():
    after = entered(trial(), "2")
    marks = [mark for curve in after.picture().curves for mark in curve.marks]
    assert [(mark.kind, mark.x, round(mark.y, 4)) for mark in marks] == [("point", 2, 0.8808), ("point", 2, 0.105)]


def test_a_place_outside_widens_the_frame():
    after = entered(trial(), "20")
    assert after.live.wanted.x == (-6, pytest.approx(23))
    assert any(curve.marks for curve in after.picture().curves)


@pytest.mark.parametrize("text", ["tanh", "relu'", "x^2/10", "2x(1−x)", "swish(x, β=2)"])
def test_an_expression_in_x_is_drawn_beside_the_curves_of_the_step(text):
    after = entered(trial(), text)
    assert after.notice is None
    assert len(list(after.picture().curves)) == 3
    assert len(list(entered(after, "elu").picture().curves)) == 3, "one at a time"


def test_an_empty_line_goes_back_to_the_start():
    start = trial()
    after = entered(entered(entered(start, "tanh"), "2"), "")
    assert (after.live, after.x, after.told) == (start.live, None, ())


@pytest.mark.parametrize("text", ["(", "nosuch", "2 +", "1e999", "log(-1)", "x" * 500, "softmax(x)", "当 x"])
def test_what_cannot_be_read_or_drawn_is_said_and_nothing_changes(text):
    start = trial()
    after = entered(start, text)
    assert after.notice is not None or after.told
    assert after.live == start.live
    assert after.picture()


def test_sliders_move_the_parameter_and_the_value_at_the_place():
    state = entered(trial("swish"), "1")
    moved = keys(state, "tab", "right", "right")
    assert moved.live.sliders[0].value == 1.2
    assert moved.told != state.told
    assert keys(moved, "tab").sliding is False
    assert keys(moved, "5").field == Field("5", 1), "typing goes back to the field"


def test_tab_without_parameters_means_nothing():
    assert keys(trial(), "tab") == trial()


def test_left_and_right_edit_the_field_while_it_is_typed():
    assert keys(trial("swish"), "1", "2", "left").field == Field("12", 1)


def test_up_and_down_zoom():
    assert keys(trial(), "up").live.wanted.x == pytest.approx((-4.8, 4.8))
    assert keys(trial(), "up", "down").live.wanted.x == pytest.approx((-6, 6))


def test_a_curve_that_cannot_be_drawn_is_not_tried():
    assert opened(("log(x)",), (-6.0, -1.0)) is None


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"0123456789x+-*/^().,σ′ e", "enter", "tab", "left", "right", "up", "down", "backspace"]),
        max_size=30,
    )
)
def test_no_keys_break_the_page(script):
    state = trial("swish")
    for key in script:
        state = pressed(state, key, "zh")
        assert state.live.expressions[0] == "swish"
    assert state.picture()


def test_a_parameter_the_author_fixed_has_no_slider():
    """A slider that moves nothing is worse than none."""
    assert opened(("silu(x, β=0.3)", "silu(x, β=5)"), (-5.0, 3.0)).live.sliders == ()
    assert [one.name for one in opened(("silu(x, β=5)", "silu"), (-5.0, 3.0)).live.sliders] == ["β"]


def test_a_parameter_with_a_subscript_slides():
    trial = opened(("acon_c",), (-3.0, 3.0))
    assert [one.name for one in trial.live.sliders] == ["p₁", "p₂", "β"]
    (before, *_), (after, *_) = (
        found.live.sliders for found in (trial, pressed(pressed(trial, "tab", "en"), "right", "en"))
    )
    assert after.value > before.value
