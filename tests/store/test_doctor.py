"""The doctor: finds what is wrong, names it, changes nothing; rebuilding replaces the cache only."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.store.homes import TODAY, Clock, answer, opened
from tutor.errors import TutorError
from tutor.events import Event, Fact
from tutor.memory.keeping import NOTHING_KEPT, Kept, keep
from tutor.memory.state import NEW
from tutor.store import states
from tutor.store.doctor import DAY, Findings, agrees, examine, rebuild
from tutor.store.history import INSERT

NOW = 10**15


@pytest.fixture
def journal(tmp_path):
    """Four cards with a life: answered, missed and undone, suspended, seeded."""
    with opened(tmp_path, clock=Clock(NOW - 10**9)) as journal:
        for day in range(4):
            journal.record(answer("a", 3, TODAY + day + 2), TODAY + day)
            journal.record(answer("b", 1, TODAY + day + 1), TODAY + day)
            journal.record(answer("b", 1), TODAY + day)
        journal.undo(TODAY + 4)
        journal.record(Fact("suspended", "c"), TODAY + 4)
        journal.record(Fact("seeded", "d", {"stability": 9.5, "difficulty": 5, "due": TODAY + 9}), TODAY + 4)
        yield journal


def insert(journal, number, *, kind="answered", body='{"grade":3,"due":740009}', instant=NOW, card="x"):
    journal.connection.execute(INSERT, (f"{number:032x}", "d", instant, TODAY, kind, card, body))
    return f"{number:032x}"


def test_a_sound_journal_is_healthy(journal):
    found = examine(journal, NOW)
    assert found == Findings(events=15, cards=4)
    assert found.healthy


def test_an_empty_journal_is_healthy(tmp_path):
    with opened(tmp_path) as journal:
        assert examine(journal, NOW) == Findings()


@pytest.mark.parametrize(
    "change",
    [
        "stability = stability * 1.00000001",
        "difficulty = difficulty + 1e-7",
        "due = due + 1",
        "first_day = 1",
        "last_day = 1",
        "reviews = reviews + 1",
        "lapses = 9",
        "recent = '12'",
        "seen_day = 0",
        "suspended = 1",
        "buried_until = 5",
        "last_instant = 0",
        "last_id = ''",
        "last_rated = 0",
    ],
)
def test_a_cache_that_says_anything_else_is_found_and_rebuilt(journal, change):
    journal.connection.execute(f"UPDATE card_states SET {change} WHERE card = 'a'")
    found = examine(journal, NOW)
    assert found.differences == ("a",)
    assert not found.healthy
    assert rebuild(journal) == 4
    assert examine(journal, NOW).healthy


def test_the_last_bits_of_stability_are_no_difference(journal):
    journal.connection.execute("UPDATE card_states SET stability = stability * 1.0000000001")
    assert examine(journal, NOW).healthy


def test_missing_and_invented_cards_are_found(journal):
    journal.connection.execute("DELETE FROM card_states WHERE card = 'b'")
    states.write(journal.connection, "z", Kept(replace(NEW, suspended=True)))
    assert examine(journal, NOW).differences == ("b", "z")
    rebuild(journal)
    assert examine(journal, NOW).healthy
    assert journal.state("z") == NEW


def test_rebuilding_from_nothing_gives_the_same_states_and_touches_no_event(journal):
    events = journal.connection.execute("SELECT * FROM events").fetchall()
    before = dict(states.read_all(journal.connection))
    journal.connection.execute("DELETE FROM card_states")
    rebuild(journal)
    after = dict(states.read_all(journal.connection))
    assert after.keys() == before.keys()
    assert all(agrees(after[card], before[card]) for card in before)
    assert journal.connection.execute("SELECT * FROM events").fetchall() == events


def test_the_bulk_fold_reads_the_file_as_the_single_fold_does(journal):
    insert(journal, 901, body="broken")
    insert(journal, 902, body='{"grade":3.0}')
    insert(journal, 903, kind="practised", body='{"grade":1,"reason":null}', card="a")
    insert(journal, 904, body='{"grade":true,"due":740009}')
    insert(journal, 905, body='{"grade":4,"due":"soon"}')
    insert(journal, 906, body="[1]")
    insert(journal, 907, body='{"grade":3,"due":740009,"x":NaN}')
    folded = journal.fold_all()
    for card in "abcdx":
        assert agrees(folded[card], keep(journal.history(card).events)), card


@pytest.mark.parametrize(("ahead", "found"), [(DAY, False), (DAY + 1, True)])
def test_events_more_than_a_day_ahead_are_told(journal, ahead, found):
    event = insert(journal, 900, instant=NOW + ahead)
    rebuild(journal)
    assert examine(journal, NOW).future == ((event,) if found else ())
    assert examine(journal, NOW).healthy


def test_unknown_kinds_and_broken_bodies_are_told(journal):
    strange = insert(journal, 900, kind="dreamt")
    broken = [insert(journal, 901 + n, body=body) for n, body in enumerate(("", "{", "[]", "3", "null", '{"x":NaN}'))]
    insert(journal, 950, body="{}")
    rebuild(journal)
    found = examine(journal, NOW)
    assert found.unknown == (strange,)
    assert list(found.broken) == broken
    assert found.healthy
    assert journal.history("x").events[0].body in ({}, {"grade": 3, "due": 740009})


def test_a_damaged_page_is_a_complaint_and_the_file_is_left_alone(tmp_path):
    """Garbage over the pages behind the first two."""
    with opened(tmp_path) as journal:
        for number in range(60):
            journal.record(answer(f"c{number}"), TODAY)
        path = journal.path
    content = bytearray(path.read_bytes())
    content[8192:40_000] = b"\xa5" * (40_000 - 8192)
    path.write_bytes(content)
    with opened(tmp_path) as journal:
        found = examine(journal, NOW)
        assert found.complaints
        assert not found.healthy
        with pytest.raises(TutorError) as refusal:
            rebuild(journal)
        assert refusal.value.key == "store.damaged"
    assert path.read_bytes() == bytes(content)


def test_a_failing_integrity_check_is_a_complaint(tmp_path):
    class Broken:
        """A connection that cannot even be asked."""

        def execute(self, _):
            import sqlite3

            raise sqlite3.DatabaseError("database disk image is malformed")

    with opened(tmp_path) as journal:
        sound, journal.connection = journal.connection, Broken()
        assert examine(journal, NOW) == Findings(complaints=("database disk image is malformed",))
        journal.connection = sound


def test_states_agree_only_when_both_are_unknown_or_both_known(journal):
    kept = states.read(journal.connection, "a")
    assert agrees(NOTHING_KEPT, Kept())
    assert not agrees(kept, NOTHING_KEPT)
    assert not agrees(NOTHING_KEPT, kept)
    assert agrees(kept, kept)


def test_a_rebuild_that_fails_leaves_the_cache(journal, monkeypatch):
    before = dict(states.read_all(journal.connection))
    monkeypatch.setattr(states, "write_many", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        rebuild(journal)
    assert dict(states.read_all(journal.connection)) == before


def test_seeded_cards_and_undos_of_absorbed_events_are_folded_too(journal):
    theirs = [
        Event(f"{n:032x}", "phone", NOW + n, TODAY + n, "seeded", "e", {"stability": n, "difficulty": 3})
        for n in (800, 801)
    ]
    journal.absorb([*theirs, Event("9" * 32, "phone", NOW, TODAY, "undone", "e", {"event": theirs[1].id})])
    assert journal.state("e").memory.stability == 800
    assert examine(journal, NOW + DAY).healthy
