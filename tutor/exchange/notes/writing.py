"""Putting new bytes in a note's place: at once and whole, or not at all, and never over what somebody else wrote.

The new bytes go to a hidden file beside the note, which then takes its name. Whoever dies in between leaves the
note as it was and that file behind; the next writer in the folder takes it away.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from tutor.errors import TutorError
from tutor.exchange.notes.files import NoteFile, read
from tutor.exchange.trouble import TroubledError

FRESH = re.compile(r"\.tutor-(\d+)\.new", re.ASCII)


def replace(path: str, before: bytes, after: bytes) -> NoteFile:
    """Let the note at `path`, which holds `before`, hold `after`; links are followed to the real file.

    Mode, owner and extended attributes stay. Raises `TutorError`: the note holds something else by now, or it or
    its folder cannot be written; then it is as it was.
    """
    real = Path(os.path.realpath(path))
    fresh = real.with_name(f".tutor-{os.getpid()}.new")
    try:
        status = real.stat()
        if not status.st_mode & 0o222 or not os.access(real, os.W_OK):
            raise TutorError("notes.read_only")
        _clear(real.parent)
        changed = _write(fresh, after, real, status)
        if read(str(real)) != before:
            raise TutorError("notes.changed_meanwhile")
        fresh.replace(real)
        _settle(real.parent)
    except TroubledError as error:
        raise TutorError(error.trouble.key, **dict(error.trouble.facts)) from None
    except OSError as error:
        raise TutorError("notes.unwritable", why=error.strerror or str(error)) from None
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return NoteFile(path, len(after), changed)


def _write(fresh: Path, after: bytes, real: Path, status: os.stat_result) -> int:
    """Write the bytes to disk in a file of the same kind as the note; return its time of change in ns."""
    with fresh.open("xb") as file:
        file.write(after)
        file.flush()
        _like(fresh, real, status)
        os.fsync(file.fileno())
        return os.fstat(file.fileno()).st_mtime_ns


def _like(fresh: Path, real: Path, status: os.stat_result) -> None:
    """Give the file what the note has besides its bytes, as far as the system lets us."""
    with suppress(OSError, AttributeError):
        os.chown(fresh, status.st_uid, status.st_gid)
    fresh.chmod(status.st_mode & 0o7777)
    with suppress(OSError, AttributeError):
        for name in os.listxattr(real):
            os.setxattr(fresh, name, os.getxattr(real, name))


def _clear(folder: Path) -> None:
    """Take away what writers that no longer live left in a folder."""
    with os.scandir(folder) as entries:
        left = [(entry.path, found) for entry in entries if (found := FRESH.fullmatch(entry.name))]
    for path, found in left:
        if not _lives(int(found[1])):
            with suppress(OSError):
                os.unlink(path)  # noqa: PTH108


def _lives(process: int) -> bool:
    if os.name != "posix" or process == os.getpid():
        return process != os.getpid()
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _settle(folder: Path) -> None:
    """Let the new name reach the disk, where a folder can be asked to."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
