"""Replacing a note's bytes without ever losing any."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tutor.errors import TutorError
from tutor.exchange.notes import writing as note_writing
from tutor.exchange.notes.files import NoteFile
from tutor.exchange.notes.writing import replace

ROOT = Path(__file__).parents[2]
posix = pytest.mark.skipif(os.name != "posix", reason="a matter of POSIX")


@pytest.fixture
def note(tmp_path):
    path = tmp_path / "笔记.md"
    path.write_bytes(b"before")
    return path


def files(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_note_holds_the_new_bytes_and_nothing_else_is_left(note):
    note.chmod(0o640)
    done = replace(str(note), b"before", b"after!")
    assert note.read_bytes() == b"after!"
    assert note.stat().st_mode & 0o777 == 0o640
    assert files(note.parent) == ["笔记.md"]
    assert done == NoteFile(str(note), 6, note.stat().st_mtime_ns)


def test_a_note_changed_meanwhile_is_never_overwritten(note):
    with pytest.raises(TutorError, match=r"notes\.changed_meanwhile"):
        replace(str(note), b"what was read", b"after")
    assert note.read_bytes() == b"before"
    assert files(note.parent) == ["笔记.md"]


def test_a_note_that_went_away_is_not_made_again(note):
    note.unlink()
    with pytest.raises(TutorError, match=r"notes\.unwritable"):
        replace(str(note), b"before", b"after")
    assert files(note.parent) == []


def test_a_read_only_note_stays(note):
    note.chmod(0o444)
    with pytest.raises(TutorError, match=r"notes\.read_only"):
        replace(str(note), b"before", b"after")
    assert note.read_bytes() == b"before"


@posix
def test_a_link_is_followed_and_stays_a_link(note, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.md"
    link.symlink_to(note)
    replace(str(link), b"before", b"after")
    assert link.is_symlink()
    assert note.read_bytes() == b"after"
    assert files(link.parent) == ["link.md"]


def test_a_full_disk_leaves_the_note(note, monkeypatch):
    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(TutorError, match=r"notes\.unwritable"):
        replace(str(note), b"before", b"after")
    assert note.read_bytes() == b"before"
    assert files(note.parent) == ["笔记.md"]


KILLED = """
import os, signal, sys
from pathlib import Path
from tutor.exchange.notes.writing import replace
Path.replace = lambda self, target: os.kill(os.getpid(), signal.SIGKILL)
replace(sys.argv[1], b"before", b"after")
"""


@posix
def test_who_is_killed_before_the_renaming_loses_nothing_and_leaves_nothing_for_long(note):
    killed = subprocess.run([sys.executable, "-c", KILLED, str(note)], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert note.read_bytes() == b"before"
    (left,) = [name for name in files(note.parent) if name != note.name]
    assert note_writing.FRESH.fullmatch(left)
    replace(str(note), b"before", b"after")
    assert files(note.parent) == ["笔记.md"]


@posix
def test_what_a_living_writer_is_writing_is_left_to_it(note):
    other = note.with_name(f".tutor-{os.getppid()}.new")
    other.write_bytes(b"half")
    replace(str(note), b"before", b"after")
    assert other.read_bytes() == b"half"
