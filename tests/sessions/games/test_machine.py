"""Inputs in, state and facts out: a small game of known rounds, without any screen."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.sessions.games.machine import (
    Again,
    Asked,
    Back,
    Choice,
    Heard,
    Leave,
    Line,
    Next,
    Over,
    Pass,
    Ready,
    Settings,
    begin,
    step,
)
from tutor.sessions.games.model import Choose, Game, Passed, Picked, Practised, Round, Told, Type, Wrote
from tutor.text import Text

A, B = Text.same("a"), Text.same("b")


def choosing(deal):
    """One of two: the first is right in odd rounds. Wrong answers have a name."""
    right = (deal.number + 1) % 2

    def judge(answers):
        found = answers == (Picked(right),)
        return Told(found, int(found), A, practised=(Practised("card", found, "" if found else "mixed-up"),))

    return Round(A, (Choose((A, B)),), judge, right=(Picked(right),))


def adding(deal):
    """Two numbers whose sum is 4, worth 2: one point for each that is positive."""

    def judge(answers):
        values = [answer.value for answer in answers if isinstance(answer, Wrote)]
        points = sum(value > 0 for value in values)
        return Told(sum(values) == 4, points, A, practised=(Practised("", right=False, mistake="sum-for-product"),))

    return Round(A, (Type(A), Type(B)), judge, worth=2)


CHOOSING = Game("choosing", choosing, minutes=1, rounds=4)
ADDING = Game("adding", adding, minutes=1, rounds=2)


def played(game, *inputs, rounds=None, ms=0, **settings):
    """Return the state after some inputs, a second apart, and every fact on the way; the rules are read already."""
    play, facts = begin(game, Settings("s", rounds or game.rounds, **settings)), []
    for place, given_ in enumerate((Next(), *inputs)):
        play, more = step(play, given_, ms + 1000 * place)
        facts += more
    return play, facts


def test_a_game_begins_with_its_rules_and_asks_after_them():
    play = begin(CHOOSING, Settings("s", 4))
    assert isinstance(play.phase, Ready)
    asked, facts = step(play, Next(), 7)
    assert (asked.phase, asked.number, facts) == (Asked(7), 1, ())


def test_a_right_answer_counts_and_practises_its_card():
    play, facts = played(CHOOSING, Choice(0))
    assert isinstance(play.phase, Heard)
    assert (play.points, play.of, play.streak, play.right) == (1, 1, 1, 1)
    [fact] = facts
    assert (fact.kind, fact.card) == ("practised", "card")
    assert fact.body == {"grade": 3, "reason": "game", "game": "choosing", "ms": 1000}


def test_a_wrong_answer_names_its_mistake_for_the_ledger():
    _, [fact] = played(CHOOSING, Choice(1))
    assert fact.body["grade"] == 1
    assert fact.body["mistake"] == "mixed-up"


def test_a_mistake_without_a_card_of_the_course_stands_under_the_game():
    _, [fact] = played(ADDING, Line("1"), Line("1"))
    assert (fact.card, fact.body["mistake"]) == ("game:adding", "sum-for-product")


def test_a_passed_round_makes_no_mistake_and_earns_nothing():
    play, [fact] = played(CHOOSING, Pass())
    assert play.results[-1].passed
    assert (play.points, "mistake" in fact.body) == (0, False)


def test_a_round_without_card_and_mistake_leaves_no_trace():
    silent = Game("silent", lambda _: Round(A, (Choose((A,)),), _nothing_to_say), minutes=1)
    assert played(silent, Choice(0))[1] == []


def _nothing_to_say(answers):
    return Told(right=True, points=1, said=A, practised=(Practised(),))


def test_parts_are_answered_one_by_one_and_judged_together():
    play, facts = played(ADDING, Line("1"))
    assert (play.given, facts, play.part.name) == ((Wrote("1", 1.0),), [], B)
    play, _ = step(play, Line("3"), 9)
    assert play.phase.told.right
    assert play.points == 2


def test_passing_a_part_that_stands_for_itself_leaves_the_others():
    loose = Game("loose", lambda deal: replace(adding(deal), loose=True), minutes=1, rounds=2)
    play, facts = played(loose, Pass())
    assert (play.given, facts) == ((Passed(),), [])
    play, [fact] = step(play, Line("4"), 0)
    assert (play.points, play.results[-1].passed) == (1, False)
    assert fact.body["mistake"] == "sum-for-product"


def test_a_round_of_which_every_part_was_passed_makes_no_mistake():
    loose = Game("loose", lambda deal: replace(adding(deal), loose=True), minutes=1, rounds=2)
    play, facts = played(loose, Pass(), Pass())
    assert play.results[-1].passed
    assert facts == []


def test_the_last_part_can_be_taken_back_as_long_as_the_round_is_open():
    play, _ = played(ADDING, Line("1"), Back(), Line("2"), Line("2"), Back())
    assert [answer.value for answer in play.given] == [2.0, 2.0]
    assert play.phase.told.right


def tuning(deal):
    """Three tries at one knob: the second position is the right one, and costs a point each time it is missed."""

    def judge(answers):
        found = answers[-1] == Picked(1)
        return Told(found, 4 - len(answers) if found else 0, A)

    knob = Choose((A, B, Text.same("c")))
    return Round(A, (knob,) * 3, judge, worth=3, right=(Picked(1),), hit=lambda given: given[-1] == Picked(1))


TUNING = Game("tuning", tuning, minutes=1, rounds=1)


@pytest.mark.parametrize(("tries", "points"), [((1,), 3), ((0, 1), 2), ((0, 2, 1), 1), ((0, 2, 0), 0)])
def test_tries_end_with_the_one_that_hits(tries, points):
    play, _ = played(TUNING, *map(Choice, tries))
    assert (play.points, play.phase.told.right) == (points, points > 0)
    assert len(play.results) == 1


def test_a_try_that_showed_its_outcome_is_not_taken_back():
    play, _ = played(TUNING, Choice(0), Back())
    assert play.given == (Picked(0),)


def test_giving_up_between_two_tries_shows_the_answer():
    play, _ = played(TUNING, Choice(0), Pass())
    assert (play.points, play.results[-1].passed) == (0, True)


@pytest.mark.parametrize("text", ["", "two", "1,2,3", "\x1b[A", "1" * 500])
def test_a_line_that_is_no_number_is_a_hint_and_answers_nothing(text):
    play, facts = played(ADDING, Line(text))
    assert play.phase.hint is not None
    assert (play.given, play.results, facts) == ((), (), [])


@pytest.mark.parametrize("place", [-1, 2, 9])
def test_an_option_that_is_not_there_is_a_hint(place):
    play, facts = played(CHOOSING, Choice(place))
    assert play.phase.hint.facts == {"last": "2"}
    assert facts == []


def test_a_game_ends_after_its_rounds_and_records_its_score():
    right_right_wrong_right = (Choice(0), Next(), Choice(1), Next(), Choice(1), Next(), Choice(1), Next())
    play, facts = played(CHOOSING, *right_right_wrong_right)
    assert play.phase == Over("done")
    assert facts[-1].kind == "step"
    assert facts[-1].card == "game:choosing"
    assert facts[-1].body == {
        "game": "choosing", "seed": "s", "score": 3, "points": 3, "of": 4, "right": 3, "turns": 4, "streak": 2,
        "ms": 4000, "ended": "done",
    }  # fmt: skip


def test_lives_end_a_game_after_its_last_verdict():
    play, _ = played(CHOOSING, Choice(1), Next(), Choice(0), lives=2)
    assert isinstance(play.phase, Heard)
    assert play.lives == 0
    assert step(play, Next(), 0)[0].phase == Over("lives")


def test_leaving_keeps_what_was_earned_and_records_nothing_for_nothing():
    play, facts = played(CHOOSING, Choice(0), Leave())
    assert play.phase == Over("left")
    assert facts[-1].body["score"] == 1
    assert played(CHOOSING, Leave())[1] == []
    assert step(play, Leave(), 0) == (play, ())


def test_once_more_has_new_luck_and_knows_the_record():
    play, _ = played(CHOOSING, Choice(0), Leave(), record=0)
    assert play.is_record
    again, _ = step(play, Again("t"), 5)
    assert (again.settings.seed, again.settings.record, again.results, again.phase) == ("t", 1, (), Asked(5))


def test_a_pace_only_ever_praises():
    quick, _ = played(CHOOSING, Choice(0), seconds=1.0)
    slow, _ = played(CHOOSING, Choice(0), seconds=0.5)
    assert (quick.quick, slow.quick) == (1, 0)
    assert quick.points == slow.points == 1


def test_a_streak_can_be_what_counts():
    streaks = Game("streaks", choosing, minutes=1, rounds=4, counts="streak")
    play, _ = played(streaks, Choice(0), Next(), Choice(1), Next(), Choice(1), Next(), Choice(1))
    assert (play.longest, play.streak, play.score) == (2, 1, 2)


INPUTS = st.one_of(
    st.builds(Choice, st.integers(-2, 3)),
    st.builds(Line, st.sampled_from(["", "1", "x", "3"])),
    st.sampled_from([Pass(), Back(), Next(), Leave(), Again("z")]),
)


@given(st.sampled_from([CHOOSING, ADDING, TUNING]), st.lists(INPUTS, max_size=30))
def test_whatever_comes_the_machine_stands(game, inputs):
    play, facts = played(game, *inputs, lives=2)
    assert len(play.results) <= play.settings.rounds
    assert 0 <= play.points <= play.of
    assert play.longest >= play.streak >= 0
    assert len(play.given) <= len(play.turn.parts)
    assert all(fact.kind in ("practised", "step") for fact in facts)
    assert not any(isinstance(answer, Passed) for answer in play.given)
