"""`tutor plot` in a real terminal: colours, none when they are unwanted, and a slider that moves."""

from __future__ import annotations

import os
from functools import partial

import pexpect
import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are a matter of POSIX")
RIGHT = "\x1b[C"
OTHER_SCREEN, OWN_SCREEN = "\x1b[?1049h", "\x1b[?1049l"


@pytest.fixture
def terminal(in_terminal):
    """Start `tutor plot`."""
    return partial(in_terminal, "plot")


def whole(child):
    child.expect(pexpect.EOF)
    child.close()
    return child.before


def test_two_curves_have_two_colours(terminal):
    colours = whole(terminal("sigmoid", "-d"))
    assert "\x1b[36m" in colours
    assert "\x1b[35m" in colours


@pytest.mark.parametrize(("words", "environ"), [([], {"NO_COLOR": "1"}), (["--no-color"], {}), ([], {"TERM": "dumb"})])
def test_unwanted_colours_stay_away(terminal, words, environ):
    shown = whole(terminal("sigmoid", *words, **environ))
    assert not any(f"\x1b[{code}" in shown for code in ("3", "9", "4"))
    assert "σ(x)" in shown


def test_arrows_move_a_parameter_and_leaving_tells_the_command(terminal):
    child = terminal("leaky_relu", "-i")
    child.expect_exact(OTHER_SCREEN)
    child.expect_exact("α = 0.01")
    for value in ("α = 0.02", "α = 0.03"):
        child.send(RIGHT)
        child.expect_exact(value)
    child.send("q")
    child.expect_exact(OWN_SCREEN)
    left_behind = whole(child)
    assert "tutor plot leaky_relu --range -6:6 --param α=0.03" in left_behind
    assert child.exitstatus == 0


def test_an_interrupt_gives_the_screen_back(terminal):
    child = terminal("gelu", "-i")
    child.expect_exact("leave")
    child.sendintr()
    child.expect_exact(OWN_SCREEN)
    whole(child)
    assert child.exitstatus == 130
