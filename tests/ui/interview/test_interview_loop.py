"""An interview played key by key: spoken and written answers, undo, language, leaving; the clock while nobody types."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.interview.world import InterviewHost, begin, play
from tutor.sessions.interview_model import Over
from tutor.ui.terminal import Paste, Resize
from tutor.ui.theme import Look

RUNG = (" ", " ", "3")  # said, no more points, good


def test_spoken_to_the_end():
    """The headline aloud with two points, three follow-ups, the second ladder left at once; the report, out."""
    script = [" ", "1", "2", " ", "3", "0", " ", " ", *RUNG, *"qq"]
    terminal, host, state = play(script)
    assert isinstance(state.phase, Over)
    kinds = [(event.kind, event.card, event.body.get("grade"), event.body.get("points")) for event in host.events]
    assert kinds[:2] == [("answered", "dying-relu.1", 3, [0, 1]), ("answered", "dying-relu.2", 1, None)]
    assert terminal.said[0].startswith("面试：什么是死神经元")
    assert "1/4" in terminal.said[0]


def test_written_lines_are_one_answer():
    """Enter opens the field, each enter ends a line, the way back opens the last one, an empty line ends it all."""
    script = ["enter", *"对全部", "enter", *"斜率 0", "enter", "backspace", *"，权重不动", "enter", "enter", " ", "3"]
    _, host, _ = play(script)
    assert host.events[0].body["said"] == "对全部\n斜率 0，权重不动"


def test_space_is_text_while_writing_and_the_end_of_a_spoken_answer_elsewhere():
    _, host, _ = play(["enter", *"a b", "esc", " ", " ", "3"])
    assert host.events[0].body["said"] == "a b"


def test_a_paste_goes_into_the_field_as_one_line():
    _, host, _ = play(["enter", Paste("第一句\n第二句 q"), "enter", "enter", " ", "3"])
    assert host.events[0].body["said"] == "第一句 第二句 q"


def test_a_paste_elsewhere_answers_nothing():
    terminal, host, _ = play([Paste("  333\n")])
    assert host.events == []
    assert "死神经元" in terminal.text


def test_an_empty_field_closes_again():
    terminal, host, _ = play(["enter", "enter"])
    assert host.events == []
    assert "说完了" in terminal.text


def test_full_width_digits_and_letters_work():
    _, host, _ = play([" ", "１", "　", "３"])
    assert host.events[0].body["points"] == [0]


def test_undo_brings_the_written_answer_back():
    script = ["enter", *"甲乙丙", "enter", "enter", " ", "3", "u"]
    terminal, _, _ = play(script)
    assert "甲乙丙" in terminal.text
    assert "已撤销" in terminal.text


def test_the_language_can_change_in_the_middle():
    terminal, _, _ = play(["L"])
    assert "What is a dying ReLU?" in terminal.text
    assert "什么是死神经元" not in terminal.text
    terminal, _, _ = play(["L", "L"])
    assert "What is a dying ReLU?" in terminal.text
    assert "什么是死神经元" in terminal.text


def test_an_answer_in_the_other_language_is_suggested_from():
    """Asked in Chinese, answered in English: the English points are compared."""
    script = ["enter", *"off for all data, slope 0 and no error gets in so weights stay", "enter", "enter"]
    terminal, _, _ = play(script)
    assert "2  [x]" in terminal.text


def test_leaving_at_once_says_that_nothing_was_kept():
    terminal, host, _ = play(["q"])
    assert host.events == []
    assert terminal.said == ["这次没有回答，什么也没记。"]


def test_the_clock_is_drawn_again_only_where_there_is_one():
    """Every second beside a question, rarely below a field, never at points, grades or options."""
    waits = {}
    for name, script in {"asked": [], "writing": ["enter", "x"], "ticking": [" "], "grading": [" ", " "]}.items():
        terminal, _, _ = play([*script, Resize()])
        waits[name] = terminal.patience
    assert waits == {"asked": 1.0, "writing": 10.0, "ticking": None, "grading": None}


def test_the_clock_goes_on_by_itself():
    terminal, _, _ = play([Resize(), Resize(), Resize()])
    clocks = [next(line for line in screen if "─┼─" in line).split()[0] for screen in terminal.screens]
    assert len(set(clocks)) == len(clocks)


def test_keys_typed_before_a_moment_is_seen_never_meet_it():
    """Once for the question, its points, its grade, and the next question; never while points are ticked."""
    flushed = [
        play(script)[0].flushed for script in ([], [" "], [" ", "1", "2"], [" ", "1", " "], [" ", "1", " ", "3"])
    ]
    assert flushed == [1, 2, 2, 3, 4]


def test_space_reads_the_model_answers_to_their_end_before_it_grades():
    """On a low screen the first spaces scroll; the last one grades Good."""
    _, host, _ = play([" ", " ", " "], size=(80, 12))
    assert host.events == []
    _terminal, host, _ = play([" ", *" " * 12], size=(80, 12))
    assert [event.body["grade"] for event in host.events][:1] == [3]


@pytest.mark.parametrize("look", [Look(), Look(colour=False), Look(theme="light"), Look(theme="dark")])
def test_colour_is_never_the_only_cue(look):
    """The same words with and without colours."""
    script = [" ", "1", " ", "3", "0", " "]
    plain, _, _ = play(script, look=Look(colour=False))
    coloured, _, _ = play(script, look=look)
    assert plain.screens == coloured.screens


def test_an_interview_without_ladders_ends_at_once():
    host = InterviewHost("en")
    assert isinstance(begin(host, ladders=()).phase, Over)
    terminal, _, _ = play([], language="en", ladders=())
    assert terminal.said == ["Nothing was answered, so nothing was recorded."]


KEYS = st.sampled_from(
    [
        *"1234qusilgeyp!?Lt0ab甲，",
        *("enter", " ", "esc", "backspace", "up", "down", "left", "right", "page-down", "ctrl-r", "ctrl-l", "home"),
        Paste("x\ny"),
        Resize(),
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(KEYS, max_size=40), st.sampled_from([{}, {"dying-relu": 2}]), st.sampled_from([(80, 24), (40, 12)]))
def test_whatever_is_pressed_there_is_a_way_out(keys, before, size):
    """A player is never stuck: esc closes what is open, q leads to the report and out; all that was answered stays."""
    terminal, host, state = play([*keys, *["esc", "esc", "q"] * 4, " "], before=before, size=size)
    assert isinstance(state.phase, Over)
    assert terminal.said
    kinds = {event.kind for event in host.events}
    assert kinds <= {"answered", "practised", "regraded"}


def test_where_a_confusion_broke_the_climb_it_is_cleared_up():
    """The wrong option has a name: its contrast stands below the ladder; nobody who knew nothing is told one."""
    wrong = [" ", " ", "3", "2", " "]
    terminal, host, _ = play(wrong)
    if host.events[-1].body["grade"] == 3:  # the options come in an order of their own
        terminal, host, _ = play([" ", " ", "3", "1", " "])
    assert host.events[-1].body["mistake"] == "peak-for-tail"
    assert "分清楚" in terminal.text
    terminal, _, _ = play([" ", " ", "3", "0", " "])
    assert "分清楚" not in terminal.text
