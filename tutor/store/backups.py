"""The folder of backups in the home: what is in it, when another is due, and which may go.

A backup's name tells when and why it was made: `2026-11-21T180926Z-auto.zip`. Those made by themselves are
thinned (`thinning`), of those made before something was changed the last twelve stay, those the learner made
are nobody else's business.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tutor.store import backup_file
from tutor.store.backup_file import moment
from tutor.store.database import refusals
from tutor.store.thinning import staying

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "backups"  # in the home
AUTOMATIC, BY_HAND = "auto", "manual"
APART = timedelta(minutes=30)  # between two automatic backups (Anki's default)
BEFORE = 12  # backups made before a change that stay
NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d{6})Z-([a-z]+)(?:-\d+)?\.zip", re.ASCII)
STAMP = "%Y-%m-%dT%H%M%S"
STALE = timedelta(days=1)  # a half-written file that old belongs to nobody any more


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup in the folder, by its name: `why` is "auto", "manual", or what it was made before."""

    path: Path
    made: datetime
    why: str


def found(home: Path) -> tuple[Backup, ...]:
    """Return the backups in the home, the newest first; none when there is no folder."""
    folder = home / FOLDER
    try:
        names = sorted((path.name for path in folder.iterdir()), reverse=True)
    except OSError:
        return ()
    named = ((name, match) for name in names if (match := NAME.fullmatch(name)))
    read = (Backup(folder / name, made, match[2]) for name, match in named if (made := _moment(match[1])))
    return tuple(sorted(read, key=lambda one: one.made, reverse=True))


def make(home: Path, now: int, why: str, program: str) -> Backup:
    """Back the home up into its own folder and thin the folder; `now` in UTC microseconds since 1970.

    Raises `TutorError` when that is impossible; then nothing changed.
    """
    folder = home / FOLDER
    with refusals(folder / "backup"):
        folder.mkdir(parents=True, exist_ok=True)
    made = moment(now).replace(microsecond=0)
    path = _free(folder, f"{made.strftime(STAMP)}Z-{why}")
    backup_file.write(home, path, now, why, program)
    thin(home, now)
    return Backup(path, made, why)


def is_due(home: Path, now: int) -> bool:
    """Say whether half an hour went by since the newest backup; one from the future does not count."""
    present = moment(now)
    return not any(timedelta(0) <= present - one.made < APART for one in found(home))


def thin(home: Path, now: int) -> None:
    """Delete the backups that need not stay, and what killed processes left; `now` in UTC microseconds since 1970."""
    for one in superfluous(found(home)):
        with suppress(OSError):
            one.path.unlink()
    limit = (moment(now) - STALE).timestamp()
    for left in (home / FOLDER).glob(".*.zip.*"):
        with suppress(OSError):
            if left.stat().st_mtime < limit:
                left.unlink()


def superfluous(backups: tuple[Backup, ...]) -> tuple[Backup, ...]:
    """Return which of `backups`, the newest first, may go."""
    automatic = [one for one in backups if one.why == AUTOMATIC]
    before = [one for one in backups if one.why not in (AUTOMATIC, BY_HAND)]
    stay = staying({one.made for one in automatic})
    return (*(one for one in automatic if one.made not in stay), *before[BEFORE:])


def _free(folder: Path, stem: str) -> Path:
    """Return a name that is not taken."""
    path, number = folder / f"{stem}.zip", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.zip"
    return path


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
