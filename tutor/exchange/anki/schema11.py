"""The collection inside a package in the format of Anki 2.1: version 11, the one that every later Anki reads."""

from __future__ import annotations

import re
from hashlib import sha1
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WHOLE = {
    "col": "crt mod scm ver dty usn ls conf models decks dconf tags",
    "notes": "guid mid mod usn tags flds sfld csum flags data",
    "cards": "nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags data",
    "revlog": "cid usn ease ivl lastIvl factor time type",
}
TEXTS = {
    "col": {"conf", "models", "decks", "dconf", "tags"},
    "notes": {"guid", "tags", "flds", "data"},
    "cards": {"data"},
}  # the other columns are whole numbers; `sfld` is one too, so that fields that are numbers sort as such
INDEXED = ("notes (usn)", "cards (usn)", "revlog (usn)", "cards (nid)", "cards (did, queue, due)", "revlog (cid)")
NOTE = "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')"
CARD = "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, ?)"
REVLOG = "INSERT INTO revlog VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
COL = "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')"
TAGS = re.compile(r"<style.*?</style>|<[^>]*>", re.DOTALL)


def statements() -> Iterator[str]:
    """Yield what creates an empty collection."""
    for table, columns in WHOLE.items():
        texts = TEXTS.get(table, set())
        told = (f"{name} {'text' if name in texts else 'integer'} NOT NULL" for name in columns.split())
        yield f"CREATE TABLE {table} (id integer PRIMARY KEY, {', '.join(told)})"
    yield "CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL)"
    for number, columns in enumerate((*INDEXED, "notes (csum)")):
        yield f"CREATE INDEX ix_{number} ON {columns}"


def bare(html: str) -> str:
    """Return a field as Anki sorts it: without its tags."""
    return unescape(TAGS.sub("", html)).replace("\xa0", " ")


def checksum(first_field: str) -> int:
    """Return what Anki finds duplicates by: the first 32 bits of the digest of the first field."""
    return int(sha1(bare(first_field).encode(), usedforsecurity=False).hexdigest()[:8], 16)
