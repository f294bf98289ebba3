"""The collection inside a package, whatever its age: bytes of an SQLite database, nothing written anywhere.

A package is a zip archive. Since 2022 its collection is compressed by zstd (`collection.anki21b`), before it stood
there as it is (`collection.anki21`, `collection.anki2`). Nothing is unpacked by the names in the archive.
"""

from __future__ import annotations

import zipfile
import zlib
from typing import IO, TYPE_CHECKING, Any

from tutor.errors import TutorError
from tutor.exchange.plain import in_line

if TYPE_CHECKING:
    from pathlib import Path

NAMES = (
    "collection.anki21b",
    "collection.anki21",
    "collection.anki2",
)  # the newest first
MOST = 512 * 2**20  # bytes: Anki writes 64 MB for 100 000 notes, eight times that no learner has
AT_ONCE = 2**20
ENCRYPTED = 0x1
ZIP_BEGINS = b"PK"
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


def collection(path: Path) -> bytes:
    """Return the newest collection in the package at `path`. Raises `TutorError`."""
    try:
        with path.open("rb") as file:
            return inside(file, named(path))
    except OSError as error:
        raise TutorError("anki.unreadable", file=named(path), why=error.strerror or reason(error)) from error


def inside(file: IO[bytes], name: str) -> bytes:
    """Return the newest collection in an open package called `name`. Raises `TutorError`."""
    zipped = file.read(2) == ZIP_BEGINS
    try:
        with zipfile.ZipFile(file) as archive:
            return _newest(archive, name)
    except BROKEN as error:
        raise TutorError("anki.truncated" if zipped else "anki.not_a_package", file=name, why=reason(error)) from error


def named(path: Path) -> str:
    """Return the name of a file as it can be printed."""
    return in_line(str(path)) or "?"


def reason(error: Exception) -> str:
    """Return what an exception says as it can be printed, without an end."""
    return in_line(str(error)).rstrip(".") or type(error).__name__


def _newest(archive: zipfile.ZipFile, name: str) -> bytes:
    there = set(archive.namelist())
    found = next((one for one in NAMES if one in there), None)
    if found is None:
        raise TutorError("anki.no_collection", file=name)
    info = archive.getinfo(found)
    if info.flag_bits & ENCRYPTED:
        raise TutorError("anki.encrypted", file=name)
    if info.file_size > MOST:  # what the archive says; what comes out is counted as well
        raise TutorError("anki.too_large", file=name, most=MOST // 2**20)
    with archive.open(info) as member:
        return _compressed(member, name) if found == NAMES[0] else _whole(member, name)


def _whole(file: IO[bytes], name: str) -> bytes:
    """Return all bytes of a file, as long as they are not too many."""
    found = bytearray()
    while part := file.read(AT_ONCE):
        found += part
        if len(found) > MOST:
            raise TutorError("anki.too_large", file=name, most=MOST // 2**20)
    return bytes(found)


def _compressed(file: IO[bytes], name: str) -> bytes:
    zstd = _zstd(name)
    try:
        with zstd.ZstdFile(file) as whole:
            return _whole(whole, name)
    except zstd.ZstdError as error:
        raise TutorError("anki.damaged", file=name, why=reason(error)) from error


def _zstd(name: str) -> Any:
    """Return the module that knows zstd: a part of Python from 3.14 on."""
    from importlib import import_module

    for module in ("compression.zstd", "backports.zstd"):
        try:
            return import_module(module)
        except ImportError:
            continue
    raise TutorError("anki.needs_zstd", file=name)
