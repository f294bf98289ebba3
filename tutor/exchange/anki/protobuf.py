"""The fields of a protobuf message, as far as Anki's blobs need them: numbers and bytes, by number of the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5
FIXED = {FIXED64: 8, FIXED32: 4}
LONGEST = 10  # bytes of a number


def message(data: bytes) -> dict[int, int | bytes]:
    """Return the fields of a message, the last of each number; what follows a broken one is left out."""
    return dict(_fields(data))


def text(fields: dict[int, int | bytes], number: int) -> str:
    """Return a field as text, "" when it is none."""
    value = fields.get(number)
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else ""


def _fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    place = 0
    while place < len(data):
        key, place = _number(data, place)
        kind = key & 7
        if kind == VARINT:
            value, place = _number(data, place)
            if place <= len(data):
                yield key >> 3, value
            continue
        size, place = _number(data, place) if kind == BYTES else (FIXED.get(kind, len(data) + 1), place)
        if place + size > len(data):
            return
        yield key >> 3, data[place : place + size]
        place += size


def _number(data: bytes, place: int) -> tuple[int, int]:
    """Return the number at `place` and where it ends; beyond the data when it is broken."""
    value = 0
    for shift, byte in enumerate(data[place : place + LONGEST]):
        value |= (byte & 0x7F) << 7 * shift
        if byte < 0x80:
            return value, place + shift + 1
    return 0, len(data) + 1
