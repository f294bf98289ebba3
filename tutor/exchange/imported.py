"""What a file from elsewhere holds: decks, the history of their cards, and what had to be left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.events import Event
    from tutor.syllabus.deck import Deck


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that was not taken over, how often: `reason` is the end of a key "importing.left_…" in text/words."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What an importer found.

    A card of ours that comes back has its own id and stands in no deck's way: whoever keeps the decks drops
    cards the course has. Events have ids that follow from the file, so that reading it again adds nothing.
    """

    decks: tuple[Deck, ...] = ()
    events: tuple[Event, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
