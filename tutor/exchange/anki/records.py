"""What a collection of Anki holds, of any version, as plain records; days are still counted as Anki counts them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Template:
    """How the cards of a note look: the two sides as Anki's templates."""

    front: str
    back: str


@dataclass(frozen=True, slots=True)
class NoteType:
    """The names of a note's fields, and one template for each card (of a cloze, one for all of them)."""

    name: str
    gapped: bool
    fields: tuple[str, ...]
    templates: Mapping[int, Template]


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its id in every collection (`guid`), when it was added (milliseconds), its fields and tags."""

    guid: str
    added: int
    type: int
    fields: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """What FSRS knows of a card: stability, difficulty, and the second of the last review (0: not written)."""

    stability: float
    difficulty: float
    last: int


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card where it belongs, not where a filtered deck borrowed it; `due` is a day, or a second when it is large."""

    id: int
    note: int
    deck: int
    ord: int
    type: int
    suspended: bool
    due: int
    ivl: int
    factor: int
    reps: int
    changed: int
    memory: Memory | None


@dataclass(frozen=True, slots=True)
class LogRow:
    """One row of the review log: its millisecond, what was pressed, the next interval, ease, milliseconds, type."""

    at: int
    ease: int
    ivl: int
    factor: int
    ms: int
    type: int


@dataclass(frozen=True, slots=True)
class Collection:
    """All of it. `created` is the second it began, `west` the minutes of its time zone west of UTC, when known."""

    created: int
    west: int | None
    note_types: Mapping[int, NoteType]
    decks: Mapping[int, str]
    notes: Mapping[int, Note]
    cards: tuple[CardRow, ...]
    log: Mapping[int, tuple[LogRow, ...]]
