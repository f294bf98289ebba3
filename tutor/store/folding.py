"""The whole journal folded into card states, from SQLite.

Bodies are cut down inside SQLite to what a fold reads; the few events that speak about others come whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.memory import bulk, keeping
from tutor.memory.columns import READ
from tutor.memory.keeping import NOTHING_KEPT
from tutor.store import history, renames

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

    from tutor.memory.columns import Batch
    from tutor.memory.keeping import Kept

PATHS = ", ".join(f"'$.{name}'" for name in READ)
CUT = f"CASE WHEN json_valid(body) THEN json_extract(body, {PATHS}) END"
EVENTS = f"SELECT id, instant, day, kind, card, {CUT} FROM events ORDER BY seq"  # noqa: S608
SPEAKING = f"SELECT {history.COLUMNS} FROM events WHERE kind IN ('undone', 'regraded')"  # noqa: S608
AT_ONCE = 2_000


def fold_all(connection: sqlite3.Connection, names: Mapping[str, str]) -> dict[str, Kept]:
    """Fold every event; return what is kept of each card that has one, by its present id in `names`.

    Measured: 1 000 000 events of 20 000 cards in 3.5 s and 330 MB.
    """
    speaking = map(history.from_row, connection.execute(SPEAKING))
    found = bulk.fold_batches(_batches(connection), speaking)
    together = names.keys() | set(names.values())
    apart = {card: _kept(connection, card) for card in sorted(found.undecided - together)}
    kept = {card: one for card, one in (found.kept | apart).items() if card not in together}
    for card in sorted(together - names.keys()):
        one = _kept(connection, *renames.all_names(card, names))
        if one != NOTHING_KEPT:
            kept[card] = one
    return kept


def _kept(connection: sqlite3.Connection, *names: str) -> Kept:
    return keeping.keep(history.of_card(connection, *names).events)


def _batches(connection: sqlite3.Connection) -> Iterator[Batch]:
    rows = connection.execute(EVENTS)
    while part := rows.fetchmany(AT_ONCE):
        ids, instants, days, kinds, cards, texts = zip(*part, strict=True)
        yield ids, instants, days, kinds, cards, texts
