"""A lab in a real terminal: it asks, runs, stops when told to, and gives the terminal back."""

from __future__ import annotations

import os
from functools import partial

import pexpect
import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are a matter of POSIX")
OTHER_SCREEN, OWN_SCREEN = "\x1b[?1049h", "\x1b[?1049l"


@pytest.fixture
def terminal(in_terminal):
    """Start the program with a busy lab."""
    return partial(in_terminal, "lab", "coins", module="tests.cli.busy_lab")


def end(child):
    child.expect(pexpect.EOF)
    child.close()
    return child.before


def test_asked_run_read_and_left(terminal):
    child = terminal()
    child.expect_exact("After a thousand throws")
    child.send("2")
    child.expect_exact("stop and see what there is")
    child.expect_exact("as you expected")
    child.send("q")
    child.expect_exact(OWN_SCREEN)
    assert "The same again: tutor lab coins --seed 1" in end(child)
    assert child.exitstatus == 0


@pytest.mark.parametrize("how", ["interrupt", "q"])
def test_a_run_is_stopped_and_shows_what_there_is(terminal, how):
    child = terminal("--predict", "1")
    child.expect_exact("stop and see what there is")
    child.sendintr() if how == "interrupt" else child.send("q")
    child.expect_exact("Stopped early")
    child.send("q")
    end(child)
    assert child.exitstatus == 0


def test_an_interrupt_at_the_question_gives_the_screen_back(terminal):
    child = terminal()
    child.expect_exact("After a thousand throws")
    child.sendintr()
    child.expect_exact(OWN_SCREEN)
    end(child)
    assert child.exitstatus == 130


def test_leaving_at_the_question_runs_nothing(terminal):
    child = terminal()
    child.expect_exact("After a thousand throws")
    child.send("q")
    assert "The same again" not in end(child)
    assert child.exitstatus == 0


def test_a_smaller_terminal_is_drawn_anew(terminal):
    child = terminal("--predict", "1")
    child.expect_exact("stop and see what there is")
    child.setwinsize(24, 40)
    child.expect("─{40}\x1b")
    child.send("q")
    child.expect_exact("Stopped early")
    child.send("q")
    end(child)


def test_in_lines_progress_goes_to_stderr_and_an_interrupt_shows_what_there_is(terminal):
    child = terminal("--plain", "--predict", "1")
    child.expect("20 %  group 1")
    child.sendintr()
    child.expect_exact("Stopped early")
    child.expect_exact("The same again")
    assert OTHER_SCREEN not in child.before
    end(child)
    assert child.exitstatus == 0


def test_without_colour(terminal):
    child = terminal("--predict", "1", NO_COLOR="1")
    child.expect_exact("Verdict")
    assert "\x1b[36m" not in child.before
    child.send("q")
    end(child)
