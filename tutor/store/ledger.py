"""The ledger of mistakes: how often each was made, at which cards, and how often since its last contrast.

A cache beside the card states: it follows the journal when it is asked, so that no answer waits for it.
An answer counts while it stands; one that was disputed does not. That a contrast was shown is a step of
the card "mistake:<id>".
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.events import ANSWERS
from tutor.memory import fold
from tutor.store import history, renames
from tutor.store.database import refusals, transaction

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from tutor.events import Event

SHOWN = "mistake:"
OFTEN = 2  # times since the last contrast that call for another
REBUILD_AT = 2000  # touched cards; from here on one pass over all events is faster than card by card

# The journal writes JSON without spaces, and escapes quotes inside texts: the search finds nothing else.
NAMED = """(kind IN ('answered', 'practised') AND instr(body, '"mistake":"') AND NOT instr(body, '"mistake":""'))"""
SPEAKING = f"({NAMED} OR kind IN ('undone', 'regraded'))"
EVENTS = f"SELECT {history.COLUMNS} FROM events WHERE seq <= :seq AND {SPEAKING}"  # noqa: S608  (constants)
OF_CARD = f"""SELECT {history.COLUMNS} FROM events INDEXED BY events_of_card
    WHERE card = :card AND seq <= :seq AND {SPEAKING}"""  # noqa: S608
TOUCHED = f"""SELECT DISTINCT card FROM events
    WHERE seq > :seq AND ({SPEAKING} OR (kind = 'step' AND card > 'mistake:' AND card < 'mistake;'))"""  # noqa: S608
CONTRAST = """SELECT instant, id FROM events INDEXED BY events_of_card
    WHERE card = :card AND seq <= :seq AND kind = 'step' ORDER BY instant DESC, id DESC LIMIT 1"""
CONTRASTS = "SELECT instant FROM events INDEXED BY events_of_card WHERE card = :card AND seq > :seq AND kind = 'step'"
NEWEST = "SELECT seq, id FROM events ORDER BY seq DESC LIMIT 1"
LINE = "mistake, card, times, since, last_day, last_instant"
WRITE = f"INSERT INTO ledger ({LINE}) VALUES (?, ?, ?, ?, ?, ?)"  # noqa: S608
READ = f"SELECT {LINE} FROM ledger"  # noqa: S608
COUNTED = "SELECT mistake, sum(since), max(last_day) FROM ledger GROUP BY mistake HAVING sum(since) >= ?"
CLEARED = "UPDATE ledger SET since = 0 WHERE mistake = ? AND last_instant < ?"
LATER = "SELECT card FROM ledger WHERE mistake = ? AND last_instant >= ?"

Row = tuple[str, str, int, int, int, int]  # a line of the ledger


@dataclass(frozen=True, slots=True)
class Made:
    """A mistake: how often it was made, on which study day last, how often since its last contrast, at which cards.

    The cards come most often first.
    """

    mistake: str
    times: int
    last_day: int
    since_contrast: int
    cards: tuple[str, ...]


def mistakes(connection: sqlite3.Connection) -> tuple[Made, ...]:
    """Return every mistake that was made, most often first."""
    catch_up(connection)
    names = renames.read(connection)
    found: dict[str, list[Row]] = {}
    for row in connection.execute(f"{READ} ORDER BY mistake, times DESC, card"):
        found.setdefault(row[0], []).append(row)
    made = [_made(mistake, rows, names) for mistake, rows in found.items()]
    return tuple(sorted(made, key=lambda one: (-one.times, -one.last_day, one.mistake)))


def to_contrast(connection: sqlite3.Connection, most: int = 1, known: Collection[str] | None = None) -> tuple[str, ...]:
    """Return the mistakes made twice or more since their last contrast, most often first.

    Only those in `known`, if that is given: a course may have dropped one.
    """
    catch_up(connection)
    rows = connection.execute(COUNTED, (OFTEN,)).fetchall()
    rows.sort(key=lambda row: (-row[1], -row[2], row[0]))
    return tuple([mistake for mistake, *_ in rows if known is None or mistake in known][:most])


def catch_up(connection: sqlite3.Connection) -> None:
    """Bring the ledger up to date with the journal; nothing is written when nothing happened.

    Raises `TutorError` when the journal cannot be written.
    """
    with refusals(_path(connection)):
        if seen_until(connection) == _newest(connection):
            return
        with transaction(connection):
            _follow(connection, seen_until(connection), _newest(connection))


def forget(connection: sqlite3.Connection) -> None:
    """Empty the ledger, inside the caller's transaction; it fills itself anew when it is asked."""
    connection.execute("DELETE FROM ledger")
    connection.execute("DELETE FROM meta WHERE name = 'ledger'")


