"""What labs find, as pictures: frames that hold every number, sentences that tell it, JSON that any reader takes."""

import json
from math import inf, isnan, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.labs.fake import COINS, result
from tutor.labs.model import Bar, Bars, Chart, Grid, Heat, Measure, Series
from tutor.labs.outcome import Outcome, command
from tutor.labs.settings import settled
from tutor.pictures import charting
from tutor.pictures.experiment import numbered, shown
from tutor.pictures.experiment_numbers import as_json
from tutor.pictures.heat import LEVELS
from tutor.pictures.measures import measures, spread
from tutor.pictures.model import Axis
from tutor.pictures.sheet import Sheet
from tutor.pictures.shown_numbers import figures
from tutor.pictures.spoken_shown import told
from tutor.text import Text

NAME = Text("甲", "A")
numbers = st.floats(allow_nan=True, allow_infinity=True)


def chart(*points, powers=False):
    return Chart(NAME, NAME, (Series(NAME, tuple(enumerate(points))),), powers)


def segments(found):
    (panel,) = shown(found, "en").picture.panels
    return panel, panel.curves[0].segments


def test_a_line_stands_whole_in_its_frame():
    panel, (segment,) = segments(chart(0.0, 2.0, 1.0))
    assert segment == ((0.0, 0.0), (1.0, 2.0), (2.0, 1.0))
    assert panel.y.low < 0
    assert panel.y.high > 2
    assert (panel.x.low, panel.x.high) == (0, 2)


def test_what_is_no_number_is_a_gap():
    _, parts = segments(chart(1.0, nan, 2.0, inf))
    assert parts == (((0.0, 1.0),), ((2.0, 2.0),))


def test_powers_are_drawn_as_powers_and_zero_is_a_gap():
    panel, parts = segments(chart(100.0, 0.0, 0.01, powers=True))
    assert panel.y.powers
    assert parts == (((0.0, 2.0),), ((2.0, -2.0),))


def test_what_is_too_small_to_draw_is_cut_and_said():
    found = shown(chart(1.0, 1e-300, powers=True), "en")
    (panel,) = found.picture.panels
    lowest = panel.curves[0].segments[0][-1]
    assert lowest[1] == pytest.approx(panel.y.low)
    assert lowest[0] == pytest.approx(panel.y.low / -300)
    assert any("10⁻²⁰" in note.en for note in found.notes)


def test_a_line_through_the_whole_frame_keeps_its_middle():
    assert list(charting.cut([(0.0, -5.0), (1.0, 5.0)], Axis(-1.0, 1.0))) == [((0.4, -1.0), (0.6, 1.0))]


@pytest.mark.parametrize(
    ("points", "sentence"),
    [
        ((3.0, 1.0), "A: from 3 at 0 to 1 at 1."),
        ((3.0, 0.5, 1.0), "A: from 3 at 0 to 1 at 2, lowest 0.5 at 1."),
        ((3.0, 9.0, 1.0), "A: from 3 at 0 to 1 at 2, highest 9 at 1."),
        ((3.0, 1.0, inf, nan), "A: from 3 at 0 to 1 at 1; no finite number from 2 on."),
        ((3.0,), "A: 3 at 0."),
        ((nan,), "A: no finite number yet."),
    ],
)
def test_a_line_in_words(points, sentence):
    assert next(told(shown(chart(*points), "en"), "en")) == sentence


@settings(max_examples=60)
@given(st.lists(numbers, max_size=8), st.booleans())
def test_any_points_make_a_frame_and_sentences(points, powers):
    found = shown(chart(*points, powers=powers), "zh")
    (panel,) = found.picture.panels
    assert panel.y.low < panel.y.high
    assert all(panel.y.holds(y) for part in panel.curves[0].segments for _, y in part)
    assert list(told(found, "zh"))


@settings(max_examples=60)
@given(st.lists(st.tuples(numbers, st.none() | st.floats(min_value=0)), min_size=1, max_size=5), st.floats(-5, 5))
def test_any_bars_have_an_axis_that_begins_before_it_ends(values, start):
    found = shown(Bars(NAME, tuple(Bar(NAME, value, spread) for value, spread in values), start), "en")
    assert found.low <= found.start <= found.high
    assert found.low < found.high
    assert all(0 <= found.share(value) <= 1 for value, _ in values if not isnan(value))
    json.dumps(figures(found), allow_nan=False)


