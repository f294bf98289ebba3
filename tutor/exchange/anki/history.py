"""What the review log and a card say happened, as events of ours; the same file gives the same events.

The first answer of a study day rates, later ones and those of filtered decks that do not reschedule are practice.
Where Anki knows stability and difficulty, a seeded event at the end gives exactly these; a card of the older
algorithm keeps its due day, with the memory that its answers leave, or one estimated from ease and interval.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from math import exp, expm1, log2
from math import pow as power
from typing import TYPE_CHECKING

from tutor import chance
from tutor.events import ANSWERS, Event
from tutor.exchange.anki.revlog import UNIX_DAY
from tutor.memory.fold import LAST_DAY
from tutor.memory.fsrs import DEFAULT_WEIGHTS, EASIEST, HARDEST, LEAST_STABILITY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import Any

    from tutor.events import Kind
    from tutor.exchange.anki.records import CardRow, Collection, LogRow

DEVICE = "anki"
SOURCE = {"source": "anki"}
NEW, LEARNING, RELEARNING = 0, 1, 3  # of a card's `type`
FILTERED, MANUAL = 3, 4  # of the log's `type`
SECOND = 1_000_000  # microseconds
LATEST = 4_102_444_800  # the second at which the year 2100 begins
DAY = 86_400
BEFORE_NOON = 8 * 3600  # a collection begins at four in the morning: noon is on that date whatever the rollover
MILLE = 1000.0  # Anki's ease is in thousandths
LONGEST_MS = 3_600_000
OLD_RETENTION = 0.9  # what the older algorithm is taken to have aimed at


@dataclass(frozen=True, slots=True)
class Calendar:
    """How days are counted: `study_day` gives that of an instant (UTC microseconds), `first` is Anki's day 0."""

    study_day: Callable[[int], int]
    first: int
    today: int

    def day(self, number: int) -> int | None:
        """Return the study day that Anki calls `number`, or that of a second; None outside the calendar."""
        if number >= 10**9:
            return self.study_day(number * SECOND) if number < LATEST else None
        day = self.first + number
        return day if 1 <= day <= LAST_DAY else None


def calendar(collection: Collection, study_day: Callable[[int], int], today: int) -> Calendar:
    """Return how a collection counts days: from the date on which it was made, where that was."""
    created, west = collection.created, collection.west
    if not 0 < created < LATEST:
        return Calendar(study_day, today, today)
    if west is None:
        return Calendar(study_day, study_day((created + BEFORE_NOON) * SECOND), today)
    return Calendar(study_day, datetime.fromtimestamp(created - west * 60, UTC).toordinal(), today)


@dataclass(frozen=True, slots=True)
class Past:
    """The events of the log, how many rows said nothing, the last day that was rated since the last reset (0: none)."""

    events: tuple[Event, ...]
    unread: int
    rated: int
    last: int


def past(card: str, rows: Sequence[LogRow], when: Calendar) -> Past:
    """Return the answers in a card's part of the log; `last` is the microsecond of the last row."""
    events: list[Event] = []
    ahead = _next_days(rows, when)
    rated, unread, last = 0, 0, 0
    for row in rows:
        day = when.study_day(row.at * 1000) if 0 < row.at < LATEST * 1000 else 0
        if not 0 < day <= when.today + 1:
            unread += 1
            continue
        last = row.at * 1000
        if row.type >= MANUAL or not 1 <= row.ease <= 4:
            if row.type == MANUAL and row.factor == 0 and row.ease == 0 and rated:
                events.append(_event("reset", card, last, day, SOURCE, row.at))
                rated = 0
            continue
        said: dict[str, Any] = {"grade": row.ease, "ms": min(max(row.ms, 0), LONGEST_MS), **SOURCE}
        if _is_cram(row) or day == rated:
            said["reason"] = "cram" if _is_cram(row) else "again"
            events.append(_event("practised", card, last, day, said, row.at))
        else:
            said["due"] = min(day + ahead.get(day, 1), LAST_DAY)
            events.append(_event("answered", card, last, day, said, row.at))
            rated = day
    return Past(tuple(events), unread, rated, last)


