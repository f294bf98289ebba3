"""How the curves of a plot are told apart, and how one of them stands out."""

from tutor.pictures.curves import curves
from tutor.ui.lines import text_of
from tutor.ui.plot import lines
from tutor.ui.strokes import Style, role, stroke


def test_without_a_focus_the_first_curve_is_heavy_and_on_top():
    style = Style("en")
    assert [style.stroke(place).heavy for place in range(3)] == [True, False, False]
    assert [style.role(place) for place in range(3)] == [role(0), role(1), role(2)]
    assert style.order(3) == [2, 1, 0]


def test_the_curve_in_focus_keeps_its_colour_and_dashes_and_is_heavy_and_on_top():
    style = Style("en", focus=1)
    assert [style.role(place) for place in range(3)] == ["dim", role(1), "dim"]
    assert [style.stroke(place).heavy for place in range(3)] == [False, True, False]
    assert style.stroke(1).dashes == stroke(1).dashes
    assert style.order(3) == [2, 0, 1]


def test_only_the_focus_is_coloured_in_a_plot():
    drawn = lines(curves(["sigmoid", "tanh", "relu"]), 60, 16, "en", focus=2)
    roles = {span.role for row in drawn for span in row if any("⠀" < char <= "⣿" for char in span.text)}
    assert roles == {"dim", role(2)}
    names = {span.text.strip(): span.role for span in drawn[0]}
    assert (names["σ(x)"], names["ReLU(x)"]) == ("dim", "strong"), text_of(drawn[0])


def test_six_curves_have_six_colours_and_twenty_differ_in_colour_or_dashes():
    assert len({role(place) for place in range(6)}) == 6
    assert len({(role(place), stroke(place).dashes) for place in range(1, 21)}) == 20
