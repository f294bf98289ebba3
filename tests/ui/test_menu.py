"""A list to choose from, by keys and by lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.text.width import width
from tutor.ui import menu
from tutor.ui.lines import text_of
from tutor.ui.menu import Item, Menu, changed, read, screen
from tutor.ui.plain import Lines

THREE = Menu("哪一个？", (Item("所有内容"), Item("Sigmoid", "sigmoid"), Item("双曲正切", "tanh")))


def after(*keys, start=THREE):
    for key in keys:
        start = changed(start, key)
    return start


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (("enter",), 0),
        ((" ",), 0),
        (("down", "enter"), 1),
        (("up", "enter"), 2),
        (("down", "down", "down", "enter"), 0),
        (("end", "enter"), 2),
        (("2",), 1),
        (("３",), 2),
        (("t", "enter"), 2),
        (("双", "enter"), 2),
        (("s", "backspace", "enter"), 0),
        (("9",), None),
        (("q",), None),
    ],
)
def test_keys_choose(keys, chosen):
    assert after(*keys).chosen == chosen


def test_letters_that_fit_nothing_are_not_taken():
    assert after("t", "z").typed == "t"


def test_esc_clears_what_was_typed_and_then_leaves():
    assert after("t", "esc").typed == ""
    assert not after("t", "esc").left
    assert after("esc").left
    assert after("q").left


@given(st.lists(st.sampled_from(["up", "down", "t", "s", "backspace", "end", "home", "x"]), max_size=12))
def test_the_pointer_always_points_at_something_shown(keys):
    found = after(*keys)
    assert 0 <= found.at < len(found.shown)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 24), (20, 8)])
def test_the_screen_fits_and_shows_the_pointed_item(columns, rows):
    many = Menu("many", tuple(Item(f"item {n}", "a note") for n in range(50)))
    for at in (0, 7, 25, 49):
        lines = screen(Menu("many", many.items, at), columns, rows, "en")
        assert len(lines) <= rows
        assert all(width(text_of(row)) <= columns for row in lines)
        assert any(text_of(row).lstrip().startswith("▸") and f"item {at}" in text_of(row) for row in lines)


def test_an_item_too_long_for_its_line_has_its_note_below_and_loses_nothing():
    long = Menu(
        "t", (Item("选型、对比、排障、上手机", "还没试过，4 段阶梯"), Item("短", "也短"), Item("按岗位：" + "长" * 30))
    )
    told = [text_of(row) for row in screen(long, 40, 24, "zh")]
    assert [row for row in told if row.strip()][1:-2] == [
        "  ▸ 1  选型、对比、排障、上手机",
        "       还没试过，4 段阶梯",
        "    2  短   也短",
        "    3  按岗位：" + "长" * 12,
        "       " + "长" * 16,
        "       " + "长" * 2,
    ]


@pytest.mark.parametrize(
    ("line", "place"),
    [("", 0), ("2", 1), ("２", 1), ("tanh", 2), ("双曲", 2), ("SIGMOID", 1), ("i", 1), ("4", None), ("zzz", None)],
)
def test_a_line_names_an_item(line, place):
    assert read(THREE, line) == place


def test_asking_in_lines_hints_until_it_is_clear():
    said, given = [], iter(["99", "tanh"])
    assert menu.ask(THREE, Lines(lambda _: next(given), said.append), "en") == 2
    assert "1) 所有内容" in said
    assert "3) 双曲正切 (tanh)" in said
    menu.ask(THREE, Lines(lambda _: "q", said.append), "zh")
    assert "3) 双曲正切（tanh）" in said
    assert any("1 to 3" in line for line in said)


@pytest.mark.parametrize("line", [None, "q", ":q"])
def test_asking_in_lines_can_be_left(line):
    assert menu.ask(THREE, Lines(lambda _: line, lambda _: None), "en") is None
