"""The desk a command works at: the journal and the compiled course, opened together."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor import __version__
from tutor.store.journal import Journal
from tutor.store.library import Library
from tutor.store.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tutor.cli.environment import Environment

JOURNAL = "journal.sqlite3"
LIBRARY = "library.sqlite3"


@dataclass(frozen=True, slots=True)
class Desk:
    """What a command reads and writes."""

    environment: Environment
    journal: Journal
    library: Library
    waiting: Waiting

    @property
    def day(self) -> int:
        """Return the present study day."""
        return self.environment.clock.day()


@contextmanager
def open_desk(environment: Environment, *, write: bool = False) -> Iterator[Desk]:
    """Open journal and library, the library brought up to date with the course; close both."""
    if write:
        environment.must_be_writable()
    with open_journal(environment) as journal:
        library = Library.open(environment.home / LIBRARY, environment.content, fingerprint())
        try:
            library.update()
            yield Desk(environment, journal, library, Waiting(library, journal.path))
        finally:
            library.close()


def open_journal(environment: Environment) -> Journal:
    """Open the journal of this home, making the home when it is missing."""
    return Journal(environment.home / JOURNAL, "", environment.clock.instant, lambda: os.urandom(16).hex())


def fingerprint() -> str:
    """Return what the compiled course depends on besides its files: version and core."""
    from pathlib import Path

    package = Path(__file__).parents[1]
    newest = max(map(_modified, (package / "activations").rglob("*.py")))
    return f"{__version__} {newest}"


def _modified(path: Path) -> int:
    return path.stat().st_mtime_ns
