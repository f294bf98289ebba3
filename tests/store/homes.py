"""Journals for tests: a clock that ticks, ids that count, days that are given."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from tutor.events import Fact
from tutor.store.journal import Journal

ROOT = Path(__file__).parents[2]
TODAY = 740_000
TICK = 1_000_000


class Clock:
    """UTC microseconds that move on by one second at each look."""

    def __init__(self, now=10**15, tick=TICK):
        self.now, self.tick = now, tick

    def __call__(self):
        self.now += self.tick
        return self.now


def numbered(prefix=0):
    """Return a maker of ids that count upwards."""
    numbers = count(1)
    return lambda: f"{prefix:016x}{next(numbers):016x}"


def opened(folder, device="here", clock=None, new_id=None):
    return Journal(folder / "home" / "journal.sqlite3", device, clock or Clock(), new_id or numbered())


def answer(card="c", grade=3, due=TODAY + 5, **body):
    return Fact("answered", card, {"grade": grade, "due": due, **body})
