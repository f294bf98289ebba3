"""Decks that come in beside the decks there are: which cards are new, changed, the same, or gone from their file.

A card that is known stays in the deck where it is; one that the course or a note has is left to them. A card is gone
when a new version of the file it came from, which shares others with the old one, does not have it any more; a file
that shares none is another file of that name, and what came with the old one stays.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tutor.exchange.edited import renamed

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from tutor.questions.model import Card
    from tutor.syllabus.deck import Deck


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one deck: it is written as `deck`, unless nothing of it changes."""

    deck: Deck
    new: int
    updated: int
    same: int
    gone: int
    changes: bool


@dataclass(frozen=True, slots=True)
class Joined:
    """What becomes of the decks; `others` cards are of the course or of notes and were left to them."""

    changes: tuple[Change, ...]
    others: int


@dataclass(slots=True)
class _Coming:
    """The cards that one deck gets."""

    deck: Deck
    cards: dict[str, Card] = field(default_factory=dict)


def join(
    coming: Sequence[Deck],
    there: Mapping[str, Deck],
    taken: Collection[str],
    file: str,
    *,
    whole: bool,
    by_text: bool = False,
) -> Joined:
    """Return what becomes of the decks that are `there` when the decks of a `file` come in.

    `taken` are the ids of all other cards. `whole`: the file is all there is of its decks, so that cards can be gone.
    `by_text`: its cards are named by what they say, so that an edited one comes under another name.
    """
    where = {card.id: deck.id for deck in there.values() for card in deck.cards}
    names = where.keys() | set(taken) if by_text else set[str]()
    found: dict[str, _Coming] = {}
    others = 0
    for deck in coming:
        known = there.get(deck.id)
        found.setdefault(deck.id, _Coming(deck if known is None else replace(known, title=deck.title, tags=deck.tags)))
        for card in _recognised(deck, known, names, file) if by_text else deck.cards:
            if card.id in taken:
                others += 1
                continue
            home = where.get(card.id, deck.id)
            place = found.setdefault(home, _Coming(there[home])) if home != deck.id else found[home]
            place.cards.setdefault(card.id, replace(card, lesson=home, source=card.source or file))
    changes = (_change(one, there.get(name), file, whole=whole) for name, one in found.items())
    return Joined(tuple(one for one in changes if one.deck.cards or one.gone), others)


def _recognised(deck: Deck, known: Deck | None, names: Collection[str], file: str) -> tuple[Card, ...]:
    """Return the cards of a deck, those that were edited in their file under the names they had."""
    if known is None:
        return deck.cards
    return renamed(deck.cards, {card.id: card for card in known.cards if card.source == file}, names)


def _change(coming: _Coming, before: Deck | None, file: str, *, whole: bool) -> Change:
    """Return the deck with the cards that come: first these in their order, then what stays."""
    old = {} if before is None else {card.id: card for card in before.cards}
    cards = {name: _same_or_new(old.get(name), card) for name, card in coming.cards.items()}
    of_file = {name for name, card in old.items() if card.source == file}
    missing = of_file - cards.keys() if whole else set[str]()
    gone = missing if of_file & cards.keys() else set[str]()
    staying = [
        replace(card, source="") if name in missing else card  # it came from another file of that name
        for name, card in old.items()
        if name not in cards and name not in gone
    ]
    deck = replace(coming.deck, cards=(*cards.values(), *staying))
    new = sum(name not in old for name in cards)
    updated = sum(name in old and old[name] is not card for name, card in cards.items())
    return Change(deck, new, updated, len(cards) - new - updated, len(gone), deck != before)


def _same_or_new(old: Card | None, card: Card) -> Card:
    """Return the card there is when the one that comes says the same, from whatever file.

    A new text keeps its file, and its fact where the file that comes knows of none.
    """
    if old is None:
        return card
    fact = old.fact if card.fact == card.id else card.fact
    card = replace(card, source=old.source or card.source, fact=fact)
    return old if old == replace(card, source=old.source) else card
