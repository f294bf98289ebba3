"""What stands around a card: the other cards of its fact, the one before it, the rungs of its ladder, its mistakes.

Read through the library's connection, with the journal attached as `journal`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tutor.questions.codec import card_from_json
from tutor.store import counts, progress
from tutor.store.counts import OPENS_AT as OPENS
from tutor.store.ledger import OFTEN
from tutor.store.library_schema import ROOM
from tutor.store.packed import unpack
from tutor.store.shelf import OWN

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from tutor.questions.model import Card

SIBLINGS = "SELECT id FROM cards WHERE fact = ? AND id <> ? ORDER BY position"
SEEN = """SELECT c.id FROM cards AS c CROSS JOIN journal.card_states AS s ON s.card = c.id
    WHERE c.fact = ? AND c.id <> ? AND s.seen_day = ? LIMIT 1"""
BEFORE = """SELECT c.previous, s.stability FROM cards AS c LEFT JOIN journal.card_states AS s ON s.card = c.previous
    WHERE c.id = ?"""
AHEAD = "SELECT count(*) FROM unseen WHERE open = 1 AND position < (SELECT position FROM cards WHERE id = ?)"
OWN_AHEAD = f"""SELECT count(*) FROM unseen
    WHERE open = 1 AND position < (SELECT count(*) FROM lessons WHERE part = {OWN}) * {ROOM}"""  # noqa: S608
IN_LESSONS = """SELECT count(*) FROM unseen AS u JOIN cards AS c ON c.id = u.card
    WHERE u.open = 1 AND c.lesson IN ({}) AND u.position {} (SELECT position FROM cards WHERE id = ?)"""
LADDER = """SELECT json FROM cards WHERE lesson = ? AND json LIKE '%"ladder"%' ORDER BY position"""
MISTAKES = """SELECT mistake, sum(times), sum(since), max(last_day) FROM journal.ledger WHERE card IN ({})
    GROUP BY mistake ORDER BY 2 DESC, 4 DESC, 1"""

MOST_TEXTS = 1500
ALL_TEXTS = "SELECT id, json FROM cards WHERE fact <> :fact OR id = :card"
NEAR_TEXTS = """SELECT id, json FROM cards WHERE id = :card
    OR (fact <> :fact AND id IN (SELECT id FROM (SELECT id FROM cards WHERE lesson = :lesson LIMIT :most)
        UNION SELECT card FROM (SELECT other.card FROM card_tags AS own JOIN card_tags AS other ON other.tag = own.tag
            WHERE own.card = :card LIMIT :most)))"""
NO_TEXT = frozenset({"mistake", "curve", "curves", "expression", "digits", "range"})


@dataclass(frozen=True, slots=True)
class MadeHere:
    """A mistake made at one card: how often, how often since its last contrast, on which study day last."""

    mistake: str
    times: int
    since: int
    last_day: int

    @property
    def often(self) -> bool:
        """Say whether a session begins with its contrast."""
        return self.since >= OFTEN


@dataclass(frozen=True, slots=True)
class Place:
    """Where a card stands in its fact and among the new ones.

    `before` is the card that keeps it closed ("" when it is open) and `lasts` how many days that one lasts;
    `sibling` was answered today; `ahead` new cards come first.
    """

    before: str = ""
    lasts: float = 0.0
    sibling: str = ""
    ahead: int = 0
    taught: bool = False


def siblings(connection: sqlite3.Connection, card: Card) -> tuple[str, ...]:
    """Return the other cards of the same fact, in the order in which they open."""
    return tuple(name for (name,) in connection.execute(SIBLINGS, (card.fact, card.id)))


def place(connection: sqlite3.Connection, card: Card, day: int, *, together: bool = False) -> Place:
    """Return what keeps a card from coming on study day `day`."""
    counts.catch_up(connection)
    previous, lasts = connection.execute(BEFORE, (card.id,)).fetchone() or (None, None)
    closed = previous is not None and (lasts or 0.0) < OPENS
    seen = None if together else connection.execute(SEEN, (card.fact, card.id, day)).fetchone()
    lessons = tuple(progress.finished(connection))
    taught = card.lesson in lessons
    return Place(
        previous if closed and previous else "",
        lasts or 0.0,
        seen[0] if seen else "",
        _ahead(connection, card, lessons),
        taught,
    )


def _ahead(connection: sqlite3.Connection, card: Card, lessons: tuple[str, ...]) -> int:
    """Return how many open new cards come before this one: the learner's own, then those of finished lessons."""
    taught = card.lesson in lessons
    before = _number(connection, OWN_AHEAD) if taught else _number(connection, AHEAD, card.id)
    if card.part == OWN or not lessons:
        return before
    counted = IN_LESSONS.format(",".join("?" * len(lessons)), "<" if taught else ">")
    return before + _number(connection, counted, *lessons, card.id)


def _number(connection: sqlite3.Connection, statement: str, *values: str) -> int:
    number: int = connection.execute(statement, values).fetchone()[0]
    return number


def rungs(connection: sqlite3.Connection, card: Card) -> tuple[Card, ...]:
    """Return the rungs of the interview ladder that a card belongs to, from the headline down; none without one."""
    if card.ladder is None:
        return ()
    rows = connection.execute(LADDER, (card.lesson,))
    found = [card_from_json(unpack(packed)) for (packed,) in rows]
    own = [one for one in found if one.ladder is not None and one.ladder[0] == card.ladder[0]]
    return tuple(sorted(own, key=lambda one: one.ladder or ("", 0)))


def mistakes_at(connection: sqlite3.Connection, names: tuple[str, ...]) -> tuple[MadeHere, ...]:
    """Return the mistakes made at a card under all its names, most often first; the ledger must be up to date."""
    rows = connection.execute(MISTAKES.format(",".join("?" * len(names))), names)
    return tuple(MadeHere(*row) for row in rows)


def texts(connection: sqlite3.Connection, card: Card) -> dict[str, str]:
    """Return what is said in a card and in those it may be like, other cards of its fact left out.

    Of a very large course only cards that share a tag or the lesson are looked at, `MOST_TEXTS` of them.
    """
    (count,) = connection.execute("SELECT count(*) FROM cards").fetchone()
    chosen = ALL_TEXTS if count <= MOST_TEXTS else NEAR_TEXTS
    values = {"card": card.id, "fact": card.fact, "lesson": card.lesson, "most": MOST_TEXTS}
    rows = connection.execute(chosen, values)
    return {name: " ".join(strings(unpack(packed))) for name, packed in rows}


def strings(card: dict[str, Any]) -> Iterator[str]:
    """Yield every text of a packed card that a learner reads."""
    waiting: list[Any] = [card.get(name) for name in ("ask", "body", "why")]
    while waiting:
        value = waiting.pop()
        match value:
            case str():
                yield value
            case list():
                waiting += value
            case dict():
                waiting += [inner for name, inner in value.items() if name not in NO_TEXT]
