"""The interview as a machine: it climbs, breaks, lands, remembers, schedules, and takes back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sessions.interviews import DYING, LADDERS, SCALE, Candidate
from tests.sessions.learner import DAY
from tutor.memory.state import Memory
from tutor.questions.answers import Chosen, DontKnow
from tutor.sessions.inputs import (
    Bury,
    Grade,
    Guessed,
    Leave,
    Mark,
    Next,
    Redo,
    Reveal,
    Skip,
    Suspend,
    Undo,
)
from tutor.sessions.interview_inputs import Begin, Told
from tutor.sessions.interview_model import Choosing, Climbing, Landed, Over, Reported
from tutor.sessions.model import Asking, Grading, Judged, Ticking


def landed(candidate):
    assert isinstance(candidate.state.phase, Landed)
    landing = candidate.state.phase.landing
    return landing.climb.ladder.id, landing.depth, landing.broken


def test_the_headline_comes_first_and_each_rung_passed_leads_to_the_next():
    here = Candidate(DYING)
    asked = []
    for _ in DYING.rungs:
        asked.append(here.card)
        here.answers()
    assert asked == ["dying-relu.1", "dying-relu.2", "dying-relu.3", "dying-relu.4"]
    assert landed(here) == ("dying-relu", 4, 0)
    assert here.state.phase.landing.top


def test_the_interviewer_has_a_word_for_every_rung_passed():
    """Another one each time, a last one below the top; none where a climb breaks."""
    here = Candidate(DYING)
    told = []
    for _ in DYING.rungs[1:]:
        here.answers()
        told.append(here.state.notice.key)
    assert told[-1] == "interview.up_last"
    assert all(key.startswith("interview.up_") for key in told)
    assert len(set(told)) == len(told)
    here = Candidate(DYING).answers(right=False)
    assert here.state.notice is None


@pytest.mark.parametrize(("passed", "expected"), [(0, (0, 1)), (1, (1, 2)), (2, (2, 3)), (3, (3, 4))])
def test_it_climbs_until_it_breaks(passed, expected):
    """Flash rungs break at Again, the others at a wrong answer; depth is the rung below."""
    here = Candidate(DYING)
    for _ in range(passed):
        here.answers()
    here.answers(right=False)
    assert landed(here) == ("dying-relu", *expected)


@pytest.mark.parametrize("grade", [2, 3, 4])
def test_whatever_is_not_again_passes(grade):
    here = Candidate(DYING).does(Reveal(), Reveal(), Grade(grade))
    assert here.card == "dying-relu.2"


def test_a_guess_breaks_the_ladder():
    here = Candidate(DYING).answers()
    right = next(at for at, option in enumerate(here.state.question.phase.showing.options) if option.right)
    here.does(Chosen((right,)), Guessed(), Next())
    assert landed(here) == ("dying-relu", 1, 2)
    assert here.state.heard[-1].grade == 1


def test_a_typed_answer_is_kept_and_its_suggestions_are_only_marked():
    """The learner takes one suggestion back and adds another point: what counts is what stands."""
    here = Candidate(DYING).does(Told("对全部数据都关着\n更新过大", frozenset({0, 2, 9})))
    assert here.state.question.phase.marked == {0, 2}
    here.does(Mark(2), Mark(1), Reveal(), Grade(3))
    event = here.standing()[0]
    assert (event.body["points"], event.body["said"]) == ([0, 1], "对全部数据都关着\n更新过大")
    assert here.state.heard[0].marked == {0, 1}
    assert here.state.heard[0].said == "对全部数据都关着\n更新过大"


def test_what_is_typed_means_nothing_where_options_are_asked():
    here = Candidate(DYING).answers()
    before = replace(here.state, notice=None)
    assert here.does(Told("x"), Begin(0), Bury(), Suspend()).state == before


def test_every_rung_is_an_answer_like_any_other():
    """Rated by its first answer of the day, with a due day; the same rung later that day is practice."""
    here = Candidate(DYING).answers().answers(right=False)
    kinds = [(event.kind, event.card, event.body["ladder"], event.body["rung"]) for event in here.standing()]
    assert kinds == [
        ("answered", "dying-relu.1", "dying-relu", 1),
        ("answered", "dying-relu.2", "dying-relu", 2),
    ]
    assert all(isinstance(here.journal.state(event.card).memory, Memory) for event in here.standing())
    assert all(event.body["due"] > DAY for event in here.standing())
    again = Candidate(DYING, journal=here.journal).answers()
    assert again.standing()[-1].kind == "practised"
    tomorrow = Candidate(DYING, journal=here.journal, day=DAY + 1).answers()
    assert tomorrow.standing()[-1].kind == "answered"


def test_a_missed_rung_does_not_come_back_in_the_same_interview():
    here = Candidate(SCALE).answers(right=False)
    assert isinstance(here.does(Next()).state.phase, Reported)


def test_a_remembered_depth_is_offered_and_the_headline_stays_the_default():
    here = Candidate(DYING, before={"dying-relu": 2})
    assert here.state.phase == Choosing(DYING, 2)
    assert here.does(Begin(2)).card == "dying-relu.3"
    assert Candidate(DYING, before={"dying-relu": 2}).does(Next()).card == "dying-relu.1"
    here.answers(right=False)
    assert landed(here) == ("dying-relu", 2, 3)


@pytest.mark.parametrize("before", [{}, {"dying-relu": 0}, {"dying-relu": 4}])
def test_nothing_is_offered_where_there_is_nothing_to_skip(before):
    assert Candidate(DYING, before=before).card == "dying-relu.1"


def test_a_missing_rung_is_stepped_over():
    """A suspended follow-up is not asked; depth keeps the numbers of the ladder."""
    ladder = replace(DYING, rungs=(DYING.rungs[0], DYING.rungs[2], DYING.rungs[3]))
    here = Candidate(ladder).answers().answers().answers(right=False)
    assert landed(here) == ("dying-relu", 3, 4)
    assert here.standing()[1].body["below"] == 1


def test_headlines_follow_each_other_until_the_number_is_used_up():
    here = Candidate(SCALE, DYING, n=1).answers(right=False).does(Next())
    assert isinstance(here.state.phase, Reported)
    here = Candidate(SCALE, DYING, n=2).answers(right=False).does(Next())
    assert here.card == "dying-relu.1"


def test_no_headline_is_begun_after_the_minutes_but_none_is_cut_off():
    here = Candidate(SCALE, DYING, minutes=1)
    here.does(Reveal(), ms=300_000)
    here.does(Grade(3)).answers().answers()
    assert landed(here) == ("attention-scale", 3, 0)
    assert here.does(Next()).state.phase == Reported("time")


def test_undo_asks_the_rung_again_as_it_was():
    here = Candidate(DYING).does(Told("甲乙", frozenset({1})), Reveal(), Grade(3))
    shown = here.state.heard[0].question.phase.showing
    here.does(Undo())
    assert isinstance(here.state.question.phase, Asking)
    assert here.state.question.phase.showing == shown
    assert (here.card, here.state.said, here.state.heard) == ("dying-relu.1", "甲乙", ())
    assert here.standing() == []


def test_undo_reaches_back_over_a_landing_into_the_ladder_before():
    here = Candidate(SCALE, DYING).answers(right=False).does(Next())
    assert here.card == "dying-relu.1"
    here.does(Undo())
    assert (here.card, here.state.landings) == ("attention-scale.1", ())
    here.answers().answers().answers().does(Next())
    assert here.card == "dying-relu.1"  # it waited


def test_redo_brings_an_answer_and_its_landing_back():
    here = Candidate(SCALE).answers(right=False).does(Undo(), Redo())
    assert landed(here) == ("attention-scale", 0, 1)
    assert len(here.standing()) == 1
    assert here.does(Redo()).state.notice.key == "review.nothing_to_redo"


def test_undo_of_a_correction_returns_to_the_verdict():
    here = Candidate(DYING).answers()
    right = next(at for at, option in enumerate(here.state.question.phase.showing.options) if option.right)
    here.does(Chosen((right,)), Guessed(), Undo())
    assert here.state.verdict.grade == 3
    assert here.state.heard[-1].grade == 3
    here.does(Redo())
    assert here.state.verdict.grade == 1


def test_undo_after_a_correction_and_a_landing_takes_both_back():
    here = Candidate(DYING).answers()
    right = next(at for at, option in enumerate(here.state.question.phase.showing.options) if option.right)
    here.does(Chosen((right,)), Guessed(), Next(), Undo())
    assert here.card == "dying-relu.2"
    assert isinstance(here.state.question.phase, Asking)
    assert len(here.standing()) == 1


def test_an_answer_comes_back_only_where_it_was_asked():
    """Two ladders undone; redo at the landing of the first cannot answer the second, which is not on the screen."""
    here = Candidate(SCALE, DYING).answers(right=False).does(Next()).answers(right=False)
    here.does(Undo(), Undo(), Redo())
    assert landed(here) == ("attention-scale", 0, 1)
    here.does(Redo())
    assert here.state.notice.key == "interview.redo_later"
    assert [event.card for event in here.standing()] == ["attention-scale.1"]
    here.does(Next(), Redo())
    assert [one.card for one in here.state.heard] == ["attention-scale.1", "dying-relu.1"]


def test_undo_of_something_else_is_said():
    here = Candidate(DYING).answers()
    there = Candidate(SCALE, journal=here.journal).does(Undo())
    assert there.state.notice.key == "review.undone_elsewhere"
    assert there.card == "attention-scale.1"
    assert there.does(Undo()).state.notice.key == "review.nothing_to_undo"


def test_skip_puts_a_headline_away_and_ends_a_climb():
    here = Candidate(SCALE, DYING).does(Skip())
    assert (here.card, here.state.landings) == ("dying-relu.1", ())
    here.answers().does(Skip())
    assert landed(here) == ("dying-relu", 1, 0)


def test_two_climbs_begun_in_the_same_millisecond_are_two():
    here = Candidate(SCALE, DYING)
    first = here.state.climb.key
    assert here.does(Skip(), ms=0).state.climb.key != first


def test_leaving_keeps_everything_and_shows_the_report_once():
    here = Candidate(DYING).answers().does(Leave())
    assert here.state.phase == Reported("left")
    assert [(landing.depth, landing.broken) for landing in here.state.landings] == [(1, 0)]
    assert isinstance(here.does(Leave()).state.phase, Over)
    assert len(here.standing()) == 1


def test_leaving_at_a_verdict_counts_it():
    here = Candidate(DYING).answers().does(DontKnow(), Leave())
    assert [(landing.depth, landing.broken) for landing in here.state.landings] == [(1, 2)]


def test_who_says_nothing_gets_no_report():
    assert isinstance(Candidate(DYING).does(Leave()).state.phase, Over)
    assert isinstance(Candidate().state.phase, Over)


INPUTS = st.sampled_from(
    [
        Reveal(),
        Next(),
        Grade(1),
        Grade(3),
        Mark(0),
        Told("甲", frozenset({0})),
        Chosen((0,)),
        Chosen((1,)),
        DontKnow(),
        Undo(),
        Redo(),
        Skip(),
        Guessed(),
        Begin(1),
        Bury(),
    ]
)


@settings(max_examples=120)
@given(st.lists(INPUTS, max_size=40), st.sampled_from([{}, {"dying-relu": 2, "attention-scale": 1}]))
def test_nothing_gets_stuck_and_the_journal_agrees(inputs, before):
    """Whatever is pressed: what was heard is what stands in the journal, and a way on leads to the end."""
    here = Candidate(*LADDERS, before=before)
    for given_ in inputs:
        here.does(given_)
        assert [one.event for one in here.state.heard] == [event.id for event in here.standing()]
    for _ in range(60):
        if isinstance(here.state.phase, Over):
            break
        question = here.state.question
        if isinstance(here.state.phase, Climbing) and not isinstance(question.phase, Judged):
            here.answers()
        else:
            here.does(Next())
    assert isinstance(here.state.phase, Over)
    rungs = [(one.climb.key, one.climb.rung) for one in here.state.heard]
    assert len(rungs) == len(set(rungs))
    for landing in here.state.landings:
        grades = {one.climb.rung: one.grade for one in here.state.heard if one.climb.key == landing.climb.key}
        assert all(grades[rung] > 1 for rung in grades if rung <= landing.depth)
        assert not landing.broken or grades[landing.broken] == 1


@settings(max_examples=150)
@given(st.lists(st.sampled_from(["right", "wrong", "next", "undo", "undo", "redo", "redo"]), max_size=30))
def test_what_was_heard_is_what_stands(moves):
    """However undo and redo are mixed with answers: the interview and the journal tell the same."""
    here = Candidate(*LADDERS)
    for move in moves:
        match move:
            case "undo":
                here.does(Undo())
            case "redo":
                here.does(Redo())
            case "next":
                here.does(Next())
            case _ if here.state.asking:
                here.answers(move == "right")
        assert [one.event for one in here.state.heard] == [event.id for event in here.standing()]
        assert len({landing.climb.ladder.id for landing in here.state.landings}) == len(here.state.landings)


@given(st.lists(st.booleans(), min_size=1, max_size=12), st.integers(0, 12))
def test_undo_and_redo_lead_back_to_the_same_place(rights, steps):
    """Any number of undos, then as many redos."""
    here = Candidate(*LADDERS)
    for right in rights:
        if isinstance(here.state.phase, Landed):
            here.does(Next())
        if isinstance(here.state.phase, Climbing):
            here.answers(right)
    heard = [(one.event, one.grade) for one in here.state.heard]
    back = min(steps, len(heard))
    here.does(*[Undo()] * back)
    assert [one.event for one in here.state.heard] == [event for event, _ in heard[: len(heard) - back]]
    for _ in range(back):
        while here.state.verdict or isinstance(here.state.phase, Landed):
            here.does(Next())
        here.does(Redo())
    while here.state.verdict:
        here.does(Next())
    assert [(one.event, one.grade) for one in here.state.heard] == heard


def test_grading_asks_what_a_review_asks():
    here = Candidate(DYING).does(Reveal())
    assert isinstance(here.state.question.phase, Ticking)
    here.does(Reveal())
    assert isinstance(here.state.question.phase, Grading)