@settings(max_examples=60)
@given(st.lists(numbers, min_size=1, max_size=6), st.booleans())
def test_any_map_has_a_shade_for_every_number(values, powers):
    found = shown(Heat(NAME, NAME, NAME, tuple(map(str, range(len(values)))), ("r",), (tuple(values),), powers), "en")
    levels = [found.level(value) for value in values]
    assert all(
        level is None if isnan(value) else 0 <= level < LEVELS for level, value in zip(levels, values, strict=True)
    )
    assert all(found.written(value) for value in values)
    json.dumps(figures(found), allow_nan=False)


def test_the_largest_number_is_darkest_and_the_smallest_lightest():
    found = shown(Heat(NAME, NAME, NAME, ("1", "2", "3"), ("r",), ((1e-9, 1.0, 1e9),), powers=True), "en")
    assert [found.level(value) for value in (1e-9, 1.0, 1e9)] == [0, 2, 4]
    assert [found.written(value) for value in (1e-9, 1.0, 1e9)] == ["10⁻⁹", "1", "10⁹"]


def test_shades_part_where_the_experiment_says():
    row = (1e-30, 0.01, 1.0, 29.0, 31.0, 1e30)
    edges = (1e-10, 1 / 30, 30.0, 1e10)
    found = shown(Heat(NAME, NAME, NAME, tuple("abcdef"), ("r",), (row,), powers=True, edges=edges), "en")
    assert [found.level(value) for value in row] == [0, 1, 2, 2, 3, 4]
    assert found.bounds() == ("10⁻¹⁰", "0.033", "30", "10¹⁰")


@pytest.mark.parametrize(
    ("value", "error", "text"),
    [
        (0.83124, 0.00413, "0.8312 ± 0.0041"),
        (12.345, 1.5, "12.3 ± 1.5"),
        (-12.345, 0.25, "−12.35 ± 0.25"),
        (1234.5, 20.0, "1234 ± 20"),
        (0.25, None, "0.25"),
        (0.25, 0.0, "0.25 ± 0"),
        (5.04e-9, 1.6e-9, "(5.0 ± 1.6)×10⁻⁹"),
        (-0.00478, 1.3e-5, "(−4.780 ± 0.013)×10⁻³"),
        (2.5e7, 3e5, "(2.500 ± 0.030)×10⁷"),
        (0.0, 3e-7, "(0.0 ± 3.0)×10⁻⁷"),
        (2e-300, 1e-300, "(2.0 ± 1.0)×10⁻³⁰⁰"),
        (0.5, 1e-12, "0.5 ± 1×10⁻¹²"),
        (inf, 1.0, "∞"),
        (1.0, inf, "1 ± ∞"),
    ],
)
def test_a_value_has_the_digits_its_spread_leaves(value, error, text):
    assert spread(value, error) == text


@settings(max_examples=100)
@given(numbers, st.none() | st.floats(min_value=0, allow_nan=False))
def test_any_value_with_any_spread_can_be_written(value, error):
    assert len(spread(value, error)) < 40


@pytest.mark.parametrize(
    ("theory", "measured", "error", "text"),
    [
        (1.46694, 1.4744, 0.0036, "1.4669"),
        (0.1071234, 0.1071, 0.002, "0.1071"),
        (1140.3, 1298.0, 415.0, "1140"),
        (1.0, 0.985, 0.014, "1"),
        (1e-9, 0.5, 0.01, "1×10⁻⁹"),
        (1.86e-9, 1.65e-9, 3.6e-10, "1.86×10⁻⁹"),
        (0.333333, 0.3, None, "0.333"),
        (0.0, 5e-17, None, "0"),
        (inf, 0.5, 0.1, "∞"),
    ],
)
def test_theory_is_as_fine_as_what_was_measured(theory, measured, error, text):
    (row,) = measures((Measure(NAME, measured, theory, error),)).rows
    assert row[2].text.en == text


