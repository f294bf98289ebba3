"""The fold: what each kind of event means, and that nothing but a card's own standing events matters."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memory.making import REASONS, TODAY, answered, event, histories, undone
from tutor.events import Event
from tutor.memory.fold import (
    apply,
    corrected,
    day_of,
    fallen,
    fold,
    fold_card,
    grade_of,
    rate,
    reason_of,
    replay,
    weights_of,
)
from tutor.memory.fsrs import DEFAULT_WEIGHTS, KNOWN_WEIGHTS, first_memory, next_memory
from tutor.memory.state import NEW, CardState, Memory, Unseen


def folded(*events):
    return fold_card(events, fallen(events))


def test_no_events_is_a_new_card():
    assert folded() == NEW
    assert fold([]) == {}


def test_the_first_answer_makes_a_memory_and_the_due_day_is_the_chosen_one():
    state = folded(answered(1, 3, due=TODAY + 77))
    stability, difficulty = first_memory(3)
    assert state == CardState(Memory(stability, difficulty, TODAY + 77, TODAY, TODAY, 1, 0, (3,)), TODAY)


def test_a_second_day_goes_through_the_formula_with_whole_days():
    state = folded(answered(1, 3), answered(2, 2, TODAY + 4, due=TODAY + 9))
    stability, difficulty = next_memory(*first_memory(3), 2, 4)
    assert state.memory == Memory(stability, difficulty, TODAY + 9, TODAY, TODAY + 4, 2, 0, (3, 2))


def test_a_second_answer_on_the_same_day_is_practice():
    """Answered Good, then Again the same day: nothing but the due day moves, to tomorrow."""
    once = folded(answered(1, 3, due=TODAY + 5)).memory
    twice = folded(answered(1, 3, due=TODAY + 5), answered(2, 1, due=TODAY + 1)).memory
    assert (twice.stability, twice.reviews, twice.lapses, twice.recent) == (once.stability, 1, 0, (3,))
    assert twice.due == TODAY + 1


def test_one_event_applied_knows_that_the_card_was_rated_that_day():
    state = apply(NEW, "answered", TODAY, {"grade": 3, "due": TODAY + 5})
    again = apply(state, "answered", TODAY, {"grade": 1, "due": TODAY + 1})
    assert again == folded(answered(1, 3, due=TODAY + 5), answered(2, 1))
    assert (again.memory.reviews, again.memory.due) == (1, TODAY + 1)


def test_practice_rightly_answered_keeps_the_due_day():
    assert folded(answered(1, 1, due=TODAY + 2), answered(2, 3, due=TODAY + 9)).memory.due == TODAY + 2


def test_a_miss_of_practice_never_puts_off_a_card():
    assert folded(answered(1, 3, due=TODAY), answered(2, 1)).memory.due == TODAY


@pytest.mark.parametrize("reason", REASONS)
def test_only_some_practice_moves_the_due_day_or_counts_as_seen(reason):
    """Answered five days ago, practised today with a miss."""
    events = answered(1, 3, TODAY - 5, due=TODAY + 8), event(2, "practised", grade=1, reason=reason)
    state = folded(*events)
    assert state.memory.due == (TODAY + 1 if reason in {"again", "quiz", "ask"} else TODAY + 8)
    assert state.seen_day == (TODAY if reason in {"again", "quiz", "ask", "cram"} else TODAY - 5)
    assert (state.memory.reviews, state.memory.last_day) == (1, TODAY - 5)


def test_practice_without_a_reason_came_again():
    assert reason_of({}) == reason_of({"reason": None}) == "again"
    assert folded(answered(1, 3, TODAY - 5), event(2, "practised", grade=1)).memory.due == TODAY


def test_practice_never_makes_a_memory():
    assert folded(event(1, "practised", grade=1, reason="quiz")) == CardState(seen_day=TODAY)


@pytest.mark.parametrize(
    ("grade", "later", "guessed", "lapses"),
    [
        (1, 1, False, 1),
        (1, 0, False, 0),  # the same day: practice
        (2, 1, False, 0),
        (1, 1, True, 0),
    ],
)
def test_a_lapse_is_again_on_a_card_met_on_an_earlier_day_unless_guessed(grade, later, guessed, lapses):
    state = folded(answered(1, 3), answered(2, grade, TODAY + later, guessed=guessed))
    assert state.memory.lapses == lapses


def test_a_first_answer_is_no_lapse():
    assert folded(answered(1, 1)).memory.lapses == 0


def test_a_wrong_answer_on_a_day_before_the_first_is_no_lapse():
    """The clock went back by two days between two answers."""
    state = folded(answered(1, 3), answered(2, 1, TODAY - 2))
    assert (state.memory.lapses, state.memory.reviews, state.memory.last_day) == (0, 2, TODAY - 2)
    assert state.memory.stability == next_memory(*first_memory(3), 1, 0)[0]


def test_a_day_rated_before_the_clock_went_back_is_not_rated_again():
    state = folded(answered(1, 3), answered(2, 3, TODAY - 1), answered(3, 3))
    assert state.memory.reviews == 2
    assert replay([answered(1, 3), answered(2, 3, TODAY - 1)], frozenset()).rated == {TODAY, TODAY - 1}


def test_only_the_last_five_grades_are_remembered():
    days = [answered(n, 1 + n % 4, TODAY + n) for n in range(1, 8)]
    assert folded(*days).memory.recent == (4, 1, 2, 3, 4)
    assert folded(*days).memory.reviews == 7


def test_an_undone_answer_never_was():
    assert folded(answered(1, 3), undone(2, 1)) == NEW


def test_a_redo_is_an_undo_of_the_undo():
    assert folded(answered(1, 3), undone(2, 1), undone(3, 2)) == folded(answered(1, 3))


def test_when_the_first_answer_of_a_day_is_undone_the_second_rates():
    assert folded(answered(1, 1), answered(2, 4), undone(3, 1)) == folded(answered(2, 4))


def test_a_regrade_replaces_grade_due_and_flags_where_the_answer_stands():
    regrade = event(3, "regraded", TODAY + 9, event=f"{1:032x}", grade=3, due=TODAY + 6)
    rest = answered(2, 3, TODAY + 6)
    was = answered(1, 1, due=TODAY + 1, guessed=True)
    assert folded(was, rest, regrade) == folded(answered(1, 3, due=TODAY + 6), rest)


def test_the_last_standing_regrade_counts():
    """Regraded to 3, then to 4; then the second regrade is undone."""
    first = event(2, "regraded", event=f"{1:032x}", grade=3, due=TODAY + 3)
    second = event(3, "regraded", event=f"{1:032x}", grade=4, due=TODAY + 4)
    assert folded(answered(1, 1), first, second).memory.recent == (4,)
    assert folded(answered(1, 1), second, first).memory.recent == (4,)
    assert folded(answered(1, 1), first, second, undone(4, 3)).memory.due == TODAY + 3


def test_a_regrade_can_make_a_lapse_of_a_good_answer_and_unmake_it_as_a_guess():
    answers = answered(1, 3), answered(2, 3, TODAY + 3)
    missed = event(3, "regraded", TODAY + 3, event=f"{2:032x}", grade=1, due=TODAY + 4)
    guessed = event(4, "regraded", TODAY + 3, event=f"{2:032x}", grade=1, due=TODAY + 4, guessed=True)
    assert folded(*answers, missed).memory.lapses == 1
    assert folded(*answers, missed, guessed).memory.lapses == 0


def test_a_regrade_of_practice_takes_its_miss_back():
    practice = event(2, "practised", grade=1, reason="again")
    regrade = event(3, "regraded", event=f"{2:032x}", grade=3)
    assert folded(answered(1, 3), practice, regrade).memory.due == TODAY + 5


def test_an_unreadable_regrade_changes_nothing():
    body = {"grade": 1, "due": 5}
    assert corrected(body, None) is body
    assert corrected(body, {"grade": 9, "due": 6}) is body
    assert corrected({**body, "guessed": True, "ms": 7}, {"event": "e", "grade": 2, "disputed": True, "ms": 9}) == {
        "grade": 2,
        "due": 5,
        "ms": 7,
        "disputed": True,
    }


def test_suspend_and_resume():
    assert folded(event(1, "suspended")).suspended
    assert folded(event(1, "suspended"), event(2, "resumed")) == NEW
    assert folded(event(1, "suspended"), undone(2, 1)) == NEW
    assert folded(answered(1, 3), event(2, "suspended"), answered(3, 3, TODAY + 1)).suspended


def test_a_bury_ends_on_its_day_or_the_next_and_a_resume_ends_it_at_once():
    assert folded(event(1, "buried", until=TODAY + 3)).buried_until == TODAY + 3
    assert folded(event(1, "buried")).buried_until == TODAY + 1
    assert folded(event(1, "buried"), event(2, "resumed")).buried_until == 0
    assert folded(event(1, "buried", until=TODAY + 3), answered(2, 3)).buried_until == TODAY + 3


def test_reset_forgets_everything_even_that_the_card_was_answered_today():
    """Answered, suspended and buried, reset, answered again on the same day: the first answer of a new card."""
    before = answered(1, 1), event(2, "suspended"), event(3, "buried")
    assert folded(*before, event(4, "reset")) == NEW
    assert folded(*before, event(4, "reset"), answered(5, 3)) == folded(answered(5, 3))
    assert folded(*before, event(4, "reset"), undone(5, 4)) == folded(*before)


def test_rescheduled_moves_the_due_day_of_a_known_card_only():
    assert folded(answered(1, 3), event(2, "rescheduled", due=TODAY + 40)).memory.due == TODAY + 40
    assert folded(answered(1, 3), event(2, "rescheduled", due="soon")).memory.due == TODAY + 5
    assert folded(event(1, "rescheduled", due=TODAY + 40)) == NEW


def test_an_imported_history_is_a_memory():
    body = {"stability": 33.5, "difficulty": 6, "due": TODAY + 30, "day": TODAY - 3, "reviews": 12}
    state = folded(event(1, "seeded", **body))
    assert state == CardState(Memory(33.5, 6.0, TODAY + 30, TODAY - 3, TODAY - 3, 12, 0, ()))
    assert folded(event(1, "seeded", **{**body, "reviews": 1_000_001})).memory.reviews == 1
    assert folded(event(1, "seeded", **{**body, "reviews": 1_000_000})).memory.reviews == 1_000_000
    after = folded(event(1, "seeded", **body), answered(2, 1, TODAY)).memory
    assert (after.reviews, after.lapses, after.recent) == (13, 1, (1,))
    assert after.stability == next_memory(33.5, 6.0, 1, 3)[0]


def test_a_seed_on_a_memory_keeps_what_its_answers_told():
    """Met on one day, missed two days later; then another program says what it made of these answers."""
    answers = (answered(1, 3, TODAY - 9), answered(2, 1, TODAY - 7))
    body = {"stability": 4.5, "difficulty": 7, "due": TODAY + 3, "day": TODAY - 7, "reviews": 6}
    memory = folded(*answers, event(3, "seeded", TODAY - 7, **body)).memory
    assert memory == Memory(4.5, 7.0, TODAY + 3, TODAY - 9, TODAY - 7, 6, 1, (3, 1))
    assert folded(*answers, event(3, "seeded", TODAY - 7, **{**body, "reviews": 0})).memory.reviews == 2
    assert folded(*answers, event(3, "seeded", TODAY - 7, **{**body, "day": TODAY - 11})).memory.first_day == TODAY - 11


def test_a_seed_fills_in_what_is_missing_and_stays_in_bounds():
    state = folded(event(1, "seeded", stability=0, difficulty=40))
    assert state.memory == Memory(0.001, 10.0, TODAY + 1, TODAY, TODAY, 1, 0, ())
    assert folded(event(1, "seeded", stability=7.6, difficulty=0, reviews=0)).memory == Memory(
        7.6, 1.0, TODAY + 8, TODAY, TODAY, 1, 0, ()
    )


@pytest.mark.parametrize("stability", [None, "9", True, 1.0e7, float("nan"), float("inf")])
def test_a_seed_without_numbers_changes_nothing(stability):
    assert folded(event(1, "seeded", stability=stability, difficulty=5)) == NEW
    assert folded(event(1, "seeded", stability=5, difficulty=stability)) == NEW


def test_the_day_of_a_seed_counts_as_rated():
    seed = event(1, "seeded", stability=9, difficulty=5, due=TODAY + 9, day=TODAY)
    assert folded(seed, answered(2, 3)).memory.reviews == 1
    assert folded(seed, answered(2, 3, TODAY - 1), answered(3, 3)).memory.reviews == 2
    assert replay([seed], frozenset()).rated == {TODAY}


def test_steps_and_kinds_of_a_later_version_change_nothing():
    assert folded(answered(1, 3), event(2, "step"), event(3, "dreamt", grade=1)) == folded(answered(1, 3))
    assert fold([event(1, "step")]) == {}


@pytest.mark.parametrize("grade", [None, 0, 5, 3.0, True, "3", [3]])
def test_an_answer_without_a_readable_grade_changes_nothing(grade):
    assert grade_of({"grade": grade}) is None
    assert folded(event(1, "answered", grade=grade, due=TODAY + 1)) == NEW
    assert folded(event(1, "practised", grade=grade)) == NEW
    known = folded(answered(1, 3, TODAY - 2))
    assert folded(answered(1, 3, TODAY - 2), event(2, "answered", grade=grade)) == known


@pytest.mark.parametrize("due", [None, 0, -4, 3_652_060, 7.0, "soon", True])
def test_an_answer_without_a_readable_due_day_waits_for_its_stability(due):
    assert day_of({"due": due}, "due") is None
    assert folded(event(1, "answered", grade=4, due=due)).memory.due == TODAY + 8
    assert folded(event(1, "answered", grade=1, due=due)).memory.due == TODAY + 1


def test_the_calendar_ends_but_is_read_to_its_last_day():
    assert day_of({"due": 1}, "due") == 1
    assert day_of({"due": 3_652_059}, "due") == 3_652_059
    assert folded(event(1, "answered", 3_652_058, grade=4)).memory.due == 3_652_059


def test_stability_follows_the_weights_an_answer_names(monkeypatch):
    """Weights of another version are used where known; unknown versions mean the default."""
    other = (9.0, 9.0, 9.0, 9.0, *DEFAULT_WEIGHTS[4:])
    monkeypatch.setitem(KNOWN_WEIGHTS, "other", other)
    assert folded(answered(1, 3, weights="other")).memory.stability == 9.0
    assert weights_of({"weights": "unheard-of"}) is weights_of({"weights": [1]}) is weights_of({}) is DEFAULT_WEIGHTS


def test_cards_are_folded_apart():
    other = event(2, "answered", card="d", grade=4, due=TODAY + 2)
    states = fold([other, answered(1, 3)])
    assert states == {"c": folded(answered(1, 3)), "d": folded(other)}


def test_an_undo_of_another_card_takes_nothing_back():
    assert fold([answered(1, 3), undone(2, 1, card="d")])["c"] == folded(answered(1, 3))


@given(histories(cards=("c", "d")), st.randoms())
def test_the_order_in_which_events_arrive_does_not_matter(events, random):
    shuffled = list(events)
    random.shuffle(shuffled)
    assert fold(shuffled) == fold(events)


@given(histories(most=8), st.integers(1, 8))
def test_undo_of_an_undo_is_as_if_neither_had_been(events, target):
    pair = undone(90, target), undone(91, 90)
    assert fold_card([*events, *pair], fallen([*events, *pair])) == fold_card(events, fallen(events))


@given(histories(most=8), st.integers(1, 8))
def test_an_undo_equals_leaving_the_event_out(events, target):
    """For events that no other undo names."""
    named = {e.body.get("event") for e in events if e.kind == "undone"} | {
        e.id for e in events if e.kind in {"undone", "regraded"}
    }
    name = f"{target:032x}"
    if name not in named:
        without = [e for e in events if e.id != name]
        taken = [*events, undone(99, target)]
        assert fold_card(taken, fallen(taken)) == fold_card(without, fallen(without))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3), st.lists, max_leaves=4
)
NAMES = st.sampled_from(
    ("grade", "due", "event", "weights", "reason", "until", "day", "stability", "difficulty", "reviews")
)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("answered", "practised", "seeded", "buried", "regraded", "undone", "rescheduled")),
            st.dictionaries(NAMES, JSON),
        )
    )
)
def test_no_body_whatsoever_makes_the_fold_fail(facts):
    events = [Event(f"{n}", "d", n, TODAY + n, kind, "c", body) for n, (kind, body) in enumerate(facts)]
    state = fold(events).get("c", NEW)
    assert isinstance(state.memory, Unseen) or state.memory.stability >= 0.001


@given(histories(forward=True))
def test_apply_alone_is_the_fold_while_days_go_forward_and_nothing_speaks_of_other_events(events):
    state = NEW
    plain = [e for e in events if e.kind not in {"undone", "regraded", "seeded"}]
    for one in plain:
        state = apply(state, one.kind, one.day, one.body)
    assert state == fold_card(plain, frozenset())


def test_a_long_random_life_never_leaves_the_bounds():
    random = Random(7)
    day, events = TODAY, []
    for number in range(1, 400):
        day += random.choice((0, 1, 1, 3, 30))
        events.append(answered(number, random.randint(1, 4), day))
    memory = folded(*events).memory
    assert 1 <= memory.difficulty <= 10
    assert memory.stability >= 0.001
    assert memory.reviews == len({e.day for e in events})


def test_a_miss_on_the_day_the_card_was_first_met_is_no_lapse():
    """Met today, rated on a later day by a clock that was ahead, missed today; and missed a day after it was met."""
    met = CardState(Memory(3.0, 5.0, TODAY + 9, TODAY, TODAY + 3, 2, 0, (3, 3)), TODAY)
    assert rate(met, TODAY, {"grade": 1, "due": TODAY + 1}).memory.lapses == 0
    assert rate(met, TODAY + 1, {"grade": 1, "due": TODAY + 2}).memory.lapses == 1


@pytest.mark.parametrize(("given", "taken"), [(1e6, 1e6), (1_000_000, 1e6), (1.005e6, None), (-1.005e6, None)])
def test_a_million_days_are_the_most_that_a_seed_may_say(given, taken):
    memory = apply(NEW, "seeded", TODAY, {"stability": given, "difficulty": 5}).memory
    assert (memory.stability if isinstance(memory, Memory) else None) == taken
