"""Where the front matter of a note stands: between a first line `---` and the next line `---` or `...`.

Text is taken as it is, character by character: lines may end in LF, CRLF or CR, each in its own way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tutor.exchange.trouble import Trouble, TroubledError

OPENING = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\n|\r)")
CLOSING = re.compile(r"(?:(?<=\n)|(?<=\r))(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")
LINE_END = re.compile(r"\r\n|\n|\r")
FIELD = re.compile(r"\s*[\w\"'][^:\r\n]*:(?:\s|\Z)")
TOML = re.compile(
    r"\ufeff?\+\+\+[ \t]*(?:\r\n|\n|\r)(?:(?!\+\+\+)[^\r\n]*(?:\r\n|\n|\r))*\+\+\+[ \t]*(?:\r\n|\n|\r|\Z)"
)
BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Place:
    """Indices into the text of a note: where its YAML begins, where the closing line, where the rest."""

    begin: int
    end: int
    rest: int


def decoded(source: bytes) -> str:
    """Return the text of a note with everything it holds, a byte order mark included; raises `TroubledError`."""
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        raise TroubledError(Trouble("notes.encoding", line)) from None


def located(text: str) -> Place | None:
    """Return where the front matter is, None when the note has none.

    A rule at the top that nothing closes is a rule; with a field below it, it is front matter that somebody
    forgot to close, and raises `TroubledError`; so does one in TOML, which is none any more below another.
    """
    if TOML.match(text):
        raise TroubledError(Trouble("notes.front_toml", 1))
    opening = OPENING.match(text)
    if opening is None:
        return None
    closing = CLOSING.search(text, opening.end())
    if closing is not None:
        return Place(opening.end(), closing.start(), closing.end())
    if FIELD.match(text, opening.end()):
        raise TroubledError(Trouble("notes.front_open", 1))
    return None


def rest(text: str) -> int:
    """Return where what a note says begins: behind its front matter, also one that is not read."""
    if toml := TOML.match(text):
        return toml.end()
    try:
        place = located(text)
    except TroubledError:
        return 0
    return 0 if place is None else place.rest


def line_end(text: str) -> str:
    """Return how the first line of a text ends, LF when it has none."""
    found = LINE_END.search(text)
    return found.group() if found else "\n"


def line_of(text: str, index: int) -> int:
    """Return the number of the line that holds a character, the first being 1."""
    return sum(1 for _ in LINE_END.finditer(text, 0, index)) + 1
