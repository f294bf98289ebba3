"""Content files read and computed, many of them by two processes.

A second process takes every other file and sends what it found through a pipe, in order; whatever it
fails to send is read here, so that it can only save time. It is forked: a fresh interpreter would need
as long to start as it could save. Only Linux is known to bear a fork beside numpy's threads.
"""

from __future__ import annotations

import os
import pickle
import sys
import warnings
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO

from tutor.store.rows import FileRows, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tutor.syllabus.compute import Numbers
    from tutor.syllabus.files import Found

AHEAD = 1024 * 1024  # bytes that may wait in the pipe, so that neither process waits for the other
WORTH = 12  # files from which on the second process pays for itself


def all_rows(root: Path, files: Sequence[Found], numbers: Numbers, processes: int) -> Iterator[FileRows]:
    """Yield the rows of every file, in order; `numbers` grows by what was computed in either process."""
    if processes < 2 or len(files) < WORTH:
        yield from (rows_of(root, file, numbers) for file in files)
        return
    with _helper(root, files[1::2], numbers) as source:
        for place, file in enumerate(files):
            sent = _received(source, file) if place % 2 else None
            if sent is not None:
                numbers.learn(sent.fresh)
            yield sent or rows_of(root, file, numbers)


def processes_here() -> int:
    """Return how many processes may share the reading."""
    return min(2, len(os.sched_getaffinity(0))) if sys.platform == "linux" else 1


@contextmanager
def _helper(root: Path, files: Sequence[Found], numbers: Numbers) -> Iterator[BinaryIO]:
    """Yield what the second process sends; it is gone afterwards, whatever happened."""
    import fcntl

    reading, writing = os.pipe()
    with suppress(OSError):
        fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, AHEAD)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # threads: numpy's, which sleep and can be forked
        child = os.fork()
    if not child:
        os.close(reading)
        _send(root, files, numbers, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as source:
        try:
            yield source
        finally:
            with suppress(OSError):
                os.kill(child, 9)
            os.waitpid(child, 0)


def _send(root: Path, files: Sequence[Found], numbers: Numbers, writing: int) -> None:
    """Work and send in the second process, which ends here: it may touch nothing that it shares."""
    try:
        with os.fdopen(writing, "wb") as sink:
            for file in files:
                pickle.dump(rows_of(root, file, numbers), sink, pickle.HIGHEST_PROTOCOL)
                sink.flush()
    finally:
        os._exit(0)


def _received(source: BinaryIO, file: Found) -> FileRows | None:
    """Return the rows that were sent, None when the other process failed."""
    try:
        rows = pickle.load(source)  # noqa: S301  (from our own child)
    except (EOFError, OSError, pickle.UnpicklingError):
        return None
    return rows if isinstance(rows, FileRows) and rows.file == file else None
