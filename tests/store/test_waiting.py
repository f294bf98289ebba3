"""Due and fresh cards: facts, filters, order, and the projection of unseen cards."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.stock import ALL, DAY, FACT, PREVIOUS, due, fresh, opened_world, seed
from tests.syllabus.courses import flash, lesson, write
from tutor.events import ANSWERS, Fact
from tutor.memory.state import NEW, Memory
from tutor.store import waiting
from tutor.store.filters import Filters
from tutor.store.progress import stepped
from tutor.store.waiting import FreshCard


@pytest.fixture
def world(tmp_path):
    with opened_world(tmp_path) as world:
        yield world


def test_a_new_learner_has_fresh_cards_in_syllabus_order_one_per_fact(world):
    assert fresh(world) == ["a.1", "a.3", "b.1", "c.2"]
    assert fresh(world, limit=2) == ["a.1", "a.3"]
    assert fresh(world, limit=0) == []
    assert due(world) == ([], 0)
    assert world.waiting.fresh(DAY, 1) == (FreshCard("a.1", "a", 1, "f"),)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(parts=(2,)), ["c.2"]),
        (Filters(lessons=("b", "c")), ["b.1", "c.2"]),
        (Filters(tags=("x",)), ["a.1", "a.3"]),
        (Filters(parts=(3,)), []),
    ],
)
def test_fresh_cards_are_filtered(world, filters, found):
    assert fresh(world, filters=filters) == found


def test_no_card_comes_twice_when_cards_of_a_fact_may_come_together(tmp_path):
    with opened_world(tmp_path, together=True) as world:
        world.journal.record(stepped("b", 0, 3, done=True), DAY)
        assert fresh(world) == ["b.1", "a.1", "a.3", "c.2"]


def test_the_next_card_of_a_fact_opens_at_seven_days(world):
    seed(world, "a.1", stability=6.999, due=DAY + 1)
    assert fresh(world) == ["a.3", "b.1", "c.2"]
    seed(world, "a.1", stability=7.0, due=DAY + 1)
    assert fresh(world) == ["a.2", "a.3", "b.1", "c.2"]


def test_a_fact_rests_when_one_of_its_cards_is_due_or_was_seen(world):
    seed(world, "a.1", due=DAY)
    assert "a.2" not in fresh(world), "its sibling is due"
    seed(world, "a.1", due=DAY + 1)
    assert "a.2" in fresh(world)
    world.journal.record(Fact("practised", "a.1", {"grade": 3, "reason": "cram"}), DAY)
    assert "a.2" not in fresh(world), "its sibling was seen today"
    assert "a.2" not in fresh(world, DAY + 1), "its sibling is due tomorrow"
    assert fresh(world, DAY + 1, filters=Filters(lessons=("b",))) == ["b.1"]


def test_suspended_and_buried_cards_stay_away(world):
    world.journal.record(Fact("suspended", "a.1", {}), DAY)
    world.journal.record(Fact("buried", "a.3", {"until": DAY + 1}), DAY)
    assert fresh(world) == ["b.1", "c.2"]
    assert fresh(world, DAY + 1) == ["a.3", "b.1", "c.2"]
    world.journal.record(Fact("resumed", "a.1", {}), DAY)
    assert fresh(world, DAY + 1) == ["a.1", "a.3", "b.1", "c.2"]
    seed(world, "c.2")
    world.journal.record(Fact("suspended", "c.2", {}), DAY)
    seed(world, "b.1")
    world.journal.record(Fact("buried", "b.1", {"until": DAY + 1}), DAY)
    assert due(world) == ([], 0)
    assert due(world, DAY + 1) == (["b.1"], 1)


def test_due_cards_the_best_remembered_first_one_per_fact(world):
    seed(world, "a.1", stability=10, last=DAY - 10)
    seed(world, "a.2", stability=5, last=DAY - 10)
    seed(world, "b.1", stability=20, last=DAY - 30)
    seed(world, "c.2", stability=1, last=DAY - 1, due=DAY)
    seed(world, "c.3", stability=1, last=DAY - 1, due=DAY + 1)
    assert due(world) == (["a.1", "c.2", "b.1"], 3)
    assert due(world, limit=2) == (["a.1", "c.2"], 3)
    assert due(world, limit=1) == (["a.1"], 2)  # "more than one"
    assert due(world, limit=0) == ([], 1)
    assert due(world, filters=Filters(parts=(2,))) == (["c.2"], 1)
    assert due(world, filters=Filters(lessons=("b",), tags=("x",))) == ([], 0)
    assert world.waiting.due_count(DAY) == 3
    assert world.waiting.due_count(DAY, Filters(lessons=("a",))) == 1
    assert world.waiting.tomorrow(DAY) == 3
    (card,), _ = world.waiting.due(DAY, 1)
    assert (card.lesson, card.part, card.fact, card.stability, card.difficulty, card.due, card.last_day) == (
        *("a", 1, "f", 10.0, 5.0),
        *(DAY, DAY - 10),
    )


def test_a_fact_answered_today_is_not_due_again(world):
    seed(world, "a.1", last=DAY - 10)
    seed(world, "a.2", last=DAY - 20)
    world.journal.record(Fact("answered", "a.2", {"grade": 3, "due": DAY + 5}), DAY)
    assert due(world) == ([], 0)
    assert due(world, DAY + 1) == (["a.1"], 1)


def test_cards_that_the_course_lost_are_not_due(world):
    seed(world, "gone.card", last=DAY - 99)
    seed(world, "a.1")
    assert due(world) == (["a.1"], 1)


def test_many_due_cards_of_one_fact_do_not_hide_the_others(world, monkeypatch):
    monkeypatch.setattr(waiting, "MARGIN", 1)
    for card, last in (("a.1", 10), ("a.2", 15), ("b.2", 20), ("b.1", 30)):
        seed(world, card, last=DAY - last)
    assert due(world, limit=2) == (["a.1", "b.1"], 2)


def test_a_large_backlog_is_told_by_its_cards(world, monkeypatch):
    monkeypatch.setattr(waiting, "EXACT", 2)
    for card in ("a.1", "a.2", "b.1", "c.2"):
        seed(world, card)
    assert world.waiting.due_count(DAY) == 4
    assert due(world, filters=Filters(parts=(1,)))[1] == 2


def test_undo_and_reset_bring_a_card_back_among_the_fresh_ones(world):
    assert fresh(world)[0] == "a.1"
    world.journal.record(Fact("answered", "a.1", {"grade": 3, "due": DAY + 3}), DAY)
    assert "a.1" not in fresh(world, DAY + 1)
    world.journal.undo(DAY)
    assert fresh(world)[0] == "a.1"
    seed(world, "a.1", stability=9.0)
    seed(world, "a.2", due=DAY + 9)
    assert "b.2" in fresh(world, DAY - 1)
    world.journal.record(Fact("reset", "a.2", {}), DAY)
    assert fresh(world, DAY - 1)[:1] == ["a.2"]


def test_new_content_is_seen_at_once(world):
    assert fresh(world)[0] == "a.1"
    write(world.content, {"1-one/a.yaml": lesson("a", flash("a.0", "new"), flash("a.1", "f"))})
    world.library.refresh()
    assert fresh(world)[:2] == ["a.0", "a.1"]


def expected_due(states, day):
    """Return the due cards by the words of the design, from states alone."""
    seen = {FACT[card] for card, state in states.items() if state.seen_day == day}
    rows = [
        ((day - state.memory.last_day) / state.memory.stability, card)
        for card, state in states.items()
        if awake(state, day) and isinstance(state.memory, Memory) and state.memory.due <= day and FACT[card] not in seen
    ]
    found = {}
    for _, card in sorted(rows, key=lambda row: (row[0], ALL.index(row[1]))):
        found.setdefault(FACT[card], card)
    return list(found.values())


def expected_fresh(states, day):
    resting = {FACT[card] for card, state in states.items() if state.seen_day == day}
    resting |= {
        FACT[card]
        for card, state in states.items()
        if awake(state, day) and isinstance(state.memory, Memory) and state.memory.due <= day
    }
    found = {}
    for card in ALL:
        state = states.get(card, NEW)
        before = states.get(PREVIOUS.get(card, ""), NEW).memory
        is_open = card not in PREVIOUS or (isinstance(before, Memory) and before.stability >= 7)
        if is_open and not isinstance(state.memory, Memory) and awake(state, day) and FACT[card] not in resting:
            found.setdefault(FACT[card], card)
    return list(found.values())


def awake(state, day):
    return not state.suspended and state.buried_until <= day


deeds = st.one_of(
    st.tuples(
        st.just("answered"),
        st.sampled_from(ALL),
        st.fixed_dictionaries({"grade": st.integers(1, 4), "due": st.integers(DAY, DAY + 9)}),
    ),
    st.tuples(
        st.just("practised"),
        st.sampled_from(ALL),
        st.fixed_dictionaries({"grade": st.integers(1, 4), "reason": st.sampled_from(["again", "cram"])}),
    ),
    st.tuples(
        st.just("seeded"),
        st.sampled_from(ALL),
        st.fixed_dictionaries(
            {
                "stability": st.floats(0.5, 20),
                "difficulty": st.just(5.0),
                "due": st.integers(DAY, DAY + 9),
                "day": st.integers(DAY - 30, DAY),
            }
        ),
    ),
    st.tuples(
        st.sampled_from(["suspended", "resumed", "reset", "undo", "redo", "look"]), st.sampled_from(ALL), st.just({})
    ),
    st.tuples(st.just("buried"), st.sampled_from(ALL), st.fixed_dictionaries({"until": st.integers(DAY, DAY + 9)})),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(story=st.lists(st.tuples(deeds, st.integers(0, 2)), max_size=20), data=st.data())
def test_any_history_gives_what_the_design_says(tmp_path, story, data):
    """Whatever happened, in whatever order, and however often the projection was used between."""
    number = len(list(tmp_path.glob("journal-*.sqlite3")))
    with opened_world(tmp_path, first=1 + 10**6 * number) as world:
        _lived(world, story, data)


def _lived(world, story, data):
    for (kind, card, body), later in story:
        day = DAY + later
        if kind == "undo":
            world.journal.undo(day)
        elif kind == "redo":
            world.journal.redo(day)
        elif kind == "look":
            fresh(world, day)
        else:
            world.journal.record(Fact(kind, card, body), day)
    day = DAY + data.draw(st.integers(0, 9))
    states = world.journal.states(ALL)
    assert due(world, day) == (expected_due(states, day), len(expected_due(states, day)))
    assert fresh(world, day) == expected_fresh(states, day)
    todays = sum(
        isinstance(s.memory, Memory)
        and s.memory.first_day == day
        and any(e.kind in ANSWERS and e.day == day for e in world.journal.history(card).events)
        for card, s in states.items()
    )  # a history taken over from elsewhere is nothing new today
    assert world.waiting.new_today(day) == todays
    room = len(expected_due(states, day)) + world.waiting.reviewed_today(day)
    assert world.waiting.counts(day, room, 8 + todays) == (
        len(expected_due(states, day)),
        len(expected_fresh(states, day)),
    )


def test_cards_of_finished_lessons_come_first_in_syllabus_order(world):
    world.journal.record(stepped("c", 1, 2), DAY)
    assert fresh(world) == ["a.1", "a.3", "b.1", "c.2"], "c was only begun"
    world.journal.record(stepped("c", 2, 2, done=True), DAY)
    assert fresh(world) == ["c.2", "a.1", "a.3", "b.1"]
    world.journal.record(stepped("b", 2, 2, done=True), DAY)
    assert fresh(world) == ["b.1", "c.2", "a.1", "a.3"]
    assert fresh(world, limit=1) == ["b.1"]
    assert fresh(world, filters=Filters(lessons=("a", "c"))) == ["c.2", "a.1", "a.3"]
    assert world.waiting.counts(DAY, 60, 8) == (0, 4), "the order changes, not the number"


def test_finished_lessons_may_hold_no_new_card_any_more(world):
    assert not world.waiting.holds_taught(DAY)
    world.journal.record(stepped("b", 2, 2, done=True), DAY)
    world.journal.record(stepped("no.longer.there", 2, 2, done=True), DAY)
    assert world.waiting.holds_taught(DAY), "b.1 is new; b.2 waits for a.2"
    seed(world, "b.1", due=DAY + 1)
    assert not world.waiting.holds_taught(DAY)
