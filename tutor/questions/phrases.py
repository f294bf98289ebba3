"""Phrases better not said: where an answer in the learner's own words uses one, and what is right instead.

A phrase is matched within a clause, … standing for up to a few words. It is not meant where it is denied, quoted,
called wrong or told as a convention; whoever says "不是…" or "never say '…'" knows better already.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.text import Text

GAP = r"(?:[^,;:!?\n.]|\.(?=\d)){0,%d}?"  # within a clause; a point in a number ends none
FEW = {True: 36, False: 14}  # characters that … stands for: of English, of Chinese
BEHIND = 24  # characters before a phrase in which it can be denied
DENIED = re.compile(
    r"不|没|别|未|勿|非|误|错|谈不上|约定|规定|记为|取为|\b(?:not|no|non|never|cannot|without|wrong|myth|unlikely|hardly"
    r"|convention|set|taken)\b|n't\b"
)
UNDONE = re.compile(
    r"^[^,;!?\n]{0,8}(?:是错|不对|不成立|是误|是假|是约定|(?:is|are) (?:wrong|false|a myth|not|a convention))"
)
CLAUSE_END = re.compile(r"[,;:!?\n]|\.(?!\d)")
QUOTES = "'\""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase better not said, by the id of what it comes from, and what is right."""

    id: str
    form: str
    right: Text


@dataclass(frozen=True, slots=True)
class Slip:
    """A phrase as it was said."""

    phrase: Phrase
    said: str


def slips(said: str, phrases: Iterable[Phrase]) -> tuple[Slip, ...]:
    """Return the phrases that `said` uses, each source once, in the order they were said."""
    text = fold(said)
    low = text.casefold()
    found: dict[str, tuple[int, Slip]] = {}
    for phrase in phrases:
        for match in _pattern(phrase.form).finditer(low):
            if phrase.id not in found and _meant(low, match):
                found[phrase.id] = (match.start(), Slip(phrase, text[match.start() : match.end()].strip()))
    return tuple(slip for _, slip in sorted(found.values(), key=lambda item: item[0]))


def _meant(text: str, match: re.Match[str]) -> bool:
    """Say whether a phrase is told as true: neither denied, nor quoted, nor called wrong."""
    before = CLAUSE_END.split(text[: match.start()])[-1][-BEHIND:]
    gaps = "".join(part or "" for part in match.groups())
    if DENIED.search(before) or DENIED.search(gaps) or UNDONE.search(text[match.end() :]):
        return False
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    quoted = line.count("[") > line.count("]") or any(_opened(line, quote) for quote in QUOTES)
    return not quoted


def _opened(text: str, quote: str) -> bool:
    """Say whether a quotation is open at the end; an apostrophe inside a word opens none."""
    return len(re.findall(rf"(?<!\w){quote}|{quote}(?!\w)", text)) % 2 == 1


@lru_cache(maxsize=1024)
def _pattern(form: str) -> re.Pattern[str]:
    """Return what finds a phrase: its parts in order, with a few words between them where … stands."""
    folded = fold(form).casefold()
    gap = f"({GAP % FEW[folded.replace('…', '').isascii()]})"
    return re.compile(gap.join(_part(part) for part in folded.split("…")))


def _part(text: str) -> str:
    """Return a pattern for a part; a Latin word stands alone, spaces are as many as one likes."""
    words = text.split()
    body = r"[\s-]*".join(re.escape(word) for word in words)
    start = r"(?<![a-z])" if words and words[0][0].isascii() and words[0][0].isalpha() else ""
    return start + body
