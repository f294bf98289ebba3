"""A small course that fills a library, and a learner's journal beside it."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import count
from types import SimpleNamespace

from tests.syllabus.courses import FRAME, flash, lesson, write
from tutor.events import Fact
from tutor.store.filters import NO_FILTERS
from tutor.store.journal import Journal
from tutor.store.library import Library
from tutor.store.waiting import Waiting

FILES = {
    **FRAME,
    "1-one/intro.yaml": lesson(
        "intro", flash("intro.a", "f", tags="[easy]"), flash("intro.b"), covers='"1.1"', tags="[start]"
    ),
    "2-two/tail.yaml": lesson("tail", flash("tail.a", "f"), needs="head"),
    "2-two/head.yaml": lesson(
        "head",
        flash("head.a", "f", answer="{= 1/4}", was="[old.head]"),
        '{id: head.m, kind: myth, fact: g, "true": "50_%", "false": "x", why: "w"}',
        steps=[
            'say: "{= 1/2}"',
            "ask: head.a",
            "ask: gone.x",
            "pretest: tail.a",
            "recap: [gone.x, intro.a]",
            "recap: [gone.x]",
        ],
        function="sigmoid",
    ),
}

DAY = 740_000
FACTS = {
    **FRAME,
    "1-one/a.yaml": lesson("a", flash("a.1", "f"), flash("a.2", "f"), flash("a.3", "g"), tags="[x]"),
    "1-one/b.yaml": lesson("b", flash("b.1", "h"), flash("b.2", "f"), needs="a"),
    "2-two/c.yaml": lesson("c", flash("c.1", "g", tags="[x]"), flash("c.2", "i"), flash("c.3", "i")),
}
ALL = ["a.1", "a.2", "a.3", "b.1", "b.2", "c.1", "c.2", "c.3"]
FACT = dict(zip(ALL, "ffghfgii", strict=True))
PREVIOUS = {"a.2": "a.1", "b.2": "a.2", "c.1": "a.3", "c.3": "c.2"}


def opened_journal(path, first=1):
    ids, ticks = count(first), count(10**15, 1000)
    return Journal(path, "device", lambda: next(ticks), lambda: f"{next(ids):032x}")


@contextmanager
def opened_world(tmp_path, *, first=1, sources=(), together=False):
    """Open a learner's journal and the course's library; close both."""
    content = write(tmp_path / "content", FACTS)
    journal = opened_journal(tmp_path / f"journal-{first}.sqlite3", first)
    library = Library.open(tmp_path / "library.sqlite3", content, "core", sources)
    assert library.refresh() == ()
    try:
        waiting = Waiting(library, journal.path, together=together)
        yield SimpleNamespace(journal=journal, library=library, waiting=waiting, content=content)
    finally:
        library.close()
        journal.close()


def seed(world, card, *, stability=10.0, due=DAY, last=DAY - 10):
    body = {"stability": stability, "difficulty": 5.0, "due": due, "day": last}
    world.journal.record(Fact("seeded", card, body), last)


def due(world, day=DAY, limit=100, filters=NO_FILTERS):
    cards, total = world.waiting.due(day, limit, filters)
    return [card.id for card in cards], total


def fresh(world, day=DAY, limit=100, filters=NO_FILTERS):
    return [card.id for card in world.waiting.fresh(day, limit, filters)]
