r"""Decks of hashcards (and of repeater): Markdown in which a card begins with `Q:` or `C:`.

    Q: What is the order of a group?
    A: The cardinality of its underlying set.

    C: The [order] of a group is [the cardinality of its underlying set].

A card goes on until the next one or a line `---`; a cloze card is one card for each pair of brackets. Brackets of
pictures and links, in formulas and in code, and escaped ones hide nothing; what stands in a fence of code begins no
card. Text before the first card is not read. The name of a deck is that of its file, or `name` in front matter.
An id alone in a comment `<!-- id: … -->` before a card, as we write it, is the card's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from tutor.exchange.decoding import decoded
from tutor.exchange.foreign import MOST_GAPS, Head, card_id, flash, marked, unmarked
from tutor.exchange.gathering import Gathering
from tutor.exchange.plain import LONGEST, plain
from tutor.exchange.spoken_markdown import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.exchange.imported import Imported

START = re.compile(r"([QAC])[:：]")
RULE = re.compile(r"\s*---\s*")
FENCE = re.compile(r"\s*(```|~~~)")
OWN_ID = re.compile(r"\s*<!-- id: ([a-z0-9.-]{1,100}) -->\s*")
BRACKETS = re.compile(
    r"\\(?P<escaped>[\[\]])"
    r"|(?P<silent>`[^`\n]*`|\$\$[^$]*\$\$|\$[^$\n]*\$|!?\[[^\[\]]*\]\([^()\n]*\))"
    r"|\[(?P<gap>[^\[\]]*)\]"
)
LOOKS = re.compile(r"^[QC][:：]\s*\S", re.MULTILINE)


@dataclass(slots=True)
class _Block:
    """The lines of one card: of its question or its cloze text, and of its answer (None while there is none)."""

    is_cloze: bool
    asked: list[str]
    id: str = ""
    answered: list[str] | None = None


def looks_like_hashcards(text: str) -> bool:
    """Say whether a text has a card of this format."""
    return LOOKS.search(text) is not None


def read_hashcards(source: bytes, name: str, title: str = "") -> Imported:
    """Return the cards of the file `name`; without a name of its own the deck is called `title` or like the file.

    Raises `TutorError` when the file cannot be read as text.
    """
    text = decoded(source, name)
    gathering = Gathering("hashcards", name, text)
    own, lines = _front(text.text.splitlines(), gathering)
    deck = own or title or PurePath(name).stem
    for block in _blocks(lines, gathering):
        if sum(map(len, (*block.asked, *(block.answered or ())))) > 2 * LONGEST:
            gathering.leave("long")
        else:
            (_cloze if block.is_cloze else _basic)(block, gathering.deck(deck), gathering)
    return gathering.imported()


def _front(lines: list[str], gathering: Gathering) -> tuple[str, list[str]]:
    """Return the name in front matter, "" without one, and the lines below it."""
    if not lines or not RULE.fullmatch(lines[0]):
        return "", lines
    end = next((place for place, line in enumerate(lines[1:], 1) if RULE.fullmatch(line)), 0)
    if not end or any(map(START.match, lines[:end])):
        return "", lines
    import tomllib

    try:
        found = tomllib.loads("\n".join(lines[1:end])).get("name", "")
    except (tomllib.TOMLDecodeError, RecursionError):
        gathering.leave("front")
        found = ""
    return (plain(found) if isinstance(found, str) else ""), lines[end + 1 :]


def _blocks(lines: list[str], gathering: Gathering) -> Iterator[_Block]:
    """Yield the cards as lines."""
    block: _Block | None = None
    given = ""
    for line, is_code in _with_fences(lines):
        start = None if is_code else START.match(line)
        own = None if is_code else OWN_ID.fullmatch(line)
        if start and start[1] == "A":
            _answer(block, line[2:], gathering)
        elif start or own or (not is_code and RULE.fullmatch(line)):
            if block is not None:
                yield block
            block = _Block(start[1] == "C", [line[2:]], given) if start else None
            given = own[1] if own else ""
        elif block is not None:
            (block.asked if block.answered is None else block.answered).append(line)
    if block is not None:
        yield block


def _with_fences(lines: list[str]) -> Iterator[tuple[str, bool]]:
    """Yield each line and whether it is code or a fence."""
    fence = ""
    for line in lines:
        found = FENCE.match(line)
        yield line, bool(fence or found)
        if found and fence in {"", found[1]}:
            fence = "" if fence else found[1]


def _answer(block: _Block | None, first: str, gathering: Gathering) -> None:
    """Begin the answer of a question; one without a question, or a second one, is told."""
    if block is None or block.is_cloze or block.answered is not None:
        gathering.leave("loose")
    else:
        block.answered = [first]


def _basic(block: _Block, deck: str, gathering: Gathering) -> None:
    ask, asked = spoken("\n".join(block.asked))
    answer, answered = spoken("\n".join(block.answered or ()))
    if not ask or not answer:
        gathering.leave("no_answer" if ask else "no_question")
        return
    gathering.leave("media", asked + answered)
    gathering.add(flash(_head(block, deck, ask), ask, answer))


def _cloze(block: _Block, deck: str, gathering: Gathering) -> None:
    """Take one card for each gap; without its marks the text is what they are recognised by."""
    parts = _parts(unmarked("\n".join(block.asked).strip()))
    whole, media = spoken("".join(parts))
    gathering.leave("media", media)
    places = [place for place in range(1, len(parts), 2) if parts[place].strip()]
    if not places:
        gathering.leave("no_gap")
    gathering.leave("gaps", max(0, len(places) - MOST_GAPS))
    for number, place in enumerate(places[:MOST_GAPS]):
        text, _ = spoken("".join([*parts[:place], f"⟦{parts[place]}⟧", *parts[place + 1 :]]))
        card = marked(_head(block, deck, whole, number), text)
        if card is None:
            gathering.leave("no_gap")
        else:
            gathering.add(card)


def _parts(text: str) -> list[str]:
    """Return text and gaps by turns, without the brackets of gaps."""
    parts = [""]
    at = 0
    for found in BRACKETS.finditer(text):
        parts[-1] += text[at : found.start()]
        at = found.end()
        if found["gap"] is None:
            parts[-1] += found["escaped"] or found["silent"]
        else:
            parts += [found["gap"], ""]
    parts[-1] += text[at:]
    return parts


def _head(block: _Block, deck: str, text: str, number: int = 0) -> Head:
    """Return who a card is: by its own id, or by its deck and its text; further gaps of one text by their number."""
    place = [str(number)] if number else []
    first = block.id or card_id("hashcards", deck, text)
    own = "-".join([block.id, *place]) if block.id else card_id("hashcards", deck, text, *place)
    return Head(own, deck, fact=first)
