"""What games came to, read back from the journal: a game that was played is a step of the card "game:<name>"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.store.history import body_from

if TYPE_CHECKING:
    import sqlite3

CARD = "game:"
STEPS = """SELECT card, day, body FROM events INDEXED BY events_of_card
    WHERE card > 'game:' AND card < 'game;' AND kind = 'step'"""


@dataclass(frozen=True, slots=True)
class Record:
    """A game's past: the best score, how often it was played, and the study day of the last time."""

    best: int = 0
    times: int = 0
    last_day: int = 0


def records(connection: sqlite3.Connection) -> dict[str, Record]:
    """Return the record of every game that was ever played, by its name; what cannot be read counts as 0 points."""
    found: dict[str, Record] = {}
    for card, day, text in connection.execute(STEPS):
        name = card.removeprefix(CARD)
        score = body_from(text).get("score")
        points = score if type(score) is int and score >= 0 else 0
        known = found.get(name, Record())
        best, last = max(known.best, points), max(known.last_day, day)
        found[name] = replace(known, best=best, times=known.times + 1, last_day=last)
    return found
