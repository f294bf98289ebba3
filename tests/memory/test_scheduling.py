"""When a card returns: bounds, fuzz, chance to guess, and the order of the four keys."""

from __future__ import annotations

from dataclasses import replace
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memory.making import TODAY
from tutor.memory.fold import apply
from tutor.memory.fsrs import DEFAULT_WEIGHTS, WEIGHTS_VERSION, first_memory, interval, next_memory
from tutor.memory.scheduling import (
    DEFAULT_POLICY,
    Policy,
    after_answer,
    fuzz_reach,
    guessed_retention,
    in_lesson,
    next_outcomes,
    whole_days,
)
from tutor.memory.state import NEW, CardState, Memory

PLAIN = Policy(fuzz=False)
KNOWN = CardState(Memory(20.0, 5.0, TODAY, TODAY - 40, TODAY - 20, 6, 1, (3, 3)), TODAY - 20)
STATES = st.builds(
    lambda s, d, ago, reviews: CardState(
        Memory(s, d, TODAY, TODAY - ago - 9, TODAY - ago, reviews, 0, (3,)), TODAY - ago
    ),
    st.floats(0.001, 40_000),
    st.floats(1, 10),
    st.integers(1, 3000),
    st.integers(1, 500),
)


def intervals(outcomes):
    return [one.interval for one in outcomes]


def test_a_new_card_waits_one_one_two_or_eight_days():
    outcomes = next_outcomes("c", NEW, TODAY, policy=PLAIN)
    assert intervals(outcomes) == [1, 1, 2, 8]
    assert [one.grade for one in outcomes] == [1, 2, 3, 4]
    assert [(one.stability, one.difficulty) for one in outcomes] == [first_memory(g) for g in (1, 2, 3, 4)]
    assert [one.due for one in outcomes] == [TODAY + 1, TODAY + 1, TODAY + 2, TODAY + 8]


def test_a_known_card_goes_through_the_formula_with_whole_days():
    for one in next_outcomes("c", KNOWN, TODAY, policy=PLAIN):
        assert (one.stability, one.difficulty) == next_memory(20.0, 5.0, one.grade, 20)
        assert one.interval == round(interval(one.stability, 0.9))


def test_days_that_went_backwards_count_as_none():
    assert after_answer(KNOWN.memory, 3, TODAY - 90) == next_memory(20.0, 5.0, 3, 0)
    assert next_outcomes("c", KNOWN, TODAY - 90, policy=PLAIN)[2].stability == next_memory(20.0, 5.0, 3, 0)[0]


@pytest.mark.parametrize("policy", [PLAIN, DEFAULT_POLICY])
@given(state=STATES, guesses=st.none() | st.integers(2, 6), retention=st.floats(0.7, 0.97), card=st.text(max_size=5))
def test_what_a_key_promises_is_what_the_answer_does(policy, state, guesses, retention, card):
    """For each key: fold the answer with the due day on its label; the keys are in order, 1 to 36 500 days."""
    outcomes = next_outcomes(card, state, TODAY, guesses, replace(policy, retention=retention))
    for one in outcomes:
        memory = apply(state, "answered", TODAY, {"grade": one.grade, "due": one.due}).memory
        assert (memory.stability, memory.difficulty, memory.due) == (one.stability, one.difficulty, one.due)
        assert one.due == TODAY + one.interval
    assert intervals(outcomes) == sorted(intervals(outcomes))
    assert intervals(outcomes)[0] >= 1
    assert intervals(outcomes)[3] <= 36_500


@given(STATES, st.text(max_size=5), st.integers(2, 6))
def test_fuzz_stays_within_its_reach_of_the_plain_interval(state, card, guesses):
    plain = next_outcomes(card, state, TODAY, guesses, PLAIN)
    fuzzed = next_outcomes(card, state, TODAY, guesses)
    for before, after in zip(plain, fuzzed, strict=True):
        assert abs(after.interval - before.interval) <= fuzz_reach(before.interval)


def test_fuzz_reaches_further_with_longer_intervals():
    """δ at 2, 2.5, 3, 7, 10, 20 and 100 days."""
    reaches = [fuzz_reach(days) for days in (2, 2.49, 2.5, 3, 7, 10, 20, 100)]
    assert reaches == pytest.approx([0, 0, 1, 1.075, 1.675, 1.975, 2.975, 6.975])


