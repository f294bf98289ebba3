"""Turning pages of a picture that is taller than the screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.scripted import LOOK, Scripted
from tutor.ui.lines import line, measure, text_of
from tutor.ui.pager import Page, footer, run, screen
from tutor.ui.terminal import Resize

KEYS = ("up", "down", "space", "page-up", "page-down", "home", "end", "g", "G", "j", "k", "b", "x", "tab")


@pytest.mark.parametrize(
    ("keys", "first"),
    [
        ("", 0),
        ("down", 1),
        ("down down up", 1),
        ("up", 0),
        ("page-down", 8),
        ("space", 8),
        ("end", 21),
        ("G g", 0),
        ("end down", 21),
        ("x", 0),
    ],
)
def test_each_key_does_one_thing(keys, first):
    """30 rows on a screen with room for 9."""
    page = Page(0, 30, 9)
    for key in keys.split():
        page = page.turned(key)
    assert page.first == first


@given(keys=st.lists(st.sampled_from(KEYS)), total=st.integers(1, 60), room=st.integers(1, 40))
def test_no_key_leads_out_of_the_picture(keys, total, room):
    page = Page(0, total, room)
    for key in keys:
        page = page.turned(key)
        assert 0 <= page.first <= max(0, total - room)


def test_every_row_is_met_on_the_way_down():
    rows = [line(f"row {number}") for number in range(30)]
    page, seen = Page(0, 30, 9), set()
    for _ in range(10):
        seen |= {text_of(row) for row in screen(rows, page, 40, "en")[:-1]}
        page = page.turned("space")
    assert {text_of(row) for row in rows} <= seen


@given(columns=st.integers(12, 120))
def test_the_way_out_is_told_at_every_width(columns):
    for language in ("zh", "en"):
        told = footer(Page(0, 133, 23), columns, language)
        assert measure(told) <= columns
        if columns >= 40:
            assert "q" in text_of(told)


def test_a_resize_draws_anew_and_q_leaves():
    terminal = Scripted(["down", Resize(), "q"], (40, 5))
    asked = []

    def draw(columns):
        asked.append(columns)
        return [line(f"row {number}") for number in range(9)]

    run(draw, terminal, LOOK, "en")
    assert asked == [40, 40, 40]
    assert terminal.screens[-1][0] == "row 1"
    assert not terminal.open


HEADED = [*(line((text, "strong")) for text in ("name  number",)), line(("────  ──────", "rule"))]


def test_the_heading_of_a_table_stays_while_its_rows_pass():
    """Two tables of 12 rows with a heading of two lines each, on a screen with room for 6."""
    table = [*HEADED, *(line(f"row {number}") for number in range(12))]
    rows = [line(("Title", "title")), (), *table, (), *table]
    page = Page(0, len(rows), 6, 2)
    seen = [[text_of(row) for row in screen(rows, page.at(first), 40, "en")[:-1]] for first in range(len(rows))]
    assert seen[0] == ["Title", "", "name  number", "────  ──────", "row 0", "row 1"]
    assert seen[2] == ["name  number", "────  ──────", "row 0", "row 1", "row 2", "row 3"]
    assert seen[5] == ["name  number", "────  ──────", "row 3", "row 4", "row 5", "row 6"]
    assert seen[15] == ["────  ──────", "", "name  number", "────  ──────", "row 0", "row 1"]  # pushed out
    assert seen[16] == ["", "name  number", "────  ──────", "row 0", "row 1", "row 2"]


def test_every_row_under_a_held_heading_is_met_on_the_way_down():
    rows = [*HEADED, *(line(f"row {number}") for number in range(40))]
    page, seen = Page(0, len(rows), 9, 2), set()
    for _ in range(12):
        seen |= {text_of(row) for row in screen(rows, page, 40, "en")[:-1]}
        page = page.turned("space")
    assert {text_of(row) for row in rows} <= seen


@pytest.mark.parametrize("high", [5, 12, 24])
def test_a_heading_is_held_where_it_leaves_most_of_the_screen(high):
    table = [*HEADED, *(line(f"row {number}") for number in range(40))]
    terminal = Scripted(["down", "down", "down", "q"], (40, high))
    run(lambda _: table, terminal, LOOK, "en")
    assert terminal.screens[-1][0] == ("row 1" if high == 5 else "name  number")
