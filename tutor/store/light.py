"""The events of a journal in a small file of their own, without indexes and caches: what a backup holds.

A third of the journal's size, and half of that once packed. Whoever reads one need not trust it: the tables
must be exactly ours, and a row that no journal has is left out.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.errors import TutorError
from tutor.events import ANSWERS
from tutor.store import history, schema
from tutor.store.database import printable, refusals, snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tutor.events import Event

APPLICATION = 0x74757462  # "tutb"
VERSION = 1
PATIENCE = 10.0  # seconds to wait for whoever holds the file
TABLES = schema.EVENTS[:2]  # meta and events as in a journal
LAST_DAY = 3_652_059  # 9999-12-31
MOST_BODY = 1 << 20  # characters of a body; the longest the program writes has some thousands
PLAIN = " AND ".join(
    (
        *(f"typeof({name}) = 'text'" for name in ("id", "device", "kind", "card", "body")),
        *(f"typeof({name}) = 'integer'" for name in ("instant", "day")),
        f"day BETWEEN 1 AND {LAST_DAY}",
        "length(id) BETWEEN 1 AND 64 AND length(device) <= 64 AND length(kind) <= 64",
        f"length(card) BETWEEN 1 AND 1000 AND length(body) <= {MOST_BODY}",
        "instr(id || device || kind || card || body, char(0)) = 0",
    )
)
KINDS = ", ".join(f"'{kind}'" for kind in sorted(ANSWERS))
COUNTS = f"""SELECT (SELECT count(*) FROM {{0}}.events), (SELECT count(*) FROM {{0}}.events WHERE kind IN ({KINDS})),
    (SELECT {{1}}), (SELECT coalesce(max(day), 0) FROM {{0}}.events WHERE kind IN ({KINDS}))"""  # noqa: S608  (constants)
CARDS = "count(DISTINCT card) FROM main.events WHERE kind <> 'step'"
KNOWN = "count(*) FROM source.card_states"  # the same number from the cache, which need not read every event
COPY = "INSERT INTO main.events SELECT * FROM source.events ORDER BY seq"
OWN_DEFINITION = "SELECT type, sql FROM source.sqlite_master WHERE name IN ('events', 'meta') ORDER BY name DESC"


@dataclass(frozen=True, slots=True)
class Counts:
    """What a journal holds; `last_day` is the study day of the last answer, 0 without any."""

    events: int = 0
    answers: int = 0
    cards: int = 0
    last_day: int = 0


def write(journal: Path, light: Path, *, own: bool = True) -> Counts:
    """Copy the events of `journal` as they are now to a new file `light`, whatever others write meanwhile.

    A file that is not the learner's `own` is only read, and its tables must be those of a journal.
    Raises `TutorError` when it cannot be read, is damaged, foreign or newer; `light` is then of no use.
    """
    with refusals(journal), closing(_created(light)) as connection:
        connection.execute("ATTACH DATABASE ? AS source", (_address(journal, own=own),))
        connection.execute("BEGIN")
        if not own:
            _must_be_journal(connection, journal)
        connection.execute("INSERT INTO main.meta SELECT * FROM source.meta WHERE name <> 'ledger'")
        connection.execute(COPY)
        where, cards = ("source", KNOWN) if own else ("main", CARDS)
        found = Counts(*connection.execute(COUNTS.format(where, cards)).fetchone())
        connection.execute("COMMIT")
    return found


def counts(connection: sqlite3.Connection) -> Counts:
    """Return what a journal or a light copy holds."""
    return Counts(*connection.execute(COUNTS.format("main", CARDS)).fetchone())


def named(light: Path, name: str) -> str:
    """Return what a light copy remembers under `name`, "" when nothing."""
    with refusals(light), closing(opened(light)) as connection:
        row = connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return "" if row is None else str(row[0])


def opened(light: Path) -> sqlite3.Connection:
    """Open a light copy to read it; nothing beside it is made."""
    return sqlite3.connect(f"{light.absolute().as_uri()}?immutable=1", uri=True, isolation_level=None)


def check(light: Path, source: Path) -> Counts:
    """Return what a light copy from `source` holds. Raises `TutorError` when it is not one, or not whole."""
    with refusals(light), closing(opened(light)) as connection:
        (owner,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if owner == APPLICATION and version > VERSION:
            raise TutorError("backup.newer", file=source)
        tables = connection.execute("SELECT sql FROM sqlite_master ORDER BY name DESC").fetchall()
        if owner != APPLICATION or sorted(tables) != sorted((sql,) for sql in TABLES):
            raise TutorError("backup.foreign", file=source)
        (told,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if told != "ok":
            raise TutorError("backup.damaged", file=source, what=printable(told))
        return counts(connection)


def odd(light: Path) -> int:
    """Return how many rows of a light copy no journal can have; they are left out."""
    with refusals(light), closing(opened(light)) as connection:
        count: int = connection.execute(f"SELECT count(*) FROM events WHERE NOT ({PLAIN})").fetchone()[0]  # noqa: S608
    return count


def events(light: Path) -> Iterator[Event]:
    """Yield the events of a light copy in the order in which they were recorded, one at a time."""
    with refusals(light), closing(opened(light)) as connection, snapshot(connection):
        for row in connection.execute(f"SELECT {history.COLUMNS} FROM events WHERE {PLAIN} ORDER BY seq"):  # noqa: S608
            yield history.from_row(row)


def _created(light: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(light, timeout=PATIENCE, isolation_level=None, uri=True)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "trusted_schema = OFF", f"user_version = {VERSION}"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    for table in TABLES:
        connection.execute(table)
    return connection


def _address(journal: Path, *, own: bool) -> str:
    """Return the address of a journal; one that nobody writes is read without leaving a trace beside it."""
    place = journal.absolute().as_uri()
    if own:
        return f"{place}?mode=rw"
    written = journal.with_name(f"{journal.name}-wal").exists()
    return f"{place}?mode=ro" if written else f"{place}?immutable=1"


def _must_be_journal(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse what only looks like a journal: a view or a table with columns that compute."""
    (owner,) = connection.execute("PRAGMA source.application_id").fetchone()
    (version,) = connection.execute("PRAGMA source.user_version").fetchone()
    if owner == schema.APPLICATION and version > len(schema.MIGRATIONS):
        raise TutorError("store.newer", path=path, version=version, known=len(schema.MIGRATIONS))
    tables = connection.execute(OWN_DEFINITION).fetchall()
    if owner != schema.APPLICATION or tables != [("table", sql) for sql in TABLES]:
        raise TutorError("backup.foreign", file=path)
