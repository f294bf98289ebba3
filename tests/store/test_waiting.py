"""Due and fresh cards: facts, filters, order, and the projection of unseen cards."""

from __future__ import annotations

import subprocess
import sys
from itertools import count
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.syllabus.courses import FRAME, flash, lesson, write
from tutor.events import Fact
from tutor.memory.state import NEW, Memory
from tutor.store import counts, waiting
from tutor.store.filters import NO_FILTERS, Filters
from tutor.store.journal import Journal
from tutor.store.library import Library
from tutor.store.waiting import FreshCard, Waiting

DAY = 740_000
FILES = {
    **FRAME,
    "1-one/a.yaml": lesson("a", flash("a.1", "f"), flash("a.2", "f"), flash("a.3", "g"), tags="[x]"),
    "1-one/b.yaml": lesson("b", flash("b.1", "h"), flash("b.2", "f"), needs="a"),
    "2-two/c.yaml": lesson("c", flash("c.1", "g", tags="[x]"), flash("c.2", "i"), flash("c.3", "i")),
}
ALL = ["a.1", "a.2", "a.3", "b.1", "b.2", "c.1", "c.2", "c.3"]
FACT = dict(zip(ALL, "ffghfgii", strict=True))
PREVIOUS = {"a.2": "a.1", "b.2": "a.2", "c.1": "a.3", "c.3": "c.2"}


def opened_journal(path, first=1):
    ids, ticks = count(first), count(10**15, 1000)
    return Journal(path, "device", lambda: next(ticks), lambda: f"{next(ids):032x}")


@pytest.fixture
def world(tmp_path):
    content = write(tmp_path / "content", FILES)
    journal = opened_journal(tmp_path / "journal.sqlite3")
    library = Library.open(tmp_path / "library.sqlite3", content, "core")
    assert library.refresh() == ()
    yield SimpleNamespace(journal=journal, library=library, waiting=Waiting(library, journal.path), content=content)
    library.close()
    journal.close()


def seed(world, card, *, stability=10.0, due=DAY, last=DAY - 10):
    body = {"stability": stability, "difficulty": 5.0, "due": due, "day": last}
    world.journal.record(Fact("seeded", card, body), last)


def due(world, day=DAY, limit=100, filters=NO_FILTERS):
    cards, total = world.waiting.due(day, limit, filters)
    return [card.id for card in cards], total


def fresh(world, day=DAY, limit=100, filters=NO_FILTERS):
    return [card.id for card in world.waiting.fresh(day, limit, filters)]


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


