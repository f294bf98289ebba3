"""The Markdown of a flashcard as plain lines, like that of a note: formulas readable, code kept, pictures by name."""

from __future__ import annotations

import re

from tutor.exchange.notes.rows import rows
from tutor.exchange.notes.text import readable
from tutor.exchange.plain import plain

PICTURE = re.compile(r"!\[([^\[\]\n]*)\]\(([^()\n]*)\)")
NAMED = 24  # characters of the name of a picture that nobody described


def spoken(text: str) -> tuple[str, int]:
    """Return a text as a person reads it, and how many pictures were in it."""
    text, pictures = PICTURE.subn(lambda found: f"[{found[1] or found[2].rpartition('/')[2][-NAMED:]}]", text)
    return plain(readable(rows(plain(text)))), pictures
