"""The screens of a quiz: questions without intervals, an exam's clock, the score, the missed ones read again."""

from __future__ import annotations

from contextlib import suppress

import pytest

from tests.ui.scripted import EndOfScriptError, Scripted
from tests.ui.world import BELIEF, GAP, NUMBER, SEVERAL, TAIL, MemoryHost, entry
from tutor.memory.state import NEW
from tutor.sessions import flow
from tutor.sessions.model import Settings
from tutor.text.width import width
from tutor.ui import fullscreen

CARDS = (TAIL, NUMBER, BELIEF, SEVERAL, GAP)
WRONG = ("4", " ", *"0.119", "enter", " ", "1", " ", "1", "2", "enter", " ", *"饱和", "enter", " ")
STAGES = {
    "quiz-question": (),
    "quiz-verdict": ("4",),
    "quiz-score": WRONG,
    "quiz-reading": (*WRONG, " ", " "),
    "quiz-left": ("4", " ", "esc", "q"),
    "quiz-all-right": ("2", " "),
}


def play(keys, *cards, language="zh", size=(80, 24), **settings):
    host = MemoryHost(language)
    entries = [entry(card, "quiz", NEW) for card in cards or CARDS]
    session = flow.start(entries, Settings(seed="s", quiz=True, **settings), host.now())
    terminal = Scripted(keys, size)
    with suppress(EndOfScriptError):  # the picture is taken where the script ends
        fullscreen.run(session, host, terminal=terminal)
    return terminal


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("stage", STAGES)
def test_screens(golden, stage, columns, language):
    cards = (TAIL,) if stage == "quiz-all-right" else CARDS
    terminal = play(STAGES[stage], *cards, language=language, size=(columns, 40 if columns == 120 else 24))
    screen = terminal.screens[-1]
    assert all(width(row) <= columns for row in screen)
    golden(f"{stage}-{columns}-{language}", screen)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_exam_shows_how_much_time_is_left_and_no_verdict(golden, language):
    terminal = play(("2",), language=language, exam=True, minutes=10)
    golden(f"quiz-exam-80-{language}", terminal.screens[-1])


@pytest.mark.parametrize(("language", "told"), [("zh", "剩不到 1 分钟"), ("en", "< 1 min left")])
def test_the_last_minute_of_an_exam_is_less_than_one(language, told):
    """12 seconds are not 'one minute left'."""
    assert told in play(("2",), language=language, exam=True, minutes=0.2).screens[0][0]


def test_a_score_that_was_closed_leaves_two_lines_behind():
    terminal = play((*WRONG, "q"), language="en")
    assert terminal.said == ["2 of 5 right. It took 42 s.", "The same quiz again: tutor quiz -n 5 --seed 7"]


def test_missed_questions_are_asked_again_after_r():
    terminal = play((*WRONG, "r"), language="en")
    assert "once more" in terminal.screens[-1][0]
