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
from tutor.exchange.anki import ours, schema11, settings
from tutor.exchange.anki.faces import note
from tutor.exchange.anki.revlog import identities, last_answers, revlog_rows
from tutor.exchange.anki.scheduling import position
from tutor.memory.state import NEW, Memory
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tutor.exchange.leaving import Leaving
    from tutor.questions.model import Card

COLLECTION, MEDIA = "collection.anki2", "media"
DECK_IDS = 1_400_000_000_000  # Anki's deck ids look like milliseconds
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
        connection.execute(schema11.COL, settings.col(decks.decks, begin, leaving.now // 1000, east))
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
        self.decks: dict[str, dict[str, Any]] = {"1": settings.deck(1, "Default", 0, options=1)}
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
        self.decks.setdefault(str(number), settings.deck(number, name, self.leaving.now // 1_000_000))
        return number


def _level(title: str) -> str:
    """Return a title as one level of the tree of decks."""
    return " ".join(title.replace(EVEN, ":").strip(":").split()) or "–"


def _nested(levels: tuple[str, ...]) -> Iterator[str]:
    for depth in range(1, len(levels) + 1):
        yield EVEN.join(levels[:depth])
