"""The line that is typed: editing in characters, showing in cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.questions.answers import LONGEST
from tutor.text.width import width
from tutor.ui.field import Field, edit
from tutor.ui.lines import clean


def pressed(text: str, *keys: str, at: int | None = None) -> tuple[str, int]:
    field = Field(text, len(text) if at is None else at)
    for key in keys:
        changed = edit(field, key)
        field = changed or field
    return field.text, field.cursor


@pytest.mark.parametrize(
    ("text", "keys", "result"),
    [
        ("", ["饱", "和"], ("饱和", 2)),
        ("饱和", ["left", "过"], ("饱过和", 2)),
        ("饱和", ["backspace"], ("饱", 1)),
        ("饱和", ["home", "delete"], ("和", 0)),
        ("abc", ["home", "x", "end", "y"], ("xabcy", 5)),
        ("abc", ["ctrl-a", "right", "ctrl-k"], ("a", 1)),
        ("abc", ["left", "ctrl-u"], ("c", 0)),
        ("one two ", ["ctrl-w"], ("one ", 4)),
        ("one", ["ctrl-w", "ctrl-w"], ("", 0)),
        ("", ["backspace", "delete", "left", "right"], ("", 0)),
        ("x̂y", ["left", "backspace"], ("y", 0)),
        ("ab", ["left", "left", "left", "ctrl-d"], ("b", 0)),
        ("ab", ["ctrl-b", "ctrl-f", "ctrl-e"], ("ab", 2)),
    ],
)
def test_editing(text, keys, result):
    assert pressed(text, *keys) == result


def test_other_keys_edit_nothing():
    assert edit(Field("a", 1), "tab") is None
    assert edit(Field("a", 1), "ctrl-x") is None


def test_pasted_breaks_become_spaces_and_the_end_is_cut():
    """A pasted page becomes one line of at most 400 characters."""
    assert Field().insert("one\r\ntwo\n三").text == "one two 三"
    assert len(Field("a" * 399, 3).insert("bcd").text) == LONGEST
    assert Field("a" * LONGEST, 0).insert("b") == Field("a" * LONGEST, 0)


@given(st.text(max_size=60), st.integers(0, 60), st.integers(4, 40))
def test_the_window_shows_the_cursor(text, at, columns):
    """Whatever is typed, the visible part fits and the cursor stands inside it."""
    text = clean(text).replace("\n", " ")
    shown, column = Field(text, min(at, len(text))).window(columns)
    assert shown in text
    assert width(shown) <= columns
    assert 0 <= column < columns


@pytest.mark.parametrize("columns", [-3, 0, 1])
def test_a_window_without_room_shows_the_cursor_alone(columns):
    assert Field("abc", 2).window(columns) == ("", 0)
