"""How many cards wait: the SQL behind `tutor due`, which may import nothing but sqlite3.

The connection is to the library, with the journal attached as `journal`. Days are study days. The
unseen cards are a projection of the journal, brought up to date from the events that came since.
CROSS JOIN keeps SQLite from walking through all cards first (measured: nine times slower).
"""

from __future__ import annotations

import sqlite3  # noqa: TC003  (typing, which would hide it, costs as much as sqlite3)

OPENS_AT = 7.0  # days of stability at which the next card of a fact opens (design, section 4)
REBUILD_AT = 2000  # touched cards; from here on one pass over all cards is faster than card by card

DUE = "s.stability IS NOT NULL AND s.suspended = 0 AND s.due <= :day AND s.buried_until <= :day"
# Answers of a day are found through the events: an index of days over the states would cost every answer
# three more pages. Whether an answer still stands, the state knows.
TODAYS = """journal.events AS e INDEXED BY events_of_day CROSS JOIN journal.card_states AS s ON s.card = e.card
    {} WHERE e.day = :day AND e.kind IN ('answered', 'practised')"""
SEEN_FACTS = f"""SELECT c.fact FROM {TODAYS.format("CROSS JOIN cards AS c INDEXED BY cards_narrow ON c.id = s.card")}
    AND s.seen_day = :day"""  # noqa: S608  (constants of this module)
# A learner who does not keep the cards of a fact apart (`together`) counts cards where others count facts.
RESTED = f"(:together OR c.fact NOT IN ({SEEN_FACTS}))"
COUNTED = "DISTINCT CASE WHEN :together THEN c.id ELSE c.fact END"
DUE_FACTS = f"""SELECT count(*) FROM (SELECT {COUNTED}
    FROM journal.card_states AS s CROSS JOIN cards AS c INDEXED BY cards_narrow ON c.id = s.card
    WHERE {DUE} AND {RESTED}{{}} LIMIT :most)"""  # noqa: S608  (constants of this module)
FRESH = f"""FROM unseen AS u JOIN cards AS c ON c.id = u.card LEFT JOIN journal.card_states AS n ON n.card = u.card
    WHERE u.open = 1
    AND (n.card IS NULL OR (n.stability IS NULL AND n.suspended = 0 AND n.buried_until <= :day))
    AND {RESTED}
    AND (:together OR NOT EXISTS (SELECT 1 FROM cards AS d JOIN journal.card_states AS s ON s.card = d.id
        WHERE d.fact = c.fact AND {DUE}))"""  # noqa: S608
FRESH_FACTS = f"SELECT count(*) FROM (SELECT {COUNTED} {FRESH} LIMIT :limit)"  # noqa: S608
NEW_TODAY = f"SELECT count(DISTINCT s.card) FROM {TODAYS.format('')} AND s.first_day = :day"  # noqa: S608
REVIEWED_TODAY = f"""SELECT count(DISTINCT s.card) FROM {TODAYS.format("")}
    AND s.last_day = :day AND s.first_day < :day"""  # noqa: S608
FILL = f"""INSERT INTO unseen SELECT c.position, c.id, c.previous IS NULL OR coalesce(p.stability, 0) >= {OPENS_AT}
    FROM cards AS c LEFT JOIN journal.card_states AS s ON s.card = c.id
    LEFT JOIN journal.card_states AS p ON p.card = c.previous WHERE s.stability IS NULL"""  # noqa: S608
# An event of a renamed card is about its present id; answers under the old one may still come from another device.
TOUCHED = """SELECT DISTINCT coalesce(renamed.value, came.card)
    FROM (SELECT DISTINCT card FROM journal.events WHERE seq > ?) AS came
    LEFT JOIN json_each((SELECT value FROM journal.meta WHERE name = 'renamed')) AS renamed
    ON renamed.key = came.card"""


def attach(connection: sqlite3.Connection, journal: str) -> None:
    """Attach the journal file as `journal`; it is read, never written."""
    connection.execute("ATTACH DATABASE ? AS journal", (journal,))


