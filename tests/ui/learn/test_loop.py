"""A lesson on a scripted terminal: what is pressed, what is seen, what is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.learn.test_screens import ASKED, DERIVE, GUESS, NUMBER, PROSE
from tests.ui.learn.world import LESSON, LessonHost, begin, play
from tests.ui.scripted import Scripted
from tests.ui.world import NUMBER as VALUE
from tests.ui.world import TAIL, both
from tutor.reports.lesson_end import LessonEnd
from tutor.syllabus.model import Ask, Pretest, Prose
from tutor.text import Text
from tutor.text.width import width
from tutor.ui.learn import loop
from tutor.ui.terminal import Paste, Resize
from tutor.ui.theme import Look


def test_leaving_leaves_two_lines_that_tell_how_to_go_on():
    terminal, _, state = play((*GUESS, " ", "q"), language="en")
    assert state.left == "left"
    assert terminal.said == [
        "Sigmoid: a dial that sticks at both ends: stopped at step 3 of 14.",
        "Go on with: tutor learn sigmoid",
    ]
    assert not terminal.open


def test_going_to_the_outline_leaves_nothing_behind():
    terminal, _, state = play((*GUESS, "o"))
    assert (state.left, terminal.said) == ("outline", [])


def test_ctrl_c_restores_the_terminal_and_tells_where_it_stopped():
    terminal = Scripted([*GUESS, KeyboardInterrupt()])
    host = LessonHost("en")
    with pytest.raises(KeyboardInterrupt):
        loop.run(begin(host), host, Look(), terminal)
    assert "stopped at step 2" in terminal.said[0]
    assert not terminal.open


def test_what_was_typed_before_a_question_was_seen_is_forgotten():
    terminal, *_ = play(ASKED)
    assert terminal.flushed == 2


def test_an_answer_is_recorded_before_its_verdict_is_drawn():
    _, host, _ = play((*ASKED, "1"))
    assert [event.kind for event in host.answers] == ["practised", "answered"]


def test_the_hint_of_a_question_is_shown_on_demand():
    hinted = replace(VALUE, hint=both("e⁻² ≈ 0.135", "e⁻² is about 0.135"))
    lesson = replace(LESSON, steps=(Ask(hinted.id),))
    host = LessonHost("en")
    state = begin(host, lesson, {hinted.id: hinted}, hidden=frozenset())
    terminal, *_ = play(("esc", "h"), language="en", host=host, state=state)
    assert "e⁻² is about 0.135" not in "\n".join(terminal.screens[1])
    assert "Hint  e⁻² is about 0.135" in terminal.text
    assert "h hint" in terminal.screens[1][-1]


def test_the_plot_again_over_any_step():
    terminal, *_ = play((*PROSE, "p"), language="en")
    assert "σ(x)" in terminal.text
    back, *_ = play((*PROSE, "p", "esc"), language="en")
    assert "Picture this" in back.text


def test_without_any_curve_the_key_says_so():
    lesson = replace(LESSON, function="", steps=(Prose("say", both("一")),))
    for key in "pt":
        host = LessonHost("en")
        state = begin(host, lesson, hidden=frozenset())
        assert "no curve" in play((key,), language="en", host=host, state=state)[0].text


def test_a_line_that_cannot_be_guessed_says_so():
    assert "not one to guess" in play((*DERIVE, " ", " ", "g"), language="en")[0].text


def test_a_wrong_attempt_keeps_the_field_open_and_enter_shows_the_line():
    terminal, *_ = play((*DERIVE, "g", *"x", "enter", *"1", "enter", "enter"), language="en")
    assert "two minus signs cancel" in terminal.text


def test_a_trial_from_a_formula_with_what_is_wrong_and_back():
    terminal, *_ = play((*GUESS, " ", "t", *"2 +", "enter", "esc"), language="en")
    assert "▪" in "\n".join(terminal.screens[-2])
    assert "formula" in terminal.screens[-1][0]


def test_language_goes_round_and_stays_with_the_next_step():
    terminal, *_ = play((*GUESS, "L", "L", " "), language="zh")
    assert "任意一个实数" in terminal.screens[2][3]
    assert "Give it any" in terminal.screens[3][3]
    assert "讲解" in terminal.screens[4][0]


def test_a_remark_about_a_question_is_kept():
    terminal, host, _ = play((*ASKED, "!", *"typo", "enter"), language="en")
    assert host.remarks == ["typo"]
    assert "remarks.txt" in terminal.text


def test_why_and_back():
    terminal, *_ = play((*ASKED, "i"), language="en")
    assert "esc back" in terminal.screens[-1][-1]


def test_space_reads_a_long_step_to_its_end_before_it_goes_on():
    long = both("一" * 1200, "word " * 400)
    lesson = replace(LESSON, steps=(Prose("say", long), Prose("joke", both("完", "the end"))))
    host = LessonHost("en")
    state = begin(host, lesson, hidden=frozenset())
    terminal, *_ = play([" "] * 8, language="en", size=(60, 20), host=host, state=state)
    cues = [next((row for row in screen if " more ──" in row), "") for screen in terminal.screens]
    assert "↓" in cues[0]
    assert "↑" in cues[1]
    assert sum("↑" in cue for cue in cues) > 1
    assert any("A smile" in "\n".join(rows) for rows in terminal.screens)


def test_a_resize_draws_again_and_paste_goes_into_a_field_only():
    terminal, *_ = play((*NUMBER, Resize(), Paste("0.881"), "enter"), language="en")
    assert "Right!" in terminal.text
    assert play((*GUESS, Paste("q")), language="en")[2] is None


def test_the_next_lesson_starts_from_the_end_only_when_there_is_one(monkeypatch):
    script = (*NUMBER, "esc", *"ssssss", "esc", "s", "enter")
    assert play(script)[2].left == "next"
    monkeypatch.setattr(LessonHost, "ending", lambda *_: LessonEnd())
    terminal, _, state = play(script, language="en")
    assert state is None
    assert "no new lesson" in terminal.text


@pytest.mark.parametrize("size", [(20, 8), (10, 5), (40, 12), (200, 60)])
def test_no_size_breaks_a_screen(size):
    terminal, *_ = play((*DERIVE, "g", "esc", "s", "?", "esc", "p", "esc", "s", "t", "2", "enter"), size=size)
    for rows in terminal.screens:
        assert len(rows) <= size[1]
        assert max(map(width, rows)) <= size[0]


def test_without_colour_nothing_but_bold_and_dim_is_painted():
    terminal, *_ = play((*GUESS, " ", " ", " "), look=Look(colour=False))
    codes = {code for row in terminal.painted[-1] for code in row.split("\x1b[")[1:]}
    assert {code.partition("m")[0] for code in codes} <= {"0", "1", "2"}


def test_at_the_end_of_a_bad_day_only_three_questions_are_listed(monkeypatch):
    asked = tuple(Text(f"问题 {n}", f"question {n}") for n in range(5))
    monkeypatch.setattr(LessonHost, "ending", lambda *_: LessonEnd(asked=5, again=asked, tomorrow=5))
    terminal, *_ = play((*NUMBER, "esc", *"ssssss", "esc", "s"), language="en")
    assert [row.strip() for row in terminal.screens[-1] if "question" in row or "more" in row][2:] == [
        "○ question 0",
        "○ question 1",
        "○ question 2",
        "and 2 more",
        "Tomorrow 5 questions of this lesson come back, to make them stick.",
    ]


@pytest.mark.parametrize(("key", "told"), [("3", 'you guessed "8.24×10⁻⁹"'), ("0", "you did not know")])
def test_another_question_about_the_same_matter_quotes_the_one_before(key, told):
    sibling = replace(VALUE, fact=TAIL.fact)
    lesson = replace(LESSON, steps=(Pretest(TAIL.id), Prose("say", both("一")), Ask(sibling.id)))
    host = LessonHost("en")
    state = begin(host, lesson, {TAIL.id: TAIL, sibling.id: sibling}, hidden=frozenset())
    terminal, *_ = play((key, " ", " "), language="en", host=host, state=state)
    assert "At x = 10, σ′(x) is closest to which value?" in " ".join(terminal.text.split())
    assert told in " ".join(terminal.text.split())
    assert "What is σ(2)?" in terminal.text
