"""Cards of a file whose identity is their text, recognised after an edit, so that their history goes on.

A question that was reworded has the same answer or nearly the same words; a short question that has neither is another
one. Names that a card was given once stay, however often it is edited after that.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from tutor.questions.model import Choice, Cloze, Flash, Multi
from tutor.syllabus.identity import normal

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence

    from tutor.questions.model import Card, Wording

PAIRS = 4000  # that are compared at most, each in about 0.1 ms
COMPARED = 400  # characters of a text that are compared; difflib's time grows with their square
LIKE = 0.7  # of two questions with one answer
NEARLY = 0.85  # of two questions whose answers differ, and that are long enough to tell
TELLING = 20  # characters


def renamed(cards: Sequence[Card], old: Mapping[str, Card], known: Collection[str]) -> tuple[Card, ...]:
    """Return `cards`, those that are an edited `old` one under its name; the ids in `known` are nobody's edits."""
    fresh = [card for card in cards if card.id not in old and card.id not in known]
    own = {card.id for card in cards}
    left = [card for name, card in old.items() if name not in own]
    names = _same(fresh, left)
    taken = set(names.values())
    names |= _like([card for card in fresh if card.id not in names], [card for card in left if card.id not in taken])
    return tuple(replace(card, id=names.get(card.id, card.id), fact=names.get(card.fact, card.fact)) for card in cards)


def _same(fresh: Sequence[Card], left: Sequence[Card]) -> dict[str, str]:
    """Return the former id of each fresh card that says, or at least asks, just what one of those left does."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    keys: tuple[Callable[[Card], Hashable], ...] = (lambda card: (_ask(card), _answer(card)), _ask)
    for key in keys:
        waiting = {key(card): card.id for card in reversed(left) if card.id not in taken}
        for card in fresh:
            if card.id not in found and (name := waiting.pop(key(card), "")):
                found[card.id] = name
                taken.add(name)
    return found


def _like(fresh: Sequence[Card], left: Sequence[Card]) -> dict[str, str]:
    """Return the former id of each fresh card that is like one of those left, the likest first."""
    if len(fresh) * len(left) > PAIRS:
        return {}
    scores = ((_likeness(new, old), new.id, old.id) for new in fresh for old in left)
    found: dict[str, str] = {}
    taken: set[str] = set()
    for likeness, new, old in sorted(scores, reverse=True):
        if likeness and new not in found and old not in taken:
            found[new] = old
            taken.add(old)
    return found


def _likeness(one: Card, other: Card) -> float:
    """Return how alike two cards are, 0 when they are different questions."""
    mine, theirs = _ask(one), _ask(other)
    same_answer = _answer(one) == _answer(other) != ""
    matcher = SequenceMatcher(None, mine[:COMPARED], theirs[:COMPARED], autojunk=False)
    least = LIKE if same_answer else NEARLY
    if not same_answer and min(len(mine), len(theirs)) < TELLING:
        return 0.0
    likeness = matcher.ratio() if matcher.quick_ratio() >= least else 0.0
    return likeness + same_answer if likeness >= least else 0.0


def _ask(card: Card) -> str:
    return _text([card.ask])


def _answer(card: Card) -> str:
    match card.body:
        case Flash(answer=answer):
            return _text([answer])
        case Cloze(gap=gap):
            return normal(gap.zh)
        case Choice(options) | Multi(options):
            return _text([option.wording for option in options if option.right])
        case _:
            return ""


def _text(wordings: Iterable[Wording | None]) -> str:
    return normal("\n".join("".join(map(str, wording.zh)) for wording in wordings if wording is not None))
