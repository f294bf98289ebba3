"""The decision tree asked: digits and the cursor answer, backspace goes back, the advice stays behind."""

import pytest

from tests.ui.scripted import Scripted
from tutor.pictures.deciding import decision_tree
from tutor.pictures.decision import Advice, ways
from tutor.pictures.request import Request
from tutor.ui.decision_live import Live, changed, plain, replied, run, screen
from tutor.ui.lines import measure, text_of
from tutor.ui.theme import Look

TREE = decision_tree(Request())


def after(*keys):
    live = Live(TREE)
    for key in keys:
        live = changed(live, key)
    return live


def test_digits_answer():
    assert after("1", "1", "1", "1", "1").asked is TREE.advice["relu"]


def test_the_cursor_answers_as_well():
    assert after("enter", "down", "enter") == after("1", "2")
    assert after("up", "enter") == after("7")


def test_back_returns_to_the_answer_that_was_given():
    assert after("1", "3", "backspace").at == 2
    assert after("1", "3", "backspace", "backspace", "backspace") == Live(TREE)
    assert after("1", "3", "0") == Live(TREE)


@pytest.mark.parametrize("key", ["8", "x", "9", "tab"])
def test_other_keys_change_nothing(key):
    assert after(key) == Live(TREE)


@pytest.mark.parametrize("size", [(80, 24), (40, 24), (120, 40)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_screen_fits_with_all_it_says(size, language):
    """Each advice with its last line, the initialisation, is on the screen at every size."""
    for way in ways(TREE):
        live = Live(TREE, way)
        rows = screen(live, *size, language)
        assert len(rows) == size[1]
        assert max(map(measure, rows)) <= size[0]
        shown = "".join(text_of(row) for row in rows)
        label = {"zh": "初始化", "en": "initialise"}[language]
        assert label in shown, [text_of(row) for row in rows]


def test_leaving_at_the_end_leaves_the_advice_behind():
    terminal = Scripted(["1", "4", "2", "1", "q"])
    assert run(TREE, terminal, Look(colour=False), "en").asked is TREE.advice["gated"]
    assert "SwiGLU" in "\n".join(terminal.said)
    assert "initialise" in "\n".join(terminal.said)


def test_leaving_before_the_end_leaves_nothing():
    terminal = Scripted(["1", "q"])
    run(TREE, terminal, Look(), "zh")
    assert terminal.said == []


def test_in_lines_a_number_answers_and_anything_else_asks_again():
    live = Live(TREE)
    assert list(plain(live, "en"))[:2] == ["What is the layer for?", "1) a hidden layer"]
    assert replied(live, "hello") == live
    assert replied(live, "１\n") == changed(live, "1")
    assert replied(changed(live, "1"), "u") == live
    assert replied(live, "q") is None


def test_in_lines_the_end_says_everything():
    said = list(plain(after("1", "1", "3"), "zh"))
    assert isinstance(after("1", "1", "3").asked, Advice)
    assert said[1] == "SELU"
    assert any("LeCun" in line for line in said)
