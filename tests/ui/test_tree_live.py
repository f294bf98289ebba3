"""A tree that folds: every key does one thing, and enter on a function gives back its lesson."""

import pytest

from tests.ui.scripted import EndOfScriptError, Scripted
from tutor.pictures.tree import Node, Tree
from tutor.text import Text
from tutor.ui.lines import measure, text_of
from tutor.ui.theme import Look
from tutor.ui.tree_live import Live, changed, run, screen

FUNCTIONS = {"sigmoid", "tanh", "relu", "leaky"}


def node(name, *children, lesson="", told=""):
    return Node(Text(name, name), Text(told, told), name if name in FUNCTIONS else "", lesson, children)


TREE = Tree(
    node(
        "all",
        node("s", node("sigmoid", lesson="sigmoid-lesson", told="a smooth switch"), node("tanh")),
        node("r", node("relu", node("leaky"))),
        node("alone"),
    )
)


BRANCHES = Tree(Node(Text("全部", "all"), children=(Node(Text("一支", "a branch"), children=(node("tanh"),)),)))


def after(*keys, live=None):
    live = live or Live(TREE)
    for key in keys:
        live = changed(live, key)
    return live


def names(live):
    return [live.node(path).name.en for path in live.seen()]


def test_at_first_only_the_branches_are_seen():
    assert names(Live(TREE)) == ["s", "r", "alone"]


def test_right_opens_and_then_goes_in_left_goes_out_and_then_folds():
    assert names(after("right")) == ["s", "sigmoid", "tanh", "r", "alone"]
    assert after("right", "right").at == (0, 0)
    assert after("right", "right", "left").at == (0,)
    assert after("right", "right", "left", "left") == Live(TREE)


def test_up_and_down_stay_inside():
    assert after("up").at == (0,)
    assert after("down", "down", "down", "down").at == (2,)
    assert after("end", "home").at == (0,)


def test_all_open_and_all_folded():
    assert names(after("*")) == ["s", "sigmoid", "tanh", "r", "relu", "leaky", "alone"]
    assert names(after("*", "end", "up", "0")) == ["s", "r", "alone"]


def test_enter_folds_a_branch_and_leaves_a_leaf():
    assert names(after("enter")) == names(after("right"))
    assert after("enter", "enter") == Live(TREE)
    assert after("end", "enter") == after("end")


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 8)])
def test_the_screen_fits_and_shows_the_cursor(size):
    live = after("*", "down", "down")
    rows = screen(live, *size, "zh")
    assert len(rows) == size[1]
    assert max(map(measure, rows)) <= size[0]
    assert sum(text_of(row).startswith("❯") for row in rows) == 1


def test_enter_on_a_function_gives_back_its_lesson():
    terminal = Scripted(["0", "right", "right", "enter"])
    assert run(TREE, terminal, Look(), "en") == "sigmoid-lesson"
    assert "enter opens the lesson sigmoid-lesson" in terminal.text
    assert "a smooth switch" in terminal.text
    assert not terminal.open


def test_the_curve_of_the_function_stands_beside_the_tree():
    """On a wide screen the plot and the formula at the cursor, on a narrow one the tree alone."""
    wide = "\n".join(text_of(row) for row in screen(after("right", "right"), 80, 24, "en"))
    assert "σ(x) = 1 / (1 + e⁻ˣ)" in wide
    assert any("\u2801" <= char <= "\u28ff" for char in wide)
    narrow = "\n".join(text_of(row) for row in screen(after("right", "right"), 60, 24, "en"))
    assert "σ(x)" not in narrow


def test_a_branch_has_no_curve():
    assert not any(
        "\u2801" <= char <= "\u28ff" for row in screen(Live(BRANCHES), 80, 24, "zh") for char in text_of(row)
    )


def test_q_leaves_without_a_lesson():
    assert run(TREE, Scripted(["down", "q"]), Look(), "zh") == ""


def test_a_function_without_a_lesson_opens_none():
    terminal = Scripted(["0", "right", "right", "down", "enter"])
    with pytest.raises(EndOfScriptError):
        run(TREE, terminal, Look(), "en")
    assert "no lesson of its own yet" in terminal.text
