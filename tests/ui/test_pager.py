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
