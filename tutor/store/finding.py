"""Cards that a query describes, found by SQLite: the course's rows beside what the journal knows of each.

The library's connection has the journal attached. A comparison with what a new card does not have is false.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from tutor.memory.fields import LEECH_CURED, LEECH_LAPSES, mastery_at
from tutor.memory.fsrs import retrievability
from tutor.memory.state import NEW
from tutor.reports.query.tree import All, Any, Compare, Field, Not, State, Words
from tutor.store import states
from tutor.store.counts import DUE
from tutor.store.packed import unpack
from tutor.store.shelf import CardRow, escaped
from tutor.text import Text

if TYPE_CHECKING:
    from tutor.memory.state import CardState
    from tutor.reports.query import Query
    from tutor.store.filters import Filters
    from tutor.store.library import Library

MATURE = 21  # days of interval from which a card counts as mature, as in Anki
STATES = {
    "due": f"({DUE})",
    "new": "s.stability IS NULL",
    "leech": f"(s.lapses >= {LEECH_LAPSES} AND s.stability < {LEECH_CURED})",
    "suspended": "s.suspended = 1",
    "buried": "s.buried_until > :day",
    "young": f"s.due - s.last_day < {MATURE}",
    "mature": f"s.due - s.last_day >= {MATURE}",
}
NUMBERS = {
    "mastery": "coalesce(mastery(s.stability), 0)",
    "lapses": "coalesce(s.lapses, 0)",
    "reviews": "coalesce(s.reviews, 0)",
    "stability": "s.stability",
    "difficulty": "s.difficulty",
    "recall": "recall(:day - s.last_day, s.stability)",
    "due": "s.due - :day",
    "seen": ":day - s.last_day",
}
SORTS = {"id": "c.id", "kind": "c.kind", "course": "c.position"} | NUMBERS
OF_CARD = "(c.id || ' ' || c.fact || ' ' || c.zh || ' ' || c.en)"
FOUND = """SELECT c.id, c.part, c.lesson, c.kind, c.fact, c.zh, c.en, c.tags, {columns}
    FROM cards AS c LEFT JOIN journal.card_states AS s ON s.card = c.id
    WHERE {conditions} ORDER BY {order} LIMIT :limit""".replace(
    "{columns}", ", ".join(f"s.{name}" for name in states.NAMES)
)
COUNT = """SELECT count(*) FROM cards AS c LEFT JOIN journal.card_states AS s ON s.card = c.id WHERE {}"""
CASTS = {"tag": str, "id": str, "lesson": str, "kind": str, "mistake": str, "part": int}


@dataclass(frozen=True, slots=True)
class Found:
    """A card with what is known of it; its tags lie packed, most lists do not show them."""

    row: CardRow
    packed_tags: str
    state: CardState

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the card's tags."""
        return tuple(unpack(self.packed_tags))


@dataclass(frozen=True, slots=True)
class Order:
    """In what order cards come: by a name of `SORTS`, from the largest down when `falling`; cards without one last."""

    name: str = "course"
    falling: bool = False


IN_COURSE = Order()


def find(
    library: Library, query: Query, filters: Filters, day: int, *, order: Order = IN_COURSE, limit: int = -1
) -> tuple[Found, ...]:
    """Return the cards that `query` and `filters` let through on study day `day`, `limit` of them at most (all: −1)."""
    conditions, values = _where(query, filters, day)
    key = SORTS[order.name]
    placed = f"{key} IS NULL, {key}{' DESC' if order.falling else ''}, c.position"
    statement = FOUND.format(conditions=conditions, order=placed)
    rows = _connected(library).execute(statement, {**values, "limit": limit})
    return tuple(
        Found(
            CardRow(card, part, lesson, kind, fact, Text(zh, en)),
            tags,
            NEW if state[0] is None else states.from_row(state).state,
        )
        for card, part, lesson, kind, fact, zh, en, tags, *state in rows
    )


def count(library: Library, query: Query, filters: Filters, day: int) -> int:
    """Return how many cards there are of that description."""
    conditions, values = _where(query, filters, day)
    number: int = _connected(library).execute(COUNT.format(conditions), values).fetchone()[0]
    return number


def _connected(library: Library):  # type: ignore[no-untyped-def]  # noqa: ANN202
    """Return the connection, which can compute what a card's memory means."""
    connection = library.connection
    connection.create_function("mastery", 1, lambda s: None if s is None else mastery_at(s), deterministic=True)
    connection.create_function(
        "recall", 2, lambda days, s: None if s is None else retrievability(max(0, days), s), deterministic=True
    )
    return connection


def _where(query: Query, filters: Filters, day: int) -> tuple[str, dict[str, object]]:
    extra, values = filters.where("c")
    values |= {"day": day}
    return f"{_condition(query, values)}{extra}", values


def _condition(query: Query, values: dict[str, object]) -> str:
    """Return a query as an SQL condition that is never NULL; its values go into `values`."""
    match query:
        case Words(text):
            return f"{OF_CARD} LIKE {_mark(f'%{escaped(text)}%', values)} ESCAPE '\\'"
        case Field(name, wanted):
            return _field(name, wanted, values)
        case Compare(name, sign, value):
            return f"coalesce({NUMBERS[name]} {sign} {_mark(value, values)}, 0)"
        case State(name):
            return f"coalesce({STATES[name]}, 0)"
        case Not(part):
            return f"NOT {_condition(part, values)}"
        case All(parts):
            return f"({' AND '.join(_condition(part, values) for part in parts)})" if parts else "1"
        case Any(parts):
            return f"({' OR '.join(_condition(part, values) for part in parts)})"
        case _:
            assert_never(query)


def _field(name: str, wanted: tuple[str, ...], values: dict[str, object]) -> str:
    if name == "id":
        return f"({' OR '.join(_id(text, values) for text in wanted)})" if wanted else "0"
    marks = ", ".join(_mark(CASTS[name](value), values) for value in wanted)
    match name:
        case "tag":
            return f"c.id IN (SELECT card FROM card_tags WHERE tag IN ({marks}))"  # noqa: S608  (names of marks)
        case "mistake":
            return f"c.id IN (SELECT card FROM journal.ledger WHERE mistake IN ({marks}))"  # noqa: S608
        case _:
            return f"c.{name} IN ({marks})"


def _id(text: str, values: dict[str, object]) -> str:
    """Return that an id holds a text."""
    return f"c.id LIKE {_mark(f'%{escaped(text)}%', values)} ESCAPE '\\'"


def _mark(value: object, values: dict[str, object]) -> str:
    """Keep a value under a name of its own; return its mark."""
    name = f"q{len(values)}"
    values[name] = value
    return f":{name}"
