"""How all cards of the course stand, from the library with the journal attached, as columns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253  (loaded for statistics only)

from tutor.reports.all_cards import Cards
from tutor.store.database import refusals
from tutor.store.filters import NO_FILTERS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from tutor.memory.replay import Integers
    from tutor.store.filters import Filters

ALL = """SELECT c.id, c.part, c.lesson, s.stability, s.difficulty, s.last_day, s.due, s.reviews, s.lapses,
    s.suspended FROM cards AS c LEFT JOIN journal.card_states AS s ON s.card = c.id WHERE 1{} ORDER BY c.position"""
ASKED = "SELECT id, zh, en FROM cards WHERE id = ?"


def read(library: sqlite3.Connection, filters: Filters = NO_FILTERS) -> Cards:
    """Return the cards that pass the filters, in syllabus order.

    Raises `TutorError` when the journal cannot be read.
    """
    conditions, values = filters.where("c")
    path = Path(library.execute("PRAGMA database_list").fetchone()[2])
    with refusals(path):
        rows = library.execute(ALL.format(conditions), values).fetchall()
    columns = list(zip(*rows, strict=True)) if rows else [()] * 10
    card, part, lesson, stability, difficulty, last_day, due, reviews, lapses, suspended = columns
    lessons = tuple(dict.fromkeys(lesson))
    place = {one: number for number, one in enumerate(lessons)}
    return Cards(
        lessons,
        tuple(card),
        np.array(part, dtype=np.int64),
        np.array([place[one] for one in lesson], dtype=np.int64),
        np.array(stability, dtype=np.float64),  # None becomes NaN
        np.array(difficulty, dtype=np.float64),
        last_day=_whole(last_day),
        due=_whole(due),
        reviews=_whole(reviews),
        lapses=_whole(lapses),
        suspended=_whole(suspended) != 0,
    )


def _whole(column: Iterable[int | None]) -> Integers:
    """Return whole numbers, 0 where there are none."""
    return np.array([value or 0 for value in column], dtype=np.int64)


def asked(library: sqlite3.Connection, cards: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return the question of each card in Chinese and English."""
    rows = (library.execute(ASKED, (card,)).fetchone() for card in cards)
    return {row[0]: (row[1], row[2]) for row in rows if row is not None}
