"""Backups: what is in them, that they are whole, when they are made and which go."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing

import pytest

from tests.exchange.mutate import faults
from tests.store.homes import TODAY, answer, opened
from tests.store.restorer import used
from tutor.errors import TutorError
from tutor.events import Fact
from tutor.store import backup_file, backup_reading, backups, light
from tutor.store.backup_reading import unpack, verified
from tutor.text.words import say

NOW = 1_795_000_000_000_000  # 2026-11-18
MINUTE = 60_000_000


@pytest.fixture
def home(tmp_path):
    """Make a home with five answers, settings, two decks and a register of notes."""
    with opened(tmp_path) as journal:
        for day in range(5):
            journal.record(answer(f"c{day % 3}", typed="σ′ 中文"), TODAY + day)
        journal.record(Fact("step", "lesson:relu", {"at": 2, "of": 5, "done": False}), TODAY)
    home = tmp_path / "home"
    (home / "config.toml").write_text("new_per_day = 3  # 少一点\n", "utf-8")
    (home / "decks").mkdir()
    for name in ("anki-1", "beyond"):
        (home / "decks" / f"{name}.jsonl").write_text(f'{{"deck": "{name}"}}\n', "utf-8")
    with closing(sqlite3.connect(home / "notes.sqlite3")) as notes:
        notes.execute("PRAGMA journal_mode = WAL")
        notes.execute("CREATE TABLE notes (path TEXT)")
        notes.execute("INSERT INTO notes VALUES ('/深度学习/relu.md')")
        notes.commit()
    return home


def made(home, now=NOW, why="auto"):
    return backups.make(home, now, why, "0.3.0")


def test_a_backup_holds_everything_that_cannot_be_made_again(home, tmp_path):
    done = made(home)
    assert done.path.name == "2026-11-18T110640Z-auto.zip"
    manifest = verified(done.path)
    assert (manifest.made, manifest.why, manifest.program) == (NOW, "auto", "0.3.0")
    assert manifest.counts == light.Counts(events=6, answers=5, cards=3, last_day=TODAY + 4)
    names = [member.name for member in manifest.files]
    assert names == ["events.sqlite3", "config.toml", "notes.sqlite3", "decks/anki-1.jsonl", "decks/beyond.jsonl"]
    (tmp_path / "out").mkdir()
    assert unpack(done.path, tmp_path / "out") == manifest
    assert (tmp_path / "out" / "config.toml").read_bytes() == (home / "config.toml").read_bytes()
    with closing(sqlite3.connect(tmp_path / "out" / "notes.sqlite3")) as notes:
        assert notes.execute("SELECT path FROM notes").fetchall() == [("/深度学习/relu.md",)]
    with opened(tmp_path) as journal:
        own = journal.connection.execute("SELECT id FROM events ORDER BY seq").fetchall()
    assert [(event.id,) for event in light.events(tmp_path / "out" / "events.sqlite3")] == own
    assert light.check(tmp_path / "out" / "events.sqlite3", done.path) == manifest.counts


def test_a_small_home_has_a_small_backup_and_nothing_else_is_left(home):
    done = made(home)
    assert done.path.stat().st_size < 8_000
    assert [path.name for path in done.path.parent.iterdir()] == [done.path.name]


def test_a_backup_is_taken_while_another_session_writes(home, tmp_path):
    """The other session is in the middle of a transaction: what it has not committed is not in the backup."""
    with opened(tmp_path) as other:
        other.connection.execute("BEGIN IMMEDIATE")
        other.connection.execute("INSERT INTO events VALUES (99, 'x', 'd', 1, 1, 'step', 'c', '{}')")
        manifest = verified(made(home).path)
        other.connection.execute("COMMIT")
    assert manifest.counts.events == 6
    assert verified(made(home, NOW + MINUTE).path).counts.events == 7


def test_two_backups_in_one_second_do_not_overwrite_each_other(home):
    assert [made(home, NOW + extra, "import").path.name for extra in (0, 5)] == [
        "2026-11-18T110640Z-import.zip",
        "2026-11-18T110640Z-import-2.zip",
    ]
    assert len(backups.found(home)) == 2


def test_half_an_hour_lies_between_two_automatic_backups(home):
    assert backups.is_due(home, NOW)
    made(home, NOW)
    assert not backups.is_due(home, NOW + 29 * MINUTE)
    assert backups.is_due(home, NOW + 31 * MINUTE)
    assert backups.is_due(home, NOW - 5 * MINUTE)  # the clock was ahead


def test_thinning_leaves_what_the_learner_made_and_twelve_of_those_before_a_change(home):
    folder = home / "backups"
    folder.mkdir()
    for day in range(1, 29):
        (folder / f"2026-09-{day:02d}T080000Z-manual.zip").touch()
        (folder / f"2026-09-{day:02d}T090000Z-auto.zip").touch()
        (folder / f"2026-09-{day:02d}T100000Z-import.zip").touch()
    (folder / "letter.txt").touch()
    (folder / "2026-99-01T090000Z-auto.zip").touch()
    made(home)
    names = sorted(path.name for path in folder.iterdir())
    assert sum(name.endswith("manual.zip") for name in names) == 28
    assert sum(name.endswith("import.zip") for name in names) == 12
    assert [name[:10] for name in names if name.endswith("auto.zip") and name < "2026-11"] == [
        *("2026-09-06", "2026-09-13"),  # Sundays
        *(f"2026-09-{day}" for day in range(18, 29)),
    ]
    assert {"letter.txt", "2026-99-01T090000Z-auto.zip"} <= set(names)


def test_a_home_without_a_journal_has_nothing_to_back_up(tmp_path):
    with pytest.raises(TutorError, match=r"backup\.nothing"):
        made(tmp_path)


def test_a_damaged_journal_is_not_backed_up_and_the_good_backups_stay(home):
    good = made(home).path
    path = home / "journal.sqlite3"
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(TutorError, match=r"store\.damaged"):
        made(home, NOW + 31 * MINUTE)
    assert [path.name for path in good.parent.iterdir()] == [good.name]


def test_a_folder_that_cannot_be_written_is_told(home):
    (home / "backups").write_text("in the way", "utf-8")
    with pytest.raises(TutorError, match=r"store\."):
        made(home)


def refusal(path):
    with pytest.raises(TutorError) as caught:
        verified(path)
    assert say(caught.value.key, "zh", **caught.value.facts)
    assert say(caught.value.key, "en", **caught.value.facts)
    return caught.value.key


def rewritten(path, target, change=lambda _, data: data, **more):
    """Copy an archive, changing its files; `more` are further ones."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (data := change(name, old.read(name))) is not None:
                new.writestr(name, data)
        for name, data in more.items():
            new.writestr(name, data)
    return target


