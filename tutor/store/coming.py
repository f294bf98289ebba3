"""What is due when: the cards of the course that were met, by the day on which they come again.

The connection is to the library, with the journal attached as `journal`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

DUE = """SELECT max(s.due, s.buried_until), count(*)
    FROM journal.card_states AS s CROSS JOIN cards AS c INDEXED BY cards_narrow ON c.id = s.card
    WHERE s.stability IS NOT NULL AND s.suspended = 0 AND s.due <= :last GROUP BY 1"""
UNSEEN = """SELECT count(*) FROM cards AS c LEFT JOIN journal.card_states AS s ON s.card = c.id
    WHERE s.stability IS NULL AND coalesce(s.suspended, 0) = 0"""


def due_days(connection: sqlite3.Connection, last: int) -> dict[int, int]:
    """Return how many cards are due on each study day up to `last`; a buried card when it may be shown again."""
    return dict(connection.execute(DUE, {"last": last}))


def unseen(connection: sqlite3.Connection) -> int:
    """Return how many cards of the course were never rated and are not suspended."""
    count: int = connection.execute(UNSEEN).fetchone()[0]
    return count
