"""A learner's past as journal rows, made from a seed: fast, because nothing is scheduled, only spaced as if."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING

from tutor.memory.fsrs import WEIGHTS_VERSION
from tutor.store import folding, history, states
from tutor.store.database import transaction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tutor.store.journal import Journal

Row = tuple[str, str, int, int, str, str, str]
MINUTE = 60_000_000
STUDY_HOUR = 8 * 60 * MINUTE  # in UTC, well behind the rollover
UNIX = 719_163  # ordinal of 1970-01-01
LEARNED, OVERDUE = 0.9, 0.03
A_DAY = 100  # cards due at least, so that sessions of small and large homes are equally long
GROWTH = 2.6  # of an interval with a good answer


def learned_past(cards: Sequence[str], today: int, seed: int) -> Iterator[Row]:
    """Yield one to eight answers for nine cards of ten; three of a hundred, or a day's worth, are due on `today`."""
    chance = Random(seed)
    overdue = max(OVERDUE, A_DAY / len(cards) / LEARNED)
    for card in cards:
        if chance.random() < LEARNED:
            yield from _life(card, today, overdue, chance)


def _life(card: str, today: int, overdue: float, chance: Random) -> Iterator[Row]:
    grades = [_grade(chance) for _ in range(chance.randint(1, 8))]
    intervals: list[int] = []
    for grade in grades:
        last = intervals[-1] if intervals else 1.0
        intervals.append(max(2, round(last * GROWTH * chance.uniform(0.8, 1.2)) if grade > 1 else 2))
    away = intervals[-1] + chance.randint(0, 5) if chance.random() < overdue else chance.randint(1, intervals[-1] - 1)
    day = today - away - sum(intervals[:-1])
    for grade, interval in zip(grades, intervals, strict=True):
        yield answer(card, day, grade, day + interval, chance)
        day += interval


def long_past(events: int, cards: int, seed: int) -> Iterator[Row]:
    """Yield `events` of `cards`: answers with practice, corrections and undos among them."""
    chance = Random(seed)
    first_day, last = 735_000, ""
    for number in range(events):
        place, card = divmod(number, cards)
        day, name = first_day + place * 7 + chance.randrange(7), f"lesson-{card % 300:03d}.card-{card:06d}"
        row = answer(name, day, _grade(chance), day + 9, chance)
        luck = chance.random()
        if luck < 0.02:
            yield (*row[:4], "practised", name, json.dumps({"grade": 3, "reason": "again", "ms": 2000}))
        elif luck < 0.03 and place:
            kind = "undone" if luck < 0.025 else "regraded"
            yield (*row[:4], kind, name, json.dumps({"event": last, "grade": 1, "due": day + 1}))
        else:
            yield row
        last = row[0]


def answer(card: str, day: int, grade: int, due: int, chance: Random) -> Row:
    """Return an answered event with a body as a session writes it."""
    instant = (day - UNIX) * 24 * 60 * MINUTE + STUDY_HOUR + chance.randrange(60 * MINUTE)
    body = (
        f'{{"grade":{grade},"due":{due},"retention":0.9,"weights":"{WEIGHTS_VERSION}","ms":{chance.randint(2000, 40000)},'
        '"kind":"choice","values":{},"order":[2,0,1],"chosen":[1]}'
    )
    return (f"{chance.getrandbits(128):032x}", "bench", instant, day, "answered", card, body)


def _grade(chance: Random) -> int:
    luck = chance.random()
    return 1 if luck < 0.1 else 2 if luck < 0.15 else 4 if luck > 0.95 else 3


def write_past(journal: Journal, rows: Iterable[Row], *, with_states: bool) -> None:
    """Write events in one transaction, and the card states that follow from them."""
    connection = journal.connection
    with transaction(connection):
        connection.executemany(history.INSERT, rows)
        if with_states:
            states.write_many(connection, folding.fold_all(connection, {}).items())
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
