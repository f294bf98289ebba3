"""Which cards wait today: due ones by how well they would be recalled, fresh ones in syllabus order.

Fresh cards of the learner's own notes and decks come first, then those of lessons that were finished.

Reads card states from the journal and facts from the library, through the library's connection. One
card of a fact per day; a fact of which any card was answered today waits for tomorrow.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from tutor.store import counts, library_schema, progress
from tutor.store.counts import DUE, FRESH, RESTED
from tutor.store.database import refusals
from tutor.store.filters import NO_FILTERS
from tutor.store.shelf import OWN as OWN_PART

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from tutor.store.filters import Filters
    from tutor.store.library import Library

MARGIN = 4  # candidates per card wanted; eight times more are read when facts or filters take too many
EXACT = 2000  # due facts are counted one by one up to here (3 ms); beyond, a backlog is told by its cards
BY_RECALL = f"""WITH top AS MATERIALIZED (
        SELECT s.card, (:day - s.last_day) / s.stability AS lost FROM journal.card_states AS s
        WHERE {DUE} ORDER BY lost, s.card LIMIT :most)
    SELECT c.id, c.lesson, c.part, c.fact, s.stability, s.difficulty, s.due, s.last_day
    FROM top CROSS JOIN cards AS c INDEXED BY cards_narrow ON c.id = top.card
    CROSS JOIN journal.card_states AS s ON s.card = top.card
    WHERE {RESTED}{{}} ORDER BY top.lost, c.position"""  # noqa: S608  (constants of `counts`)
CANDIDATES = f"SELECT count(*) FROM journal.card_states AS s WHERE {DUE}"  # noqa: S608
IN_ORDER = f"SELECT c.id, c.lesson, c.part, c.fact {FRESH}{{}} ORDER BY u.position"
# The cards of a lesson have neighbouring places, so those of one lesson are found without looking at others.
OF_LESSON = f" AND u.position >= :place * {library_schema.ROOM} AND u.position < (:place + 1) * {library_schema.ROOM}"
# Notes and decks have the first places of all.
OWN = f" AND u.position < (SELECT count(*) FROM lessons WHERE part = {OWN_PART}) * {library_schema.ROOM}"  # noqa: S608
PLACES = "SELECT position FROM lessons WHERE id IN ({}) AND position >= 0 ORDER BY position"


@dataclass(frozen=True, slots=True)
class DueCard:
    """A card that is due, with its memory; days are study days."""

    id: str
    lesson: str
    part: int
    fact: str
    stability: float
    difficulty: float
    due: int
    last_day: int


@dataclass(frozen=True, slots=True)
class FreshCard:
    """A card that was never rated and may be shown."""

    id: str
    lesson: str
    part: int
    fact: str


C = TypeVar("C", DueCard, FreshCard)


class Waiting:
    """The cards of `library` that wait in the journal at `journal`; the journal must exist.

    `together` lets cards of one fact come on the same day.
    """

    def __init__(self, library: Library, journal: Path, *, together: bool = False) -> None:
        self.library = library
        self.journal = journal
        self.together = together
        with refusals(journal):
            library.attach(journal)

    def due(self, day: int, limit: int, filters: Filters = NO_FILTERS) -> tuple[tuple[DueCard, ...], int]:
        """Return at most `limit` due cards, the highest recall first, and how many there are.

        After weeks away that order loses least (design, section 4: 13 % missed against 35 %). Recall falls
        with (day − last day)/stability, so no power is needed. The count stops one above `limit`: a session
        asks only whether there are more, and counting a backlog takes 5 ms.
        """
        with refusals(self.journal):
            candidates = self._candidates(day)
            most = MARGIN * limit
            found = self._by_recall(day, limit, filters, most)
            while len(found) < limit and most < candidates:
                most *= 8
                found = self._by_recall(day, limit, filters, most)
            return found, len(found) if len(found) < limit else self._count(day, filters, limit + 1)

    def _by_recall(self, day: int, limit: int, filters: Filters, most: int) -> tuple[DueCard, ...]:
        conditions, values = filters.where("c")
        rows = self.library.connection.execute(BY_RECALL.format(conditions), self._values(values, day=day, most=most))
        return tuple(self._apart((DueCard(*row) for row in rows), limit))

    def _candidates(self, day: int) -> int:
        """Return how many cards are due, whether or not the course still has them."""
        count: int = self.library.connection.execute(CANDIDATES, {"day": day}).fetchone()[0]
        return count

    def _count(self, day: int, filters: Filters, most: int) -> int:
        conditions, values = filters.where("c")
        values = self._values(values, day=day, most=most)
        row = self.library.connection.execute(counts.DUE_FACTS.format(conditions), values).fetchone()
        count: int = row[0]
        return count

    def due_count(self, day: int, filters: Filters = NO_FILTERS) -> int:
        """Return how many facts have a due card that may be shown on `day`; a large backlog counts its cards."""
        with refusals(self.journal):
            if filters != NO_FILTERS:
                return self._count(day, filters, -1)
            facts = self._count(day, filters, EXACT)
            return self._candidates(day) if facts == EXACT else facts

    def tomorrow(self, day: int) -> int:
        """Return how many facts will have a due card on the day after `day`, as things stand."""
        return self.due_count(day + 1)

    def fresh(self, day: int, limit: int, filters: Filters = NO_FILTERS) -> tuple[FreshCard, ...]:
        """Return at most `limit` new cards whose fact is open and rests today, in syllabus order.

        The learner's own cards come first, then those of finished lessons. Open: the card before it in its
        fact has stability ≥ 7 days, or there is none.
        """
        with refusals(self.journal):
            counts.catch_up(self.library.connection)
            own, all_others = self._in_order(day, filters, OWN), self._in_order(day, filters)
            return tuple(self._apart(chain(own, self._taught(day, filters), all_others), limit))

    def holds_taught(self, day: int) -> bool:
        """Say whether a finished lesson still holds a new card that may be shown on `day`."""
        with refusals(self.journal):
            counts.catch_up(self.library.connection)
            return next(self._taught(day, NO_FILTERS), None) is not None

    def _taught(self, day: int, filters: Filters) -> Iterator[FreshCard]:
        """Yield the new cards of finished lessons in syllabus order."""
        connection = self.library.connection
        lessons = tuple(progress.finished(connection))
        places = connection.execute(PLACES.format(",".join("?" * len(lessons))), lessons).fetchall() if lessons else []
        return chain.from_iterable(self._in_order(day, filters, OF_LESSON, place) for (place,) in places)

    def _in_order(self, day: int, filters: Filters, where: str = "", place: int = 0) -> Iterator[FreshCard]:
        """Yield new cards in syllabus order, those `where` the condition holds; each is looked up when asked for."""
        conditions, values = filters.where("c")
        statement = IN_ORDER.format(conditions + where)
        rows = self.library.connection.execute(statement, self._values(values, day=day, place=place))
        return (FreshCard(*row) for row in rows)

    def new_today(self, day: int) -> int:
        """Return how many cards were rated for the first time on `day`."""
        with refusals(self.journal):
            return counts.new_today(self.library.connection, day)

    def reviewed_today(self, day: int) -> int:
        """Return how many cards met on an earlier day were rated on `day`."""
        with refusals(self.journal):
            return counts.reviewed_today(self.library.connection, day)

    def counts(self, day: int, reviews: int, new: int) -> tuple[int, int]:
        """Return how many due and new cards a session of today would hold, under today's caps."""
        with refusals(self.journal):
            return counts.waiting(self.library.connection, day, reviews, new, together=self.together)

    def _values(self, values: dict[str, object], **more: object) -> dict[str, object]:
        return {**values, **more, "together": self.together}

    def _apart(self, cards: Iterable[C], limit: int) -> Iterator[C]:
        """Yield `limit` cards at most, each once, or the first of each fact."""
        return _firsts(cards, limit, (lambda card: card.id) if self.together else (lambda card: card.fact))


def _firsts(cards: Iterable[C], limit: int, of: Callable[[C], str]) -> Iterator[C]:
    """Yield the first card `of` each name, `limit` at most; rows behind the last one are never computed."""
    names: set[str] = set()
    for card in cards:
        if len(names) >= limit:
            return
        if of(card) not in names:
            names.add(of(card))
            yield card
