"""What the learner's notes are now: their cards' states, and the fields that their front matter should say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.memory.state import NEW, CardState
from tutor.reports.note_fields import WRITTEN, Fields, Past, fields_of, past_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tutor.store.journal import Journal
    from tutor.store.notes import Known, Notes


@dataclass(frozen=True, slots=True)
class NoteNow:
    """A note with its cards and what is known about them; `touched` when the journal knows any of them."""

    known: Known
    cards: tuple[str, ...]
    states: tuple[CardState, ...]
    touched: bool


def notes_now(notes: Notes, journal: Journal) -> list[NoteNow]:
    """Return every note that is there, by its path."""
    cards = notes.cards_of_all()
    states = journal.states([card for own in cards.values() for card in own])
    found = sorted(notes.known().values(), key=lambda known: known.path)
    return [_now(known, cards.get(known.note, ()), states) for known in found]


def _now(known: Known, cards: tuple[str, ...], states: Mapping[str, CardState]) -> NoteNow:
    return NoteNow(known, cards, tuple(states.get(card, NEW) for card in cards), any(card in states for card in cards))


def within(notes: Iterable[NoteNow], path: str) -> Iterator[NoteNow]:
    """Yield the notes at `path` or in the folder `path`."""
    from os import sep

    folder = path.rstrip(sep) + sep
    for one in notes:
        if one.known.path == path or one.known.path.startswith(folder):
            yield one


def fields_now(note: NoteNow, journal: Journal) -> Fields | None:
    """Return what a note's front matter should say, None when it stays as it is."""
    return fields_of(list(zip(note.states, _pasts(note, journal), strict=True))) if note.touched else None


def fields_again(note: NoteNow, journal: Journal) -> Fields | None:
    """Return what a note's author had written, where every answer that led to something else was taken back."""
    if note.known.wrote is None or any(past.days for past in _pasts(note, journal)):
        return None
    return {name: note.known.original.get(name) for name in WRITTEN}


def _pasts(note: NoteNow, journal: Journal) -> list[Past]:
    histories = map(journal.history, note.cards)
    return [past_of(history.events, history.fallen) for history in histories]
