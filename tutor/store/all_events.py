"""Every event of a journal as it was recorded, and the answers that stand, each as its regrades left it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.events import ANSWERS, taken_back
from tutor.memory.fold import corrected
from tutor.store import history, renames

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from typing import Any

    from tutor.events import Event

ALL = f"SELECT {history.COLUMNS} FROM events ORDER BY seq"  # noqa: S608  (names of columns, no input)
OF_KINDS = f"SELECT {history.COLUMNS} FROM events WHERE kind IN ({{}}) ORDER BY instant, id"  # noqa: S608
HAS = "SELECT 1 FROM events INDEXED BY events_of_card WHERE card = ? AND instant = ? AND id = ?"


def recorded(connection: sqlite3.Connection) -> Iterator[Event]:
    """Yield every event in the order in which it was recorded, one in memory at a time."""
    yield from map(history.from_row, connection.execute(ALL))


def count(connection: sqlite3.Connection) -> int:
    """Return how many events there are."""
    found: int = connection.execute("SELECT count(*) FROM events").fetchone()[0]
    return found


def standing_answers(connection: sqlite3.Connection, cards: Collection[str]) -> tuple[Event, ...]:
    """Return the answers to `cards`, under their present ids, that are not taken back, in order and corrected."""
    names = renames.read(connection)
    fallen, corrections = _spoken(connection)
    found = []
    for event in _of_kinds(connection, *sorted(ANSWERS)):
        card = names.get(event.card, event.card)
        if card in cards and event.id not in fallen:
            found.append(replace(event, card=card, body=corrected(event.body, corrections.get(event.id))))
    return tuple(found)


def _spoken(connection: sqlite3.Connection) -> tuple[frozenset[str], Mapping[str, Mapping[str, Any]]]:
    """Return the ids of events that do not stand, and the last standing regrade of each answer that has one."""
    spoken = list(_of_kinds(connection, "regraded", "undone"))
    fallen = taken_back((event.id, str(event.body.get("event"))) for event in spoken if event.kind == "undone")
    regrades = (event for event in spoken if event.kind == "regraded" and event.id not in fallen)
    return fallen, {str(event.body.get("event")): event.body for event in regrades}


def _of_kinds(connection: sqlite3.Connection, *kinds: str) -> Iterator[Event]:
    marks = ",".join("?" * len(kinds))
    return map(history.from_row, connection.execute(OF_KINDS.format(marks), kinds))


def compared(connection: sqlite3.Connection, events: Iterable[Event]) -> tuple[int, int]:
    """Return how many of `events` the journal does not have, and how many it has."""
    new = known = 0
    for event in events:
        row = connection.execute(HAS, (event.card, event.instant, event.id)).fetchone()
        new, known = (new + 1, known) if row is None else (new, known + 1)
    return new, known
