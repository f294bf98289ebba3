"""The overview in a real terminal: page by page, the calendar in two shades a cell, the way out."""

from __future__ import annotations

import os
from functools import partial
from itertools import count
from pathlib import Path

import pexpect
import pytest

from tests.reports.learner import Learner, live, write
from tutor.store.journal import Journal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are a matter of POSIX")
COURSE = Path(__file__).parents[1] / "course"
OWN_SCREEN = "\x1b[?1049l"


@pytest.fixture
def stats(in_terminal, tmp_path):
    """Start `tutor stats` of one who learned for 80 days."""
    ids = count()
    (tmp_path / "home").mkdir()
    with Journal(tmp_path / "home" / "journal.sqlite3", "d", lambda: 0, lambda: f"{next(ids):032x}") as journal:
        write(journal, live(Learner(days=80)))
    return partial(in_terminal, "stats", TUTOR_CONTENT=str(COURSE), TUTOR_NOW="2026-11-20T20:00+08:00")


def test_space_turns_the_pages_of_the_overview(stats):
    child = stats()
    child.expect_exact("Calendar")
    child.expect_exact("1–23 / ")
    child.send(" ")
    child.expect_exact("answers a day")
    child.send("q")
    child.expect_exact(OWN_SCREEN)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_a_short_section_is_printed_and_stays(stats):
    child = stats("--calendar")
    child.expect(pexpect.EOF)
    assert "▀" in child.before
    assert "38;5;" in child.before
    assert OWN_SCREEN not in child.before


def test_without_colour_the_calendar_has_shades(stats):
    child = stats("--calendar", NO_COLOR="1")
    child.expect(pexpect.EOF)
    assert "█" in child.before
    assert "▀" not in child.before
    assert "38;5;" not in child.before
