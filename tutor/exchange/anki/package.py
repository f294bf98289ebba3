"""A package for Anki: cards in decks of their own, with everything that is known about them.

The format is the one that every Anki since 2.1 reads: a zip archive with `collection.anki2` (version 11) and an
empty list of media. It appears under its name only when it is whole.
"""

from __future__ import annotations

import os
import sqlite3
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING, Any

from tutor import chance
from tutor.errors import TutorError
from tutor.exchange.anki import ours, schema11
from tutor.exchange.anki.faces import note
from tutor.exchange.anki.revlog import DAY_MS, UNIX_DAY, identities, last_answers, revlog_rows
from tutor.exchange.anki.scheduling import position
from tutor.memory.state import NEW, Memory
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tutor.exchange.leaving import Leaving
    from tutor.questions.model import Card

COLLECTION, MEDIA = "collection.anki2", "media"
BEGINNING = 4  # the hour at which Anki's days begin
DECK_IDS = 1_400_000_000_000  # Anki's deck ids look like milliseconds
OPTIONS = 1_764_000_000_100  # the id of our deck options
NEW_A_DAY, REVIEWS_A_DAY = 8, 200
EVEN = "::"


def write_apkg(path: Path, leaving: Leaving, root: str = "", east: int = 0) -> None:
    """Write everything of `leaving` to a package at `path`, replacing what is there.

    `root` names the deck that holds all others, `east` are the minutes of the learner's time zone east of UTC.
    Raises `TutorError` when the file cannot be written; then what was there is as it was.
    """
    collection = _collection(leaving, root or say("anki.root", leaving.language), east)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        try:
            with fresh.open("wb") as file:
                with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                    archive.writestr(COLLECTION, collection)
                    archive.writestr(MEDIA, "{}")
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError as error:
        raise TutorError("anki.not_saved", file=str(path), why=error.strerror or str(error)) from error


def _collection(leaving: Leaving, root: str, east: int) -> bytes:
    """Return the database of the package."""
    rows = revlog_rows(leaving)
    begin = _begin(leaving)
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in schema11.statements():
            connection.execute(statement)
        decks = _Decks(leaving, root)
        _write_cards(connection, leaving, decks, last_answers(rows), begin)
        connection.executemany(schema11.REVLOG, (row.columns for row in rows))
        connection.execute(schema11.COL, _col(leaving, decks.decks, begin, east))
        connection.commit()
        return connection.serialize()


def _begin(leaving: Leaving) -> int:
    """Return the study day that counts as 0: no day of any card lies before it."""
    known = [state.memory for state in leaving.states.values() if isinstance(state.memory, Memory)]
    return min([leaving.today, *(min(memory.first_day, memory.due) for memory in known)])


def _write_cards(
    connection: sqlite3.Connection, leaving: Leaving, decks: _Decks, last: Mapping[str, int], begin: int
) -> None:
    numbers = identities(leaving.cards, leaving.now)
    now = leaving.now // 1_000_000
    for place, card in enumerate(leaving.cards, 1):
        number, state = numbers[card.id], leaving.states.get(card.id, NEW)
        kind, fields = note(card, leaving.language)
        sorted_by = schema11.bare(fields.get(kind.fields[1], ""))
        first = schema11.checksum(fields[ours.ID])
        known = (number, ours.guid(card.id), kind.id, now, _tags(card), kind.joined(fields), sorted_by, first)
        connection.execute(schema11.NOTE, known)
        one = position(state, place, begin, leaving.today, last.get(card.id, 0))
        stands = (one.type, one.queue, one.due, one.ivl, one.factor, one.reps, one.lapses, one.data)
        connection.execute(schema11.CARD, (number, number, decks.of(card), now, *stands))


def _tags(card: Card) -> str:
    """Return the tags as Anki keeps them: none holds a space, and there is one around all."""
    names = ["-".join(tag.split()) for tag in card.tags if tag.strip()]
    return f" {' '.join(dict.fromkeys(names))} " if names else ""


class _Decks:
    """The decks of a package: one under the root for each part, below it one for each lesson."""

    def __init__(self, leaving: Leaving, root: str) -> None:
        self.leaving, self.root = leaving, _level(root)
        self.decks: dict[str, dict[str, Any]] = {"1": _deck(1, "Default", 0, options=1)}
        self.known: dict[str, int] = {}
        self._add(self.root)

    def of(self, card: Card) -> int:
        """Return the id of the deck of a card."""
        if card.lesson not in self.known:
            titles = self.leaving.places.get(card.lesson, ())
            levels = [_level(" / ".join(title.lines(self.leaving.language))) for title in titles]
            self.known[card.lesson] = [self._add(name) for name in _nested((self.root, *levels))][-1]
        return self.known[card.lesson]

    def _add(self, name: str) -> int:
        number = DECK_IDS + chance.number("anki deck", name) % 10**11
        self.decks.setdefault(str(number), _deck(number, name, self.leaving.now // 1_000_000))
        return number


def _level(title: str) -> str:
    """Return a title as one level of the tree of decks."""
    return " ".join(title.replace(EVEN, ":").strip(":").split()) or "–"


def _nested(levels: tuple[str, ...]) -> Iterator[str]:
    for depth in range(1, len(levels) + 1):
        yield EVEN.join(levels[:depth])


def _deck(number: int, name: str, now: int, options: int = OPTIONS) -> dict[str, Any]:
    nothing: dict[str, Any] = {f"{kind}Today": [0, 0] for kind in ("new", "rev", "lrn", "time")}
    looks = {"collapsed": False, "browserCollapsed": False, "dyn": 0, "extendNew": 0, "extendRev": 0, "desc": ""}
    return {"id": number, "name": name, "mod": now, "usn": -1, "conf": options, **looks, **nothing}


def _col(leaving: Leaving, decks: dict[str, dict[str, Any]], begin: int, east: int) -> tuple[object, ...]:
    """Return the columns of the one row that describes the collection."""
    import json

    seconds = leaving.now // 1_000_000
    began = (begin - UNIX_DAY) * (DAY_MS // 1000) + BEGINNING * 3600 - east * 60
    conf: dict[str, Any] = {
        "schedVer": 2,
        "nextPos": len(leaving.cards) + 1,
        "curDeck": 1,
        "activeDecks": [1],
        "fsrs": True,
    }
    conf |= {"creationOffset": -east, "rollover": BEGINNING, "sortType": "noteFld", "sortBackwards": False}
    conf |= {"collapseTime": 1200, "timeLim": 0, "newSpread": 0, "dueCounts": True, "estTimes": True, "addToCur": True}
    values = (conf, ours.models(seconds), decks, {"1": _options(1, "Default"), str(OPTIONS): _options()})
    return (began, leaving.now // 1000, leaving.now // 1000, *(json.dumps(one, ensure_ascii=False) for one in values))


def _options(number: int = OPTIONS, name: str = "Activation Tutor") -> dict[str, Any]:
    """Return the options of our decks; FSRS with its own weights asks for none."""
    new = {"bury": True, "delays": [10], "initialFactor": 2500, "ints": [1, 4, 0], "order": 1, "perDay": NEW_A_DAY}
    rev = {"bury": True, "ease4": 1.3, "ivlFct": 1, "maxIvl": 36500, "perDay": REVIEWS_A_DAY, "hardFactor": 1.2}
    lapse = {"delays": [10], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0}
    known = {"id": number, "name": name, "mod": 0, "usn": -1, "maxTaken": 60, "autoplay": True, "timer": 0}
    return {**known, "replayq": True, "dyn": False, "new": new, "rev": rev, "lapse": lapse, "desiredRetention": 0.9}
