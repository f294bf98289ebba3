"""Phrases better not said: where an answer in the learner's own words uses one, and what is right instead.

A phrase is matched within a clause, … standing for up to a few words. It is not meant where it is denied, quoted,
asked, called wrong, told as others' words or of one case only (a framework's convention, a phone, an experiment);
whoever says "不是…" or "never say '…'" knows better already.
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
BEHIND = 24  # characters around a phrase in which it can be denied, or a case named
DENIED = re.compile(
    r"不|没|别|未|勿|非|误|错|无|失去|破坏|谈不上|约定|规定|记为|取为|以为|有人|声称"
    r"|\b(?:not|no|non|nor|nothing|never|cannot|without|wrong|myth|unlikely|hardly|few|fails?|loses?|breaks?"
    r"|rather than|instead of|convention|set|taken|people|some|claims?)\b|n't\b"
)
CASE = re.compile(
    r"框架|手机|移动端|端侧|嵌入|实验|论文|表里|pytorch|tensorflow|keras|jax"
    r"|\b(?:frameworks?|phones?|mobile|embedded|experiments?|papers?|tables?)\b"
)
UNDONE = re.compile(
    r"^[^,;!?\n]{0,8}(?:是错|不对|不成立|站不住|是误|是假|是约定|不慢|与否|是另一回事|无关|吗|\?"
    r"|(?:is|are) (?:wrong|false|a myth|not|a convention))"
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
    """Say whether a phrase is told as true: neither denied, nor quoted, nor asked, nor of one case only."""
    before = CLAUSE_END.split(text[: match.start()])[-1][-BEHIND:]
    gaps = "".join(part or "" for part in match.groups())
    behind = CLAUSE_END.split(text[match.end() :])[0][:BEHIND]
    if any(found.search(part) for found in (DENIED, CASE) for part in (before, gaps)):
        return False
    if CASE.search(behind) or UNDONE.search(text[match.end() :]):
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
    """Return a pattern for a part; it begins no Latin word inside, cuts no number, spaces are as many as one likes."""
    words = text.split()
    body = r"[\s-]*".join(re.escape(word) for word in words)
    first, last = text.strip()[:1], text.strip()[-1:]
    start = r"(?<![a-z])" if first.isascii() and first.isalpha() else r"(?<![\d.])" if first.isdecimal() else ""
    end = r"(?!\d|[./]\d)" if last.isdecimal() else ""
    return start + body + end
