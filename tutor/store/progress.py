"""How far the learner is in each lesson, and what was said once: steps in the journal, read back.

A step of a lesson is an event of the card "lesson:<id>"; its body names the step now open (`at`), how
many there are (`of`), and whether the lesson was finished with it (`done`). No fold of cards sees it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tutor.events import Fact
from tutor.store.history import body_from

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

LESSON = "lesson:"
WELCOME = "welcome"
OFFER = "offer"
# One search of the index for each lesson, however many steps lie between two of them.
LESSONS = """WITH RECURSIVE found (card) AS (
        SELECT min(card) FROM events WHERE card > 'lesson:' AND card < 'lesson;'
        UNION ALL
        SELECT (SELECT min(card) FROM events WHERE card > found.card AND card < 'lesson;')
        FROM found WHERE found.card IS NOT NULL)
    SELECT card FROM found WHERE card IS NOT NULL"""
OF_LESSON = "SELECT day, body FROM events INDEXED BY events_of_card WHERE card = ? AND kind = 'step'"
LATEST = f"{OF_LESSON} ORDER BY instant DESC, id DESC LIMIT 1"
FINISHES = f"{OF_LESSON} AND instr(body, '\"done\":true')"  # the journal writes JSON without spaces
SAID = "SELECT 1 FROM events INDEXED BY events_of_card WHERE card = ? AND kind = 'step'"


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a lesson stands.

    `at` is the step to open next, counted from 0 (again 0 once the lesson was finished); `of` how many steps
    it had; `done` whether it was ever finished; `last_day` the study day it was last open; `times_done` the
    number of study days on which it was finished.
    """

    at: int
    of: int
    done: bool
    last_day: int
    times_done: int

    @property
    def under_way(self) -> bool:
        """Whether the learner left in the middle."""
        return self.at > 0


def stepped(lesson: str, at: int, of: int, *, done: bool = False) -> Fact:
    """Return the fact that step `at` of `of` is open now, or that the lesson was finished."""
    return Fact("step", f"{LESSON}{lesson}", {"at": at, "of": of, "done": done})


def welcomed() -> Fact:
    """Return the fact that the learner was welcomed: it happens once."""
    return Fact("step", WELCOME)


def declined(lesson: str) -> Fact:
    """Return the fact that the learner would rather not take `lesson` today."""
    return Fact("step", OFFER, {"lesson": lesson, "declined": True})


def progress(connection: sqlite3.Connection) -> dict[str, Progress]:
    """Return the progress of every lesson that was ever opened, by its id."""
    lessons = [card for (card,) in connection.execute(LESSONS)]
    return {card.removeprefix(LESSON): _of(connection, card) for card in lessons}


def finished(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the lessons that were finished at least once."""
    return frozenset(lesson for lesson, stands in progress(connection).items() if stands.done)


def was_welcomed(connection: sqlite3.Connection) -> bool:
    """Say whether the learner was welcomed, on whichever day."""
    return connection.execute(SAID, (WELCOME,)).fetchone() is not None


def was_declined(connection: sqlite3.Connection, day: int) -> bool:
    """Say whether the learner declined a lesson on study day `day`."""
    return connection.execute(f"{SAID} AND day = ?", (OFFER, day)).fetchone() is not None


def _of(connection: sqlite3.Connection, card: str) -> Progress:
    rows = connection.execute(FINISHES, (card,))
    days = {day for day, body in rows if body_from(body).get("done") is True}
    row = connection.execute(LATEST, (card,)).fetchone()
    day, body = (0, {}) if row is None else (row[0], body_from(row[1]))
    over = body.get("done") is True
    return Progress(0 if over else _count(body, "at"), _count(body, "of"), bool(days), day, len(days))


def _count(body: Mapping[str, Any], name: str) -> int:
    """Return a whole number ≥ 0 of a body; what is none counts as 0."""
    value = body.get(name)
    return value if type(value) is int and value >= 0 else 0
