"""Walking through the outline by keys, and what a line at its prompt means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.outline.courses import EMPTY, MIDWAY, long_course
from tests.ui.scripted import LOOK, Scripted
from tutor.errors import NotFoundError
from tutor.ui.outline.loop import run
from tutor.ui.outline.plain import lines, meant, named
from tutor.ui.outline.tree import Chosen, Tree, changed, key_of, opened, rows
from tutor.ui.terminal import Paste


def walked(*keys, outline=MIDWAY, room=50):
    tree = opened(outline, "en", room)
    for key in keys:
        assert isinstance(tree, Tree)
        tree = changed(tree, key)
    return tree


def chosen(*keys, **more):
    found = walked(*keys, **more)
    assert isinstance(found, Chosen)
    return found.lesson


def test_it_opens_at_the_recommended_lesson():
    assert walked().cursor == "relu"
    assert chosen("enter") == chosen("c") == chosen("Ｃ") == "relu"
    assert opened(MIDWAY, "en", 50, part=1).cursor == 1


@pytest.mark.parametrize(
    ("keys", "lesson"),
    [
        (["down", "enter"], "tanh"),
        (["home", "down", " "], "neuron"),
        (["1", "down", "enter"], "neuron"),
        (["page-up", "down", "enter"], "neuron"),
        (["/", *"2.1", "enter"], "sigmoid"),
        (["/", *"dial", "enter"], "sigmoid"),
        (["/", *"t", "down", "enter"], "tanh"),
        (["/", *"zzz", "esc", "c"], "relu"),
        (["q"], ""),
        (["esc"], ""),
        (["?", "q", "esc"], ""),
    ],
)
def test_keys_open_lessons(keys, lesson):
    assert chosen(*keys) == lesson


def test_a_part_folds_and_unfolds():
    assert "tanh" not in map(key_of, rows(walked("2", "left")))
    assert "tanh" in map(key_of, rows(walked("2", "left", "right")))
    assert "tanh" not in map(key_of, rows(walked("2", "enter")))
    assert walked("left").cursor == 2, "from a lesson to its part"
    assert walked("9").cursor == "relu", "there is no such part"


def test_a_course_longer_than_the_screen_opens_with_only_the_part_at_hand():
    outline = long_course(60)
    assert len(rows(opened(outline, "en", 14))) == 64
    assert len(rows(opened(outline, "en", 14, part=1))) == 4


def test_a_search_looks_in_folded_parts_and_leaves_them_folded():
    tree = walked("2", "left", "/", *"spring")
    assert [key_of(row) for row in rows(tree)] == [2, "tanh"]
    assert chosen("2", "left", "/", *"spring", "enter") == "tanh"
    assert walked("2", "left", "/", *"spring", "esc").cursor == 2, "its lesson is folded away"


def test_the_loop_draws_until_something_is_chosen():
    terminal = Scripted(["/", Paste("弹簧"), "enter"])
    assert run(opened(MIDWAY, "zh", 14), terminal, LOOK).lesson == "tanh"
    assert len(terminal.screens) == 3
    assert "弹簧" in terminal.text


KEYS = st.sampled_from(
    ["up", "down", "left", "right", "/", "e", "esc", "home", "end", "enter", " ", "l", "?", "1", "3"]
)


@given(st.lists(KEYS, max_size=20), st.sampled_from([MIDWAY, EMPTY, long_course(30)]))
def test_the_cursor_always_stands_on_a_row(keys, outline):
    tree = opened(outline, "zh", 14)
    for key in keys:
        found = changed(tree, key)
        tree = found.tree if isinstance(found, Chosen) else found
        visible = [key_of(row) for row in rows(tree)]
        assert tree.cursor in visible or not visible
        assert not isinstance(found, Chosen) or found.lesson in {"", *(one.id for one in outline.lessons)}


@pytest.mark.parametrize(
    ("line", "name"),
    [("", "relu"), ("1", "neuron"), ("３", "relu"), ("ReLU", "relu"), ("families", "families"), ("弹簧", "tanh")],
)
def test_a_line_names_a_lesson(line, name):
    assert meant(MIDWAY, line).id == name


def test_a_line_leaves_or_is_refused_with_a_near_name():
    assert meant(MIDWAY, "q") is None
    assert meant(EMPTY, "") is None
    for name, close in (("sigmiod", "sigmoid"), ("zzzz", ""), ("a", "neuron")):
        with pytest.raises(NotFoundError) as refused:
            named(MIDWAY, name)
        assert refused.value.facts["near"] == close
    assert named(MIDWAY, "2").id == "families", "a number on the command line is a part"


def test_a_number_that_no_part_has_is_the_lesson_listed_there():
    """The outline numbers its lessons; who types such a number means that lesson, not a name that holds the digit."""
    course = long_course(30)
    assert named(course, "12").id == course.lessons[11].id
    assert named(course, "１２").id == course.lessons[11].id
    with pytest.raises(NotFoundError):
        named(course, "31")


def test_the_tree_in_lines():
    assert lines(MIDWAY, "en", part=2) == [
        "Part 2: Families: the functions one by one",
        "2. Sigmoid: a dial that sticks at both ends (sigmoid): done, mastery 0.45",
        "3. ReLU: a letterbox for good news only (relu): at step 5 of 24, about 9 min to go",
        "4. Tanh: a spring that rests at zero (tanh): not started, about 13 min",
        "Recommended: ReLU: a letterbox for good news only. You stopped at step 5 of 24; about 9 min to go.",
    ]
    assert lines(EMPTY, "zh")[-1] == "课程里还没有课文。"