def differences(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the cards about which the ledger and the events it has seen disagree."""
    seen = seen_until(connection)
    kept = set(connection.execute(READ))
    told = set(_counted(connection, connection.execute(EVENTS, {"seq": seen[0]}), seen[0]))
    return frozenset(row[1] for row in kept ^ told)


def seen_until(connection: sqlite3.Connection) -> tuple[int, str]:
    """Return the last event that the ledger knows of; (0, "") when it knows none, or those of another journal."""
    row = connection.execute("SELECT value FROM meta WHERE name = 'ledger'").fetchone()
    number, _, name = row[0].partition(" ") if row else ("0", "", "")
    seen = (int(number), name)
    held = connection.execute("SELECT 1 FROM events WHERE seq = ? AND id = ?", seen).fetchone()
    return seen if held else (0, "")


def _newest(connection: sqlite3.Connection) -> tuple[int, str]:
    row = connection.execute(NEWEST).fetchone()
    return (0, "") if row is None else (row[0], row[1])


def _follow(connection: sqlite3.Connection, seen: tuple[int, str], newest: tuple[int, str]) -> None:
    """Count again what the events after `seen` touch, inside the caller's transaction."""
    since, until = seen[0], newest[0]
    touched = _touched(connection, since) if since else []
    if not since or len(touched) > REBUILD_AT:
        connection.execute("DELETE FROM ledger")
        connection.executemany(WRITE, _counted(connection, connection.execute(EVENTS, {"seq": until}), until))
    for card in touched if len(touched) <= REBUILD_AT else ():
        connection.execute("DELETE FROM ledger WHERE card = ?", (card,))
        rows = connection.execute(OF_CARD, {"card": card, "seq": until})
        connection.executemany(WRITE, _counted(connection, rows, until))
    connection.execute("REPLACE INTO meta (name, value) VALUES ('ledger', ?)", (f"{until} {newest[1]}",))


def _touched(connection: sqlite3.Connection, since: int) -> list[str]:
    """Return the cards to count again; where a contrast came after the mistake, it is counted already."""
    names = {card for (card,) in connection.execute(TOUCHED, {"seq": since})}
    shown = {name for name in names if name.startswith(SHOWN)}
    cards = names - shown
    for name in sorted(shown):
        mistake = name.removeprefix(SHOWN)
        for (instant,) in connection.execute(CONTRASTS, {"card": name, "seq": since}).fetchall():
            connection.execute(CLEARED, (mistake, instant))
            cards.update(card for (card,) in connection.execute(LATER, (mistake, instant)))
    return sorted(cards)


def _counted(connection: sqlite3.Connection, rows: Iterable[tuple[object, ...]], until: int) -> Iterator[Row]:
    """Yield the lines of the ledger that follow from the speaking events of some cards."""
    by_card: dict[str, list[Event]] = {}
    for event in map(history.from_row, rows):
        by_card.setdefault(event.card, []).append(event)
    contrasts: dict[str, tuple[int, str]] = {}
    for card, events in by_card.items():
        found: dict[str, list[Event]] = {}
        for event in _standing(events):
            found.setdefault(event.body["mistake"], []).append(event)
        for mistake, made in found.items():
            if mistake not in contrasts:
                contrasts[mistake] = _contrast(connection, mistake, until)
            since = sum(event.order > contrasts[mistake] for event in made)
            yield mistake, card, len(made), since, max(event.day for event in made), made[-1].instant


def _standing(events: Iterable[Event]) -> Iterator[Event]:
    """Yield a card's answers that name a mistake and are neither taken back nor disputed."""
    events = sorted(events, key=lambda event: event.order)
    gone = fold.fallen(events)
    standing = [event for event in events if event.id not in gone]
    corrections = {str(event.body.get("event")): event.body for event in standing if event.kind == "regraded"}
    for event in standing:
        body = fold.corrected(event.body, corrections.get(event.id))
        if event.kind in ANSWERS and _is_name(body.get("mistake")) and body.get("disputed") is not True:
            yield event


def _is_name(value: object) -> bool:
    return isinstance(value, str) and value != "" and value.isprintable()


def _contrast(connection: sqlite3.Connection, mistake: str, until: int) -> tuple[int, str]:
    """Return the place in history of a mistake's last contrast; before everything when there was none."""
    row = connection.execute(CONTRAST, {"card": f"{SHOWN}{mistake}", "seq": until}).fetchone()
    return (row[0], row[1]) if row else (-(2**63), "")


def _made(mistake: str, rows: Sequence[Row], names: Mapping[str, str]) -> Made:
    """Return one mistake from its lines, most often first; a renamed card goes by its present id."""
    _, cards, times, since, days, _ = zip(*rows, strict=True)
    present = dict.fromkeys(names.get(card, card) for card in cards)
    return Made(mistake, sum(times), max(days), sum(since), tuple(present))


def _path(connection: sqlite3.Connection) -> Path:
    return Path(connection.execute("PRAGMA database_list").fetchone()[2])
