"""Packages of Anki read back: decks, cards, their history and where they stand.

Nothing is written, nothing is unpacked by name. A card that cannot be asked is counted, all others are kept.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tutor.exchange.anki import archive, database
from tutor.exchange.anki.history import calendar, past, standing
from tutor.exchange.anki.questions import Asked, Reader, identity
from tutor.exchange.foreign import deck_id
from tutor.exchange.imported import Imported, LeftOut
from tutor.exchange.plain import in_line
from tutor.syllabus.deck import Deck

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from tutor.events import Event
    from tutor.exchange.anki.history import Calendar
    from tutor.exchange.anki.records import CardRow, Collection
    from tutor.questions.model import Card

LEVELS, BETWEEN = "::", " / "
NAMELESS = "Anki"  # a deck whose name is lost


def read_package(path: Path, today: int, study_day: Callable[[int], int]) -> Imported:
    """Return what a package holds; `study_day` gives the learner's study day of an instant (UTC microseconds).

    Raises `TutorError` when it cannot be read at all.
    """
    return found_in(archive.collection(path), archive.named(path), today, study_day)


def found_in(data: bytes, name: str, today: int, study_day: Callable[[int], int]) -> Imported:
    """Return what the collection of the package `name` holds, given the bytes of its database."""
    collection = database.read(data, name)
    titles = {number: _title(name) for number, name in collection.decks.items()}
    when, left = calendar(collection, study_day, today), Counter[str]()
    found: dict[str, dict[str, Card]] = {}
    events: list[Event] = []
    known = set[str]()
    reader = Reader(left)
    for asked in _asked(collection, titles, left):
        card = reader.card(asked)
        if card is None:
            continue
        if card.id in known:
            left["twice"] += 1
            continue
        known.add(card.id)
        found.setdefault(titles.get(asked.row.deck, NAMELESS), {})[card.id] = card
        events += _history(card.id, asked.row, collection, when, left)
    decks = tuple(_deck(title, tuple(cards.values())) for title, cards in found.items())
    left_out = tuple(LeftOut(reason, count) for reason, count in left.items() if count)
    return Imported(decks, tuple(events), left_out)


def _asked(collection: Collection, titles: Mapping[int, str], left: Counter[str]) -> Iterator[Asked]:
    """Yield the cards that have a note and a note type, in the order in which Anki would show new ones."""
    ids = {number: deck_id("anki", title) for number, title in titles.items()}
    for row in sorted(collection.cards, key=lambda row: (row.due if row.type == 0 else 0, row.id)):
        note = collection.notes.get(row.note)
        kind = collection.note_types.get(note.type) if note else None
        if note is None or kind is None or not 0 <= row.ord < 1000:
            left["cards"] += 1
            continue
        deck = ids.get(row.deck) or deck_id("anki", NAMELESS)
        yield Asked(identity(note, row.ord), deck, row, note, kind)


def _title(name: str) -> str:
    """Return the name of a deck with its levels from the outside in."""
    return BETWEEN.join(filter(None, map(in_line, name.split(LEVELS)))) or NAMELESS


def _deck(title: str, cards: tuple[Card, ...]) -> Deck:
    """Return a deck with the tags that all its cards share."""
    shared = frozenset(cards[0].tags).intersection(*(card.tags for card in cards))
    return Deck(cards[0].lesson, title, "anki", cards, tuple(sorted(shared)))


def _history(card: str, row: CardRow, collection: Collection, when: Calendar, left: Counter[str]) -> Iterator[Event]:
    before = past(card, collection.log.get(row.id, ()), when)
    left["events"] += before.unread
    yield from before.events
    yield from standing(card, row, before, when)
