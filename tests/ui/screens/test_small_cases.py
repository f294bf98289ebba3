"""What the golden screens leave out: empty lists, long times, practice, very narrow screens."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.scripted import play
from tests.ui.world import DAY, HALF, NUMBER, TAIL, TITLE, MemoryHost, entry, known, session_of
from tutor.reports.summary import Rise, Summary
from tutor.reports.today import Today
from tutor.reports.why import Why
from tutor.sessions import flow
from tutor.sessions.model import Over, Settings
from tutor.text import Text
from tutor.text.width import width
from tutor.ui.lines import text_of
from tutor.ui.phrases import bar, span
from tutor.ui.scene import Scene
from tutor.ui.screens import cards, summary, today, why
from tutor.ui.view import View

QUIET_DAY = Today(DAY, 0, 0, 0, 0, 0, (), (), 0.0, 0)


def said(rows) -> str:
    return "\n".join(text_of(row) for row in rows)


def over(end: Summary, columns: int = 80, done: bool = True) -> str:
    host = MemoryHost("en")
    _, _, session = play(("3", "q", "q") if done else ("q", "q"), TAIL, HALF, language="en", host=host)
    assert session is not None
    return said(summary.body(Scene(session, View("en"), columns, 24, DAY, TITLE, summary=end)).lines)


@pytest.mark.parametrize(("minutes", "told"), [(0.001, "1 s"), (0.5, "30 s"), (1.2, "1 minute."), (7.6, "8 minutes.")])
def test_the_time_a_session_took(minutes, told):
    assert told in over(Summary(1, 1, 0, minutes, 0, 0, ()))


def test_practice_alone_shows_no_share():
    told = over(Summary(0, 0, 3, 1.0, 0, 0, ()))
    assert "%" not in told
    assert "Practice answers: 3." in told
    assert "Nothing is due tomorrow." in told


def test_rises_of_several_lessons_line_up():
    rises = (Rise("a", Text.same("short"), 0.1, 0.3), Rise("b", Text.same("a longer title"), 0.5, 0.6))
    rows = [row for row in over(Summary(2, 2, 0, 1.0, 4, 1, rises)).split("\n") if "→" in row]
    assert rows[0].index("━") == rows[1].index("━")


def test_a_quiet_day_says_so_and_shows_no_empty_parts():
    told = said(today.lines(QUIET_DAY, "en", 80, keys=True))
    assert "Nothing to review today." in told
    assert "━" not in told
    assert "enter" not in told


def test_no_card_matches():
    assert said(cards.lines([], "en", 40)) == "No card matches."


def test_a_card_due_in_the_past_is_for_today():
    row = cards.CardRow("a", "flash", Text.same("q"), -3)
    assert cards.due(row, "en") == ("today", "due")
    assert cards.due(replace(row, due=1), "en") == ("in 1 day", "plain")
    assert cards.due(replace(row, suspended=True), "zh") == ("已暂停", "dim")


def test_practice_says_that_grades_change_nothing():
    host = MemoryHost("en")
    reasons = Why("c", "again", (), 0, 3.0, 1.0, 4, 1, practice=True)
    scene = Scene(session_of(host, TAIL), View("en", page="why"), 80, 24, DAY, TITLE, why=reasons)
    told = said(why.body(scene).lines)
    assert "another answer is practice" in told
    assert "You answered it today." in told
    assert said(why.body(replace(scene, why=None)).lines) == ""


def test_a_practised_right_answer_keeps_its_day():
    """Already rated today: the card comes back on the day it had."""
    host = MemoryHost("en")
    state = known(days_ago=0)
    assert state.memory.last_day == DAY
    later = replace(state, memory=replace(state.memory, due=DAY + 9))
    host.states[TAIL.id] = later
    session = flow.start([entry(TAIL, state=later)], Settings(seed="s"), host.now())
    terminal, *_ = play(("3",), host=host, session=session)
    assert "See you in 9 days. Practice: the schedule stays." in terminal.text


def test_a_flash_card_missed_for_good_says_when_it_returns():
    host = MemoryHost("en")
    last = replace(entry(HALF, "again"), returned=3)
    session = flow.start([last], Settings(seed="s"), host.now())
    terminal, *_ = play((" ", "1"), host=host, session=session)
    assert "See you tomorrow." in terminal.text
    assert "½" in terminal.text


def test_a_long_why_is_cut_at_a_sentence():
    long = replace(
        NUMBER,
        why=replace(NUMBER.why, zh=("第一句话不长，但也说了不少，正好够放进一行里，不多也不少。" + "第二句很长" * 20,)),
    )
    terminal, *_ = play((*"0.881", "enter"), long)
    assert "不多也不少。  按 i 看全部" in terminal.text


@pytest.mark.parametrize(
    ("days", "en", "zh"),
    [
        (1, "1 day", "1 天"),
        (2.5, "2.5 days", "2.5 天"),
        (45, "1.5 months", "1.5 个月"),
        (365, "1 year", "1 年"),
        (900, "2.5 years", "2.5 年"),
    ],
)
def test_how_long_in_words(days, en, zh):
    assert span(days, "en") == en
    assert span(days, "zh") == zh


def test_a_bar_shows_the_smallest_share_and_never_overflows():
    assert bar(0.001, 10) == ("━", "─" * 9)
    assert bar(0, 10) == ("", "─" * 10)
    assert bar(1.7, 4) == ("━━━━", "")


def test_on_a_tiny_screen_the_keys_shrink_to_their_names():
    for columns, rows in ((4, 2), (9, 3), (12, 5)):
        terminal, *_ = play((), TAIL, language="en", size=(columns, rows))
        assert len(terminal.screens[-1]) == rows
        assert all(width(row) <= columns for row in terminal.screens[-1])


def test_a_session_without_anything_shown_is_said_to_be_empty():
    host = MemoryHost("zh")
    session = replace(session_of(host, TAIL), phase=Over("done"), current=None, shown=0)
    assert summary.farewell(session, Summary(0, 0, 0, 0.0, 0, 0, ()), "zh") == [
        "现在没有要复习的。",
        "明天没有到期的卡片。",
    ]


def test_after_the_answer_p_shows_the_function_and_its_slope():
    """Before it, the curves would give the answer away."""
    card = replace(TAIL, function="sigmoid")
    before, *_ = play(("p",), card)
    after, *_ = play(("2", "p"), card)
    assert not any(0x2800 < ord(char) <= 0x28FF for char in before.text)
    assert any(0x2800 < ord(char) <= 0x28FF for char in after.text)
    assert "σ′(x)" in after.text
    assert "p 曲线" in after.screens[1][-1]


@pytest.mark.parametrize("rows", [12, 16, 24])
def test_the_right_option_is_on_the_screen_after_a_wrong_one(rows):
    """On a narrow or low screen the options scroll away: then the right one is told once more."""
    terminal, *_ = play(("2",), TAIL, size=(40, rows))
    assert "4.54×10⁻⁵" in terminal.text
