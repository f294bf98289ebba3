"""Counts for the prompt, and the projection of unseen cards that they share with sessions."""

from __future__ import annotations

import sqlite3
import subprocess
import sys

import pytest

from tests.store.stock import DAY, fresh, opened_journal, opened_world, seed
from tutor.errors import TutorError
from tutor.events import Fact
from tutor.store import counts
from tutor.store.library import Library
from tutor.store.waiting import Waiting


@pytest.fixture
def world(tmp_path):
    with opened_world(tmp_path) as world:
        yield world


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


def test_a_disk_that_fills_up_is_told_as_that(world, monkeypatch):
    """SQLite ends the transaction by itself then."""

    def filling(connection):
        connection.execute("ROLLBACK")
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(counts, "_fill", filling)
    world.library.connection.execute("DELETE FROM meta WHERE name = 'seen'")
    with pytest.raises(TutorError) as refusal:
        world.waiting.counts(DAY, 60, 8)
    assert refusal.value.facts["detail"] == "database or disk is full"


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


def test_counting_imports_nothing_but_sqlite():
    program = (
        "import sys, sqlite3; before = set(sys.modules); import tutor.store.counts;"
        "print(sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "['__future__', 'tutor', 'tutor.store', 'tutor.store.counts']\n"
