"""Counting a note's cards."""

from dataclasses import replace

import pytest

from tutor.memory.state import NEW, CardState, Memory
from tutor.reports.notes import FolderLine, NoteLine, note_line

TODAY = 740_000


def card(due, **state):
    return CardState(Memory(5.0, 5.0, TODAY + due, TODAY - 5, TODAY - 5, 1, 0, (3,)), TODAY - 5, **state)


def counted(*states):
    line = note_line("n", "/n.md", "N", states, TODAY)
    return line.questions, line.started, line.due, line.returns and line.returns - TODAY


@pytest.mark.parametrize(
    ("states", "numbers"),
    [
        ((), (0, 0, 0, None)),
        ((NEW, NEW), (2, 0, 0, None)),
        ((NEW, card(0), card(-3), card(4)), (4, 3, 2, -3)),
        ((card(-3, suspended=True), card(4)), (2, 2, 0, 4)),
        ((card(-3, buried_until=TODAY + 1), card(4)), (2, 2, 0, 1)),
        ((card(-3, suspended=True),), (1, 1, 0, None)),
    ],
)
def test_questions_started_due_and_the_next_day(states, numbers):
    assert counted(*states) == numbers


def test_a_folder_adds_its_notes_up():
    note = NoteLine("n", "/a/n.md", "N", questions=3, started=2, due=1)
    folder = FolderLine("/a", (note, replace(note, note="m")))
    assert (folder.questions, folder.started, folder.due) == (6, 4, 2)
