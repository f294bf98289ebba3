"""Which format a file has: by what is in it, then by its name."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from tutor.errors import TutorError
from tutor.exchange.clozes import has_gaps
from tutor.exchange.decoding import decoded
from tutor.exchange.hascard import looks_like_hascard
from tutor.exchange.hashcards import looks_like_hashcards
from tutor.exchange.separated_rows import agreement, has_headers

Format = Literal["anki", "json", "csv", "hashcards", "hascard"]

OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*[\"}]")
ZIP, SQLITE = b"PK", b"SQLite format 3\0"
TABLES, PACKAGES, NOTES = (".csv", ".tsv", ".tab"), (".apkg", ".colpkg"), (".md", ".markdown")
LOOKED_AT = 200_000  # characters that tell what a text is
MOST, NEARLY_ALL = 0.5, 0.9  # rows that must have the same number of fields, where the name says table and where not


def container(beginning: bytes, name: str) -> Literal["anki", "json", "text"]:
    """Return what a file is by its first bytes. Raises `TutorError` for a database."""
    if beginning.startswith(SQLITE):
        raise TutorError("importing.database", file=name)
    if beginning.startswith(ZIP) or PurePath(name).suffix.lower() in PACKAGES:
        return "anki"
    return "json" if OBJECT.match(beginning) else "text"


def format_of(source: bytes, name: str) -> Format:
    """Return which format of cards a text has; raises `TutorError` when it has none."""
    text = decoded(source, name).text[:LOOKED_AT]
    suffix = PurePath(name).suffix.lower()
    share = agreement(text)
    if has_headers(text) or (suffix in TABLES and share >= MOST):
        return "csv"
    if looks_like_hashcards(text):
        return "hashcards"
    if looks_like_hascard(text):
        return "hascard"
    if suffix in TABLES or (suffix not in NOTES and (share >= NEARLY_ALL or has_gaps(text))):
        return "csv"
    raise TutorError("importing.note" if suffix in NOTES else "importing.unknown", file=name)
