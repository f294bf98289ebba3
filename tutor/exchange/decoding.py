"""The text of a file from elsewhere, whatever program wrote it.

UTF-8, UTF-16 with its mark, and GB18030 (with GBK and GB2312 in it), which Chinese spreadsheets write; a file
of UTF-8 with a few broken bytes is read without them, and it is told.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from typing import Literal

from tutor.errors import TutorError

LARGEST = 50 * 1024 * 1024  # bytes: the cards of a lifetime take a tenth of it, and nothing in memory forty times that
MOST_CARDS = 200_000  # in one file: more than anybody can learn in a lifetime, and 400 MB of memory
MOST_LINES = 10 * MOST_CARDS
FEW = 0.02  # share of characters that may be broken before a file is thought to be in another encoding
LEAST = 5  # characters that may be broken in any file
CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1e]")
REPLACED = "\ufffd"
BINARY = 8000  # bytes at the beginning among which a NUL means that this is no text

Encoding = Literal["utf-8", "utf-16", "gb18030"]


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and how many characters of it could not be read."""

    text: str
    encoding: Encoding
    broken: int = 0


def decoded(source: bytes, name: str) -> Decoded:
    """Return the text of the file `name`; raises `TutorError` when it is too large or no text."""
    if len(source) > LARGEST:
        raise TutorError("importing.too_large", file=name, size=len(source) // 2**20, most=LARGEST // 2**20)
    if source.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _bearable(_counted(source.decode("utf-16", "replace"), "utf-16"), name)
    if b"\0" in source[:BINARY]:
        raise TutorError("importing.binary", file=name)
    try:
        return _bearable(Decoded(source.removeprefix(BOM_UTF8).decode("utf-8"), "utf-8"), name)
    except UnicodeDecodeError:
        return _bearable(_guessed(source.removeprefix(BOM_UTF8)), name)


def _guessed(source: bytes) -> Decoded:
    """Return the text in the encoding in which fewer characters are broken."""
    return min(
        _counted(source.decode("utf-8", "replace"), "utf-8"),
        _counted(source.decode("gb18030", "replace"), "gb18030"),
        key=lambda one: one.broken,
    )


def _bearable(found: Decoded, name: str) -> Decoded:
    """Return a text of which little is broken and that is not endless; raises `TutorError` for another."""
    if found.text.count("\n") + found.text.count("\r") > MOST_LINES:
        raise TutorError("importing.too_many", file=name, most=MOST_CARDS)
    if found.broken + len(CONTROLS.findall(found.text)) > max(LEAST, FEW * len(found.text)):
        raise TutorError("importing.encoding", file=name)
    return found


def _counted(text: str, encoding: Encoding) -> Decoded:
    broken = text.count(REPLACED)
    return Decoded(text.replace(REPLACED, ""), encoding, broken)
