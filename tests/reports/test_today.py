"""Today's figures: the pace of sessions, what is weak, ideas that spoil nothing, what enter starts."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.questions.model import Wording
from tutor.reports.today import Asked, Pace, Today, Weak, idea, pace, question, weakest
from tutor.syllabus.model import Lesson, Prose
from tutor.text import Text

MINUTE = 60_000_000  # µs


def session(start, seconds, count=5):
    """Return answers of one session, a minute apart, the latest first."""
    return [(start + place * MINUTE, round(seconds * 1000)) for place in reversed(range(count))]


def sessions(*seconds):
    days = enumerate(seconds)
    return [answer for day, pace in reversed(list(days)) for answer in session(day * 1440 * MINUTE, pace)]


def test_the_range_comes_from_the_quartiles_of_sessions():
    assert pace(sessions(10, 20, 30, 40, 50)) == Pace(25, 5, (20.0, 40.0))


def test_few_sessions_tell_no_range():
    assert pace(sessions(10, 20, 30)) == Pace(15, 3)
    assert pace([]) == Pace()


def test_a_session_of_few_answers_and_a_long_pause_tell_nothing():
    short = session(99 * 1440 * MINUTE, 59, count=4)
    assert pace([*short, *sessions(10, 20, 30, 40)]).quartiles == (17.5, 32.5)
    assert pace(session(0, 600)) == pace(session(0, 60))


def test_half_an_hour_parts_two_sessions():
    assert pace([*session(40 * MINUTE, 5), *session(0, 5)]).sessions == 2
    assert pace([*session(20 * MINUTE, 5), *session(0, 5)]).sessions == 1


@given(st.lists(st.tuples(st.integers(0, 10**16), st.integers(-5, 10**7)), max_size=60))
def test_a_clock_that_jumps_breaks_nothing(answers):
    found = pace(answers)
    assert found.answers == len(answers)
    if found.quartiles:
        assert 0 <= found.quartiles[0] <= found.quartiles[1] <= 60


def weak(name, mastery, answers):
    return Weak(name, Text.same(name), mastery, answers)


def test_the_weakest_are_three_with_evidence():
    lessons = [weak("a", 0.5, 20), weak("b", 0.1, 19), weak("c", 0.2, 99), weak("d", 0.3, 20), weak("e", 0.6, 30)]
    assert [one.lesson for one in weakest(lessons)] == ["c", "d", "a"]


def test_what_lasts_weeks_is_not_weak():
    assert weakest([weak("a", 0.75, 50)]) == ()


@dataclass(frozen=True)
class At:
    at: int = 0
    done: bool = False
    last_day: int = 0
    times_done: int = 0


def tells(role, zh="短", en="short"):
    return Prose(role, Wording((zh,), (en,)))


def lesson(name, *steps):
    return Lesson(name, 1, Text.same(name), "", steps=steps)


LESSONS = (
    lesson("a", tells("say"), tells("joke"), tells("analogy")),
    lesson("b", tells("joke"), tells("say"), tells("deeper")),
)


def ideas(progress, days=40):
    found = (idea(LESSONS, progress, day) for day in range(days))
    return {(one.lesson, one.kind) for one in found if one is not None}


def test_an_idea_comes_from_what_was_read_and_from_nothing_else():
    assert ideas({}) == set()
    assert ideas({"a": At(done=True)}) == {("a", "joke"), ("a", "analogy")}
    assert ideas({"b": At(at=2)}) == {("b", "joke")}
    assert ideas({"b": At(at=1, done=True)}) == {("b", "joke"), ("b", "deeper")}


def test_no_idea_comes_twice_before_all_came():
    progress = {"a": At(done=True), "b": At(done=True)}
    first = [idea(LESSONS, progress, day) for day in range(8, 12)]
    assert len(set(first)) == 4
    assert idea(LESSONS, progress, 8) == first[0]


@pytest.mark.parametrize(("zh", "en"), [("长" * 400, "short"), ("短", "long " * 200), ("行\n\n" * 6, "short")])
def test_a_long_text_is_no_idea_of_the_day(zh, en):
    assert idea([lesson("a", tells("joke", zh, en))], {"a": At(done=True)}, 1) is None


def test_the_question_of_the_day_is_about_a_known_function():
    assert question((), 7) is None
    assert {question(("relu", "tanh"), day)[0] for day in range(40)} == {"relu", "tanh"}
    assert question(("relu",), 7) == ("relu", "day-7")


QUIET = Today(1, 0, 0, 0, 0, 0, (), (), 0.0, 0)


def test_enter_starts_the_review_then_the_question_then_the_lesson():
    asked = replace(QUIET, question=Asked("relu", "day-1"))
    assert replace(asked, due=1).recommended == "review"
    assert asked.recommended == "question"
    assert replace(asked, question=Asked("relu", "day-1", done=True)).recommended == ""
    assert Asked("relu", "day-1").command == "tutor quiz -n 1 --function relu --seed day-1"
