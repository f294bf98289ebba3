"""Every event of a journal, and the answers that stand."""

from __future__ import annotations

import pytest

from tutor.events import Event, Fact
from tutor.store import all_events
from tutor.store.journal import Journal

DAY = 739_000


@pytest.fixture
def journal(tmp_path):
    ticks, ids = iter(range(10**15, 10**16, 10**6)), iter(range(1, 10**6))
    with Journal(tmp_path / "journal.sqlite3", "d" * 32, lambda: next(ticks), lambda: f"{next(ids):032x}") as journal:
        yield journal


def answered(journal, card, day=DAY, grade=3, kind="answered"):
    return journal.record(Fact(kind, card, {"grade": grade, "due": day + 2}), day).event


def standing(journal, *cards):
    return [(one.card, one.kind, one.body["grade"]) for one in all_events.standing_answers(journal.connection, cards)]


def test_everything_is_yielded_in_the_order_of_recording(journal):
    made = [answered(journal, "b"), answered(journal, "a"), journal.undo(DAY)]
    found = list(all_events.recorded(journal.connection))
    assert found[:2] == made[:2]
    assert [one.kind for one in found] == ["answered", "answered", "undone"]
    assert all_events.count(journal.connection) == 3


def test_what_is_taken_back_does_not_stand_until_it_is_redone(journal):
    answered(journal, "a")
    answered(journal, "b", grade=1)
    journal.undo(DAY)
    assert standing(journal, "a", "b") == [("a", "answered", 3)]
    journal.redo(DAY)
    assert standing(journal, "a", "b") == [("a", "answered", 3), ("b", "answered", 1)]


def test_an_answer_is_as_its_last_standing_regrade_left_it(journal):
    first = answered(journal, "a", grade=1)
    for grade in (3, 4):
        journal.record(Fact("regraded", "a", {"event": first.id, "grade": grade}), DAY)
    assert standing(journal, "a") == [("a", "answered", 4)]
    journal.undo(DAY)
    assert standing(journal, "a") == [("a", "answered", 3)]


def test_only_answers_to_the_wished_for_cards_come_practice_among_them(journal):
    answered(journal, "a")
    answered(journal, "a")  # the second of a day is practice
    answered(journal, "b")
    journal.record(Fact("suspended", "a"), DAY)
    assert standing(journal, "a") == [("a", "answered", 3), ("a", "practised", 3)]
    assert standing(journal) == []


def test_answers_come_under_the_present_name_of_their_card(journal):
    answered(journal, "old")
    journal.adopt({"old": "new"})
    assert standing(journal, "new") == [("new", "answered", 3)]
    assert standing(journal, "old") == []


def test_events_are_compared_by_what_the_journal_has(journal):
    known = answered(journal, "a")
    other = Event("f" * 32, "e" * 32, 5, DAY, "answered", "a", {"grade": 3})
    assert all_events.compared(journal.connection, [known, other]) == (1, 1)
    assert journal.absorb([known, other]) == 1
    assert all_events.compared(journal.connection, [known, other]) == (0, 2)