def test_due_cards_the_most_forgotten_first_one_per_fact(world):
    seed(world, "a.1", stability=10, last=DAY - 10)
    seed(world, "a.2", stability=5, last=DAY - 10)
    seed(world, "b.1", stability=20, last=DAY - 30)
    seed(world, "c.2", stability=1, last=DAY - 1, due=DAY)
    seed(world, "c.3", stability=1, last=DAY - 1, due=DAY + 1)
    assert due(world) == (["a.2", "b.1", "c.2"], 3)
    assert due(world, limit=2) == (["a.2", "b.1"], 3)
    assert due(world, limit=0) == ([], 3)
    assert due(world, filters=Filters(parts=(2,))) == (["c.2"], 1)
    assert due(world, filters=Filters(lessons=("b",), tags=("x",))) == ([], 0)
    assert world.waiting.due_count(DAY) == 3
    assert world.waiting.due_count(DAY, Filters(lessons=("a",))) == 1
    assert world.waiting.tomorrow(DAY) == 3
    (card,), _ = world.waiting.due(DAY, 1)
    assert (card.lesson, card.part, card.fact, card.stability, card.difficulty, card.due, card.last_day) == (
        *("a", 1, "f", 5.0, 5.0),
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
    for card, last in (("a.1", 30), ("a.2", 20), ("b.2", 15), ("b.1", 10)):
        seed(world, card, last=DAY - last)
    assert due(world, limit=2) == (["a.1", "b.1"], 2)


def test_a_large_backlog_is_told_by_its_cards(world, monkeypatch):
    monkeypatch.setattr(waiting, "EXACT", 2)
    for card in ("a.1", "a.2", "b.1", "c.2"):
        seed(world, card)
    assert due(world, limit=1)[1] == 4
    assert due(world, filters=Filters(parts=(1,)))[1] == 2


def test_counts_of_today_and_its_caps(world):
    assert world.waiting.counts(DAY, 60, 8) == (0, 4)
    assert world.waiting.counts(DAY, 60, 3) == (0, 3)
    world.journal.record(Fact("answered", "a.1", {"grade": 3, "due": DAY + 3}), DAY)
    assert (world.waiting.new_today(DAY), world.waiting.reviewed_today(DAY)) == (1, 0)
    assert world.waiting.counts(DAY, 60, 3) == (0, 2)
    seed(world, "b.1")
    seed(world, "c.2")
    assert world.waiting.counts(DAY, 2, 8) == (2, 1)
    assert world.waiting.counts(DAY, 1, 8) == (1, 0), "no new cards while more is due than the cap"
    world.journal.record(Fact("answered", "b.1", {"grade": 3, "due": DAY + 3}), DAY)
    assert (world.waiting.new_today(DAY), world.waiting.reviewed_today(DAY)) == (1, 1)
    assert world.waiting.counts(DAY, 2, 8) == (1, 1)
    assert world.waiting.counts(DAY, 1, 8) == (0, 0)
    assert world.waiting.counts(DAY, 2, 0) == (1, 0)


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


def test_another_journal_starts_the_projection_anew(world, tmp_path):
    seed(world, "a.1", stability=9.0, due=DAY + 9)
    assert fresh(world)[0] == "a.2"
    world.library.close()
    other = opened_journal(tmp_path / "other.sqlite3", first=10**9)
    other.record(Fact("seeded", "c.2", {"stability": 9.0, "difficulty": 5.0, "due": DAY + 9, "day": DAY - 9}), DAY - 9)
    world.library = Library.open(world.library.path, world.content, "core")
    world.waiting = Waiting(world.library, other.path)
    assert fresh(world) == ["a.1", "a.3", "b.1", "c.3"]
    other.close()


def test_a_journal_set_back_to_a_backup_starts_the_projection_anew(world):
    seed(world, "a.1", stability=9.0, due=DAY + 9)
    assert fresh(world)[0] == "a.2"
    connection = world.journal.connection
    connection.execute("DROP TRIGGER events_are_not_deleted")
    connection.execute("DELETE FROM events")
    connection.execute("DELETE FROM card_states")
    assert fresh(world)[0] == "a.1"


def test_many_touched_cards_are_looked_at_in_one_pass(world, monkeypatch):
    monkeypatch.setattr(counts, "REBUILD_AT", 1)
    assert fresh(world)[0] == "a.1"
    seed(world, "a.1", stability=9.0, due=DAY + 9)
    seed(world, "a.3", stability=1.0, due=DAY + 9)
    assert fresh(world) == ["a.2", "b.1", "c.2"]


def test_a_failure_while_catching_up_changes_nothing(world, monkeypatch):
    assert fresh(world)[0] == "a.1"
    seed(world, "a.1", stability=9.0, due=DAY + 9)
    with monkeypatch.context() as patch:
        patch.setattr(counts, "FILL", "SELEKT")
        with pytest.raises(Exception, match=r"store\.failed"):
            fresh(world)
    assert not world.library.connection.in_transaction
    assert fresh(world)[0] == "a.2"


def test_two_libraries_share_the_projection(world):
    second = Library.open(world.library.path, world.content, "core")
    other = Waiting(second, world.journal.path)
    assert [card.id for card in other.fresh(DAY, 1)] == fresh(world, limit=1) == ["a.1"]
    world.journal.record(Fact("answered", "a.1", {"grade": 3, "due": DAY + 3}), DAY)
    assert [card.id for card in other.fresh(DAY, 1)] == fresh(world, limit=1) == ["a.3"]
    second.close()


def expected_due(states, day):
    """Return the due cards by the words of the design, from states alone."""
    seen = {FACT[card] for card, state in states.items() if state.seen_day == day}
    rows = [
        ((day - state.memory.last_day) / state.memory.stability, card)
        for card, state in states.items()
        if awake(state, day) and isinstance(state.memory, Memory) and state.memory.due <= day and FACT[card] not in seen
    ]
    found = {}
    for _, card in sorted(rows, key=lambda row: (-row[0], ALL.index(row[1]))):
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
    st.tuples(st.just("answered"), st.sampled_from(ALL), st.fixed_dictionaries({"grade": st.integers(1, 4), "due": st.integers(DAY, DAY + 9)})),
    st.tuples(st.just("practised"), st.sampled_from(ALL), st.fixed_dictionaries({"grade": st.integers(1, 4), "reason": st.sampled_from(["again", "cram"])})),
    st.tuples(st.just("seeded"), st.sampled_from(ALL), st.fixed_dictionaries({"stability": st.floats(0.5, 20), "difficulty": st.just(5.0), "due": st.integers(DAY, DAY + 9), "day": st.integers(DAY - 30, DAY)})),
    st.tuples(st.sampled_from(["suspended", "resumed", "reset", "undo", "redo", "look"]), st.sampled_from(ALL), st.just({})),
    st.tuples(st.just("buried"), st.sampled_from(ALL), st.fixed_dictionaries({"until": st.integers(DAY, DAY + 9)})),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(story=st.lists(st.tuples(deeds, st.integers(0, 2)), max_size=20), data=st.data())
def test_any_history_gives_what_the_design_says(tmp_path, story, data):
    """Whatever happened, in whatever order, and however often the projection was used between."""
    number = len(list(tmp_path.glob("*.journal")))
    journal = opened_journal(tmp_path / f"{number}.journal", first=10**6 * number)
    library = Library.open(tmp_path / "library.sqlite3", write(tmp_path / "content", FILES), "core")
    library.refresh()
    try:
        _lived(SimpleNamespace(journal=journal, library=library, waiting=Waiting(library, journal.path)), story, data)
    finally:
        library.close()
        journal.close()


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
    todays = sum(isinstance(s.memory, Memory) and s.memory.first_day == day for s in states.values())
    assert world.waiting.new_today(day) == todays
    room = len(expected_due(states, day)) + world.waiting.reviewed_today(day)
    assert world.waiting.counts(day, room, 8 + todays) == (len(expected_due(states, day)), len(expected_fresh(states, day)))


def test_counting_imports_nothing_but_sqlite():
    program = (
        "import sys, sqlite3; before = set(sys.modules); import tutor.store.counts;"
        "print(sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "['__future__', 'tutor', 'tutor.store', 'tutor.store.counts']\n"
