"""Former ids of cards: `was: [old-id]` in the course keeps a history through a rename.

The journal remembers the names it was last given, so that its fold needs no course.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping


def read(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the present id of every former one."""
    row = connection.execute("SELECT value FROM meta WHERE name = 'renamed'").fetchone()
    if row is None:
        return {}
    import json

    names: dict[str, str] = json.loads(row[0])
    return names


def write(connection: sqlite3.Connection, names: Mapping[str, str]) -> None:
    """Remember the names, inside the caller's transaction."""
    import json

    text = json.dumps(dict(names), ensure_ascii=False)
    connection.execute("REPLACE INTO meta (name, value) VALUES ('renamed', ?)", (text,))


def touched(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Return the ids whose state a change of names may change."""
    changed = {old for old in before.keys() | after.keys() if before.get(old) != after.get(old)}
    return sorted(changed | {names[old] for names in (before, after) for old in changed if old in names})


def all_names(card: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return a card's id and its former ones."""
    return (card, *(old for old, new in names.items() if new == card)) if names else (card,)
