"""Questions within one paragraph: `front :: back`, `==highlight==` and `[gap]` of hashcards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.exchange.notes.inline import Aside, set_aside, without_marks
from tutor.exchange.notes.shapes import without_id
from tutor.syllabus.bodies import SHOWN_GAP

if TYPE_CHECKING:
    from tutor.exchange.notes.rows import Row

WIDE = r"[^\x00-\u2e7f\ue000-\uf8ff]"  # Chinese needs no spaces around the colons
CLOSED = "[\ue001*)]"  # code, bold or a link that ends: `key`::meaning
SEPARATOR = re.compile(rf"\s:::?(?=\s)|(?<={WIDE}):::?(?={WIDE})|(?<={CLOSED}):::?(?=[^:\ue000])")
HIGHLIGHT = re.compile(r"(?<!=)==(?!=)")
BRACKET = re.compile(r"(?<![\[!\]])(?<![-*+] )\[(?![\[^\]])([^\[\]\n]+)\](?![(\[])")
MOST = 20  # gaps of one paragraph: more are a page that was marked, not questions
LONGEST = 2_000  # characters of such a line or paragraph


def sides(row: Row) -> list[tuple[str, str, str]]:
    """Return question, answer and the author's id of the cards on a line: none, one, or one for each way."""
    text, author = without_id(row.content, row)
    if len(text) > LONGEST:
        return []
    aside = Aside()
    found = SEPARATOR.search(masked := set_aside(text, aside))
    if found is None or (masked[: found.start()].endswith(")") and not _ends_in_link(masked[: found.start()])):
        return []
    front, back = (
        " ".join(aside.readable(without_marks(side)).split())
        for side in (masked[: found.start()], masked[found.end() :])
    )
    if not (any(map(str.isalnum, front)) and any(map(str.isalnum, back))):
        return []
    there = [(front, back, author)]
    return [*there, (back, front, f"{author}-2" if author else "")] if ":::" in found.group() else there


def _ends_in_link(text: str) -> bool:
    """Say whether a text ends with [words](address), not with f()."""
    return "](" in text[text.rfind("[") :]


def highlighted(text: str) -> list[tuple[str, str, str]]:
    """Return a paragraph with one gap, the gap and an author's id, for each of its highlights."""
    if len(text) > LONGEST:
        return []
    aside = Aside()
    masked = set_aside(text, aside)
    marks = [found.start() for found in HIGHLIGHT.finditer(masked)]
    spans: list[tuple[int, int]] = []
    place = 0
    while place + 1 < len(marks):
        start, end = marks[place], marks[place + 1]
        if _is_highlight(masked, start, end):
            spans.append((start, end))
            place += 2
        else:
            place += 1
    gaps = [(start, start + 2, end, end + 2) for start, end in spans]
    return _cards(masked, gaps, aside) if len(gaps) <= MOST else []


def _is_highlight(text: str, start: int, end: int) -> bool:
    """Say whether two marks enclose words on one line; a == b and c == d do not."""
    inside = text[start + 2 : end]
    if not inside.strip() or inside != inside.strip() or "\n" in inside:
        return False
    before, behind = text[start - 1 : start], text[end + 2 : end + 3]
    return not (before.isascii() and before.isalnum() and behind.isascii() and behind.isalnum())


def bracketed(text: str) -> list[tuple[str, str, str]]:
    """Return a text of hashcards with one gap, the gap and an author's id, for each of its brackets."""
    if len(text) > LONGEST:
        return []
    aside = Aside()
    masked = set_aside(text, aside)
    found = [one for one in BRACKET.finditer(masked) if one.group(1).strip()]
    gaps = [(one.start(), one.start(1), one.end(1), one.end()) for one in found]
    return _cards(masked, gaps, aside) if len(gaps) <= MOST else []


def _cards(masked: str, gaps: list[tuple[int, int, int, int]], aside: Aside) -> list[tuple[str, str, str]]:
    """Return the cards of a text: where a gap opens, its words begin, end, and it closes."""
    cards = []
    for gap in gaps:
        parts, place = [], 0
        for one in gaps:
            begin, first, last, end = one
            parts += [masked[place:begin], "\ue002" if one == gap else masked[first:last]]
            place = end
        text = "".join([*parts, masked[place:]])
        ask = aside.readable(without_marks(text)).replace("\ue002", SHOWN_GAP)
        words = " ".join(aside.readable(without_marks(masked[gap[1] : gap[2]])).split())
        cards.append((ask.strip(), words, ""))
    return [(ask, words, author) for ask, words, author in cards if any(map(str.isalnum, words))]