def listed(data, **changes):
    return json.dumps(json.loads(data) | changes)


def test_what_a_backup_may_not_be(home, tmp_path):
    path = made(home).path
    target = tmp_path / "other.zip"

    def only(wanted, change):
        return rewritten(path, target, lambda name, data: change(data) if name == wanted else data)

    assert (
        refusal(only("config.toml", lambda _: b"new_per_day = 9  # \xe5\xb0\x91\xe4\xb8\x80\xe7\x82\xb9\n"))
        == "backup.damaged"
    )
    assert refusal(only("config.toml", lambda _: b"")) == "backup.damaged"
    assert refusal(only("config.toml", lambda _: None)) == "backup.stranger"
    assert refusal(only("manifest.json", lambda _: None)) == "backup.foreign"
    assert refusal(only("manifest.json", lambda _: b"{}")) == "backup.foreign"
    assert refusal(only("manifest.json", lambda _: b"[1]")) == "backup.foreign"
    assert refusal(only("manifest.json", lambda _: b"\xff")) == "backup.damaged"
    assert refusal(only("manifest.json", lambda data: listed(data, version=2))) == "backup.newer"
    assert refusal(only("manifest.json", lambda data: listed(data, files=[]))) == "backup.stranger"
    assert refusal(only("manifest.json", lambda data: listed(data, made=-1))) == "backup.damaged"
    assert refusal(only("manifest.json", lambda data: listed(data, counts={}))) == "backup.damaged"
    assert refusal(tmp_path / "missing.zip") == "backup.no_file"
    target.write_bytes(b"PK\x03\x04 and nothing more")
    assert refusal(target) == "backup.damaged"


@pytest.mark.parametrize(
    "name",
    [
        "../escape",
        "/etc/passwd",
        "decks/../../x.jsonl",
        "decks/.jsonl",
        "decks/a/b.jsonl",
        "C:\\x",
        "decks/a\\b.jsonl",
        "journal.sqlite3",
    ],
)
def test_a_name_that_no_backup_has_is_refused(home, tmp_path, name):
    path = made(home).path

    def with_it(member, data):
        if member != "manifest.json":
            return data
        files = json.loads(data)["files"]
        return listed(data, files=[*files, {"name": name, "size": 1, "sha256": "0", "changed": 0}])

    assert refusal(rewritten(path, tmp_path / "a.zip", **{name: b"x"})) == "backup.stranger"
    assert refusal(rewritten(path, tmp_path / "b.zip", with_it, **{name: b"x"})) == "backup.stranger"


def test_a_bomb_is_refused_before_it_is_unpacked(home, tmp_path):
    path, size = made(home).path, 300 << 20

    def huge(name, data):
        if name == "config.toml":
            return b"\0" * size
        if name != "manifest.json":
            return data
        files = [one | ({"size": size} if one["name"] == "config.toml" else {}) for one in json.loads(data)["files"]]
        return listed(data, files=files)

    target = rewritten(path, tmp_path / "bomb.zip", huge)
    assert target.stat().st_size < 1 << 20
    assert refusal(target) == "backup.too_large"
    many = rewritten(path, tmp_path / "many.zip", **{f"decks/{n}.jsonl": b"" for n in range(backup_reading.MOST_FILES)})
    assert refusal(many) == "backup.too_large"


def test_three_hundred_damaged_files_are_used_or_refused_and_nothing_is_written_elsewhere(home, tmp_path):
    """A backup, and a bare journal, which has no checksums: what is used of either makes a sound home."""
    place = tmp_path / "place"
    place.mkdir()
    with opened(tmp_path) as journal:
        journal.connection.execute("VACUUM INTO ?", (str(place / "bare.sqlite3"),))
    files = {"backup.zip": made(home).path.read_bytes(), "bare.sqlite3": (place / "bare.sqlite3").read_bytes()}
    read = used(place)
    for name, data in files.items():
        read(data, name)
    assert faults(read, files, runs=300, allowed=place) == []


def test_the_format_is_told_by_its_version():
    assert (backup_file.FORMAT, backup_file.VERSION, light.VERSION) == ("tutor-backup", 1, 1)