def waiting(
    connection: sqlite3.Connection, day: int, reviews: int, new: int, *, together: bool = False
) -> tuple[int, int]:
    """Return how many due and new cards a session of today would hold, under today's caps.

    `together` when cards of one fact may come on the same day.
    """
    catch_up(connection)
    room = max(0, reviews - reviewed_today(connection, day))
    due = due_facts(connection, day, room + 1, together=together)
    if due > room:
        return room, 0
    left = max(0, new - new_today(connection, day))
    values = {"day": day, "limit": left, "together": together}
    fresh: int = connection.execute(FRESH_FACTS, values).fetchone()[0]
    return due, fresh


def due_facts(connection: sqlite3.Connection, day: int, most: int = -1, *, together: bool = False) -> int:
    """Return how many facts have a card that is due and may be shown on `day`, counting up to `most`."""
    values = {"day": day, "most": most, "together": together}
    count: int = connection.execute(DUE_FACTS.format(""), values).fetchone()[0]
    return count


def new_today(connection: sqlite3.Connection, day: int) -> int:
    """Return how many cards were rated for the first time on `day`."""
    count: int = connection.execute(NEW_TODAY, {"day": day}).fetchone()[0]
    return count


def reviewed_today(connection: sqlite3.Connection, day: int) -> int:
    """Return how many cards met on an earlier day were rated on `day`."""
    count: int = connection.execute(REVIEWED_TODAY, {"day": day}).fetchone()[0]
    return count


def catch_up(connection: sqlite3.Connection) -> None:
    """Bring the unseen cards up to date with the journal; nothing is written when nothing happened."""
    here = _newest(connection)
    seen = _remembered(connection)
    if seen == here:
        return
    connection.execute("BEGIN")  # not IMMEDIATE, which would lock the attached journal too
    try:
        connection.execute("DELETE FROM meta WHERE name = 'writing'")  # takes the library's one writer's place
        seen = _remembered(connection)  # another process may have caught up while we waited
        here = _newest(connection)
        if seen is None or not _is_past(connection, seen):
            _fill(connection)
        elif seen != here:
            _follow(connection, seen[0])
        connection.execute("REPLACE INTO meta VALUES ('seen', ?)", (f"{here[0]} {here[1]}",))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite ends it by itself where the disk is full
            connection.execute("ROLLBACK")
        raise


def _newest(connection: sqlite3.Connection) -> tuple[int, str]:
    row = connection.execute("SELECT seq, id FROM journal.events ORDER BY seq DESC LIMIT 1").fetchone()
    return (0, "") if row is None else (row[0], row[1])


def _remembered(connection: sqlite3.Connection) -> tuple[int, str] | None:
    """Return the last event that the unseen cards know of, None when they were never filled."""
    row = connection.execute("SELECT value FROM meta WHERE name = 'seen'").fetchone()
    if row is None:
        return None
    number, _, name = row[0].partition(" ")
    return int(number), name


def _is_past(connection: sqlite3.Connection, seen: tuple[int, str]) -> bool:
    """Say whether the journal still holds that event: a restored or other journal does not."""
    if seen == (0, ""):
        return True
    return connection.execute("SELECT 1 FROM journal.events WHERE seq = ? AND id = ?", seen).fetchone() is not None


def _fill(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM unseen")
    connection.execute(FILL)


def _follow(connection: sqlite3.Connection, since: int) -> None:
    """Look again at every card an event was about, and at the card after it in its fact."""
    touched = [card for (card,) in connection.execute(TOUCHED, (since,))]
    if len(touched) > REBUILD_AT:
        _fill(connection)
        return
    for card in touched:
        _look_at(connection, "c.id = ?", card)
        _look_at(connection, "c.previous = ?", card)


def _look_at(connection: sqlite3.Connection, condition: str, card: str) -> None:
    gone = f"DELETE FROM unseen WHERE card IN (SELECT c.id FROM cards AS c WHERE {condition})"  # noqa: S608
    connection.execute(gone, (card,))
    connection.execute(f"{FILL} AND {condition}", (card,))
