"""Cards as a deck of hashcards: Markdown that people read as well, each card with its id in a comment.

A cloze stays one where brackets can mean nothing else; every other card is a question with its options, an answer
and the reason. A line of a text that could begin a card is moved in by a space, a rule or a heading escaped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.exchange.told_card import Told, tell
from tutor.syllabus.bodies import SHOWN_GAP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.exchange.leaving import Leaving

SIGNS = re.compile(r"[\\`*_$\[\]|]|<(?!!--)|&(?=#?\w+;)|==|~~")
COMMENT = "<!--"  # ends a line for readers that know no escapes
STARTS = re.compile(r"(?<=\n)(?=[QAC][:：])")
RULES = re.compile(r"(?<=\n)([ \t]*)(?=---[ \t]*$|~~~|#)", re.MULTILINE)
BRACKETS = frozenset("[]")


def hashcards(leaving: Leaving, title: str) -> Iterator[str]:
    """Yield the parts of a deck called `title`, the cards below the headings of their decks."""
    yield f"---\nname = {_string(title)}\n---\n"
    places: list[str] = []
    for card in leaving.cards:
        told = tell(card, leaving.language)
        if told.by_sight:
            continue
        titles = [" / ".join(title.lines(leaving.language)) for title in leaving.places.get(card.lesson, ())]
        yield from _headings(places, titles)
        places = titles
        yield f"\n<!-- id: {card.id} -->\n{_card(told)}\n\n---\n"


def left_out(leaving: Leaving) -> int:
    """Return how many cards mean little without their curves, and stay."""
    return sum(tell(card, leaving.language).by_sight for card in leaving.cards)


def _headings(before: list[str], now: list[str]) -> Iterator[str]:
    """Yield a heading for each level that is not the one of the card before."""
    changed = False
    for level, title in enumerate(now):
        changed = changed or before[level : level + 1] != [title]
        if changed:
            yield f"\n{'#' * (level + 1)} {_escaped(title)}\n"


def _card(told: Told) -> str:
    if told.gap and told.ask.count(SHOWN_GAP) == 1 and not BRACKETS & set(told.ask + told.gap[0]):
        before, _, after = told.ask.partition(SHOWN_GAP)
        return f"C: {_shown(before)}[{_escaped(told.gap[0])}]{_shown(after)}"
    options = "".join(f"\n- {_escaped(text)}" for text, _ in told.options)
    right = [text for text, is_right in told.options if is_right]
    answer = "\n".join(f"- {_escaped(text)}" for text in right) if len(right) > 1 else _shown(told.answer)
    why = f"\n\n{_shown(told.why)}" if told.why else ""
    return f"Q: {_shown(told.ask)}{options and chr(10) + options}\n\nA: {answer}{why}"


def _shown(text: str) -> str:
    """Return lines that begin nothing in this format; each line break of a text is one when it is rendered."""
    return RULES.sub(r"\1\\", STARTS.sub(" ", _escaped(text)))


def _escaped(text: str) -> str:
    """Return a text in which Markdown finds nothing to interpret."""
    return SIGNS.sub(r"\\\g<0>", text).replace(COMMENT, "&lt;!--")


def _string(text: str) -> str:
    """Return a text as a string of TOML."""
    return '"' + "".join(f"\\{char}" if char in '"\\' else char for char in text if char.isprintable()) + '"'