def _next_days(rows: Sequence[LogRow], when: Calendar) -> Mapping[int, int]:
    """Return for each study day the days until the card was to return, as its last step said."""
    sane = (row for row in rows if 0 < row.at < LATEST * 1000 and 1 <= row.ease <= 4 and not _is_cram(row))
    return {when.study_day(row.at * 1000): max(1, min(row.ivl, LAST_DAY)) for row in sane}


def _is_cram(row: LogRow) -> bool:
    return row.type == FILTERED and row.factor == 0


def standing(card: str, row: CardRow, before: Past, when: Calendar) -> Iterator[Event]:
    """Yield what a card has become in Anki, after the events of its past."""
    due = when.day(row.due)
    last = before.rated or _last_day(row, due, when)
    since = before.last or ((last or when.today) - UNIX_DAY) * DAY * SECOND + DAY // 2 * SECOND
    at = since + _later(row.changed, since // SECOND)
    if row.type != NEW:
        memory = (row.memory.stability, row.memory.difficulty) if row.memory else None
        if memory is None and not before.rated:
            memory = estimated(row.ivl, row.factor)
        if memory is not None and last:
            reviews = max(1, min(row.reps, 1_000_000))
            said = {"stability": memory[0], "difficulty": memory[1], "day": last, "reviews": reviews, **SOURCE}
            yield _event("seeded", card, at, last, said | ({"due": due} if due else {}), *said.values(), due)
        elif memory is None and due:
            yield _event("rescheduled", card, at, last, {"due": due, **SOURCE}, due)
    if row.suspended:
        at = (
            row.changed * SECOND
            if 0 < row.changed < LATEST and when.study_day(row.changed * SECOND) <= when.today
            else at
        )
        yield _event("suspended", card, at, when.study_day(at), SOURCE)


def woken(card: str, suspended: Event) -> Event:
    """Return what takes back a suspension that came from Anki, once Anki has no more of it."""
    return _event("resumed", card, suspended.instant + 1, suspended.day, SOURCE, suspended.id)


def _last_day(row: CardRow, due: int | None, when: Calendar) -> int:
    """Return the day of the last review of a card without a log, 0 when nothing tells."""
    if row.memory and row.memory.last:
        day = when.study_day(row.memory.last * SECOND)
        return day if 1 <= day <= when.today + 1 else 0
    if due is None or row.ivl <= 0:
        return 0
    return min(max(1, due - row.ivl), when.today)


def _later(changed: int, since: int) -> int:
    """Return 1 … 999 µs: the later a card was changed, the more, so that of two files the newer has the last word."""
    return 1 + int(31 * log2(1 + max(0, min(changed, LATEST) - since)))


def estimated(days: int, ease: int) -> tuple[float, float] | None:
    """Return stability and difficulty for a card of the older algorithm, None without an interval.

    The published conversion of FSRS: the interval is the time in which recall falls to the retention aimed at, and
    the difficulty is the one with which a review then grows the interval by the ease (FSRS 4.5 and later).
    """
    if not 0 < days <= LAST_DAY:
        return None
    weights = DEFAULT_WEIGHTS
    decay = weights[20]
    stability = max(days, LEAST_STABILITY) * (power(0.9, -1 / decay) - 1) / (power(OLD_RETENTION, -1 / decay) - 1)
    growth = exp(weights[8]) * power(stability, -weights[9])
    difficulty = 11 - (ease / MILLE - 1) / (growth * expm1((1 - OLD_RETENTION) * weights[10]))
    return stability, min(max(difficulty, EASIEST), HARDEST)


def _event(kind: Kind, card: str, instant: int, day: int, body: Mapping[str, Any], *parts: object) -> Event:
    """Return an event whose id follows from what it says."""
    name = ("anki", "answer" if kind in ANSWERS else kind, card, instant, *parts)
    number = "".join(f"{chance.number(*name, half):016x}" for half in range(2))
    return Event(number, DEVICE, instant, day, kind, card, body)
