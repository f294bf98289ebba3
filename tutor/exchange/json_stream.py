"""A large JSON object read piece by piece: its members one after the other, the elements of arrays one by one.

Memory holds one element at a time, however long the file. Numbers that are no numbers (NaN, Infinity) are refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

CHUNK = 1 << 18  # characters read at once
LARGEST = 64 << 20  # characters of one element: a deck of 200 000 cards; an event has 300
SPACE = re.compile(r"[ \t\n\r]*")


class BrokenError(Exception):
    """The text is no JSON object of this shape; `line` counts from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def members(file: TextIO) -> Iterator[tuple[str, Any]]:
    """Yield the members of the object in `file`: (key, value), for an array once with each of its elements.

    Raises `BrokenError` where the text cannot be read on.
    """
    text = _Text(file)
    text.expect("{")
    if text.next() == "}":
        text.expect("}")
    else:
        yield from _members(text)
    if text.next():
        raise BrokenError(text.line)


def _members(text: _Text) -> Iterator[tuple[str, Any]]:
    while True:
        key = text.value()
        if not isinstance(key, str):
            raise BrokenError(text.line)
        text.expect(":")
        if text.next() == "[":
            for element in _elements(text):
                yield key, element
        else:
            yield key, text.value()
        if text.either(",", "}") == "}":
            return


def _elements(text: _Text) -> Iterator[Any]:
    text.expect("[")
    if text.next() == "]":
        text.expect("]")
        return
    while True:
        yield text.value()
        if text.either(",", "]") == "]":
            return


class _Text:
    """A window on the file that moves on and grows to the next whole value."""

    def __init__(self, file: TextIO) -> None:
        from json import JSONDecoder

        self._file = file
        self._decode = JSONDecoder(parse_constant=_refuse).raw_decode
        self._buffer = ""
        self._at = 0
        self._passed = 0  # line ends before the buffer
        self._ended = False

    @property
    def line(self) -> int:
        """Return the number of the present line."""
        return self._passed + self._buffer.count("\n", 0, self._at) + 1

    def next(self) -> str:
        """Return the next character that is no space, "" at the end; stay before it."""
        while True:
            found = SPACE.match(self._buffer, self._at)
            assert found is not None
            self._at = found.end()
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if not self._more():
                return ""

    def expect(self, char: str) -> None:
        """Pass `char`."""
        self.either(char)

    def either(self, *chars: str) -> str:
        """Pass one of `chars` and return it."""
        found = self.next()
        if not found or found not in chars:
            raise BrokenError(self.line)
        self._at += 1
        return found

    def value(self) -> Any:
        """Return the next value; a number must be followed by something, or it may go on."""
        self.next()
        while True:
            try:
                found, end = self._decode(self._buffer, self._at)
            except (ValueError, RecursionError):
                end = -1
            if 0 <= end < len(self._buffer) or (end >= 0 and self._ended):
                self._at = end
                return found
            if len(self._buffer) - self._at > LARGEST or not self._more(len(self._buffer) - self._at):
                raise BrokenError(self.line) from None

    def _more(self, kept: int = 0) -> bool:
        """Read on, at least as much as is `kept`; return whether there was more."""
        more = "" if self._ended else self._file.read(max(CHUNK, kept))
        self._ended = not more
        self._passed += self._buffer.count("\n", 0, self._at)
        self._buffer, self._at = self._buffer[self._at :] + more, 0
        return bool(more)


def _refuse(constant: str) -> None:
    raise ValueError(constant)
