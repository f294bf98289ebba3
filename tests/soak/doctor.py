"""Whether a journal is whole and its card states equal the fold of its events, told in one line."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tutor.memory import keeping
from tutor.store import history, states

if TYPE_CHECKING:
    from pathlib import Path


def disagreement(path: Path) -> str:
    """Return what is wrong with the journal at `path`, "" when nothing is; a missing journal is whole."""
    if not path.exists():
        return ""
    with closing(sqlite3.connect(path)) as connection:
        (told,) = connection.execute("PRAGMA integrity_check").fetchone()
        if told != "ok":
            return f"SQLite says: {told}"
        cards = [card for (card,) in connection.execute("SELECT DISTINCT card FROM events WHERE kind <> 'step'")]
        folded = {card: keeping.keep(history.of_card(connection, card).events) for card in cards}
        cached = dict(states.read_all(connection))
    wrong = sorted(card for card in folded.keys() | cached.keys() if folded.get(card) != cached.get(card))
    return f"card states differ from the fold: {wrong[:3]}" if wrong else ""
