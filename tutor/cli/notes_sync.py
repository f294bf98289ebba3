"""Writing the review fields into the front matter of notes: first what would change, then the writing."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from tutor.cli.notes_now import fields_again, fields_now
from tutor.errors import TutorError
from tutor.exchange.notes import front_matter
from tutor.exchange.notes.files import read
from tutor.exchange.notes.writing import replace
from tutor.exchange.trouble import Trouble, TroubledError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.cli.notes_now import NoteNow
    from tutor.reports.note_fields import Fields
    from tutor.store.journal import Journal
    from tutor.store.notes import Notes


UNREAD = -1  # as the time of change of a note: it is to be read again


@dataclass(frozen=True, slots=True)
class Change:
    """A note whose front matter should say something else; `wrote` are the fields, None where they are its author's.

    `is_known`: the register has read what it says now; else somebody has saved it since, and it is read again.
    """

    note: str
    path: str
    before: bytes
    after: bytes
    wrote: Fields | None
    is_known: bool = True


@dataclass(slots=True)
class Plan:
    """What should be written, and why some notes cannot be."""

    changes: list[Change] = field(default_factory=list)
    refused: dict[str, Trouble] = field(default_factory=dict)


def planned(found: Iterable[NoteNow], journal: Journal) -> Plan:
    """Return what should be written into notes; nothing is written."""
    plan = Plan()
    for note in found:
        path = note.known.path
        try:
            change = _change(note, journal)
        except TroubledError as error:
            plan.refused[path] = error.trouble
        except TutorError as error:
            plan.refused[path] = _trouble(error)
        else:
            if change is not None:
                plan.changes.append(change)
    return plan


def _change(note: NoteNow, journal: Journal) -> Change | None:
    """Return what should be written into one note, None for nothing."""
    fields = fields_now(note, journal)
    wanted = fields or fields_again(note, journal)
    if wanted is None:
        return None
    before = read(note.known.path)
    is_known = _stamp(note.known.path) == (note.known.size, note.known.changed)
    if fields is None:
        now = front_matter.read(before).written
        if any(getattr(now, name) != value for name, value in note.known.wrote.items()):
            return None  # somebody else has written since
        wanted = {name: value for name, value in wanted.items() if value != getattr(now, name)}
    after = front_matter.rewritten(before, wanted)
    return None if after == before else Change(note.known.note, note.known.path, before, after, fields, is_known)


def _stamp(path: str) -> tuple[int, int]:
    """Return size and time of change of a file; that it was read before makes this the stamp of what was read."""
    try:
        status = os.stat(path)  # noqa: PTH116
    except OSError:
        return -1, -1
    return status.st_size, status.st_mtime_ns


def write(plan: Plan, notes: Notes) -> int:
    """Write what was planned; return how many notes were written. Those that could not be join `plan.refused`."""
    written = 0
    for change in plan.changes:
        try:
            file = replace(change.path, change.before, change.after)
        except TutorError as error:
            plan.refused[change.path] = _trouble(error)
            continue
        changed = file.changed if change.is_known else UNREAD
        notes.touch(change.note, file.size, changed, sha256(change.after).hexdigest(), change.wrote)
        written += 1
    return written


def _trouble(error: TutorError) -> Trouble:
    line = error.facts.get("line", 0)
    facts = tuple((name, str(value)) for name, value in error.facts.items() if name != "line")
    return Trouble(error.key, line if isinstance(line, int) else 0, facts)
