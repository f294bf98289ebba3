"""What the learner's notes are now: their cards' states, and the fields that their front matter should say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.memory.state import NEW, CardState, Memory
from tutor.reports.note_fields import NO_PAST, Fields, fields_of, past_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tutor.store.journal import Journal
    from tutor.store.notes import Known, Notes


@dataclass(frozen=True, slots=True)
class NoteNow:
    """A note with its cards and what is known about them."""

    known: Known
    cards: tuple[str, ...]
    states: tuple[CardState, ...]


def notes_now(notes: Notes, journal: Journal) -> list[NoteNow]:
    """Return every note that is there, by its path."""
    cards = notes.cards_of_all()
    states = journal.states([card for own in cards.values() for card in own])
    found = sorted(notes.known().values(), key=lambda known: known.path)
    return [
        NoteNow(known, own := cards.get(known.note, ()), tuple(states.get(card, NEW) for card in own))
        for known in found
    ]


def within(notes: Iterable[NoteNow], path: str) -> Iterator[NoteNow]:
    """Yield the notes at `path` or in the folder `path`."""
    from os import sep

    folder = path.rstrip(sep) + sep
    for one in notes:
        if one.known.path == path or one.known.path.startswith(folder):
            yield one


def fields_now(note: NoteNow, journal: Journal) -> Fields | None:
    """Return what a note's front matter should say, None when it stays as it is."""
    if not any(isinstance(state.memory, Memory) for state in note.states):
        return None
    pasts = []
    for card, state in zip(note.cards, note.states, strict=True):
        history = None if state == NEW else journal.history(card)
        pasts.append(NO_PAST if history is None else past_of(history.events, history.fallen))
    return fields_of(list(zip(note.states, pasts, strict=True)))
