"""The cache of card states: rows to values and back.

It may be deleted at any moment; `doctor.rebuild` folds it anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tutor.memory.keeping import NOTHING_KEPT, Kept
from tutor.memory.state import CardState, Memory, Unseen

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

NAMES = (
    *("card", "stability", "difficulty", "due", "first_day", "last_day", "reviews", "lapses", "recent"),
    *("seen_day", "suspended", "buried_until", "last_instant", "last_id", "last_rated"),
)
COLUMNS = ", ".join(NAMES)
READ = f"SELECT {COLUMNS} FROM card_states WHERE card = ?"  # noqa: S608  (names of columns, no input)
# An upsert, not REPLACE: the row stays where it is, which saves three pages of every commit.
WRITE = (
    f"INSERT INTO card_states ({COLUMNS}) VALUES ({', '.join('?' * len(NAMES))})"  # noqa: S608
    f" ON CONFLICT (card) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in NAMES[1:])}"
)
AT_ONCE = 500  # SQLite allows 999 parameters at least

Row = tuple[Any, ...]


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


def forget(connection: sqlite3.Connection, card: str) -> None:
    """Drop one card from the cache, inside the caller's transaction."""
    connection.execute("DELETE FROM card_states WHERE card = ?", (card,))


def write_many(connection: sqlite3.Connection, kept: Iterable[tuple[str, Kept]]) -> None:
    """Cache many states, inside the caller's transaction."""
    connection.executemany(WRITE, (to_row(card, one) for card, one in kept))


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
