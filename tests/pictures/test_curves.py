"""A picture holds finite pieces inside its frame, cut where the function is."""

from itertools import pairwise
from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.activations.expression import ExpressionError, calculate
from tutor.errors import UsageError
from tutor.pictures.curves import curves, picture
from tutor.pictures.model import Wanted


def only(expression, **options):
    (panel,) = picture([expression], Wanted(**options), {}).panels
    return panel


def ends(curve):
    return [(segment[0], segment[-1]) for segment in curve.segments]


def test_a_smooth_curve_is_one_piece_from_edge_to_edge():
    panel = only("sigmoid")
    (segment,) = panel.curves[0].segments
    assert (segment[0][0], segment[-1][0]) == (-6, 6)
    assert all(isclose(y, calculate("sigmoid(x)", {"x": x}), abs_tol=1e-15) for x, y in segment)


def test_a_jump_leaves_a_gap_with_both_sides_exact():
    left, right = ends(only("relu'").curves[0])
    assert left[1] == pytest.approx((0, 0), abs=1e-15)
    assert right[0] == pytest.approx((0, 1), abs=1e-15)


def test_a_kink_is_a_point_of_the_curve():
    assert (0.0, 0.0) in only("relu", x=(-6, 5.7)).curves[0].segments[0]


def test_a_pole_that_nobody_declared_is_cut():
    panel = only("1/(x-0.123)")
    left, right = ends(panel.curves[0])
    assert left[1][1] == panel.y.low
    assert right[0][1] == panel.y.high
    assert abs(panel.y.low) < 50


def test_a_jump_that_nobody_declared_is_cut():
    assert len(only("sqrt(x^2)/x").curves[0].segments) == 2


def test_a_steep_curve_is_not_a_jump():
    assert len(only("sigmoid(200*x)").curves[0].segments) == 1


def test_where_the_value_ends_the_curve_reaches_the_end():
    left, right = ends(only("sqrt(1-x^2)").curves[0])[0]
    assert left == pytest.approx((-1, 0), abs=1e-7)
    assert right == pytest.approx((1, 0), abs=1e-7)


def test_a_given_height_cuts_at_its_edge():
    panel = only("x^3", y=(-1, 1))
    (piece,) = ends(panel.curves[0])
    assert piece == (pytest.approx((-1, -1), abs=1e-3), pytest.approx((1, 1), abs=1e-3))


def test_a_flat_curve_stands_in_the_middle():
    panel = only("3")
    assert panel.y.share(3) == 0.5


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["sigmoid''", "1/x", "log(x)", "exp(x^2)", "relu(x)^9", "step(x)-step(x-1)", "x^0.5", "1/(x^2-4)"]),
    st.floats(-1e6, 1e6),
    st.floats(1e-3, 1e6),
)
def test_every_point_is_inside_the_frame_and_every_piece_goes_right(expression, low, span):
    try:
        panel = only(expression, x=(low, low + span))
    except UsageError:
        return
    for segment in panel.curves[0].segments:
        assert all(panel.x.holds(x) and panel.y.holds(y) for x, y in segment)
        assert all(a[0] <= b[0] for a, b in pairwise(segment))


@pytest.mark.parametrize(
    ("x", "key"),
    [
        ((1, 1), "picture.range_order"),
        ((3, -3), "picture.range_order"),
        ((float("-inf"), 3), "picture.range_far"),
        ((float("nan"), 3), "picture.range_far"),
        ((0, 1e300), "picture.range_far"),
        ((1e9, 1e9 + 1e-3), "picture.range_narrow"),
    ],
)
def test_a_range_without_sense_is_refused(x, key):
    with pytest.raises(UsageError) as caught:
        curves(["relu"], x)
    assert caught.value.key == key
    with pytest.raises(UsageError):
        picture(["relu"], Wanted(y=x), {})


def test_nothing_to_see_is_said():
    with pytest.raises(UsageError) as caught:
        curves(["log(x)"], (-6, -1))
    assert caught.value.key == "picture.nothing"


def test_more_curves_than_can_be_told_apart_are_refused():
    with pytest.raises(UsageError) as caught:
        curves(["x"] * 30)
    assert caught.value.key == "picture.too_many"


@pytest.mark.parametrize("expression", ["x < 2", "[1, 2]", "gelu(", "foo(x)", "a*x"])
def test_what_is_no_function_of_x_is_refused_with_its_place(expression):
    with pytest.raises(ExpressionError):
        curves([expression])


def test_without_labels_no_name_is_in_the_picture():
    assert [curve.name for curve in curves(["tanh"], labels=False).curves] == [""]


def test_derivatives_follow_their_function():
    assert [curve.name for curve in only("gelu", order=2).curves] == ["GELU(x)", "GELU′(x)", "GELU″(x)"]


def test_panels_hold_functions_and_derivatives():
    drawn = picture(["relu", "gelu"], Wanted(layout="panels"), {})
    assert [[curve.name for curve in panel.curves] for panel in drawn.panels] == [
        ["ReLU(x)", "GELU(x)"],
        ["ReLU′(x)", "GELU′(x)"],
    ]


def test_a_grid_holds_one_function_in_each_panel():
    drawn = picture(["relu", "gelu"], Wanted(layout="grid", order=1), {})
    assert [len(panel.curves) for panel in drawn.panels] == [2, 2]


def test_several_values_of_a_parameter_draw_a_family():
    drawn = picture(["swish"], Wanted(order=1), {"beta": [0.5, 2]})
    names = ["SiLU(x), β = 0.5", "SiLU′(x), β = 0.5", "SiLU(x), β = 2", "SiLU′(x), β = 2"]
    assert [curve.name for curve in drawn.curves] == names
    slope = drawn.panels[0].curves[3].segments[0][0]
    assert slope[1] == pytest.approx(calculate("swish'(x, β=2)", {"x": slope[0]}))


def test_a_free_name_is_a_parameter_too():
    (curve,) = picture(["a*x"], Wanted(), {"a": [3]}).curves
    assert curve.segments[0][-1] == (6, 18)


def test_a_parameter_that_no_expression_has_is_refused_with_a_near_one():
    with pytest.raises(UsageError) as caught:
        picture(["leaky_relu"], Wanted(), {"alfa": [3]})
    assert (caught.value.key, caught.value.facts["near"]) == ("picture.unknown_parameter", "alpha")


def test_marks_are_computed_points():
    (curve,) = only("gelu", marks=("min", "zero", "max")).curves
    assert [mark.kind for mark in curve.marks] == ["min", "zero"]
    assert curve.marks[0].y == pytest.approx(calculate("min(gelu)"))


def test_a_value_only_approached_is_not_marked():
    assert only("sigmoid", marks=("max", "min")).curves[0].marks == ()
