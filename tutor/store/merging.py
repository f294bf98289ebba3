"""What was learned elsewhere added to what was learned here: a set union, so that order and repetition do not matter.

Events by their ids; of a deck that both have the file that was written later, for a deck is always written
whole by an importer. Settings and notes stay: they are about this machine.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.store import decks, history, light
from tutor.store.backup_file import EVENTS
from tutor.store.database import refusals

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tutor.events import Event
    from tutor.store.journal import Journal


@dataclass(frozen=True, slots=True)
class Merged:
    """What was new: events, answers among them, decks added and decks replaced by newer ones."""

    events: int = 0
    answers: int = 0
    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()


def merge(journal: Journal, home: Path, folder: Path) -> Merged:
    """Add what was laid out in `folder` to a home. Raises `TutorError`; events that came before it stay."""
    events, answers = union(journal, light.events(folder / EVENTS))
    added, updated = _decks(home / decks.FOLDER, folder / decks.FOLDER)
    return Merged(events, answers, added, updated)


def union(journal: Journal, events: Iterable[Event]) -> tuple[int, int]:
    """Add events, taken one at a time; return how many were new, and how many answers among them."""
    before = _answers(journal)
    new = journal.absorb(events)
    return new, _answers(journal) - before


def has_news(journal: Journal, events: Iterable[Event]) -> bool:
    """Say whether one of the events is not here yet; none is added."""
    with refusals(journal.path):
        return any(not history.knows(journal.connection, event) for event in events)


def _answers(journal: Journal) -> int:
    with refusals(journal.path):
        (count,) = journal.connection.execute(
            f"SELECT count(*) FROM events INDEXED BY events_of_day WHERE kind IN ({light.KINDS})"  # noqa: S608
        ).fetchone()
    return int(count)


def coming(here: Path, there: Path) -> tuple[Path, ...]:
    """Return the decks in the folder `there` that are not `here`, or only an older one is."""
    return tuple(
        there / f"{deck}{decks.SUFFIX}"
        for deck in decks.names(there)
        if _is_newer(there / f"{deck}{decks.SUFFIX}", here / f"{deck}{decks.SUFFIX}")
    )


def _is_newer(source: Path, target: Path) -> bool:
    with refusals(target):
        if not target.exists():
            return True
        later = source.stat().st_mtime_ns > target.stat().st_mtime_ns
        return later and source.read_bytes() != target.read_bytes()


def _decks(here: Path, there: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    added: list[str] = []
    updated: list[str] = []
    for source in coming(here, there):
        target = here / source.name
        (updated if target.exists() else added).append(source.stem)
        with refusals(target):
            here.mkdir(exist_ok=True)
            fresh = target.with_name(f".{target.name}.{os.getpid()}")
            shutil.copy2(source, fresh)
            fresh.replace(target)
    return tuple(added), tuple(updated)
