"""Where an export goes: a file that appears whole or not at all, or standard output."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.errors import TutorError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

STANDARD = "-"
AT_ONCE = 1 << 20  # characters that are written in one go


def place(file: str, *, force: bool) -> Path | None:
    """Return where to write, None for standard output; refuses a file that is there, unless by `force`."""
    if file in {"", STANDARD}:
        return None
    path = Path(file).expanduser()
    try:
        if path.is_dir():
            raise UsageError("exporting.folder", file=file)
        if path.exists() and not force:
            raise UsageError("exporting.exists", file=file)
    except OSError as error:
        raise TutorError("exporting.not_saved", file=file, why=error.strerror or str(error)) from error
    return path


def write(path: Path | None, pieces: Iterable[str]) -> None:
    """Write pieces of text; a file that was there stays as it was until the new one is whole. Raises `TutorError`."""
    if path is None:
        for block in _blocks(pieces):
            sys.stdout.write(block)
        return
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        try:
            with fresh.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(_blocks(pieces))
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError as error:
        raise TutorError("exporting.not_saved", file=str(path), why=error.strerror or str(error)) from error


def _blocks(pieces: Iterable[str]) -> Iterable[str]:
    """Yield the pieces joined into blocks of some size."""
    waiting: list[str] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= AT_ONCE:
            yield "".join(waiting)
            waiting, size = [], 0
    yield "".join(waiting)
