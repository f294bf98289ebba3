"""A game in a real terminal: it asks, answers, and gives the terminal back."""

from __future__ import annotations

import os
import sqlite3

import pexpect
import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are a matter of POSIX")
OWN_SCREEN = "\x1b[?1049l"


def steps(folder):
    with sqlite3.connect(folder / "home" / "journal.sqlite3") as connection:
        return [card for (card,) in connection.execute("SELECT card FROM events WHERE kind = 'step'")]


def test_a_game_is_chosen_played_and_left(in_terminal, tmp_path):
    child = in_terminal("game")
    child.expect_exact("Fancy a game?")
    child.send("1")
    child.expect_exact("Nothing is timed")
    child.send(" ")
    child.expect_exact("Who is this?")
    child.send("1")
    child.expect_exact("It is ")
    child.send("q")
    child.expect_exact("Enough for now")
    child.send("L")
    child.send("L")
    child.expect_exact("先玩到这儿。")
    child.send("q")
    child.expect_exact("玩一局？")  # the menu goes on in the language of the game
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert steps(tmp_path) == ["game:guess"]


def test_an_interrupt_keeps_the_score_and_gives_the_terminal_back(in_terminal, tmp_path):
    child = in_terminal("game", "guess")
    child.expect_exact("Nothing is timed")
    child.send(" ")
    child.expect_exact("Who is this?")
    child.send("1")
    child.expect_exact("It is ")
    child.sendintr()
    child.expect_exact(OWN_SCREEN)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert steps(tmp_path) == ["game:guess"]
