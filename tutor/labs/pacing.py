"""Long work in short pieces: a generator that pauses, watched under whatever its watcher wants to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Generator

Said = TypeVar("Said")
Found = TypeVar("Found")


def saying(work: Generator[None, None, Found], said: Said) -> Generator[Said, None, Found]:
    """Yield `said` at every pause of `work`, and return what it returns."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: Found = end.value
            return found
        yield said


def finished(work: Generator[None, None, Found]) -> Found:
    """Return what `work` returns, without a pause."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: Found = end.value
            return found
