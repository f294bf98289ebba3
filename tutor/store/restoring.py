"""Putting a backup in the place of a home: all of it or nothing, whenever the process is killed.

What is to come lies whole in the folder `restoring` in the home (`laying_out`); from the moment that folder
has its name the restore happens: whoever comes next finishes it. Finishing holds the journal's one writer's
place, so that no answer of another session falls between what is kept and what replaces it.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.errors import TutorError
from tutor.store import backups, decks, refilling
from tutor.store.backup_file import EVENTS, JOURNAL, NOTES, SETTINGS
from tutor.store.database import refusals, transaction
from tutor.store.laying_out import FOLDER, PLAN, UNUSABLE, drop, own
from tutor.store.packed import unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

BEGUN = "begun"  # in the folder, once files of the home were exchanged: no way back
CACHES = ("library.sqlite3", "library.sqlite3-wal", "library.sqlite3-shm", "answers.npz")
COMPANIONS = ("-wal", "-shm", "")  # of a database, the file itself last


@dataclass(frozen=True, slots=True)
class Done:
    """Where what was replaced is kept: a backup, and the folder of a journal that could not be read."""

    kept: backups.Backup | None = None
    aside: Path | None = None


def finish(home: Path, now: int, new_id: Callable[[], str], program: str) -> Done:
    """Carry out what was decided, also by a process that was killed; say where what it replaces is kept.

    Raises `TutorError` when something cannot be written. Then nothing changed and nothing is decided any more;
    if the journal here was already taken away or files were exchanged, the next try goes on.
    """
    folder = home / FOLDER
    try:
        plan = unpack((folder / PLAN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Done()  # another process finished it meanwhile
    aside = _set_aside(home, plan["name"])
    with refusals(home / JOURNAL), closing(own(home / JOURNAL)) as connection:
        refilling.attach(connection, folder / EVENTS)
        with transaction(connection):
            kept = None
            if (folder / PLAN).exists() and not refilling.was_refilled(connection, plan["name"]):
                try:
                    kept = _kept(home, connection, now, program)
                    refilling.refill(connection, plan["name"], new_id())
                except BaseException:
                    if aside is None and not (folder / BEGUN).exists():
                        _take_away(folder, plan["name"])
                    raise
                (folder / BEGUN).touch()
                _replace_others(home, folder, plan["gone"])
        refilling.detach(connection)
    _forget_caches(home)
    _take_away(folder, plan["name"])
    return Done(kept, aside)


def _kept(home: Path, connection: sqlite3.Connection, now: int, program: str) -> backups.Backup | None:
    """Back up what will be replaced, unless there is nothing."""
    others = any((home / name).exists() for name in (SETTINGS, NOTES, decks.FOLDER))
    if not others and connection.execute("SELECT 1 FROM events LIMIT 1").fetchone() is None:
        return None
    return backups.make(home, now, "restore", program)


def _set_aside(home: Path, name: str) -> Path | None:
    """Move a journal that cannot be used into the folder of backups, with its companions; return where it is."""
    journal, aside = home / JOURNAL, home / backups.FOLDER / f"damaged-{name[:8]}"
    if not journal.exists() or _is_usable(journal):
        return aside if aside.exists() else None
    with refusals(aside):
        aside.mkdir(parents=True, exist_ok=True)
        for end in COMPANIONS:
            with suppress(FileNotFoundError):
                journal.with_name(f"{JOURNAL}{end}").replace(aside / f"{JOURNAL}{end}")
    return aside


def _is_usable(journal: Path) -> bool:
    try:
        with refusals(journal), closing(own(journal)) as connection:
            connection.execute("SELECT 1 FROM events, meta LIMIT 1").fetchone()
            return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
    except TutorError as error:
        if error.key not in UNUSABLE:
            raise
        return False


def _replace_others(home: Path, folder: Path, gone: Sequence[str]) -> None:
    """Put settings, decks and register of the backup in the place of the home's; what it lacks goes.

    Each step may be repeated: what was moved into its place is no longer in the folder.
    """
    if (folder / SETTINGS).exists():
        target = (home / SETTINGS).resolve()  # a link to the learner's own collection stays a link
        shutil.copyfile(folder / SETTINGS, target.with_name(f".{SETTINGS}.new"))
        target.with_name(f".{SETTINGS}.new").replace(target)
    if (folder / decks.FOLDER).exists():
        _away(home / decks.FOLDER)
        (folder / decks.FOLDER).rename(home / decks.FOLDER)
    if (folder / NOTES).exists():
        _replace_register(home / NOTES, folder / NOTES)
    for name in gone:
        for end in COMPANIONS if name == NOTES else ("",):
            _away(home / f"{name}{end}")


def _away(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _replace_register(old: Path, new: Path) -> None:
    """Replace a database that another session may have open: through SQLite, by the file where that fails."""
    if old.exists():
        try:
            with closing(sqlite3.connect(new)) as source, closing(sqlite3.connect(old)) as target:
                source.backup(target)
        except sqlite3.Error:
            for end in COMPANIONS:
                old.with_name(f"{old.name}{end}").unlink(missing_ok=True)
        else:
            return
    new.rename(old)


def _forget_caches(home: Path) -> None:
    """Delete what is made again from the journal and the decks."""
    for name in CACHES:
        with suppress(OSError):
            (home / name).unlink()


def _take_away(folder: Path, name: str) -> None:
    """End the decision and delete what was laid out."""
    ended = folder.with_name(f".{FOLDER}-{name}")
    with suppress(OSError):
        folder.rename(ended)
    drop(ended)
