"""Text from elsewhere made fit for any terminal: plain, in lines, nothing in it that could be interpreted.

Control characters and escape codes, marks that turn the direction of writing, joiners and characters that
Unicode does not know are taken out; letters with their accents, Chinese and formulas stay as they are.
"""

from __future__ import annotations

import re
from unicodedata import category, normalize

from tutor.questions.model import Wording

ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-_])")
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
EMPTY_LINES = re.compile(r"\n{3,}")
TAB = "    "
REMOVED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
SELECTORS = re.compile("[\ufe00-\ufe0f]")  # how wide a character with one is, terminals do not agree on
LONGEST = 20_000  # characters: a text of twenty pages is no question and no answer


def plain(text: str) -> str:
    """Return a text in plain lines, without empty ones around it and never two of them in a row.

    A first line that is indented like code stays so.
    """
    text = LINE_ENDS.sub("\n", ESCAPES.sub("", text)).replace("\t", TAB)
    if not text.isascii():
        text = SELECTORS.sub("", normalize("NFC", text))
    if not text.replace("\n", "").isprintable():  # most texts, and quick to ask
        text = "".join(char for char in text if char == "\n" or category(char) not in REMOVED)
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    text = EMPTY_LINES.sub("\n\n", text).strip("\n").rstrip()
    return text if text.startswith(TAB) else text.lstrip()


def in_line(text: str) -> str:
    """Return a text in one line."""
    return " ".join(plain(text).split())


def said(text: str) -> Wording:
    """Return a plain text that says the same in both languages; braces in it are just braces."""
    pieces = (text,) if text else ()
    return Wording(pieces, pieces)