def test_powers_are_for_what_spans_some():
    """From 1 to 7 there is one power of ten on the axis: plain numbers say more."""
    panel, (segment,) = segments(chart(1.0, 7.0, powers=True))
    assert not panel.y.powers
    assert segment == ((0.0, 1.0), (1.0, 7.0))


def test_measures_stand_beside_theory_where_there_is_one():
    table = measures((Measure(NAME, 0.5, 0.25, 0.01, 12), Measure(NAME, 2.0)))
    assert [column.key for column in table.columns] == ["name", "measured", "theory", "runs"]
    assert [[cell.text.en for cell in row] for row in table.rows] == [
        ["A", "0.500 ± 0.010", "0.25", "12"],
        ["A", "2", "–", "1"],
    ]
    assert [column.key for column in measures((Measure(NAME, 2.0),)).columns] == ["name", "measured", "runs"]


def test_a_grid_is_a_table_with_numbers_at_the_right():
    table = shown(Grid(NAME, (NAME, NAME, NAME), ((NAME, 0.5, None), (NAME, inf, NAME))), "en")
    assert [column.align for column in table.columns] == ["left", "right", "left"]
    assert [[cell.text.en for cell in row] for row in table.rows] == [["A", "0.5", "–"], ["A", "∞", "A"]]


def test_names_of_curves_are_in_the_language_asked_for():
    names = {
        language: shown(chart(1.0), language).picture.panels[0].curves[0].name for language in ("zh", "en", "both")
    }
    assert names == {"zh": "甲", "en": "A", "both": "甲 / A"}
    assert isinstance(shown(chart(1.0), "zh"), Sheet)


def lines(*functions):
    return Chart(NAME, NAME, tuple(Series(NAME, ((0.0, 1.0), (1.0, 2.0)), name) for name in functions))


@pytest.mark.parametrize(
    ("first", "second", "looks"),
    [
        (("relu", "gelu", "tanh"), ("gelu", "tanh"), [1, 2]),
        (("relu", "gelu"), ("", "gelu", "silu"), [0, 1, 2]),
        (("", "relu"), ("relu",), [1]),
        (("relu", "gelu"), ("gelu", "", "relu"), [1, 2, 0]),
        (("relu", "gelu"), ("gelu", "gelu"), [0, 1]),
        ((), ("", ""), [0, 1]),
    ],
)
def test_a_function_looks_the_same_in_all_charts(first, second, looks):
    known = numbered((lines(*first), lines(*second)))
    panels = [shown(lines(*names), "en", known).picture.panels[0] for names in (first, second)]
    assert [panels[1].look(place) for place in range(len(second))] == looks
    for panel in panels:
        assert len({panel.look(place) for place in range(len(panel.curves))}) == len(panel.curves)


def test_a_run_as_json(monkeypatch):
    from tests.labs import fake

    fake.install(monkeypatch)
    outcome = Outcome(COINS, settled(COINS, {}, "1"), result(2, 1000, 0.5, 0), 0.5, "near")
    found = json.loads(json.dumps(as_json(outcome), allow_nan=False))
    keys = "lab seed settings complete predicted answer measures findings verdict told"
    assert list(found) == keys.split()
    assert (found["complete"], found["predicted"], found["settings"]["throws"]) == (False, "near", "1000")
    assert [finding["kind"] for finding in found["findings"]] == ["chart", "bars", "heat", "table"]
    assert found["findings"][2]["values"][0][0] is None


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "tutor lab coins --seed 1"),
        ({"throws": "1000", "chance": "0.50"}, "tutor lab coins --seed 1"),
        ({"chance": "0.8"}, "tutor lab coins --chance 0.8 --seed 1"),
        ({"chance": "1"}, "tutor lab coins --chance 1 --seed 1"),
        ({"function": "x*tanh(x)"}, "tutor lab coins --function 'x*tanh(x)' --seed 1"),
    ],
)
def test_the_command_for_the_same_again(given, told):
    assert command(COINS, settled(COINS, given, "1")) == told
