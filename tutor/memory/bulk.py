"""The fold of a whole journal at once: 1 000 000 events in seconds.

It says the same as `fold`, which is the definition (a test compares them). Events become columns,
columns are put in order card by card, and every rule of the fold is one operation on all cards.
Seeded cards and answers without a readable due day are left to `fold`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np  # noqa: TID253  (bulk work; nothing but `replay` beside it imports numpy)

from tutor.memory import columns as code
from tutor.memory.columns import Batch, Columns, gone_and_corrected
from tutor.memory.fold import LAST_DAY, REMEMBERED
from tutor.memory.keeping import Kept
from tutor.memory.replay import FIRST, replayed
from tutor.memory.state import CardState, Memory, Unseen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tutor.events import Event
    from tutor.memory.replay import Integers

    Marks = np.ndarray[Any, np.dtype[np.bool_]]

NEVER = -1


@dataclass(frozen=True, slots=True)
class Bulk:
    """The kept states of the cards that one pass decides, and the cards left to `fold`."""

    kept: dict[str, Kept]
    undecided: frozenset[str]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns as arrays, shape (events,): card by card, each card's events in order."""

    card: Integers
    day: Integers
    kind: Integers
    grade: Integers
    due: Integers
    guessed: Integers
    force: Integers
    until: Integers
    strange: Integers

    def where(self, chosen: Marks) -> Table:
        """Return some of the rows."""
        return Table(*(getattr(self, one.name)[chosen] for one in fields(self)))

    def last_of(self, chosen: Marks, cards: int) -> Integers:
        """Return each card's last row among those chosen, NEVER without one; shape (cards,)."""
        rows = np.flatnonzero(chosen)
        last = np.full(cards, NEVER)
        last[self.card[rows]] = rows  # the last assignment stays
        return last


def fold_batches(batches: Iterable[Batch], speaking: Iterable[Event]) -> Bulk:
    """Fold all events, in whatever order they come; `speaking` are the undos and regrades among them, whole."""
    events = Columns()
    for batch in batches:
        events.extend(batch)
    gone, corrections = gone_and_corrected(speaking)
    events.correct(corrections)
    order, names = _order(events), list(events.cards)
    table = _table(events, order)
    stands = _standing(table, order, list(events.rows(gone).values()), len(names))
    undecided = frozenset(names[card] for card in _undecided(table))
    last = table.last_of(table.kind != code.STEP, len(names)).tolist()
    kept: dict[str, Kept] = {}
    for name, row, (state, rated) in zip(names, last, _states(table.where(stands), len(names)), strict=True):
        if row != NEVER and name not in undecided:
            arrival = order[row]
            kept[name] = Kept(state, (events.instant[arrival], events.ids[arrival]), rated)
    return Bulk(kept, undecided)


def _table(events: Columns, order: Integers) -> Table:
    card, day = np.asarray(events.card)[order], np.asarray(events.day)[order]
    kind = np.asarray(events.codes(), dtype=np.int8)[np.asarray(events.kind)[order]]
    readings = np.asarray(events.readings(), dtype=np.int32).reshape(-1, 6)
    return Table(card, day, kind, *readings.T[:, np.asarray(events.text)[order]])


def _order(events: Columns) -> Integers:
    """Return the arrivals card by card in the order of (instant, id)."""
    card, instant = np.asarray(events.card), np.asarray(events.instant)
    order = np.lexsort((instant, card))
    ties = np.flatnonzero((np.diff(card[order]) == 0) & (np.diff(instant[order]) == 0))
    if len(ties) == 0:
        return order
    tied = np.unique(order[np.concatenate((ties, ties + 1))]).tolist()
    rank = np.zeros(len(order), dtype=np.int64)
    rank[sorted(tied, key=events.ids.__getitem__)] = np.arange(len(tied))
    return np.lexsort((rank, instant, card))


def _standing(table: Table, order: Integers, gone: list[int], cards: int) -> Marks:
    """Mark the rows that are neither taken back nor before their card's last reset."""
    standing = np.ones(len(order), dtype=np.bool_)
    standing[gone] = False  # by arrival
    standing = standing[order]
    resets = table.last_of(standing & (table.kind == code.RESET), cards)
    return standing & (np.arange(len(order)) > resets[table.card])


def _undecided(table: Table) -> list[int]:
    dueless = (table.kind == code.ANSWERED) & (table.grade > 0) & (table.due == 0)
    dayless = (table.day < 1) | (table.day > LAST_DAY)
    rows = dueless | dayless | (table.strange != 0) | (table.kind == code.SEEDED)
    undecided: list[int] = np.unique(table.card[rows]).tolist()
    return undecided


