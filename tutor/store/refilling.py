"""A journal made anew from a light copy of its events: the tables are ours, the states are folded again.

All in one transaction: whoever has the journal open sees it as it was or as it will be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.store import light, renames, states
from tutor.store.folding import fold_all
from tutor.store.schema import MIGRATIONS

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

CACHE = -65_536  # KiB; the indexes of a large journal are built in memory
TABLES = ("events", "card_states", "ledger", "meta")
KEPT = "name NOT IN ('ledger', 'device', 'restored')"  # of meta: the ledger fills itself anew
RESTORED = "restored"  # in meta: the restore this journal came from
INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'events'"
COPY = f"INSERT INTO main.events SELECT * FROM source.events WHERE {light.PLAIN} ORDER BY seq"  # noqa: S608
# Most backups share a beginning with the journal: there, the same place holds the same event.
SHARED = f"""SELECT count(*), coalesce(sum(b.kind IN ({light.KINDS})), 0)
    FROM source.events AS b LEFT JOIN main.events AS same ON same.seq = b.seq
    WHERE (same.id = b.id OR EXISTS (SELECT 1 FROM main.events AS e INDEXED BY events_of_card
        WHERE e.card = b.card AND e.instant = b.instant AND e.id = b.id))"""  # noqa: S608  (constants)


def attach(connection: sqlite3.Connection, copy: Path) -> None:
    """Attach a checked light copy as `source`, outside any transaction."""
    connection.execute(f"PRAGMA cache_size = {CACHE}")
    connection.execute("ATTACH DATABASE ? AS source", (str(copy),))


def detach(connection: sqlite3.Connection) -> None:
    """Let go of the light copy."""
    connection.execute("DETACH DATABASE source")


def was_refilled(connection: sqlite3.Connection, name: str) -> bool:
    """Say whether the journal came from the restore `name`."""
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (RESTORED,)).fetchone()
    return row is not None and row[0] == name


def refill(connection: sqlite3.Connection, name: str, device: str) -> None:
    """Replace everything in the journal by the events of `source`, inside the caller's transaction.

    It becomes the journal of a new `device`: an undo takes back what was done here since, never what was
    done elsewhere or before. `name` names the restore.
    """
    for table in TABLES:
        connection.execute(f"DROP TABLE {table}")
    for migrate in MIGRATIONS:
        migrate(connection)
    indexes = connection.execute(INDEXES).fetchall()
    for name_of_index, _ in indexes:
        connection.execute(f"DROP INDEX {name_of_index}")
    connection.execute(COPY)
    for _, definition in indexes:  # sorted at once: three times faster than row by row
        connection.execute(definition)
    connection.execute(f"INSERT INTO main.meta SELECT * FROM source.meta WHERE {KEPT}")  # noqa: S608
    connection.executemany("INSERT INTO meta VALUES (?, ?)", ((RESTORED, name), ("device", device)))
    states.write_many(connection, fold_all(connection, renames.read(connection)).items())


def shared(connection: sqlite3.Connection) -> tuple[int, int]:
    """Return how many events, and how many answers among them, journal and `source` have in common."""
    events, answers = connection.execute(SHARED).fetchone()
    return events, answers
