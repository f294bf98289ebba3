"""The columns of a large journal, kept beside it so that only new events are read again.

A cache that may be deleted at any moment, written from 100 000 events on: below, reading takes a tenth of a
second. Events never change, so what was read stays true; the id of the last one read tells whether this is
still the same journal.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253  (loaded for statistics only)

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from tutor.memory.replay import Integers

LARGE = 100_000
NAME = "answers.npz"


def kept(journal: Path, connection: sqlite3.Connection, version: str) -> tuple[int, Integers | None]:
    """Return the last event whose columns are kept and these columns; (0, None) when there are none that fit."""
    try:
        with np.load(journal.with_name(NAME), allow_pickle=False) as found:
            seq, same = int(found["seq"]), str(found["version"]) == version
            if same and str(found["id"]) == id_of(connection, seq):
                return seq, found["columns"]
    except (OSError, ValueError, KeyError, EOFError):
        pass
    return 0, None


def keep(journal: Path, last: str, version: str, seq: int, columns: Integers) -> None:
    """Keep the columns of the events up to `seq`, whose id is `last`; a home that cannot be written keeps nothing."""
    if seq < LARGE:
        return
    new = journal.with_name(f"{NAME}.{os.getpid()}.new")
    with suppress(OSError):
        try:
            with new.open("wb") as file:
                np.savez(file, version=version, seq=seq, id=last, columns=columns)
            new.replace(journal.with_name(NAME))
        finally:
            new.unlink(missing_ok=True)


def id_of(connection: sqlite3.Connection, seq: int) -> str:
    """Return the id of an event, "" when there is none."""
    row = connection.execute("SELECT id FROM events WHERE seq = ?", (seq,)).fetchone()
    return row[0] if row else ""
