"""Answers as rows of Anki's review log: rated ones as reviews, practice as type 3 with factor 0: it rates nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tutor.memory import fold
from tutor.memory.state import NEW, Memory

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tutor.events import Event
    from tutor.exchange.leaving import Leaving
    from tutor.memory.state import CardState
    from tutor.questions.model import Card

COLUMNS = ("id", "cid", "usn", "ease", "ivl", "lastIvl", "factor", "time", "type")
LEARNED, REVIEWED, PRACTISED = 0, 1, 3
MOST_MS = 60_000  # Anki counts no more than a minute for one answer
UNSENT = -1  # what Anki calls a row that its server has not seen
DAY_MS = 86_400_000
NOON = DAY_MS // 2
UNIX_DAY = date(1970, 1, 1).toordinal()
EARLIEST = 946_684_800_000  # the year 2000: Anki's own numbers begin later


@dataclass(frozen=True, slots=True)
class Row:
    """One answer of a card of ours; `columns` are the numbers of `COLUMNS`."""

    card: str
    columns: tuple[int, int, int, int, int, int, int, int, int]


def revlog_rows(leaving: Leaving) -> tuple[Row, ...]:
    """Return the answers to the cards that leave, in order; `id` is their millisecond, one later where two share it."""
    numbers = identities(leaving.cards, leaving.now)
    pasts: dict[str, _Past] = {}
    taken: dict[int, int] = {}
    rows: list[Row] = []
    for event in leaving.events:
        grade = fold.grade_of(event.body)
        if event.card not in numbers or grade is None or event.instant < 1000:
            continue
        past = pasts.setdefault(event.card, _Past(leaving.states.get(event.card, NEW)))
        at = _free(event.instant // 1000, taken)
        told = past.answer(event, grade)
        rows.append(Row(event.card, (at, numbers[event.card], UNSENT, grade, *told)))
    return tuple(rows)


def identities(cards: Sequence[Card], now: int) -> Mapping[str, int]:
    """Return a number for each card, of which Anki makes the day the card was added: milliseconds since 1970."""
    taken: dict[int, int] = {}
    return {card.id: _free(_created(card, now // 1000), taken) for card in cards}


def _created(card: Card, now: int) -> int:
    try:
        added = (date.fromisoformat(card.created).toordinal() - UNIX_DAY) * DAY_MS + NOON
    except ValueError:
        added = now // DAY_MS * DAY_MS
    return max(added, EARLIEST)


def _free(number: int, after: dict[int, int]) -> int:
    """Return the first number from `number` on that is not taken, and take it; `after` leads from taken ones on."""
    wished = number
    while number in after:
        number = after[number]
    after[wished] = after[number] = number + 1
    return number


class _Past:
    """What is known of one card while its answers are walked through."""

    def __init__(self, final: CardState) -> None:
        self.state: CardState = NEW
        self.rated: set[int] = set()
        self.began = final.memory.first_day if isinstance(final.memory, Memory) else 0

    def answer(self, event: Event, grade: int) -> tuple[int, int, int, int, int]:
        """Take in an answer; return interval, last interval, factor, milliseconds and type."""
        last, ms = _interval(self.state), _ms(event.body)
        if event.kind == "practised" or event.day in self.rated:
            return last, last, 0, ms, PRACTISED
        known = isinstance(self.state.memory, Memory) or 0 < self.began < event.day
        self.state = fold.rate(self.state, event.day, {**event.body, "grade": grade})
        self.rated.add(event.day)
        return _interval(self.state), last, _factor(self.state), ms, REVIEWED if known else LEARNED


def _interval(state: CardState) -> int:
    memory = state.memory
    return max(1, memory.due - memory.last_day) if isinstance(memory, Memory) else 0


def _factor(state: CardState) -> int:
    """Return the difficulty as Anki writes it: 100 for the easiest, 1100 for the hardest."""
    memory = state.memory
    return round(100 + (memory.difficulty - 1) / 9 * 1000) if isinstance(memory, Memory) else 0


def _ms(body: Mapping[str, object]) -> int:
    ms = body.get("ms")
    return min(ms, MOST_MS) if type(ms) is int and ms > 0 else 0


def last_answers(rows: Sequence[Row]) -> Mapping[str, int]:
    """Return the second of the last rated answer of each card."""
    return dict(_last(rows))


def _last(rows: Sequence[Row]) -> Iterator[tuple[str, int]]:
    for row in rows:
        if row.columns[-1] != PRACTISED:
            yield row.card, row.columns[0] // 1000
