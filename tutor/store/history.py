"""Events as rows: reading them back in order, adding them, and finding what undo and redo mean.

An event's body is JSON text; one that cannot be read is an empty body (the doctor names it).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tutor.events import NOTHING, UNDOABLE, Event
from tutor.memory import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

COLUMNS = "id, device, instant, day, kind, card, body"
INSERT = f"INSERT INTO events ({COLUMNS}) VALUES (?,?,?,?,?,?,?)"  # noqa: S608  (names of columns, no input)
OF_CARD = f"SELECT {COLUMNS} FROM events WHERE card IN ({{}}) AND kind <> 'step' ORDER BY instant, id"  # noqa: S608
OF_DEVICE = f"SELECT {COLUMNS} FROM events WHERE device = ? ORDER BY seq DESC"  # noqa: S608


@dataclass(frozen=True, slots=True)
class History:
    """One card's events in order, and the ids of those that are taken back."""

    events: tuple[Event, ...]
    fallen: frozenset[str]


def of_card(connection: sqlite3.Connection, *names: str) -> History:
    """Return one card's history under all the `names` it ever had."""
    marks = ",".join("?" * len(names))
    events = tuple(map(from_row, connection.execute(OF_CARD.format(marks), names)))
    return History(events, fold.fallen(events))


def last_instant(connection: sqlite3.Connection, card: str) -> int:
    """Return when the last event of a card was recorded, 0 when it has none."""
    row = connection.execute("SELECT max(instant) FROM events INDEXED BY events_of_card WHERE card = ?", (card,))
    return row.fetchone()[0] or 0


def insert(connection: sqlite3.Connection, event: Event) -> None:
    """Add an event, inside the caller's transaction."""
    connection.execute(INSERT, to_row(event))


def add(connection: sqlite3.Connection, event: Event) -> bool:
    """Add an event unless its id is known; return whether it was new."""
    return connection.execute(f"INSERT OR IGNORE {INSERT.removeprefix('INSERT ')}", to_row(event)).rowcount == 1


def knows(connection: sqlite3.Connection, event: Event) -> bool:
    """Say whether an event is in the journal."""
    place = (event.card, event.instant, event.id)
    found = "SELECT 1 FROM events INDEXED BY events_of_card WHERE card = ? AND instant = ? AND id = ?"
    return connection.execute(found, place).fetchone() is not None


def undoable(connection: sqlite3.Connection, device: str) -> Event | None:
    """Return this device's last event that stands and can be taken back, None when there is none.

    What takes an event back was recorded after it, so one walk from the newest to the oldest knows.
    """
    gone: set[str] = set()
    for event_id, *rest in connection.execute(OF_DEVICE, (device,)):
        if event_id in gone:
            continue
        event = from_row((event_id, *rest))
        if event.kind == "undone":
            gone.add(str(event.body.get("event")))
        elif event.kind in UNDOABLE and event.id not in of_card(connection, event.card).fallen:
            return event
    return None


def redoable(connection: sqlite3.Connection, device: str) -> Event | None:
    """Return this device's last undo that stands, None when something new was recorded since."""
    restored: set[str] = set()
    for event in map(from_row, connection.execute(OF_DEVICE, (device,))):
        if event.kind != "undone":
            return None
        if event.id in restored:
            continue
        target = named(connection, event)
        if target is None or target.kind != "undone":
            return event
        restored.add(target.id)
    return None


def named(connection: sqlite3.Connection, undone: Event) -> Event | None:
    """Return the event that an undo names; it is one of the same card."""
    wanted = (undone.card, str(undone.body.get("event")))
    row = connection.execute(f"SELECT {COLUMNS} FROM events WHERE card = ? AND id = ?", wanted).fetchone()  # noqa: S608
    return None if row is None else from_row(row)


def from_row(row: tuple[Any, ...]) -> Event:
    """Read a row of `COLUMNS`."""
    event_id, device, instant, day, kind, card, body = row
    return Event(event_id, device, instant, day, kind, card, body_from(body))


def to_row(event: Event) -> tuple[Any, ...]:
    """Write a row of `COLUMNS`; a body must be plain JSON values, finite numbers only."""
    import json

    body = json.dumps(dict(event.body), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    try:
        body.encode()
    except UnicodeEncodeError:  # a terminal that is not UTF-8 hands over lone surrogates
        body = json.dumps(dict(event.body), separators=(",", ":"))
    return (event.id, event.device, event.instant, event.day, event.kind, event.card, body)


def body_from(text: str) -> Mapping[str, Any]:
    """Read a body; what is not a JSON object is empty."""
    import json

    try:
        body = json.loads(text, parse_constant=_refuse)
    except (ValueError, TypeError, RecursionError):
        return NOTHING
    return body if isinstance(body, dict) else NOTHING


def _refuse(constant: str) -> None:
    """Refuse NaN and Infinity: Python reads them, JSON does not know them."""
    raise ValueError(constant)
