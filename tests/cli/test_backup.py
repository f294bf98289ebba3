"""`tutor backup` and `tutor restore`: the words of a learner, what they get, and what never gets lost."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
import zipfile
from contextlib import closing

import pytest

from tutor.cli import afterwards, environment
from tutor.cli.desk import JOURNAL, LIBRARY, NOTES
from tutor.store import backup_file, backups, decks, history, laying_out, light, restoring
from tutor.store.restoring import CACHES
from tutor.text.words import say

SOME = "\n3\n" * 3


def names(tutor):
    return sorted(path.name for path in (tutor.home / "backups").iterdir())


def answers(tutor):
    with closing(sqlite3.connect(tutor.home / JOURNAL)) as journal:
        return journal.execute(f"SELECT count(*) FROM events WHERE kind IN ({light.KINDS})").fetchone()[0]


@pytest.fixture
def studied(tutor):
    """Study on two days, an automatic backup after each."""
    for day in ("20", "21"):
        tutor.now = f"2026-11-{day}T08:00+08:00"
        assert tutor("--plain", "review", stdin=SOME + "q\n").code == 0
    return tutor


def test_the_names_of_files_are_the_same_everywhere():
    assert (backup_file.JOURNAL, backup_file.NOTES) == (JOURNAL, NOTES)
    assert LIBRARY in CACHES
    assert environment.RESTORING == laying_out.FOLDER


def test_a_session_ends_with_a_backup_at_most_every_half_hour(tutor):
    assert tutor("--plain").code == tutor("cards").code == 0
    assert not (tutor.home / "backups").exists()  # nothing was learned
    tutor("--plain", "review", stdin="\n3\nq\n")
    assert names(tutor) == ["2026-11-20T000000Z-auto.zip"]
    tutor.now = "2026-11-20T08:29+08:00"
    tutor("undo")
    assert len(names(tutor)) == 1
    tutor.now = "2026-11-20T08:31+08:00"
    tutor("redo")
    assert names(tutor)[-1] == "2026-11-20T003100Z-auto.zip"
    assert len(names(tutor)) == 1  # of one day the newest


def test_a_backup_that_fails_is_one_line_and_the_answers_stand(tutor):
    tutor.home.mkdir()
    (tutor.home / "backups").write_text("in the way", "utf-8")
    done = tutor("--plain", "review", stdin="\n3\nq\n")
    assert done.code == 0
    assert len(done.err.splitlines()) == 1
    assert done.err.startswith("No automatic backup this time")
    assert answers(tutor) == 1


def test_what_the_system_says_of_a_backup_is_said_in_words(tutor, monkeypatch):
    def full(*_args):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(backups, "make", full)
    done = tutor("--plain", "review", stdin="\n3\nq\n")
    assert (done.code, done.err) == (0, "No automatic backup this time: the disk is full\n")


def test_an_interrupt_at_the_end_leaves_the_backup_undone(tutor, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(backups, "make", interrupted)
    assert tutor("--plain", "review", stdin="\n3\nq\n").code == 0
    assert not afterwards._LATER


def test_the_list_tells_what_is_in_each_backup(studied):
    done = studied("restore", "--json")
    first, second = done.json["backups"]
    assert (first["number"], first["why"], first["sound"], first["answers"]) == (1, "auto", True, answers(studied))
    assert (second["last_day"], second["made"]) == ("2026-11-20", "2026-11-20T00:00:00+00:00")
    (studied.home / "backups" / "2026-11-20T000000Z-auto.zip").write_bytes(b"PK\x03\x04")
    broken = studied("restore", "--json").json["backups"][1]
    assert not broken["sound"]
    assert "damaged" in broken["problem"]
    assert "automatic: 1 KB, damaged" in studied("restore", "--plain").out
    assert "损坏" in studied("--lang", "zh", "restore", "--plain").out


def test_a_restore_asks_and_tells_what_would_change(studied):
    now, then = answers(studied), 2
    done = studied("restore", "2", stdin="n\n")
    assert done.code == 1
    assert done.out.splitlines()[:3] == [
        f"Now: {now} answers, 3 cards, last studied 2026-11-21",
        f"Backup: {then} answers, 2 cards, last studied 2026-11-20",
        f"{now - then} answers you have now are not in the backup and would go (a backup made first keeps them).",
    ]
    assert done.out.rstrip().endswith("Not restored; nothing was changed.")
    assert studied("restore", "2").code == 1  # the end of input is no yes
    assert answers(studied) == now
    assert not list(studied.home.glob(".restoring*"))
    done = studied("restore", "2", stdin="y\n")
    assert done.code == 0
    assert answers(studied) == then
    kept = studied("restore", "--json").json["backups"][0]
    assert (kept["why"], kept["answers"]) == ("restore", now)
    done = studied("restore", "1", "--yes", "--json").json
    assert done["restored"]["answers"] == now == answers(studied)
    assert studied("doctor").code == 0
    assert studied("due").code == 0


def test_a_backup_goes_to_another_machine_and_back(studied, tmp_path):
    (studied.home / "config.toml").write_text("new_per_day = 3\n", "utf-8")
    file = tmp_path / "我的学习.zip"
    done = studied("backup", str(file))
    assert done.out.splitlines() == [
        f"Backed up to {file} ({done.out.split('(')[1].split(')')[0]}): {answers(studied)} answers, 3 cards.",
        "Also in it: settings.",
    ]
    assert studied("backup", str(file)).code == 2
    assert studied("backup", str(file), "--force", "--json").json["answers"] == answers(studied)
    here, studied.home = studied.home, tmp_path / "there"
    assert studied("restore", str(file), "--yes").code == 0
    assert (studied.home / "config.toml").read_text("utf-8") == "new_per_day = 3\n"
    assert studied("undo").out == "nothing left to undo\n"  # another device did those
    studied.now = "2026-11-22T08:00+08:00"
    studied("--plain", "review", stdin="\n3\n\n3\nq\n")
    there, studied.home = studied.home, here
    done = studied("restore", "--merge", str(there / JOURNAL), "--json").json
    assert (done["answers"], done["left_out"]) == (2, 0)
    again = studied("restore", "--merge", str(there / JOURNAL))
    assert again.out == f"Nothing new: everything in {there / JOURNAL} is here already.\n"
    assert studied("doctor").code == 0


def test_a_merge_brings_decks_and_keeps_the_newer_one(studied, tmp_path):
    head = '{{"deck":"a","title":"{}","source":"csv","tags":[],"related":[],"created":""}}\n'
    folder = studied.home / decks.FOLDER
    folder.mkdir()
    (folder / "a.jsonl").write_text(head.format("old"), "utf-8")
    old, new = tmp_path / "old.zip", tmp_path / "new.zip"
    studied("backup", str(old))
    later = folder / "a.jsonl"
    later.write_text(head.format("new"), "utf-8")
    import os

    os.utime(later, ns=(later.stat().st_mtime_ns + 10**10,) * 2)
    studied("backup", str(new))
    assert studied("restore", "--merge", str(old), "--json").json["decks"] == {"added": [], "updated": []}
    assert "new" in later.read_text("utf-8")
    studied.home = tmp_path / "there"
    assert studied("restore", "--merge", str(old), "--json").json["decks"] == {"added": ["a"], "updated": []}
    assert studied("restore", "--merge", str(new), "--json").json["decks"] == {"added": [], "updated": ["a"]}
    assert "new" in (studied.home / decks.FOLDER / "a.jsonl").read_text("utf-8")


def test_an_export_of_everything_is_merged_too(studied, tmp_path):
    """Answers, and a deck that is not here; an export that was cut off changes nothing."""
    from tutor.exchange.whole import written
    from tutor.syllabus.deck import Deck

    with closing(sqlite3.connect(studied.home / JOURNAL)) as journal:
        events = [history.from_row(row) for row in journal.execute(f"SELECT {history.COLUMNS} FROM events")]
    file = tmp_path / "everything.json"
    text = "".join(written({}, [Deck("mine", "我的", "csv")], [], [], events))
    studied.home = tmp_path / "there"
    file.write_text(text[:-30], "utf-8")
    assert studied("restore", "--merge", str(file)).code == 1
    assert not (studied.home / decks.FOLDER).exists()
    file.write_text(text, "utf-8")
    done = studied("restore", "--merge", str(file), "--json").json
    assert (done["events"], done["decks"]) == (len(events), {"added": ["mine"], "updated": []})
    assert studied("restore", "--merge", str(file)).out == f"Nothing new: everything in {file} is here already.\n"
    assert studied("doctor").code == 0


def test_without_a_file_a_backup_lies_beside_the_automatic_ones_and_stays(studied):
    done = studied("backup")
    assert done.code == 0
    assert names(studied)[-1] == "2026-11-21T000000Z-manual.zip"


def test_into_a_folder_a_backup_goes_under_its_day(studied, tmp_path):
    (tmp_path / "usb").mkdir()
    assert studied("backup", str(tmp_path / "usb")).code == 0
    assert [path.name for path in (tmp_path / "usb").iterdir()] == ["tutor-2026-11-21.zip"]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("backup",), 1, "There is nothing to back up: nothing has been learned in"),
        (("restore",), 0, "There is no backup yet"),
        (("restore", "1"), 4, "There is no backup number 1: the list has 0 entries."),
        (("restore", "nowhere.zip"), 4, "There is no file nowhere.zip"),
        (("restore", "pyproject.toml", "--yes"), 1, "neither a tutor backup nor a tutor journal"),
        (("restore", "--merge", "pyproject.toml"), 1, "neither a tutor backup nor a tutor journal"),
        (("restore", "tests"), 4, "There is no file tests"),
        (("restore", "1", "--merge", "2"), 2, "Either restore or merge"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(tutor, words, code, told):
    done = tutor(*words)
    assert done.code == code
    assert told in done.out + done.err
    assert not (tutor.home / JOURNAL).exists()


def test_a_place_that_cannot_be_written_is_named(studied):
    done = studied("backup", "no/such/folder/x.zip")
    assert (done.code, done.out) == (1, "")
    assert done.err == say("backup.unwritable", "en", file="no/such/folder/x.zip", why="no such file or folder") + "\n"


def test_a_damaged_journal_is_named_and_a_backup_takes_its_place(studied):
    path = studied.home / JOURNAL
    path.write_bytes(b"\0" * 100 + path.read_bytes()[100:])
    said = studied("doctor")
    assert said.code == 1
    assert "tutor restore" in said.out
    assert studied("review", "--plain").code == 1
    assert len(studied("restore", "--json").json["backups"]) == 2
    done = studied("restore", "1", stdin="y\n")
    assert done.out.startswith("Now: the journal cannot be read.")
    assert "The old journal that could not be read is kept in" in done.out
    assert studied("doctor").code == 0
    assert studied("review", "--plain", stdin="q\n").code == 0


def test_a_restore_that_was_killed_is_finished_by_the_next_command(studied):
    backup = backups.found(studied.home)[1].path
    laying_out.decide(studied.home, laying_out.lay_out(backup, studied.home, "a" * 32, 0))
    done = studied("cards", "--json")
    assert done.json["cards"]
    assert done.err == "The interrupted restore is now finished.\n"
    assert answers(studied) == 2
    assert studied("cards").err == ""


def test_a_restore_that_cannot_be_finished_says_why_and_nothing_changed(studied, monkeypatch):
    backup, now = backups.found(studied.home)[1].path, answers(studied)
    laying_out.decide(studied.home, laying_out.lay_out(backup, studied.home, "a" * 32, 0))

    def full(home, *_):
        from tutor.errors import TutorError

        raise TutorError("store.full", path=home)

    monkeypatch.setattr(restoring.backups, "make", full)
    done = studied("cards")
    assert done.code == 1
    assert "disk is full" in done.err
    assert answers(studied) == now
    assert studied("cards").code == 0


def test_an_old_journal_is_backed_up_before_it_is_brought_up_to_date(studied):
    """A journal of version 1 has no ledger."""
    shutil.rmtree(studied.home / "backups")
    with closing(sqlite3.connect(studied.home / JOURNAL)) as journal:
        journal.execute("DROP TABLE ledger")
        journal.execute("DELETE FROM meta WHERE name = 'ledger'")
        journal.execute("PRAGMA user_version = 1")
        journal.commit()
    assert studied("doctor").code == 0
    assert [name.split("-")[-1] for name in names(studied)] == ["migration.zip"]
    assert studied("doctor").code == 0
    assert len(names(studied)) == 1


def test_the_doctor_backs_up_before_it_rebuilds_what_differs(studied):
    shutil.rmtree(studied.home / "backups")
    assert studied("doctor", "--rebuild").code == 0
    assert not (studied.home / "backups").exists()
    with closing(sqlite3.connect(studied.home / JOURNAL)) as journal:
        journal.execute("UPDATE card_states SET due = due + 5")
        journal.commit()
    assert studied("doctor").code == 1
    assert studied("doctor", "--rebuild").code == 0
    assert [name.split("-")[-1] for name in names(studied)] == ["rebuild.zip"]


def test_everything_is_said_in_chinese(studied, tmp_path):
    studied.lang = "zh"
    assert studied("backup", str(tmp_path / "b.zip")).out.startswith("已备份到 ")
    done = studied("restore", "2", stdin="是\n")
    assert "恢复吗？[y/N]" in done.out
    assert "已恢复：2 次作答，2 张卡片。" in done.out
    assert studied("restore", "--merge", str(tmp_path / "b.zip")).out.startswith("合并了 ")


def test_what_a_json_of_a_backup_says(studied, tmp_path):
    done = studied("backup", str(tmp_path / "b.zip"), "--json").json
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        listed = json.loads(archive.read("manifest.json"))
    assert done["files"] == [one["name"] for one in listed["files"]] == ["events.sqlite3"]
    assert done["made"] == "2026-11-21T00:00:00+00:00"
    assert done["last_day"] == "2026-11-21"
