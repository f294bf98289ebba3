"""An interview in lines: transcripts a person can read, zh and en."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sessions.interviews import CARDS
from tests.ui.interview.world import InterviewHost, begin
from tutor.ui.interview import plain
from tutor.ui.plain import Lines


def transcript(answers, language="zh", **more):
    """Return everything that was said, with what was typed behind >."""
    host = InterviewHost(language, cards=tuple(CARDS.values()))
    said = []
    left = iter(answers)

    def read(prompt):
        line = next(left, None)
        said.append(f"{prompt} {'(end)' if line is None else line}")
        return line

    state = plain.run(begin(host, **more), host, Lines(read, said.append))
    return said, host, state


ZH = ["对全部数据都关着", "更新过大，把偏置推低了", "", "", "", "0", "", "", "s", "q"]
EN = ["off for all data, not an output of 0 once", "", "13", "3", "u", "", "0", "1", "", "q", ""]


def test_a_session_in_chinese(golden):
    said, host, _ = transcript(ZH)
    golden("interview-plain-zh", said)
    assert host.events[0].body["points"] == [0, 2]
    assert host.events[0].body["said"] == "对全部数据都关着\n更新过大，把偏置推低了"


def test_a_session_in_english(golden):
    said, host, _ = transcript(EN, "en")
    golden("interview-plain-en", said)
    assert [event.body["grade"] for event in host.events] == [3, 1]
    assert host.events[0].body["points"] == [0, 2]
    assert host.events[1].body["points"] == []


def test_a_remembered_depth_is_offered_in_lines():
    said, host, _ = transcript(["x", "2", "q", "q"], before={"dying-relu": 2})
    assert "请输入 1 或 2，或直接回车" in said
    assert any("第 3 级，共 4 级" in line for line in said)
    assert host.events == []


def test_every_prompt_ends_at_the_end_of_input():
    for count in range(len(ZH)):
        said, _, state = transcript(ZH[:count])
        assert type(state.phase).__name__ == "Over"
        assert said[-1]


def test_commands_at_the_prompt_of_an_answer():
    """A lone letter commands, a sentence is an answer, a colon commands everywhere."""
    said, host, _ = transcript(["l", "?", "i", ":u", "q is not a command here", "", "", "3", "q"])
    assert any(line.startswith("Question: What is a dying ReLU?") for line in said)
    assert any("没有可以撤销的" in line or "nothing" in line.lower() for line in said)
    assert host.events[0].body["said"] == "q is not a command here"


@pytest.mark.parametrize(("language", "key"), [("zh", "空格"), ("en", "space")])
def test_no_key_of_the_full_screen_is_named_in_lines(language, key):
    """The third rung is a follow-up in own words: here enter says that it was answered aloud."""
    for choice in "12":
        said, _, _ = transcript(["", "", "3", choice, "", "", "", "3", "16"], language)
        assert [line for line in said if key in line] == []


def test_a_grade_says_what_it_leads_to():
    said, _, _ = transcript(["", "12", "3", "q"])
    assert "勾了 2/3 点 · 1 停在这里，2–4 过关，接着追问" in said
    assert sum(line.startswith("流程：") for line in said) == 1  # how it goes: on the first question


def test_a_number_may_be_reckoned():
    """Told at the first number of an interview: nobody has to do it in the head."""
    told = [transcript(["2", "", "", "3", given, ""], before={"dying-relu": 2})[0] for given in ("", "4*4")]
    assert all(sum("写算式也行" in line for line in said) == 1 for said in told)
    assert [any("到顶了" in line for line in said) for said in told] == [False, True]


def test_who_climbed_before_is_not_told_how_it_goes():
    said, _, _ = transcript(["1", "", "12", "3", "q"], before={"dying-relu": 2})
    assert not any(line.startswith("流程：") for line in said)


def test_a_remark_is_kept():
    _said, host, _ = transcript(["!", "!说得不清楚", "q"])
    assert host.remarks == ["说得不清楚"]


def test_points_that_do_not_exist_are_a_hint():
    said, _, _ = transcript(["", "9", "x", "12", "3", "q"])
    assert said.count("请输入要点的编号，例如 13；0 = 一点没有") == 2


LINES = st.lists(
    st.sampled_from(["", "1", "12", "0", "s", "u", "r", "l", "i", "?", "!", ":u", "g", "一句话", "16"]), max_size=30
)


@settings(max_examples=60, deadline=None)
@given(LINES, st.sampled_from([{}, {"dying-relu": 2}]))
def test_whatever_is_typed_the_end_of_input_ends_it(answers, before):
    said, host, state = transcript(answers, before=before)
    assert type(state.phase).__name__ == "Over"
    standing = {event.id for event, _, _ in host.taken}
    assert {one.event for one in state.heard} <= standing
    assert said


def test_a_confusion_is_cleared_up_in_lines():
    """Either option is tried: the wrong one has a name."""
    told = [transcript(["", "", "3", choice, "", "q"])[0] for choice in ("1", "2")]
    assert sum(any(line.startswith("分清楚：") for line in said) for said in told) == 1
