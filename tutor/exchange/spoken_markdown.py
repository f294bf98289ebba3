"""The Markdown of a flashcard as plain lines: pictures by what they show, links by their words, formulas readable."""

from __future__ import annotations

import re

from tutor.exchange.formulas import readable
from tutor.exchange.plain import plain

PICTURE = re.compile(r"!\[([^\[\]\n]*)\]\(([^()\n]*)\)")
LINK = re.compile(r"(?<!!)\[([^\[\]\n]+)\]\([^()\n]*\)")
BOLD = re.compile(r"(\*\*|__)(?=\S)([^\n*_]+?)(?<=\S)\1")
NAMED = 24  # characters of the name of a picture that nobody described


def spoken(text: str) -> tuple[str, int]:
    """Return a text as a person reads it, and how many pictures were in it."""
    text, pictures = PICTURE.subn(lambda found: f"[{found[1] or found[2].rpartition('/')[2][-NAMED:]}]", text)
    return plain(BOLD.sub(r"\2", LINK.sub(r"\1", readable(text)))), pictures
