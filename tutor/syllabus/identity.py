"""Which question of an edited note is which: an author changes words, adds, removes, moves; the history stays.

Names follow from texts, so that two devices that meet the same note give the same ones.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from tutor.questions.model import KindName

LIKE = 0.6  # of two texts, as difflib counts; measured on edits of one clause in a sentence: 0.65–0.95
TELLING = 20  # characters from which on an answer alone tells which question it belongs to
COMPARED = 400  # characters of a text that are compared; difflib's time grows with their square
PAIRS = 4000  # pairs that are compared at most, each in about 0.1 ms
SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was read from a note; `author` is the id its author gave it, if any."""

    kind: KindName
    ask: str
    answer: str = ""
    author: str = ""

    @property
    def words(self) -> str:
        """Return what is asked, however it is spaced or capitalised."""
        return normal(self.ask)


@dataclass(frozen=True, slots=True)
class Remembered:
    """A question as it was when the note was last read, and the card it became."""

    card: str
    asked: Asked


def recognised(old: Sequence[Remembered], new: Sequence[Asked]) -> tuple[str, ...]:
    """Return the card of each new question, "" where it is one nobody has seen.

    In turn: the author's id, the same question and answer, the same question, the same telling answer,
    texts that are alike. No card is given twice; among equals the order of the note decides.
    """
    found = [""] * len(new)
    left = list(old)
    by_id: list[Callable[[Asked], Hashable]] = [
        lambda one: one.author,
        lambda one: (one.words, normal(one.answer)),
        lambda one: one.words,
        lambda one: normal(one.answer) if len(one.answer) >= TELLING else "",
    ]
    for name in by_id:
        left = _paired(found, left, new, name)
    _like(found, left, new)
    return tuple(found)


def _paired(
    found: list[str], left: list[Remembered], new: Sequence[Asked], name: Callable[[Asked], Hashable]
) -> list[Remembered]:
    """Give each new question without a card the first one left that has the same name; return what is still left."""
    waiting: dict[Hashable, list[Remembered]] = defaultdict(list)
    for one in reversed(left):
        waiting[name(one.asked)].append(one)
    taken: set[str] = set()
    for place, asked in enumerate(new):
        named = name(asked)
        if not found[place] and named and waiting[named]:
            found[place] = waiting[named].pop().card
            taken.add(found[place])
    return [one for one in left if one.card not in taken]


def _like(found: list[str], left: Sequence[Remembered], new: Sequence[Asked]) -> None:
    """Give questions that were reworded their cards, the most alike first."""
    open_places = [place for place, card in enumerate(found) if not card]
    if not left or not open_places or len(left) * len(open_places) > PAIRS:
        return
    pairs = [
        (-alike(one.asked, new[place]), place, one.card)
        for one in left
        for place in open_places
        if one.asked.kind == new[place].kind
    ]
    taken: set[str] = set()
    for unlike, place, card in sorted(pairs):
        if unlike and not found[place] and card not in taken:
            found[place] = card
            taken.add(card)


def alike(one: Asked, other: Asked) -> float:
    """Return how alike two questions are, 0 when they are not: by what is asked, or by that and the answer.

    The same answer weighs more than words of a question that differ.
    """
    mine, theirs = normal(one.answer), normal(other.answer)
    asked = _ratio(one.words, other.words)
    answered = _ratio(mine, theirs) if mine and theirs else 0.0
    if max(asked, (asked + answered) / 2) < LIKE:
        return 0.0
    return asked + answered + (mine == theirs != "")


def _ratio(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one[:COMPARED], other[:COMPARED], autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= LIKE and matcher.quick_ratio() >= LIKE / 2 else 0.0


def note_name(stem: str, content: str, path: str, taken: Callable[[str], bool]) -> str:
    """Return a name for the note in the file `stem`.

    Where that is taken (README), `content` tells it apart, and the `path` of the file where that is taken, too:
    among ten thousand notes of one name each is looked up a few times only.
    """
    names: list[tuple[object, ...]] = [(stem, 0), (stem, content)]
    return _free(lambda turn: f"note-{_digest(*(names[turn] if turn < len(names) else (path, turn)))[:8]}", taken)


def card_name(note: str, asked: Asked, taken: Callable[[str], bool]) -> str:
    """Return a name for a new question of `note`: the author's own after "my-", else one made from the text."""
    slug = SLUG.sub("-", asked.author.casefold()).strip("-")
    if slug and not taken(f"my-{slug}"):
        return f"my-{slug}"
    return _free(lambda turn: f"{note}-{_digest(asked.kind, asked.words, turn)[:6]}", taken)


def fingerprint(asked: Asked) -> str:
    """Return a fingerprint of what is asked."""
    return digest((asked.words,))[:32]


def normal(text: str) -> str:
    """Return `text` without what does not change its meaning: case, and how it is spaced."""
    return " ".join(text.casefold().split())


def digest(parts: Iterable[str]) -> str:
    """Return a short fingerprint of texts."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _digest(*parts: object) -> str:
    return digest(map(str, parts))


def _free(name: Callable[[int], str], taken: Callable[[str], bool]) -> str:
    """Return the first name that is not taken."""
    turn = 0
    while taken(name(turn)):
        turn += 1
    return name(turn)
