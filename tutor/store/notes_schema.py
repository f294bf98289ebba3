"""The tables of the register of notes. Names of notes and questions are truth; decks can be read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

APPLICATION = 0x7475746E  # "tutn"

TABLES = (
    "CREATE TABLE roots (path TEXT PRIMARY KEY) WITHOUT ROWID",
    # `original` holds the front matter as it was first read, `wrote` the fields that were written into it last,
    # `trouble` what was wrong at the last reading, all JSON; `reader` says which version of the program made the deck.
    """CREATE TABLE notes (
        note TEXT PRIMARY KEY, path TEXT NOT NULL, size INTEGER NOT NULL, changed INTEGER NOT NULL,
        digest TEXT NOT NULL, title TEXT NOT NULL, original TEXT NOT NULL, trouble TEXT NOT NULL,
        reader TEXT NOT NULL, wrote TEXT NOT NULL DEFAULT 'null', gone INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID""",
    "CREATE UNIQUE INDEX notes_by_path ON notes (path) WHERE gone = 0",
    # what was lost is looked for by its bytes and its path, and what it asked: a thousand notes may ask the same
    "CREATE INDEX lost_by_digest ON notes (digest) WHERE gone = 1",
    "CREATE INDEX lost_by_path ON notes (path) WHERE gone = 1",
    """CREATE TABLE questions (
        card TEXT PRIMARY KEY, note TEXT NOT NULL, place INTEGER NOT NULL, kind TEXT NOT NULL, words TEXT NOT NULL,
        ask TEXT NOT NULL, answer TEXT NOT NULL, author TEXT NOT NULL,
        gone INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID""",
    "CREATE INDEX questions_of_note ON questions (note, place)",
    "CREATE INDEX questions_by_words ON questions (words, kind) WHERE gone > 0",
    """CREATE TABLE decks (
        note TEXT PRIMARY KEY, size INTEGER NOT NULL, print INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID""",
)


def first(connection: sqlite3.Connection) -> None:
    """Version 1."""
    for statement in TABLES:
        connection.execute(statement)


MIGRATIONS = (first,)
