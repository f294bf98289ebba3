"""The bulk fold says what the fold says, to the last count and day, and to 1e-9 in stability."""

from __future__ import annotations

import json
import subprocess
import sys
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.memory.making import TODAY, answered, event, histories, undone
from tutor.memory import fold
from tutor.memory.bulk import fold_batches
from tutor.memory.columns import READ
from tutor.memory.fold import LAST_DAY
from tutor.memory.fsrs import DEFAULT_WEIGHTS, KNOWN_WEIGHTS
from tutor.memory.keeping import keep
from tutor.memory.state import NEW, Memory


def batch(events):
    texts = [json.dumps([e.body.get(name) for name in READ]) for e in events]
    return (*zip(*[(e.id, e.instant, e.day, e.kind, e.card) for e in events], strict=True), texts)


def in_bulk(events, size=3):
    parts = [events[start : start + size] for start in range(0, len(events), size)]
    speaking = [e for e in events if e.kind in {"undone", "regraded"}]
    return fold_batches(map(batch, parts), speaking)


def one_by_one(events):
    cards = {}
    for one in events:
        if one.kind != "step":
            cards.setdefault(one.card, []).append(one)
    return {card: keep(own) for card, own in cards.items()}


def same(one, other):
    a, b = one.state.memory, other.state.memory
    if isinstance(a, Memory) and isinstance(b, Memory):
        assert abs(a.stability - b.stability) <= 1e-9 * a.stability
        assert abs(a.difficulty - b.difficulty) <= 1e-9 * a.difficulty
        assert (a.due, a.first_day, a.last_day, a.reviews, a.lapses, a.recent) == (
            b.due,
            b.first_day,
            b.last_day,
            b.reviews,
            b.lapses,
            b.recent,
        )
    else:
        assert a == b
    assert (one.state.seen_day, one.state.suspended, one.state.buried_until) == (
        other.state.seen_day,
        other.state.suspended,
        other.state.buried_until,
    )
    assert (one.last, one.rated) == (other.last, other.rated)


@settings(max_examples=200, deadline=None)
@given(
    histories(cards=("c", "d", "e"), most=24) | histories(cards=("c", "d"), most=20, forward=True), st.integers(1, 30)
)
def test_bulk_equals_one_by_one(events, size):
    expected = one_by_one(events)
    found = in_bulk(events, size)
    assert found.kept.keys() | found.undecided == expected.keys() | found.undecided
    assert not found.kept.keys() & found.undecided
    for card, kept in found.kept.items():
        same(kept, expected[card])


def test_a_large_random_journal_is_decided_whole():
    """200 cards, 10 000 events, undos and regrades among them."""
    random = Random(3)
    events, day = [], TODAY
    for number in range(1, 10_001):
        day += number % 40 == 0
        kind = random.choices(
            ("answered", "practised", "undone", "regraded", "suspended", "reset"), (80, 10, 4, 4, 1, 1)
        )[0]
        card = f"card-{random.randrange(200)}"
        body = {"grade": random.randint(1, 4), "due": day + random.randint(1, 90)}
        if kind in {"undone", "regraded"} and events:
            target = random.choice(events[-300:])
            card, body["event"] = target.card, target.id
        events.append(event(number, kind, day, card, **body))
    found, expected = in_bulk(events, 1000), one_by_one(events)
    assert found.undecided == frozenset()
    assert found.kept.keys() == expected.keys()
    for card, kept in found.kept.items():
        same(kept, expected[card])


def test_no_events_no_cards():
    found = fold_batches([], [])
    assert (found.kept, found.undecided) == ({}, frozenset())


def test_steps_alone_make_no_card():
    assert in_bulk([event(1, "step")]).kept == {}


