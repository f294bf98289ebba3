"""The journal's tables: events that never change, and the cache of card states beside them.

One function per version, in order; a shipped function is never edited, only followed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

APPLICATION = 0x7475746A  # "tutj"

EVENTS = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE events (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        device TEXT NOT NULL,
        instant INTEGER NOT NULL,
        day INTEGER NOT NULL,
        kind TEXT NOT NULL,
        card TEXT NOT NULL,
        body TEXT NOT NULL)""",
    "CREATE UNIQUE INDEX events_of_card ON events (card, instant, id)",
    "CREATE INDEX events_of_day ON events (day, kind)",
    """CREATE TRIGGER events_are_not_updated BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'an event is never updated'); END""",
    """CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
        BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END""",
)

# `stability` is NULL until the card is rated. The three last columns remember the card's last event
# in order and its last rated day: they tell when an answer can be added without a refold.
CARD_STATES = (
    """CREATE TABLE card_states (
        card TEXT PRIMARY KEY,
        stability REAL,
        difficulty REAL,
        due INTEGER,
        first_day INTEGER,
        last_day INTEGER,
        reviews INTEGER NOT NULL DEFAULT 0,
        lapses INTEGER NOT NULL DEFAULT 0,
        recent TEXT NOT NULL DEFAULT '',
        seen_day INTEGER NOT NULL DEFAULT 0,
        suspended INTEGER NOT NULL DEFAULT 0,
        buried_until INTEGER NOT NULL DEFAULT 0,
        last_instant INTEGER NOT NULL DEFAULT 0,
        last_id TEXT NOT NULL DEFAULT '',
        last_rated INTEGER NOT NULL DEFAULT 0)""",
    # `suspended` is 0 in every row of it, but without the column SQLite reads the table to be sure
    """CREATE INDEX card_states_due ON card_states (due, buried_until, suspended, last_day, stability, card)
        WHERE stability IS NOT NULL AND suspended = 0""",
)

# A cache like the states: how often each mistake was made at a card, and how often since its last contrast.
LEDGER = (
    """CREATE TABLE ledger (
        mistake TEXT NOT NULL,
        card TEXT NOT NULL,
        times INTEGER NOT NULL,
        since INTEGER NOT NULL,
        last_day INTEGER NOT NULL,
        last_instant INTEGER NOT NULL,
        PRIMARY KEY (mistake, card)) WITHOUT ROWID""",
    "CREATE INDEX ledger_of_card ON ledger (card)",
)


def first(connection: sqlite3.Connection) -> None:
    """Version 1: the events, their two guards, and the card states."""
    for statement in EVENTS + CARD_STATES:
        connection.execute(statement)


def second(connection: sqlite3.Connection) -> None:
    """Version 2: the ledger of mistakes, empty until it is asked; then it catches up with the events."""
    for statement in LEDGER:
        connection.execute(statement)


MIGRATIONS = (first, second)
