"""How long this learner takes for a card, and on which days; like `counts` it imports nothing but sqlite3."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

AT_FIRST = 15.0  # seconds a card, before there are answers to go by
LONGEST = 60_000  # milliseconds of one answer that count (Anki's cap)
REMEMBERED = 200  # the last answers

# A turn of a game is no card: it may take a minute, or a second. The journal writes JSON without spaces.
GAME = """instr(body, '"reason":"game"') > 0"""
SPOKEN = """instr(body, '"climb":"') > 0"""  # in an interview one talks for two minutes
PACE = f"""SELECT avg(min(ms, {LONGEST})) / 1000.0, count(*) FROM (
    SELECT json_extract(body, '$.ms') AS ms FROM {{schema}}.events
    WHERE kind IN ('answered', 'practised') AND NOT ({GAME} OR {SPOKEN}) ORDER BY seq DESC LIMIT {REMEMBERED})"""  # noqa: S608 - constants of this module
ENOUGH = 20  # answers from which the learner's own pace is used


def seconds_a_card(connection: sqlite3.Connection, schema: str = "main") -> float:
    """Return the mean seconds of the last answers in the journal attached as `schema`."""
    mean, count = connection.execute(PACE.format(schema=schema)).fetchone()
    return float(mean) if count >= ENOUGH and mean else AT_FIRST


def minutes(cards: int, seconds: float) -> int:
    """Return whole minutes for `cards`, at least one when there is any."""
    return max(1, round(cards * seconds / 60)) if cards else 0


def days_studied(connection: sqlite3.Connection, first: int) -> frozenset[int]:
    """Return the study days from `first` on that hold an answer."""
    rows = connection.execute(
        "SELECT DISTINCT day FROM events WHERE day >= ? AND kind IN ('answered', 'practised')", (first,)
    )
    return frozenset(day for (day,) in rows)


RECENT = """SELECT instant, coalesce(json_extract(body, '$.ms'), 0) FROM events
    WHERE kind IN ('answered', 'practised') ORDER BY seq DESC LIMIT ?"""


def recent(connection: sqlite3.Connection, most: int = 600) -> list[tuple[int, int]]:
    """Return instant and milliseconds of the last answers, the latest first."""
    return [(instant, int(ms)) for instant, ms in connection.execute(RECENT, (most,))]


def was_asked(connection: sqlite3.Connection, function: str, day: int) -> bool:
    """Say whether a question made up about a function was answered on study day `day`, not only in a game."""
    found = f"""SELECT 1 FROM events INDEXED BY events_of_day WHERE day = ? AND kind = 'practised'
        AND card LIKE '~%' AND substr(card, instr(card, '.') + 1) = ? AND NOT {GAME}"""  # noqa: S608 - constants
    return connection.execute(found, (day, function)).fetchone() is not None