@pytest.mark.parametrize(("days", "drawn"), [(2, [2]), (3, [2, 3, 4]), (10, [9, 10, 11]), (20, [18, 19, 20, 21, 22])])
def test_every_day_within_reach_is_equally_likely(days, drawn):
    """Luck in 840 equal steps."""
    got = [whole_days(days, luck / 840, DEFAULT_POLICY) for luck in range(840)]
    assert sorted(set(got)) == drawn
    assert {got.count(day) for day in drawn} == {840 // len(drawn)}


@given(st.integers(1, 400), st.floats(0, 1, exclude_max=True))
def test_with_one_luck_longer_intervals_stay_longer(days, luck):
    assert whole_days(days, luck, DEFAULT_POLICY) <= whole_days(days + 1, luck, DEFAULT_POLICY)


@given(st.floats(0, 1e6), st.floats(0, 1, exclude_max=True), st.integers(1, 36_500))
def test_days_are_whole_and_between_one_and_the_maximum(days, luck, maximum):
    assert 1 <= whole_days(days, luck, Policy(maximum=maximum)) <= maximum


def test_days_round_to_the_nearest():
    assert [whole_days(days, 0.5, PLAIN) for days in (0.2, 1.4, 1.6, 7.49, 7.51)] == [1, 1, 2, 7, 8]


def test_fuzz_depends_on_the_card_and_its_number_of_reviews_only():
    state = replace(KNOWN, memory=replace(KNOWN.memory, stability=200.0))
    assert next_outcomes("c", state, TODAY) == next_outcomes("c", state, TODAY)
    cards = {next_outcomes(f"card-{n}", state, TODAY)[2].interval for n in range(60)}
    counts = {
        next_outcomes("c", replace(state, memory=replace(state.memory, reviews=n)), TODAY)[2].interval
        for n in range(60)
    }
    assert len(cards) > 10
    assert len(counts) > 10


def test_the_mean_of_fuzz_is_the_plain_interval():
    plain = next_outcomes("", KNOWN, TODAY, policy=PLAIN)[2].interval
    fuzzed = [next_outcomes(f"card-{n}", KNOWN, TODAY)[2].interval for n in range(2000)]
    assert abs(sum(fuzzed) / len(fuzzed) - plain) < 0.2


@pytest.mark.parametrize(("guesses", "wished"), [(None, 0.9), (2, 0.95), (3, 0.9 + 0.1 / 3), (4, 0.925)])
def test_a_question_that_can_be_guessed_comes_back_sooner(guesses, wished):
    assert guessed_retention(0.9, guesses) == pytest.approx(wished)
    outcome = next_outcomes("c", KNOWN, TODAY, guesses, PLAIN)[2]
    assert outcome.interval == round(interval(outcome.stability, wished))


def test_a_lower_retention_waits_longer():
    eager, calm = (next_outcomes("c", KNOWN, TODAY, policy=Policy(r, fuzz=False))[2].interval for r in (0.95, 0.8))
    assert eager < next_outcomes("c", KNOWN, TODAY, policy=PLAIN)[2].interval < calm


def test_weights_that_are_out_of_order_cannot_put_the_keys_out_of_order():
    odd = Policy(weights=(9.0, 5.0, 7.0, 3.0, *DEFAULT_WEIGHTS[4:]), fuzz=False)
    assert intervals(next_outcomes("c", NEW, TODAY, policy=odd)) == [9, 9, 9, 9]


def test_a_card_rated_today_is_practised_only_again_moves_it():
    """Rated today and due in nine days; another, already due tomorrow."""
    rated = replace(KNOWN, memory=replace(KNOWN.memory, last_day=TODAY, due=TODAY + 9))
    outcomes = next_outcomes("c", rated, TODAY, 4)
    assert [one.due for one in outcomes] == [TODAY + 1, TODAY + 9, TODAY + 9, TODAY + 9]
    assert intervals(outcomes) == [1, 9, 9, 9]
    assert {(one.stability, one.difficulty) for one in outcomes} == {(20.0, 5.0)}
    for one in outcomes:
        assert apply(rated, "answered", TODAY, {"grade": one.grade}).memory.due == one.due


def test_rating_once_a_day_keeps_a_card_from_ruin():
    """Three misses in a row, then Good whenever due: two weeks later the intervals have grown past a month."""
    state, day, seen = NEW, TODAY, []
    for grade in (1, 1, 1, 3, 3, 3, 3, 3, 3):
        outcome = next_outcomes("c", state, day, policy=PLAIN)[grade - 1]
        state = apply(state, "answered", day, {"grade": grade, "due": outcome.due})
        if grade == 3:
            day = state.memory.due
            seen.append(outcome.interval)
    assert seen == sorted(seen)
    assert state.memory.reviews == 6


def test_the_default_policy_is_the_one_of_the_design():
    assert (DEFAULT_POLICY.retention, DEFAULT_POLICY.maximum, DEFAULT_POLICY.fuzz) == (0.9, 36_500, True)
    assert (DEFAULT_POLICY.weights, DEFAULT_POLICY.version) == (DEFAULT_WEIGHTS, WEIGHTS_VERSION)
    assert floor(fuzz_reach(36_500)) < 36_500


def test_every_machine_and_version_draws_the_same_fuzz():
    """Two devices that have not met yet must choose the same day: a changed seed would be a changed schedule."""
    new = [next_outcomes(f"card-{n}", NEW, TODAY)[3].interval for n in range(10)]
    known = [replace(KNOWN, memory=replace(KNOWN.memory, reviews=n)) for n in range(1, 9)]
    assert new == [7, 7, 7, 8, 8, 7, 9, 7, 9, 8]
    assert [next_outcomes("card", state, TODAY)[2].interval for state in known] == [56, 61, 57, 60, 58, 59, 57, 61]


def test_a_card_met_first_in_a_lesson_returns_tomorrow_whatever_the_grade():
    asked = next_outcomes("card", NEW, TODAY, policy=in_lesson(DEFAULT_POLICY, NEW))
    plain = next_outcomes("card", NEW, TODAY)
    assert [outcome.due for outcome in asked] == [TODAY + 1] * 4
    assert [(o.stability, o.difficulty) for o in asked] == [(o.stability, o.difficulty) for o in plain]
    assert in_lesson(DEFAULT_POLICY, KNOWN) == DEFAULT_POLICY, "a card met before keeps its interval"
