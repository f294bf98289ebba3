"""What an importer has found so far: cards by deck, each once, and a tally of what had to be left out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tutor.errors import TutorError
from tutor.exchange.decoding import MOST_CARDS
from tutor.exchange.foreign import deck_id
from tutor.exchange.imported import Imported, LeftOut
from tutor.exchange.plain import LONGEST, in_line
from tutor.questions.model import Flash
from tutor.syllabus.deck import Deck

if TYPE_CHECKING:
    from tutor.exchange.decoding import Decoded
    from tutor.questions.model import Card, Wording
    from tutor.syllabus.deck import Source

LONGEST_TITLE = 200


class Gathering:
    """Cards and reasons; a reason is the end of a key "importing.left_…"."""

    def __init__(self, source: Source, name: str, text: Decoded | None = None) -> None:
        self.source = source
        self.name = name
        self._counts: Counter[str] = Counter()
        self._steps = 0
        self._titles: dict[str, str] = {}
        self._cards: dict[str, Card] = {}
        if text is not None:
            self.leave("gbk", text.encoding == "gb18030")
            self.leave("broken", text.broken)

    def deck(self, title: str) -> str:
        """Return the id of the deck with a title."""
        title = in_line(title)[:LONGEST_TITLE]
        found = deck_id(self.source, title)
        self._titles.setdefault(found, title or found)
        return found

    def leave(self, reason: str, count: int = 1) -> None:
        """Count something that is not taken over."""
        if count:
            self._counts[reason] += count
            self._step()

    def add(self, card: Card) -> None:
        """Take a card, unless there is one like it or a text of it is longer than a card can be."""
        if any(len(text) > LONGEST for text in _texts(card)):
            self.leave("long")
        elif card.id in self._cards:
            self.leave("twice")
        else:
            self._cards[card.id] = card
            self._step()

    def _step(self) -> None:
        """Count what a file holds, of use or not; nobody waits for millions."""
        self._steps += 1
        if self._steps > MOST_CARDS:
            raise TutorError("importing.too_many", file=self.name, most=MOST_CARDS)

    def knows(self, card: str) -> bool:
        """Say whether a card with this id was taken."""
        return card in self._cards

    def imported(self) -> Imported:
        """Return everything; decks without cards are none."""
        decks: dict[str, list[Card]] = {}
        for card in self._cards.values():
            decks.setdefault(card.lesson, []).append(card)
        return Imported(
            tuple(Deck(deck, self._titles[deck], self.source, tuple(cards)) for deck, cards in decks.items()),
            left_out=tuple(LeftOut(reason, count) for reason, count in self._counts.items()),
        )


def _texts(card: Card) -> tuple[str, ...]:
    said: list[Wording | None] = [card.ask, card.why, card.body.answer if isinstance(card.body, Flash) else None]
    return tuple("".join(map(str, wording.zh)) for wording in said if wording is not None)
