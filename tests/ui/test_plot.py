"""Plots stay inside their size, tell curves apart without colour, and say in words what finds no room."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.soak.plots import in_subprocess
from tutor.pictures.curves import curves, picture
from tutor.pictures.model import Wanted
from tutor.questions.model import Curves
from tutor.ui import card_plot
from tutor.ui.canvas import CELL, Grid, drawn
from tutor.ui.lines import measure, text_of
from tutor.ui.plot import fitting_rows, lines
from tutor.ui.plot_axes import upright
from tutor.ui.plot_cells import compose
from tutor.ui.strokes import Style, role, stroke, swatch

PICTURES = {
    "derivative": (["sigmoid"], Wanted(order=1, marks=("max",))),
    "many": (["relu", "gelu", "silu", "elu", "tanh", "softplus"], Wanted(x=(-4, 4))),
    "panels": (["sigmoid", "tanh"], Wanted(layout="panels", marks=("max", "zero"))),
    "grid": (["relu", "gelu", "tanh"], Wanted(order=1, layout="grid")),
    "pole": (["1/x"], Wanted()),
}


def shown(name, columns, rows=None, language="en", **options):
    expressions, wanted = PICTURES[name]
    made = picture(expressions, wanted, {})
    drawing = lines(made, columns, rows or fitting_rows(made, columns), language, **options)
    return [text_of(row) for row in drawing]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("name", PICTURES)
def test_plots_as_they_were_looked_at(name, columns, language, golden):
    golden(f"plot-{name}-{columns}-{language}", shown(name, columns, language=language))


@pytest.mark.parametrize("name", ["derivative", "many"])
def test_ascii_plots_as_they_were_looked_at(name, golden):
    found = shown(name, 60, ascii_only=True)
    assert all(row.isascii() for row in found)
    golden(f"plot-{name}-ascii", found)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(PICTURES)),
    st.integers(1, 200),
    st.integers(1, 60),
    st.sampled_from(["zh", "en"]),
    st.booleans(),
)
def test_a_plot_never_leaves_its_size(name, columns, rows, language, ascii_only):
    expressions, wanted = PICTURES[name]
    made = picture(expressions, wanted, {})
    drawing = lines(made, columns, rows, language, ascii_only=ascii_only)
    assert 0 < len(drawing) <= rows
    assert all(measure(row) <= columns for row in drawing)


def test_a_hundred_random_plots_are_drawn_or_refused():
    assert in_subprocess(100, 0).splitlines()[0].endswith(" 0 faults")


def test_where_there_is_no_room_the_curve_is_told():
    assert shown("pole", 60, 3) == ["1/x falls from 0 at −∞ to −∞ at 0, then falls from ∞ at 0 to", "0."]


def test_no_two_curves_look_alike_without_their_colour():
    style = Style("en")
    for count in (4, 24):
        assert len({swatch(place, count, style) for place in range(count)}) == count
        assert (
            len({(stroke(place).dashes, stroke(place).heavy, swatch(place, count, style)) for place in range(count)})
            == count
        )


def test_neighbours_in_the_legend_have_different_colours():
    assert all(role(place) != role(place + 1) for place in range(24))


def test_where_two_curves_meet_the_dots_of_both_are_seen():
    panel = curves(["x", "-x"], (-1, 1)).panels[0]
    grid = Grid(22, 8, panel.x, panel.y)
    one, other = (drawn(grid, curve.segments, stroke(place)) for place, curve in enumerate(panel.curves))
    both = compose(panel, grid, Style("en")).cells
    met = [(row, column) for row in range(8) for column in range(22) if one[row][column] != " " != other[row][column]]
    assert met
    for row, column in met:
        assert ord(both[row][column][0]) == ord(one[row][column]) | ord(other[row][column])


def test_a_line_in_ascii_has_no_gaps():
    panel = curves(["x"], (-1, 1)).panels[0]
    rows = drawn(Grid(30, 12, panel.x, panel.y, CELL), panel.curves[0].segments, stroke(0))
    assert all("*" in row for row in rows[1:-1])
    assert all(any(row[column] == "*" for row in rows) for column in range(30))


@pytest.mark.parametrize("expression", ["gelu", "sigmoid", "elu", "relu", "tanh'", "sine(3*x)"])
@pytest.mark.parametrize("rows", [11, 14, 20])
def test_numbers_at_the_left_stand_equally_far_apart(expression, rows):
    panel = curves([expression]).panels[0]
    axis, ticks = upright(panel, rows, 4, Style("en"))
    grid = Grid(1, rows, axis, axis)
    apart = [grid.row(a.at) - grid.row(b.at) for a, b in pairwise(ticks)]
    assert len(ticks) >= 3
    assert len(set(apart)) == 1
    assert axis.low <= 0 <= axis.high
    assert axis.high - axis.low <= 1.2 * (panel.y.high - panel.y.low)


def test_a_frame_that_was_asked_for_is_shown_whole():
    panel = picture(["gelu"], Wanted(y=(-1, 2)), {}).panels[0]
    for rows in range(3, 40):
        axis, ticks = upright(panel, rows, 4, Style("en"))
        assert axis.low <= min(tick.at for tick in ticks)
        assert axis.high >= 2


def test_a_jump_is_not_joined():
    panel = curves(["relu'"]).panels[0]
    rows = drawn(Grid(40, 11, panel.x, panel.y), panel.curves[0].segments, stroke(1))
    assert all(not row.strip() for row in rows[2:-2])


def test_the_plot_of_a_question_keeps_the_name_and_its_size():
    plot = Curves(("tanh′",), (-4, 4), labels=False)
    drawing = card_plot.lines(plot, 60, "en")
    assert len(drawing) <= card_plot.ROWS
    assert not any("tanh" in text_of(row) for row in drawing)
    (told,) = card_plot.in_words(plot, "en")
    does, _, points = told.partition(";")
    assert does == "Plot from −4 to 4: The curve rises from 0 at −∞ to 1 at 0, then falls to 0"
    assert points == " passing about (−4, 0.0013), (−2, 0.071), (0, 1), (2, 0.071), (4, 0.0013)."


def test_a_question_whose_plot_fails_is_asked_without_it():
    plot = Curves(("nosuch(x)",))
    assert (card_plot.lines(plot, 60, "en"), card_plot.in_words(plot, "zh")) == ([], ())


def test_a_label_stands_nearer_to_its_own_point_than_to_any_other():
    """The lows of SiLU′ and GELU′ stand side by side: between them a number could belong to either."""
    made = picture(["silu", "gelu"], Wanted(x=(-4, 4), layout="panels", marks=("min",)), {})
    right = "\n".join(text_of(row)[38:] for row in lines(made, 76, 20, "en"))
    assert right.count("●") == 3
    assert "●⡡min −0.129" in right.replace("⡠", "⡡")
    assert "● SiLU′(x) min −0.0998 at −2.4" in right
    picture_of_three = picture(
        ["relu", "silu", "gelu"], Wanted(x=(-4, 4), order=1, layout="panels", marks=("min",)), {}
    )
    for columns in (40, 80):
        drawn_lines = [text_of(row) for row in lines(picture_of_three, columns, 24, "en")]
        assert not any(row.rstrip().endswith("min −0.0998") for row in drawn_lines)


def test_fewer_numbers_stand_at_the_left_where_more_would_be_uneven():
    """14 rows are too few for 0, 0.25, …, 1 and too low to be stretched: 0, 0.5 and 1 are enough."""
    panel = picture(["relu", "silu", "gelu"], Wanted(x=(-4, 4), order=1, layout="panels"), {}).panels[1]
    axis, ticks = upright(panel, 14, 4, Style("en"))
    assert [tick.text for tick in ticks] == ["0.0", "0.5", "1.0"]
    grid = Grid(1, 14, axis, axis)
    assert len({grid.row(a.at) - grid.row(b.at) for a, b in pairwise(ticks)}) == 1
