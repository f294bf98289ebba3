"""The tables of the compiled library, a cache: every row can be made again from the content files.

A card's position is its lesson's place × 2²⁰ + its place in the lesson, so that a lesson that moves
moves its cards by one statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

APPLICATION = 0x7475746C  # "tutl"
VERSION = 9
ROOM = 1 << 20  # cards of one lesson

TABLES = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE files (
        path TEXT PRIMARY KEY, size INTEGER NOT NULL, changed INTEGER NOT NULL,
        conflict INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID""",
    """CREATE TABLE cards (
        id TEXT PRIMARY KEY, position INTEGER NOT NULL DEFAULT 0, lesson TEXT NOT NULL, place INTEGER NOT NULL,
        part INTEGER NOT NULL, kind TEXT NOT NULL, fact TEXT NOT NULL, previous TEXT, tags TEXT NOT NULL,
        source TEXT NOT NULL DEFAULT 'course', file TEXT NOT NULL, zh TEXT NOT NULL, en TEXT NOT NULL,
        json TEXT NOT NULL)""",
    "CREATE INDEX cards_narrow ON cards (id, fact, part, lesson, kind, position)",  # spares the wide rows
    "CREATE INDEX cards_in_order ON cards (position)",
    "CREATE INDEX cards_of_fact ON cards (fact, position)",
    "CREATE INDEX cards_of_lesson ON cards (lesson, place)",
    "CREATE INDEX cards_of_file ON cards (file)",
    "CREATE INDEX cards_after ON cards (previous) WHERE previous IS NOT NULL",
    "CREATE TABLE card_tags (tag TEXT NOT NULL, card TEXT NOT NULL, PRIMARY KEY (tag, card)) WITHOUT ROWID",
    "CREATE INDEX tags_of_card ON card_tags (card)",
    """CREATE TABLE lessons (
        id TEXT PRIMARY KEY, position INTEGER NOT NULL DEFAULT -1, part INTEGER NOT NULL, title TEXT NOT NULL,
        file TEXT NOT NULL UNIQUE, needs TEXT NOT NULL, covers TEXT NOT NULL, json TEXT NOT NULL)""",
    "CREATE INDEX lessons_of_part ON lessons (part)",
    """CREATE TABLE frame (
        file TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL,
        json TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID""",
    "CREATE TABLE renamed (old TEXT PRIMARY KEY, new TEXT NOT NULL, file TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE names (
        file TEXT NOT NULL, defined INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
        line INTEGER NOT NULL, place INTEGER NOT NULL)""",
    "CREATE INDEX names_of_file ON names (file)",
    """CREATE TABLE problems (
        file TEXT NOT NULL, line INTEGER NOT NULL, place INTEGER NOT NULL, rule TEXT NOT NULL, facts TEXT NOT NULL,
        whole INTEGER NOT NULL)""",
    """CREATE TABLE numbers (
        expression TEXT NOT NULL, digits INTEGER NOT NULL, text TEXT NOT NULL,
        PRIMARY KEY (expression, digits)) WITHOUT ROWID""",
    "CREATE TABLE unseen (position INTEGER PRIMARY KEY, card TEXT NOT NULL UNIQUE, open INTEGER NOT NULL)",
    "CREATE INDEX unseen_open ON unseen (position) WHERE open = 1",
)


def create(connection: sqlite3.Connection) -> None:
    """Make the tables, in the caller's transaction."""
    for statement in TABLES:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def clear(connection: sqlite3.Connection) -> None:
    """Drop every table, in the caller's transaction."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    for (name,) in names.fetchall():
        connection.execute(f'DROP TABLE "{name}"')
