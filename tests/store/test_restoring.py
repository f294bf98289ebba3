"""Restoring: all of a backup or nothing of it, and nothing that was learned is lost on the way."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from itertools import count
from random import Random

import pytest

from tests.store.homes import ROOT, TODAY, Clock, answer, numbered, opened
from tests.store.restorer import NOW, killed, live, parts, restored
from tutor.errors import TutorError
from tutor.store import backups, laying_out, light, restoring
from tutor.store.backup_reading import unpack, verified
from tutor.store.database import transaction
from tutor.store.doctor import examine

LEAST, MOST = 8, 80  # kills; enough when two came after the decision


@pytest.fixture
def two(tmp_path):
    """Make a home as it was (ten answers), its backup, and the home as it is (twenty-five answers, other files)."""
    home = live(tmp_path, 10, settings="new_per_day = 1\n", deck="old")
    kept = backups.make(home, NOW - 10**12, "auto", "0.3.0")
    before = parts(home)
    live(tmp_path, 15, 10, "new_per_day = 2\n", "new", prefix=2)
    return home, kept.path, before, parts(home)


def test_a_restored_home_is_as_it_was_and_what_it_replaces_is_kept(two):
    home, backup, before, after = two
    done = restored(home, backup)
    assert parts(home) == before != after
    assert done.kept.why == "restore"
    assert restored(home, done.kept.path).kept
    assert parts(home) == after
    assert [one.why for one in backups.found(home)].count("restore") == 2
    assert not list(home.glob("*restoring*")) + list(home.glob(".restoring*"))


def test_what_would_change_is_told_and_telling_changes_nothing(two):
    home, backup, _, after = two
    laid = laying_out.lay_out(backup, home, "a" * 32, NOW)
    assert laid.counts == light.Counts(10, 10, 7, TODAY + 9)
    assert laying_out.change(home, laid) == laying_out.Change(light.Counts(25, 25, 7, TODAY + 24), 10, 10)
    laying_out.drop(laid.folder)
    assert parts(home) == after
    assert not list(home.glob(".restoring*"))


def test_a_backup_is_restored_on_another_machine_into_an_empty_home(two, tmp_path):
    _, backup, before, _ = two
    (tmp_path / "there").mkdir()
    home = tmp_path / "there" / "home"
    done = restored(home, shutil.copy(backup, tmp_path / "mail.zip"))
    assert parts(home) == before
    assert done == restoring.Done()


def test_what_is_not_in_the_backup_goes_and_is_kept(tmp_path):
    home = live(tmp_path, 3)
    bare = backups.make(home, NOW - 10**12, "auto", "0.3.0").path
    live(tmp_path, 2, 3, "theme = 'none'\n", "new", prefix=2)
    after = parts(home)
    done = restored(home, bare)
    assert parts(home)[1:] == ({}, [])
    restored(home, done.kept.path)
    assert parts(home) == after


def test_a_restored_journal_has_a_device_of_its_own_so_that_an_undo_never_mixes(two, tmp_path):
    """Here nine answers were given before the restore and one after it: only that one can be undone."""
    home, backup, _, _ = two
    with opened(tmp_path, device="") as journal:
        device = journal.device
    restored(home, backup, new_id=numbered(77))
    with opened(tmp_path, device="", clock=Clock(2 * 10**15), new_id=numbered(3)) as journal:
        assert journal.device != device
        assert journal.undo(TODAY + 60) is None
        told = journal.record(answer("c1"), TODAY + 60)
        assert journal.undo(TODAY + 60).event == told.event
        assert journal.undo(TODAY + 60) is None


def test_the_caches_are_made_anew(two):
    home, backup, _, _ = two
    for name in restoring.CACHES:
        (home / name).write_bytes(b"old")
    restored(home, backup)
    assert not any((home / name).exists() for name in restoring.CACHES)


def test_a_session_that_is_open_meanwhile_goes_on_in_the_restored_journal(two, tmp_path):
    home, backup, before, _ = two
    with opened(tmp_path, "open", Clock(3 * 10**15), numbered(9)) as session:
        assert session.state("c1").memory.reviews > 2
        restored(home, backup)
        assert session.state("c6").memory.reviews == 1
        told = session.record(answer("c6"), TODAY + 90)
        assert told.state.memory.reviews == 2
    assert parts(home)[0] == [*before[0], told.event.id]


def test_an_answer_given_between_the_question_and_the_restore_is_in_what_is_kept(two, tmp_path):
    home, backup, _, after = two
    laid = laying_out.lay_out(backup, home, "a" * 32, NOW)
    with opened(tmp_path, "other", Clock(3 * 10**15), numbered(9)) as session:
        told = session.record(answer("c6"), TODAY + 90)
    laying_out.decide(home, laid)
    kept = restoring.finish(home, NOW, numbered(5), "0.3.0").kept
    restored(home, kept.path)
    assert parts(home)[0] == [*after[0], told.event.id]


@pytest.mark.parametrize("damage", ["middle", "header", "newer", "foreign", "empty of tables"])
def test_a_journal_that_cannot_be_read_is_set_aside_and_a_backup_takes_its_place(two, tmp_path, damage):
    home, backup, before, _ = two
    path = home / "journal.sqlite3"
    data = bytearray(path.read_bytes())
    match damage:
        case "middle":
            data[4096:] = b"\xa5" * (len(data) - 4096)
        case "header":
            data[:100] = bytes(100)
        case "newer":
            data[60:64] = (99).to_bytes(4)
        case "foreign":
            data[68:72] = b"abcd"
        case _:
            with closing(sqlite3.connect(path)) as connection:
                connection.execute("DROP TABLE events")
                connection.execute("VACUUM")
            data = bytearray(path.read_bytes())
    path.write_bytes(data)
    laid = laying_out.lay_out(backup, home, "b" * 32, NOW)
    assert laying_out.change(home, laid).unusable
    laying_out.decide(home, laid)
    done = restoring.finish(home, NOW, numbered(5), "0.3.0")
    assert parts(home) == before
    assert (done.aside / "journal.sqlite3").read_bytes() == bytes(data)


def test_a_copy_of_a_journal_restores_its_answers_alone(two, tmp_path):
    home, _, _, after = two
    (tmp_path / "copy").mkdir()
    live(tmp_path / "copy", 4)
    copy = tmp_path / "copy" / "home" / "journal.sqlite3"
    untouched = {path.name: path.read_bytes() for path in copy.parent.iterdir()}
    restored(home, copy)
    ids, *others = parts(home)
    assert len(ids) == 4
    assert tuple(others) == after[1:]
    assert {path.name: path.read_bytes() for path in copy.parent.iterdir()} == untouched


def test_what_only_looks_like_a_journal_is_refused(two, tmp_path):
    """A view in the place of the events could compute for ever."""
    home, _, _, after = two
    path = tmp_path / "fake.sqlite3"
    with opened(tmp_path / "fake") as journal:
        journal.connection.execute("VACUUM INTO ?", (str(path),))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DROP TABLE events")
        connection.execute(
            "CREATE VIEW events AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT x AS id FROM n"
        )
    for source in (path, tmp_path / "not there", ROOT / "pyproject.toml", tmp_path):
        with pytest.raises(TutorError) as caught:
            restored(home, source)
        assert caught.value.key in ("backup.foreign", "backup.no_file")
    assert parts(home) == after


def test_rows_that_no_journal_has_are_left_out(two, tmp_path):
    home, _, _, _ = two
    with opened(tmp_path) as journal, transaction(journal.connection):
        for row in (("a" * 32, "d", 5, "today"), ("b" * 32, "d", 5, 10**9), ("c" * 100, "d", 5, 5), (b"d", "d", 5, 5)):
            journal.connection.execute(
                "INSERT INTO events (id, device, instant, day, kind, card, body) VALUES (?,?,?,?,'step','x','{}')", row
            )
    backup = backups.make(home, NOW, "auto", "0.3.0").path
    laid = laying_out.lay_out(backup, home, "a" * 32, NOW)
    assert (laid.counts.events, laid.odd) == (29, 4)
    laying_out.decide(home, laid)
    restoring.finish(home, NOW, numbered(8), "0.3.0")
    assert len(parts(home)[0]) == 25


def test_when_the_disk_is_full_nothing_changed_and_nothing_is_decided(two, monkeypatch):
    home, backup, _, after = two

    def full(*_):
        raise TutorError("store.full", path=home)

    monkeypatch.setattr(backups, "make", full)
    with pytest.raises(TutorError, match=r"store\.full"):
        restored(home, backup)
    assert parts(home) == after
    assert not list(home.glob("*restoring*")) + list(home.glob(".restoring*"))


def test_a_second_restore_waits_for_the_first(two):
    home, backup, _, _ = two
    first, second = (laying_out.lay_out(backup, home, letter * 32, NOW) for letter in "ab")
    laying_out.decide(home, first)
    with pytest.raises(TutorError, match=r"backup\.under_way"):
        laying_out.decide(home, second)


def test_what_killed_processes_laid_out_is_swept_after_a_day(two):
    home, backup, _, _ = two
    left = home / ".restoring-old"
    left.mkdir()
    for seconds, stays in ((86_399, True), (86_401, False)):
        os.utime(left, (NOW / 10**6 - seconds,) * 2)
        laying_out.drop(laying_out.lay_out(backup, home, "a" * 32, NOW).folder)
        assert left.exists() is stays


def test_after_kill_9_a_home_is_one_of_the_two_never_a_mixture(two, tmp_path):
    home, backup, before, after = two
    other = shutil.copy(backups.make(home, NOW, "auto", "0.3.0").path, tmp_path / "after.zip")
    chance, finished = Random(5), 0
    for kill in count():
        if (kill >= LEAST and finished >= 2) or kill == MOST:
            break
        killed(home, chance.uniform(0, 0.12), backup, other)
        decided = (home / laying_out.FOLDER).exists()
        finished += decided
        if decided:
            restoring.finish(home, NOW, numbered(chance.randrange(1 << 40)), "0.3.0")
        assert parts(home) in (before, after)
        for one in backups.found(home):
            verified(one.path)
    assert finished >= 2  # some were killed after the decision


def test_no_answer_of_another_session_is_lost_while_a_home_is_restored_again_and_again(two):
    """What the other session told is in the journal, or in a backup made before a restore."""
    home, backup, _, _ = two
    words = [
        sys.executable,
        "-m",
        "tests.store.writer",
        str(home.parent),
        str(TODAY + 50),
        *(f"w{n}" for n in range(9)),
    ]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        told = [process.stdout.readline().split()[0]]
        for second in range(6):
            restored(home, backup, NOW + second * 10**6)
            told.append(process.stdout.readline().split()[0])
        process.kill()
        told += [line.split()[0] for line in process.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    with opened(home.parent, device="") as journal:
        kept = {row[0] for row in journal.connection.execute("SELECT id FROM events")}
        assert examine(journal, 10**18).healthy
    for number, one in enumerate(backups.found(home)):
        place = home / f"look-{number}"
        place.mkdir()
        unpack(one.path, place)
        kept |= {event.id for event in light.events(place / "events.sqlite3")}
    assert len(told) > 7
    assert set(told) <= kept


def test_after_kill_9_every_backup_that_has_its_name_is_whole(two):
    home, _, _, after = two
    for delay in (0.0, 0.01, 0.02, 0.05):
        killed(home, delay)
        assert parts(home) == after
        for one in backups.found(home):
            verified(one.path)


def test_what_sqlite_says_of_a_damaged_file_is_told_without_what_a_terminal_would_obey(two, tmp_path):
    """The definition of a table holds an escape code, which SQLite quotes."""
    home, *_ = two
    source = tmp_path / "bare.sqlite3"
    with opened(tmp_path) as journal:
        journal.connection.execute("VACUUM INTO ?", (str(source),))
    source.write_bytes(source.read_bytes().replace(b"CREATE TABLE events", b"CREATE TABLE \x1b[2Jts"))
    with pytest.raises(TutorError) as caught:
        restored(home, source)
    assert caught.value.key == "backup.damaged"
    assert str(caught.value.facts["what"]).isprintable()
