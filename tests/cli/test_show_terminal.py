"""Trees and the decision tree in a real terminal: keys fold and answer, the lesson opens, the advice stays."""

from __future__ import annotations

import os
from functools import partial

import pexpect
import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are a matter of POSIX")
DOWN, RIGHT = "\x1b[B", "\x1b[C"
OWN_SCREEN = "\x1b[?1049l"


@pytest.fixture
def terminal(in_terminal):
    """Start `tutor show`."""
    return partial(in_terminal, "show")


def test_enter_in_the_tree_opens_the_lesson(terminal):
    """Three down to the S-shaped branch, open it, into Sigmoid, enter: its lesson begins."""
    child = terminal("family-tree")
    child.expect_exact("the S-shaped")
    child.send(DOWN * 3 + RIGHT * 2)
    child.expect_exact("enter opens the lesson sigmoid")
    child.send("\r")
    child.expect("Sigmoid: a dial")
    child.send("q")
    child.expect(pexpect.EOF)


def test_the_advice_stays_when_the_decision_is_left(terminal):
    child = terminal("decision-tree")
    child.expect_exact("What is the layer for?")
    child.send("2")
    child.expect_exact("sigmoid")
    child.send("q")
    child.expect_exact(OWN_SCREEN)
    child.expect(pexpect.EOF)
    assert "initialise" in child.before
    child.close()
    assert child.exitstatus == 0


def test_an_interrupt_gives_the_screen_back(terminal):
    child = terminal("mind-map")
    child.expect_exact("leave")
    child.sendintr()
    child.expect_exact(OWN_SCREEN)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130


def test_a_width_prints_the_tree_whole(terminal):
    child = terminal("decision-tree", "--width", "80")
    child.expect(pexpect.EOF)
    assert "SwiGLU" in child.before
    assert OWN_SCREEN not in child.before