def _states(table: Table, cards: int) -> Iterator[tuple[CardState, int]]:
    """Yield each card's state and last rated day."""
    rates = _rating(table)
    rated = table.where(rates)
    latest = np.zeros(cards, dtype=np.int64)
    np.maximum.at(latest, rated.card, rated.day)
    memories = _memories(rated, _due(table, rates, cards))
    flags = _flags(table, rates, cards)
    for memory, seen, suspended, buried, last in zip(memories, *flags, latest.tolist(), strict=True):
        yield CardState(memory, seen, suspended, buried), last


def _rating(table: Table) -> Marks:
    """Mark the first answer of each card and study day."""
    answers = np.flatnonzero((table.kind == code.ANSWERED) & (table.grade > 0))
    _, firsts = np.unique(table.card[answers] * (LAST_DAY + 1) + table.day[answers], return_index=True)
    rates = np.zeros(len(table.kind), dtype=np.bool_)
    rates[answers[firsts]] = True
    return rates


def _practice(table: Table, rates: Marks, force: int) -> Marks:
    """Mark the readable answers that do not rate and do at least `force`."""
    strong = (table.kind == code.ANSWERED) | ((table.kind == code.PRACTISED) & (table.force >= force))
    practice: Marks = strong & ~rates & (table.grade > 0)
    return practice


def _flags(table: Table, rates: Marks, cards: int) -> tuple[list[int], list[bool], list[int]]:
    """Return per card: the day it was last seen, whether it is suspended, until when it is buried."""
    seen = _at(table.last_of(rates | _practice(table, rates, code.SEEN), cards), table.day)
    woken = table.kind == code.RESUMED
    suspended = _at(table.last_of(woken | (table.kind == code.SUSPENDED), cards), table.kind) == code.SUSPENDED
    until = np.where(woken, 0, np.where(table.until > 0, table.until, table.day + 1))
    buried = _at(table.last_of(woken | (table.kind == code.BURIED), cards), until)
    return seen.tolist(), suspended.tolist(), buried.tolist()


def _at(rows: Integers, values: Integers) -> Integers:
    """Return the values at `rows`, 0 for NEVER."""
    return np.append(values, 0)[rows]


def _memories(rated: Table, due: Integers) -> Iterator[Memory | Unseen]:
    """Yield the memory of each card, from its rated answers alone."""
    counts = np.bincount(rated.card, minlength=len(due))
    ends = np.cumsum(counts)
    starts = ends - counts
    first_day, last_day = (
        _at(np.where(counts, starts, NEVER), rated.day),
        _at(np.where(counts, ends - 1, NEVER), rated.day),
    )
    elapsed = np.maximum(np.diff(rated.day, prepend=0), 0)
    elapsed[starts[counts > 0]] = FIRST
    lapsed = (rated.grade == 1) & (rated.guessed == 0) & (first_day[rated.card] < rated.day)
    lapses = np.bincount(rated.card[lapsed], minlength=len(due))
    numbers = (*replayed(starts, counts, rated.grade, elapsed), due, first_day, last_day, counts, lapses)
    grades = rated.grade.tolist()
    for end, *values in zip(ends.tolist(), *(column.tolist() for column in numbers), strict=True):
        yield _memory(values, grades, end)


def _memory(values: list[Any], grades: list[int], end: int) -> Memory | Unseen:
    stability, difficulty, due, first_day, last_day, reviews, lapses = values
    if not reviews:
        return Unseen()
    recent = tuple(grades[end - min(reviews, REMEMBERED) : end])
    return Memory(stability, difficulty, due, first_day, last_day, reviews, lapses, recent)


def _due(table: Table, rates: Marks, cards: int) -> Integers:
    """Return the due days: as last chosen, or the day after a practice miss since, whichever is first."""
    rows = np.arange(len(table.kind))
    first = np.full(cards, len(rows))
    np.minimum.at(first, table.card[rates], rows[rates])
    moved = (table.kind == code.RESCHEDULED) & (table.due > 0) & (rows > first[table.card])
    chosen = table.last_of(rates | moved, cards)
    due = _at(chosen, table.due).astype(np.int64)
    missed = _practice(table, rates, code.MOVED) & (table.grade == 1) & (rows > chosen[table.card])
    np.minimum.at(due, table.card[missed], table.day[missed] + 1)
    return due
