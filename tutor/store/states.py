"""The cache of card states: rows to values and back, and the questions asked of all of them at once.

It may be deleted at any moment; `doctor.rebuild` folds it anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tutor.memory.keeping import NOTHING_KEPT, Kept
from tutor.memory.state import CardState, Memory, Unseen

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

COLUMNS = (
    "card, stability, difficulty, due, first_day, last_day, reviews, lapses, recent,"
    " seen_day, suspended, buried_until, last_instant, last_id, last_rated"
)
READ = f"SELECT {COLUMNS} FROM card_states WHERE card = ?"  # noqa: S608  (names of columns, no input)
WRITE = f"REPLACE INTO card_states ({COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"  # noqa: S608
IS_DUE = "stability IS NOT NULL AND suspended = 0 AND due <= :day AND buried_until <= :day"
AT_ONCE = 500  # SQLite allows 999 parameters at least

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class DueRow:
    """A card that is due: stability in days, `due` and `last_day` study days."""

    card: str
    stability: float
    due: int
    last_day: int


def read(connection: sqlite3.Connection, card: str) -> Kept:
    """Return what is cached about one card."""
    row = connection.execute(READ, (card,)).fetchone()
    return NOTHING_KEPT if row is None else from_row(row)


def read_many(connection: sqlite3.Connection, cards: Sequence[str]) -> dict[str, CardState]:
    """Return the states of the cards that have one."""
    found: dict[str, CardState] = {}
    for start in range(0, len(cards), AT_ONCE):
        part = cards[start : start + AT_ONCE]
        marks = ",".join("?" * len(part))
        rows = connection.execute(f"SELECT {COLUMNS} FROM card_states WHERE card IN ({marks})", part)  # noqa: S608
        found |= {row[0]: from_row(row).state for row in rows}
    return found


def read_all(connection: sqlite3.Connection) -> Iterator[tuple[str, Kept]]:
    """Yield every cached card."""
    for row in connection.execute(f"SELECT {COLUMNS} FROM card_states"):  # noqa: S608
        yield row[0], from_row(row)


def write(connection: sqlite3.Connection, card: str, kept: Kept) -> None:
    """Cache one card's state, inside the caller's transaction."""
    connection.execute(WRITE, to_row(card, kept))


def write_many(connection: sqlite3.Connection, kept: Iterable[tuple[str, Kept]]) -> None:
    """Cache many states, inside the caller's transaction."""
    connection.executemany(WRITE, (to_row(card, one) for card, one in kept))


def due_count(connection: sqlite3.Connection, day: int) -> int:
    """Return how many cards are due on study day `day`, whether or not the course still has them."""
    count: int = connection.execute(f"SELECT count(*) FROM card_states WHERE {IS_DUE}", {"day": day}).fetchone()[0]  # noqa: S608
    return count


def due_rows(connection: sqlite3.Connection, day: int, limit: int) -> tuple[DueRow, ...]:
    """Return at most `limit` due cards, the lowest recall first.

    Recall falls with (day − last day)/stability, so no power needs to be computed.
    """
    rows = connection.execute(
        f"SELECT card, stability, due, last_day FROM card_states WHERE {IS_DUE}"  # noqa: S608
        " ORDER BY (:day - last_day) / stability DESC, card LIMIT :limit",
        {"day": day, "limit": limit},
    )
    return tuple(DueRow(*row) for row in rows)


def from_row(row: Row) -> Kept:
    """Read a row of `COLUMNS`."""
    _, stability, difficulty, due, first, last, reviews, lapses, recent, seen, suspended, buried, *order = row
    memory = (
        Unseen()
        if stability is None
        else Memory(stability, difficulty, due, first, last, reviews, lapses, tuple(map(int, recent)))
    )
    instant, event, rated = order
    return Kept(CardState(memory, seen, bool(suspended), buried), (instant, event), rated)


def to_row(card: str, kept: Kept) -> Row:
    """Write a row of `COLUMNS`; the grades of `recent` are digits side by side."""
    state = kept.state
    match state.memory:
        case Unseen():
            known: Row = (None, None, None, None, None, 0, 0, "")
        case Memory() as memory:
            known = (
                *(memory.stability, memory.difficulty, memory.due, memory.first_day, memory.last_day),
                *(memory.reviews, memory.lapses, "".join(map(str, memory.recent))),
            )
    return (card, *known, state.seen_day, int(state.suspended), state.buried_until, *kept.last, kept.rated)
