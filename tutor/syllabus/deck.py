"""Cards that are not of the course: one Markdown note of the learner, one imported deck.

A deck is a lesson without steps, of part 0; its cards say the same in both languages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from tutor.questions.codec import card_from_json, card_to_json
from tutor.syllabus.model import Lesson
from tutor.text import Text

if TYPE_CHECKING:
    from tutor.questions.model import Card

OWN = 0  # the part of everything that is not of the course
Source = Literal["note", "anki", "csv", "hashcards", "hascard", "json"]
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Deck:
    """Cards of one source; every card names `id` as its lesson and `OWN` as its part.

    `id` is an identifier (a–z, 0–9, hyphens) that stays when the source is read again, `created` an ISO date or "".
    """

    id: str
    title: str
    source: Source
    cards: tuple[Card, ...] = ()
    tags: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    created: str = ""

    def lesson(self, file: str) -> Lesson:
        """Return the deck as the lesson it is in the library."""
        return Lesson(
            self.id,
            OWN,
            Text.same(self.title),
            file,
            created=self.created,
            tags=self.tags,
            related=self.related,
            cards=self.cards,
        )


@dataclass(frozen=True, slots=True)
class Damage:
    """A line of a deck that could not be read."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Read:
    """A deck as it was read, and what of it could not be used."""

    deck: Deck | None
    damages: tuple[Damage, ...] = field(default_factory=tuple)


def head_to_json(deck: Deck) -> Json:
    """Return everything of a deck but its cards as plain JSON values."""
    return {
        "deck": deck.id,
        "title": deck.title,
        "source": deck.source,
        "tags": list(deck.tags),
        "related": list(deck.related),
        "created": deck.created,
    }


def deck_to_json(deck: Deck) -> Json:
    """Return a deck as plain JSON values."""
    return {**head_to_json(deck), "cards": [card_to_json(card) for card in deck.cards]}


def deck_from_json(value: Json) -> Deck:
    """Return the deck that `deck_to_json` described."""
    return Deck(
        id=value["deck"],
        title=value["title"],
        source=value["source"],
        cards=tuple(map(card_from_json, value["cards"])),
        tags=tuple(value.get("tags", ())),
        related=tuple(value.get("related", ())),
        created=value.get("created", ""),
    )
