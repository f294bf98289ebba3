"""Pictures of curves and of computed properties as lines of a screen, at three widths in both languages."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.pictures.catalogue import PICTURES, find, make
from tutor.pictures.request import Request
from tutor.ui.learn import picture
from tutor.ui.lines import measure, text_of
from tutor.ui.pictured import catalogue_lines, is_known, lines, titled

CURVES = ("curves", "panels", "relu-family", "relu-swish-gelu", "grid", "gradient-grid", "gelu-forms")
COMPUTED = ("distribution", "radar", "gradient-flow", "dead-risk")
WIDTHS = (40, 80, 120)


@cache
def made(name, *functions):
    return make(name, Request(functions=functions))


def shown(name, columns, language="en", *functions, ascii_only=False):
    found = titled(find(name).title, made(name, *functions), columns, None, language, ascii_only=ascii_only)
    assert all(measure(row) <= columns for row in found), max(map(measure, found))
    return [text_of(row) for row in found]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("name", [*CURVES, *COMPUTED])
def test_pictures_as_they_were_looked_at(name, columns, language, golden):
    golden(f"show-{name}-{columns}-{language}", shown(name, columns, language))


@pytest.mark.parametrize("columns", WIDTHS)
def test_two_functions_share_a_radar(columns, golden):
    golden(f"show-radar-two-{columns}-zh", shown("radar", columns, "zh", "relu", "gelu"))


@pytest.mark.parametrize("name", [name for name, entry in PICTURES.items() if entry.course != "drawn"])
def test_ascii_pictures_hold_nothing_else(name, golden):
    found = shown(name, 80, ascii_only=True)
    assert [row for row in found if not row.isascii()] == []
    if name in ("radar", "gradient-flow", "distribution"):
        golden(f"show-{name}-ascii", found)


@pytest.mark.parametrize("name", [*CURVES, *COMPUTED])
@settings(max_examples=12, deadline=None)
@given(columns=st.integers(24, 150), language=st.sampled_from(["zh", "en", "both"]))
def test_every_picture_fits_every_width(name, columns, language):
    few = () if name == "gelu-forms" else ("relu", "tanh")
    assert shown(name, columns, language, *few)


@settings(max_examples=20)
@given(columns=st.integers(20, 150))
def test_the_list_names_every_picture(columns):
    for language in ("zh", "en", "both"):
        found = catalogue_lines(columns, language)
        assert all(measure(row) <= columns for row in found)
        text = "\n".join(map(text_of, found))
        assert all(name in text for name in (*CURVES, *COMPUTED))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_list_has_one_line_for_each_at_eighty_columns(language, golden):
    found = [text_of(row) for row in catalogue_lines(80, language)]
    golden(f"show-list-80-{language}", found)
    assert found.index("") == len(PICTURES)


def test_a_lesson_can_ask_for_a_picture_by_name():
    assert is_known("radar")
    assert not is_known("rader")


def test_curves_give_way_to_fit_a_screen():
    tall = lines("relu-family", 80, None, "zh")
    fitted = lines("relu-family", 80, 22, "zh")
    assert len(fitted) <= 22 < len(tall)


def test_pictures_of_the_course_are_known_where_there_is_one():
    """A lesson is part of a course: its `show: route` and `show: glossary` are steps like any other."""
    assert not is_known("route")
    assert is_known("route", course=True)
    assert all(picture.is_known(name) for name in ("route", "glossary", "radar"))
    assert not picture.is_known("rader")


@pytest.mark.parametrize("columns", [20, 30])
def test_histograms_stand_alone_where_two_would_have_no_bars(columns):
    found = shown("distribution", columns, "zh")
    assert max(row.count("│") for row in found) == 1
    assert max(row.count("█") for row in found) >= 8
    assert not any("…" in row for row in found)
