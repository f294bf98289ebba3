"""Opening a database: durable, migrated whole or not at all, and refused untouched when it is not ours."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.homes import ROOT, TODAY, answer, opened
from tutor.errors import TutorError
from tutor.store.database import connect, refusals, snapshot, transaction
from tutor.store.schema import APPLICATION, MIGRATIONS
from tutor.text.words import say, sentences


def first(connection):
    connection.execute("CREATE TABLE one (x)")


def second(connection):
    connection.execute("CREATE TABLE two (x)")


def failing(connection):
    connection.execute("CREATE TABLE half (x)")
    raise RuntimeError


def tables(path):
    with sqlite3.connect(path) as connection:
        names = sorted(name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'"))
    connection.close()
    return names


def pragma(connection, name):
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def refused(key, path, migrations=(first,)):
    with pytest.raises(TutorError) as refusal:
        connect(path, 7, migrations)
    assert refusal.value.key == key
    for language in ("zh", "en"):
        assert str(refusal.value.facts["path"]) in say(key, language, **refusal.value.facts)


def test_a_new_file_is_created_with_its_folders(tmp_path):
    path = tmp_path / "a" / "b" / "c.sqlite3"
    connection = connect(path, 7, (first, second))
    assert (pragma(connection, "application_id"), pragma(connection, "user_version")) == (7, 2)
    connection.close()
    assert tables(path) == ["one", "two"]


def test_a_commit_is_on_disk_before_it_returns(tmp_path):
    """WAL and synchronous=FULL (2)."""
    connection = connect(tmp_path / "c", 7, (first,))
    assert (pragma(connection, "journal_mode"), pragma(connection, "synchronous")) == ("wal", 2)
    assert (pragma(connection, "foreign_keys"), pragma(connection, "recursive_triggers")) == (1, 1)
    assert pragma(connection, "busy_timeout") == 10_000
    connection.close()


def test_only_missing_migrations_run(tmp_path):
    connect(tmp_path / "c", 7, (first,)).close()
    connection = connect(tmp_path / "c", 7, (failing, second))
    assert pragma(connection, "user_version") == 2
    connection.close()
    assert tables(tmp_path / "c") == ["one", "two"]


def test_a_migration_that_fails_leaves_nothing_behind(tmp_path):
    connect(tmp_path / "c", 7, (first,)).close()
    with pytest.raises(RuntimeError):
        connect(tmp_path / "c", 7, (first, second, failing))
    assert tables(tmp_path / "c") == ["one"]
    connect(tmp_path / "c", 7, (first, second)).close()


def test_a_newer_version_is_refused_and_left_untouched(tmp_path):
    path = tmp_path / "c"
    connect(path, 7, (first, second)).close()
    before = path.read_bytes()
    refused("store.newer", path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"not a database, just a text that is long enough\n" * 100, b"SQLite format 3\0" + b"\xff" * 4096]
)
def test_a_damaged_file_is_refused_and_left_untouched(tmp_path, content):
    path = tmp_path / "c"
    path.write_bytes(content)
    refused("store.damaged", path)
    assert path.read_bytes() == content
    assert [one.name for one in tmp_path.iterdir()] == ["c"]


@pytest.mark.parametrize("make", ["CREATE TABLE theirs (x)", "PRAGMA application_id = 99", "PRAGMA user_version = 3"])
def test_a_database_of_another_program_is_refused_and_left_untouched(tmp_path, make):
    path = tmp_path / "c"
    with sqlite3.connect(path) as other:
        other.execute(make)
    other.close()
    before = path.read_bytes()
    refused("store.foreign", path)
    assert path.read_bytes() == before


def test_an_empty_file_is_a_new_database(tmp_path):
    (tmp_path / "c").touch()
    connect(tmp_path / "c", 7, (first,)).close()
    assert tables(tmp_path / "c") == ["one"]


def test_a_home_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "home").write_text("a file")
    refused("store.home_is_file", tmp_path / "home" / "journal.sqlite3")
    refused("store.home_is_file", tmp_path / "home" / "deeper" / "journal.sqlite3")


def test_a_folder_in_place_of_the_file_is_refused(tmp_path):
    (tmp_path / "c").mkdir()
    refused("store.unwritable", tmp_path / "c")


def test_a_home_that_cannot_be_made_is_refused():
    """/proc takes no folders, whoever asks."""
    refused("store.unwritable", Path("/proc/tutor/journal.sqlite3"))


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.ENOSPC, "store.full"),
        (errno.EDQUOT, "store.full"),
        (errno.EFBIG, "store.full"),
        (errno.EROFS, "store.unwritable"),
        (errno.EACCES, "store.unwritable"),
        (errno.ENOTDIR, "store.home_is_file"),
    ],
)
def test_what_the_file_system_refuses_becomes_a_sentence(tmp_path, number, key):
    with pytest.raises(TutorError) as refusal, refusals(tmp_path / "c"):
        raise OSError(number, os.strerror(number))
    assert refusal.value.key == key


def test_a_read_only_file_is_refused_with_a_sentence(tmp_path):
    """What SQLite says when the disk is mounted read-only."""
    with opened(tmp_path) as journal:
        journal.connection.execute("PRAGMA query_only = ON")
        with pytest.raises(TutorError) as refusal:
            journal.record(answer(), TODAY)
        assert refusal.value.key == "store.unwritable"
        journal.connection.execute("PRAGMA query_only = OFF")
        assert journal.record(answer(), TODAY).rated


def test_an_error_without_a_code_of_its_own_is_told_as_it_is(tmp_path):
    with pytest.raises(TutorError) as refusal, refusals(tmp_path / "c"):
        sqlite3.connect(":memory:").execute("SELECT * FROM nowhere")
    assert refusal.value.key == "store.failed"
    assert "nowhere" in say("store.failed", "en", **refusal.value.facts)


def test_a_transaction_that_fails_leaves_nothing_and_frees_the_file(tmp_path):
    connection = connect(tmp_path / "c", 7, (first,))
    with pytest.raises(sqlite3.OperationalError), transaction(connection):  # noqa: PT012
        connection.execute("INSERT INTO one VALUES (1)")
        connection.execute("SELECT * FROM nowhere")
    assert not connection.in_transaction
    assert connection.execute("SELECT count(*) FROM one").fetchone() == (0,)
    connection.close()


def test_a_full_disk_says_so_and_half_writes_nothing(tmp_path):
    """The file may grow by four pages only; then the limit goes and all works again."""
    with opened(tmp_path) as journal:
        journal.record(answer("before"), TODAY)
        journal.connection.execute(f"PRAGMA max_page_count = {pragma(journal.connection, 'page_count') + 4}")
        with pytest.raises(TutorError) as refusal:  # noqa: PT012
            for number in range(999):
                journal.record(answer(f"c{number}", padding="x" * 900), TODAY)
        assert refusal.value.key == "store.full"
        assert journal.state(f"c{number}").memory != journal.state("before").memory
        assert journal.history(f"c{number}").events == ()
        journal.connection.execute("PRAGMA max_page_count = 1000000")
        assert journal.record(answer(f"c{number}"), TODAY).rated
        (events,) = journal.connection.execute("SELECT count(*) FROM events").fetchone()
        assert events == number + 2


def test_what_went_wrong_is_told_where_sqlite_has_ended_the_transaction(tmp_path):
    """As it does when the disk is full: then there is nothing left to roll back."""
    with opened(tmp_path) as journal:
        run = journal.connection
        for block in (snapshot, transaction):
            with pytest.raises(sqlite3.OperationalError, match="disk is full"), block(run):  # noqa: PT012
                run.execute("ROLLBACK")
                raise sqlite3.OperationalError("database or disk is full")
            assert not run.in_transaction


LIMITED = """
import resource, signal, sys
from pathlib import Path
from tests.store.homes import ROOT, TODAY, answer, opened
from tutor.errors import TutorError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
journal = opened(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
done = 0
try:
    while done < 2000:
        journal.record(answer(f"c{done}"), TODAY)
        done += 1
except TutorError as refusal:
    print(refusal.key, done)
"""


def test_a_limit_on_the_size_of_files_says_so_and_keeps_every_answer(tmp_path):
    """A real process whose files may not grow beyond 300 kB."""
    ran = subprocess.run(
        [sys.executable, "-c", LIMITED, tmp_path], capture_output=True, text=True, check=True, cwd=ROOT
    )
    key, done = ran.stdout.split()
    assert key == "store.full"
    assert int(done) > 5
    with opened(tmp_path) as journal:
        assert journal.connection.execute("SELECT count(*) FROM events").fetchone() == (int(done),)
        assert journal.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_database_held_by_another_program_is_busy(tmp_path):
    with opened(tmp_path) as journal, opened(tmp_path) as other:
        journal.connection.execute("PRAGMA busy_timeout = 1")
        other.connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(TutorError) as refusal:
            journal.record(answer(), TODAY)
        assert refusal.value.key == "store.busy"
        other.connection.execute("ROLLBACK")
        assert journal.record(answer(), TODAY).rated


OPENING = (
    "import sys; from pathlib import Path; from tests.store.homes import opened; print(opened(Path(sys.argv[1])).id)"
)


def test_processes_that_create_the_journal_at_once_get_the_same_journal(tmp_path):
    ran = [
        subprocess.Popen(
            [sys.executable, "-c", OPENING, tmp_path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(6)
    ]
    told = [process.communicate() for process in ran]
    assert {error for _, error in told} == {""}
    assert len({name for name, _ in told}) == 1


def test_the_journal_is_at_its_newest_version(tmp_path):
    with opened(tmp_path) as journal:
        assert pragma(journal.connection, "application_id") == APPLICATION
        assert pragma(journal.connection, "user_version") == len(MIGRATIONS)


def test_every_sentence_of_the_store_exists_in_both_languages():
    zh, en = sentences("store", "zh"), sentences("store", "en")
    assert zh.keys() == en.keys()
    facts = {"path": "P", "detail": "D", "version": 3, "known": 2}
    assert all("P" in say(key, language, **facts) for key in zh for language in ("zh", "en"))


def test_a_grown_log_holds_no_trace_and_keeps_what_is_recorded(tmp_path):
    from tests.store.homes import TODAY, answer, opened

    with opened(tmp_path) as journal:
        journal.make_ready()
        log = tmp_path / "home" / "journal.sqlite3-wal"
        grown = log.stat().st_size
        assert grown > 400_000
        for number in range(5):
            journal.record(answer(f"c{number}"), TODAY)
        assert log.stat().st_size == grown
        tables = {name for (name,) in journal.connection.execute("SELECT name FROM sqlite_master")}
        assert "spilled" not in tables
    with opened(tmp_path) as journal:
        assert journal.states([f"c{number}" for number in range(5)]).keys() == {f"c{number}" for number in range(5)}
