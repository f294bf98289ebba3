"""A simulated learner: a past as journal rows, from a seed, for every test and look at statistics.

What is right is drawn from FSRS itself: a card is recalled with the chance its memory gives on that day.
The learner skips days, goes away, travels through time zones, misses, practises again, guesses, undoes.

`python -m tests.reports.learner HOME [--days 365]` writes the home of one who learns the shipped course.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from heapq import heappop, heappush
from random import Random
from zoneinfo import ZoneInfo

from tutor.events import Event
from tutor.memory import fold
from tutor.memory.fsrs import WEIGHTS_VERSION, retrievability
from tutor.memory.scheduling import next_outcomes
from tutor.memory.state import NEW, Memory
from tutor.store import folding, history, states
from tutor.store.database import transaction

TODAY = date(2026, 11, 20).toordinal()
ROLLOVER = 4
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
GUESSES = {"choice": 4, "myth": 2, "multi": 15}  # one in so many blind guesses is right
SECONDS = {"choice": 9, "myth": 6, "flash": 14, "numeric": 22, "multi": 18, "cloze": 11, "formula": 30}
KINDS = ("choice", "flash", "numeric", "myth", "choice", "cloze")
FIRST_RIGHT = 0.6  # of new cards, straight after the lesson
STUDIED_AT = ((7, 5), (8, 6), (12, 2), (21, 6), (22, 4), (23, 2), (0, 1))  # local hour, how often of all sessions


@dataclass(frozen=True)
class Learner:
    """Who learns what, for how long.

    `days` ends with `today` (whose session is over, unless `today_open`). `trips` are (first, last, zone): study
    days counted from 0 spent elsewhere; on the days in `away` nothing is done, on others with chance `skips`.
    `bias` is added to the chance of recall that FSRS tells: then its predictions are wrong by that much.
    """

    cards: tuple[tuple[str, str], ...] = tuple((f"lesson-{n // 12}.card-{n}", KINDS[n % 6]) for n in range(300))
    days: int = 365
    today: int = TODAY
    seed: int = 1
    new_per_day: int = 8
    reviews_per_day: int = 60
    skips: float = 0.12
    away: tuple[range, ...] = (range(120, 134), range(250, 253))
    zone: str = "Asia/Shanghai"
    trips: tuple[tuple[int, int, str], ...] = ((150, 171, "Europe/Berlin"),)
    bias: float = 0.0
    today_open: bool = False

    @property
    def first_day(self):
        return self.today - self.days + 1

    def zone_on(self, day):
        since = day - self.first_day
        return ZoneInfo(next((zone for first, last, zone in self.trips if first <= since <= last), self.zone))


@dataclass
class Life:
    """The learner's life while it is lived."""

    learner: Learner
    chance: Random
    events: list = field(default_factory=list)
    states: dict = field(default_factory=dict)
    due: list = field(default_factory=list)  # (due day, card)
    met: int = 0
    now: int = 0

    def record(self, day, kind, card, body, seconds):
        self.now += max(1, round(seconds * 1_000_000))
        event = Event(f"{self.chance.getrandbits(128):032x}", "simulated", self.now, day, kind, card, body)
        self.events.append(event)
        return event


def live(learner):
    """Return the events of a life, in the order in which they happened."""
    life = Life(learner, Random(learner.seed))
    for since in range(learner.days - learner.today_open):
        if since and (any(since in away for away in learner.away) or life.chance.random() < learner.skips):
            continue
        _day(life, learner.first_day + since)
    return life.events


def _day(life, day):
    learner, chance = life.learner, life.chance
    hours, weights = zip(*STUDIED_AT, strict=True)
    hour = chance.choices(hours, weights)[0]
    civil = date.fromordinal(day) + timedelta(days=hour < ROLLOVER)
    moment = datetime.combine(civil, time(hour, chance.randrange(50)), learner.zone_on(day))
    life.now = (moment - EPOCH) // timedelta(microseconds=1)
    waiting = []
    while life.due and life.due[0][0] <= day and len(waiting) < learner.reviews_per_day:
        waiting.append(heappop(life.due)[1])
    backlog = bool(life.due) and life.due[0][0] <= day
    fresh = () if backlog else range(life.met, min(life.met + learner.new_per_day, len(learner.cards)))
    kinds = dict(learner.cards)
    asked = [*waiting, *(learner.cards[place][0] for place in fresh)]
    life.met += len(fresh)
    chance.shuffle(asked)
    missed = [card for card in asked if not _answer(life, day, card, kinds[card])]
    for card in missed:
        _practise(life, day, card, kinds[card])
    for card in asked:
        heappush(life.due, (life.states[card].memory.due, card))