def test_what_only_the_fold_can_tell_is_named(monkeypatch):
    """Seeds, answers without a due day, days outside the calendar, weights of another version."""
    monkeypatch.setitem(KNOWN_WEIGHTS, "other", DEFAULT_WEIGHTS[:])
    monkeypatch.setitem(KNOWN_WEIGHTS, "mine", (*DEFAULT_WEIGHTS[:20], 0.2))
    cases = (
        event(1, "seeded", stability=3, difficulty=4),
        event(1, "answered", grade=3),
        event(1, "answered", 0, grade=3, due=5),
        event(1, "answered", 3_652_060, grade=3, due=5),
        answered(1, 3, weights="mine"),
    )
    assert [in_bulk([one]).undecided for one in cases] == [frozenset({"c"})] * len(cases)
    plain = answered(1, 3), answered(1, 3, weights="unheard-of"), event(1, "answered", 3_652_059, grade=3, due=5)
    assert [in_bulk([one]).undecided for one in plain] == [frozenset()] * 3


def test_events_of_one_instant_are_ordered_by_id():
    events = [
        event(2, "answered", instant=5, grade=1, due=TODAY + 2),
        event(1, "answered", instant=5, grade=4, due=TODAY + 9),
        event(3, "practised", instant=5, grade=1, reason="quiz"),
    ]
    kept = in_bulk(events).kept["c"]
    assert kept.state == fold.fold(events)["c"]
    assert (kept.state.memory.recent, kept.state.memory.due) == ((4,), TODAY + 1)
    assert kept.last == (5, f"{3:032x}")


def test_an_event_without_a_readable_body_changes_nothing():
    columns = ([f"{1:032x}"], [1], [TODAY], ["answered"], ["c"], [None])
    assert fold_batches([columns], []).kept["c"].state == NEW


def test_an_undo_speaks_about_its_own_card_only():
    events = [answered(1, 3), undone(2, 1, card="d"), event(3, "regraded", card="d", event=f"{1:032x}", grade=1)]
    found = in_bulk(events).kept
    assert found["c"].state.memory.recent == (3,)
    assert found["d"].state == NEW


def test_a_regrade_speaks_about_answers_only():
    """A rescheduling cannot be regraded."""
    moved = event(3, "rescheduled", due=TODAY + 9)
    events = [answered(1, 3), event(2, "regraded", event=moved.id, grade=1, due=TODAY + 2), moved]
    assert in_bulk(events).kept["c"].state.memory.due == TODAY + 9


def test_memory_does_not_import_numpy_until_a_bulk_fold():
    code = (
        "import sys, tutor.memory.fold, tutor.memory.keeping, tutor.memory.scheduling, tutor.memory.fields,"
        " tutor.store.journal; print({'numpy', 'json', 'yaml', 'rich'} & set(sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"


def test_one_pair_at_the_same_instant_stands_in_the_order_of_ids():
    """The later id comes first: woken, then put away."""
    events = [event(2, "suspended", instant=7), event(1, "resumed", instant=7)]
    assert in_bulk(events).kept["c"].state.suspended
    assert in_bulk(events[::-1]).kept["c"].state.suspended


def test_the_first_and_the_last_day_of_the_calendar_are_days():
    """Two cards, one on the last day, the next on the first: neither takes the other's rating."""
    events = [event(1, "answered", LAST_DAY, "a", grade=3, due=5), event(2, "answered", 1, "b", grade=3, due=5)]
    found = in_bulk(events)
    assert found.undecided == frozenset()
    assert [found.kept[card].state.memory.reviews for card in ("a", "b")] == [1, 1]


def test_a_bury_or_reschedule_without_a_day_is_read_as_the_fold_reads_it():
    events = [
        event(1, "buried", card="a"),
        event(2, "buried", card="b", until=1),
        answered(3, 3, due=TODAY + 9),
        event(4, "rescheduled"),
        event(5, "answered", card="d", grade=3, due=TODAY),
        event(6, "rescheduled", card="d", due=1),
    ]
    kept = in_bulk(events).kept
    assert [kept[card].state.buried_until for card in ("a", "b")] == [TODAY + 1, 1]
    assert [kept[card].state.memory.due for card in ("c", "d")] == [TODAY + 9, 1]
    for card, one in kept.items():
        same(one, one_by_one(events)[card])
