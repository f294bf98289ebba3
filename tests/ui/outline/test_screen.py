"""The outline on the screen: golden screens, and on every size it fits, keeps the pointed row and the way out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.outline.courses import EMPTY, MIDWAY, long_course
from tutor.ui.lines import measure, text_of
from tutor.ui.outline.screen import compose
from tutor.ui.outline.tree import Tree, changed, opened, rows

SIZES = {40: (40, 24), 80: (80, 24), 120: (120, 40)}


def shown(tree, size=(80, 24)):
    return [text_of(line) for line in compose(tree, size).lines]


def after(tree, *keys):
    for key in keys:
        tree = changed(tree, key)
        assert isinstance(tree, Tree)
    return tree


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_outline_midway(golden, width, language):
    tree = opened(MIDWAY, language, room=SIZES[width][1] - 10)
    golden(f"outline-{width}-{language}", shown(tree, SIZES[width]))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("name", "outline", "keys"),
    [
        ("search", MIDWAY, ["/", *"0 的约定"]),
        ("nothing-found", MIDWAY, ["/", *"xyz"]),
        ("help", MIDWAY, ["?"]),
        ("part", MIDWAY, ["3"]),
        ("empty", EMPTY, []),
        ("long", long_course(40), ["end", "up"]),
    ],
)
def test_other_screens(golden, name, outline, keys, language):
    words = {"0 的约定": "convention at 0"}
    typed = [*keys] if language == "zh" or name != "search" else ["/", *words["0 的约定"]]
    golden(f"outline-{name}-80-{language}", shown(after(opened(outline, language, room=14), *typed)))


KEYS = st.lists(
    st.sampled_from(["up", "down", "left", "right", "/", "s", "2", "esc", "home", "end", "l", "?", "page-down", "3"]),
    max_size=12,
)


@given(st.integers(4, 130), st.integers(3, 50), KEYS, st.sampled_from([MIDWAY, EMPTY, long_course(60)]))
@settings(max_examples=150, deadline=None)
def test_every_screen_fits_and_shows_the_pointed_row(columns, height, keys, outline):
    tree = opened(outline, "zh", room=height - 10)
    for key in keys:
        found = changed(tree, key)
        tree = found if isinstance(found, Tree) else tree
    page = compose(tree, (columns, height))
    assert len(page.lines) <= height
    assert all(measure(line) <= columns for line in page.lines)
    if columns >= 20 and height >= 8 and rows(tree) and not tree.help:
        assert any(text_of(line).strip().startswith("▸") for line in page.lines)


@given(st.integers(32, 130), st.sampled_from(["zh", "en"]))
@settings(deadline=None)
def test_a_high_screen_loses_no_title(columns, language):
    """Whatever the width, the characters of every title stand on the screen in their order."""
    tree = replace(opened(MIDWAY, language, room=500), cursor=1)
    told = "".join(shown(tree, (columns, 200)))
    for row in rows(tree):
        left = iter(told)
        assert all(char in left for char in row.title.lines(language)[0] if char != " "), row