def _answer(life, day, card, kind):
    """Answer a card for the first time today; return whether it was right."""
    state, chance, n = life.states.get(card, NEW), life.chance, GUESSES.get(kind)
    memory = state.memory
    known = FIRST_RIGHT
    if isinstance(memory, Memory):
        known = min(0.995, max(0.0, retrievability(day - memory.last_day, memory.stability) + life.learner.bias))
    knows = chance.random() < known
    right = knows or (n is not None and chance.random() < 1 / n)
    grade = 1 if not right else chance.choices((2, 3, 4), (1, 12, 1))[0] if kind == "flash" else 3
    outcomes = next_outcomes(card, state, day, n)
    body = {"grade": grade, "due": outcomes[grade - 1].due, "retention": 0.9, "weights": WEIGHTS_VERSION}
    event = life.record(day, "answered", card, {**body, "ms": _ms(chance, kind), "kind": kind}, 2)
    life.now += event.body["ms"] * 1000
    if right and not knows and chance.random() < 0.6:
        grade = 1
        said = {"event": event.id, "grade": 1, "due": outcomes[0].due, "guessed": True}
        life.record(day, "regraded", card, said, 1)
        body |= said
    elif chance.random() < 0.004:  # a slip of the finger, taken back and answered again
        life.record(day, "undone", card, {"event": event.id}, 1)
        life.record(day, "answered", card, {**body, "ms": _ms(chance, kind), "kind": kind}, 3)
    life.states[card] = fold.rate(state, day, body)
    return grade > 1


def _practise(life, day, card, kind):
    """Meet a missed card again until it is right, three times at most."""
    for _ in range(3):
        right = life.chance.random() < 0.85
        body = {"grade": 3 if right else 1, "reason": "again", "ms": _ms(life.chance, kind), "kind": kind}
        life.record(day, "practised", card, body, 2)
        life.states[card] = fold.practise(life.states[card], day, body["grade"], "again")
        if right:
            return


def _ms(chance, kind):
    return round(1000 * SECONDS.get(kind, 12) * chance.lognormvariate(0, 0.5)) * (20 if chance.random() < 0.01 else 1)


def row(event):
    """Return an event as a row of the journal, its body written as the journal writes it."""
    body = json.dumps(dict(event.body), ensure_ascii=False, separators=(",", ":"))
    return (event.id, event.device, event.instant, event.day, event.kind, event.card, body)


def write(journal, events):
    """Write events into a journal at once, and the card states that follow from them."""
    with transaction(journal.connection):
        journal.connection.executemany(history.INSERT, map(row, events))
        states.write_many(journal.connection, folding.fold_all(journal.connection, {}).items())
    return journal


def main():
    """Write the home of one who learns the shipped course (or the course of tests/bench with --cards N)."""
    import argparse
    from itertools import count
    from pathlib import Path

    from tests.bench.course import write_course
    from tutor.cli.desk import JOURNAL, LIBRARY, fingerprint
    from tutor.store.journal import Journal
    from tutor.store.library import Library

    parser = argparse.ArgumentParser(prog="python -m tests.reports.learner", description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cards", type=int, default=0, help="a generated course of so many cards, in HOME/content")
    parser.add_argument("--new", type=int, default=8)
    parser.add_argument("--reviews", type=int, default=60)
    parser.add_argument("--bias", type=float, default=0.0)
    parser.add_argument("--open", action="store_true", help="today's session has not begun")
    given = parser.parse_args()
    content = given.home / "content" if given.cards else Path(__file__).parents[2] / "content"
    if given.cards:
        write_course(content, given.cards)
    library = Library.open(given.home / LIBRARY, content, fingerprint())
    library.update()
    cards = tuple((card.id, card.kind) for card in library.search())
    library.close()
    learner = Learner(cards, given.days, seed=given.seed, new_per_day=given.new, reviews_per_day=given.reviews)
    learner = Learner(**{**vars(learner), "bias": given.bias, "today_open": given.open})
    ids = count()
    with Journal(given.home / JOURNAL, "simulated", lambda: 0, lambda: f"{next(ids):032x}") as journal:
        events = live(learner)
        write(journal, events)
        journal.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    where = f" --content {content}" if given.cards else ""
    print(f"{len(events)} events; TUTOR_NOW=2026-11-20T20:00+08:00 tutor --home {given.home}{where} stats")


if __name__ == "__main__":
    main()
