"""A backup unpacked, checked and laid out in the home, before anything is decided, and what it would change."""

from __future__ import annotations

import os
import shutil
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.errors import NotFoundError, TutorError
from tutor.store import backup_reading, decks, light, refilling
from tutor.store.backup_file import EVENTS, JOURNAL, NOTES, SETTINGS
from tutor.store.database import connect, refusals
from tutor.store.packed import pack
from tutor.store.schema import APPLICATION, MIGRATIONS

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

FOLDER = "restoring"  # in the home; its presence is the decision
PLAN = "plan.json"  # in it: the name of this restore, and which files of the home the backup lacks
UNUSABLE = ("store.damaged", "store.foreign", "store.newer", "store.failed")  # what a journal may be
MAGIC = b"SQLite format 3"
STALE = 86_400  # seconds after which what a killed process laid out belongs to nobody


@dataclass(frozen=True, slots=True)
class Laid:
    """A backup unpacked, checked and ready: `folder` holds it, `odd` of its events no journal can have.

    A backup is `whole`; of a journal only the answers are restored.
    """

    folder: Path
    counts: light.Counts
    odd: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What a restore would change: what there is now, and how much of it the backup has too.

    `present` is None when there is no journal, or only one that cannot be read (`unusable`).
    """

    present: light.Counts | None
    shared_events: int = 0
    shared_answers: int = 0
    unusable: bool = False


def lay_out(source: Path, home: Path, name: str, now: int) -> Laid:
    """Unpack a backup, or the events of a journal, into a folder of its own in the home, and check it.

    `now` in UTC microseconds since 1970. Raises `TutorError` when it cannot be used; then the folder is gone again.
    """
    folder = home / f".{FOLDER}-{name}"
    if not source.is_file():
        raise NotFoundError("backup.no_file", file=source, near="")
    _sweep(home, now)
    try:
        with refusals(folder):
            folder.mkdir(parents=True)
        whole = backup_reading.is_backup(source)
        if whole:
            backup_reading.unpack(source, folder)
        else:
            _copy_journal(source, folder / EVENTS)
        counts = light.check(folder / EVENTS, source)
        gone = [part for part in (SETTINGS, NOTES, decks.FOLDER) if whole and not (folder / part).exists()]
        with refusals(folder):
            (folder / PLAN).write_text(pack({"name": name, "gone": gone}), encoding="utf-8")
        return Laid(folder, counts, light.odd(folder / EVENTS), whole)
    except BaseException:
        drop(folder)
        raise


def _copy_journal(source: Path, target: Path) -> None:
    """Copy the events of a journal from anywhere; what is wrong is told of that file, not of the learner's journal."""
    try:
        light.write(source, target, own=False)
    except TutorError as error:
        if error.key not in ("store.damaged", "store.failed"):
            raise
        with source.open("rb") as file:
            if file.read(len(MAGIC)) != MAGIC:
                raise TutorError("backup.foreign", file=source) from error
        raise TutorError("backup.damaged", file=source, what=error.facts.get("detail", "")) from error


def drop(folder: Path) -> None:
    """Delete what was laid out and is not wanted."""
    shutil.rmtree(folder, ignore_errors=True)


def change(home: Path, laid: Laid) -> Change:
    """Return what the restore would change; no answer is touched."""
    journal = home / JOURNAL
    if not journal.exists():
        return Change(None)
    try:
        with refusals(journal), closing(own(journal)) as connection:
            refilling.attach(connection, laid.folder / EVENTS)
            return Change(light.counts(connection), *refilling.shared(connection))
    except TutorError as error:
        if error.key not in UNUSABLE:
            raise
        return Change(None, unusable=True)


def decide(home: Path, laid: Laid) -> None:
    """Decide for the restore: from here on it happens. Raises `TutorError` when another one is under way."""
    place = home / FOLDER
    with refusals(place):
        for file in laid.folder.rglob("*"):
            if file.is_file():
                with file.open("rb+") as written:
                    os.fsync(written.fileno())
        if place.exists():
            raise TutorError("backup.under_way", folder=place)
        laid.folder.rename(place)


def own(journal: Path) -> sqlite3.Connection:
    """Open the journal of the home, making it when it is missing. Raises `TutorError`."""
    return connect(journal, APPLICATION, MIGRATIONS)


def _sweep(home: Path, now: int) -> None:
    """Delete what killed processes laid out and never decided."""
    for left in home.glob(f".{FOLDER}-*"):
        with suppress(OSError):
            if left.stat().st_mtime < now / 1e6 - STALE:
                drop(left)
