"""How wide a text is on a terminal and where its lines break, Chinese and formulas included.

Libraries break at spaces only, which leaves Chinese ragged, or lose a character at the edge
(rich#2494); so the rules that matter here are written out: Chinese may break between characters,
no line starts with closing punctuation or ends with opening punctuation, words stay whole.
"""

from __future__ import annotations

from functools import lru_cache

from wcwidth import wcwidth

OPENING = frozenset("([{（［｛「『《〈【〔“‘")
OPERATORS = frozenset("=≈≠<>≤≥×·+−→⇒⇔∈~")
CLOSING = frozenset(")]}）］｝」』》〉】〕”’，。、；：？！…,.;:?!%％′″·—")


def width(text: str) -> int:
    """Return the number of terminal cells that `text` fills (control characters count 0).

    Character by character, as terminals and our own line breaker count: wcwidth's own sum joins
    characters of one grapheme, which would let a cut text be wider than its parts.
    """
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(cells, text))


@lru_cache(maxsize=4096)
def cells(char: str) -> int:
    """Return the cells of one character: 0, 1 or 2."""
    return max(0, wcwidth(char))


def may_break(before: str, after: str) -> bool:
    """Say whether a line may end between two neighbouring characters."""
    if after == " " or not cells(after):
        return False
    if before == " ":
        return True
    if before in OPENING or after in CLOSING:
        return False
    return cells(before) == 2 or cells(after) == 2


def in_formula(text: str, index: int) -> bool:
    """Say whether the space before `index` stands beside an operator: ½ × ½ = ¼ is read in one go."""
    return text[index - 1] == " " and (text[index] in OPERATORS or (index > 1 and text[index - 2] in OPERATORS))


def _line_end(text: str, start: int, columns: int) -> int:
    """Return where the line that begins at `start` ends (exclusive), at least one character on.

    A break inside a formula is taken only when the line would else stay half empty.
    """
    used = good = good_used = poor = 0
    for index in range(start, len(text)):
        if index > start and may_break(text[index - 1], text[index]):
            if in_formula(text, index):
                poor = index
            else:
                good, good_used = index, used
        used += cells(text[index])
        if used > columns and text[index] != " ":
            best = good if 2 * good_used >= columns else max(good, poor)
            return best or max(index, start + 1)
    return len(text)


def line_ends(text: str, columns: int) -> list[int]:
    """Return the offsets at which the lines of one paragraph end, for lines of `columns` cells.

    The last offset is the length of the text; spaces at a line's end belong to that line.
    """
    ends: list[int] = []
    start = 0
    while start < len(text):
        start = _line_end(text, start, max(2, columns))
        ends.append(start)
    return ends or [0]


def wrap(text: str, columns: int) -> list[str]:
    """Return the lines of `text`, each at most `columns` cells wide; line breaks in it are kept."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        start = 0
        for end in line_ends(paragraph, columns):
            lines.append(paragraph[start:end].rstrip(" "))
            start = end
    return lines


def truncate(text: str, columns: int) -> str:
    """Return `text` cut to `columns` cells, with … for what was cut."""
    if width(text) <= columns:
        return text
    kept, used = "", 1
    for char in text:
        used += cells(char)
        if used > columns:
            break
        kept += char
    return kept.rstrip() + "…"


def pad(text: str, columns: int) -> str:
    """Return `text` cut or filled with spaces to exactly `columns` cells."""
    text = truncate(text, columns)
    return text + " " * (columns - width(text))
