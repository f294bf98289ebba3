"""The desk a command works at: the journal and the compiled course, opened together."""

from __future__ import annotations

import os
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor import __version__
from tutor.cli import afterwards
from tutor.store.decks import FOLDER as DECKS
from tutor.store.decks import Decks
from tutor.store.journal import Journal
from tutor.store.library import Library
from tutor.store.schema import APPLICATION, MIGRATIONS
from tutor.store.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tutor.cli.environment import Environment
    from tutor.store.notes import Notes
    from tutor.store.own import Source

JOURNAL = "journal.sqlite3"
LIBRARY = "library.sqlite3"
NOTES = "notes.sqlite3"  # which notes there are, and which of their questions is which card
ANSWERS = "answers.npz"  # the columns of a large journal, a cache
COMPILERS = ("activations", "questions", "syllabus")  # packages whose change makes the library anew
READERS = ("exchange", "questions", "syllabus")  # packages whose change makes notes be read again


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
    with open_journal(environment) as journal, ExitStack() as stack:
        follow_notes(environment, journal)
        library = stack.enter_context(open_library(environment))
        library.update()
        journal.adopt(library.renamed())
        together = not environment.config.siblings
        try:
            yield Desk(environment, journal, library, Waiting(library, journal.path, together=together))
        finally:
            if journal.recorded:
                afterwards.later("backup", lambda: _back_up(environment))


@contextmanager
def open_library(environment: Environment) -> Iterator[Library]:
    """Open the library of this home, with all that its cards come from; close it."""
    home = environment.home
    with ExitStack() as stack:
        sources: list[Source] = [Decks(home / DECKS)]
        if (home / NOTES).exists():
            sources.append(stack.enter_context(open_notes(environment)))
        library = Library.open(home / LIBRARY, environment.content, fingerprint(), sources)
        stack.callback(library.close)
        yield library


def open_notes(environment: Environment) -> Notes:
    """Open the register of the learner's notes, making it when it is missing."""
    from tutor.store.notes import Notes

    return Notes(environment.home / NOTES, fingerprint(READERS))


def follow_notes(environment: Environment, journal: Journal) -> None:
    """Read what changed in the learner's folders of notes since the last time."""
    if not (environment.home / NOTES).exists() or (environment.pretending and not environment.explicit_home):
        return
    from tutor.cli.note_scan import scan, told_on_terminal

    with open_notes(environment) as notes:
        scan(notes, journal, environment.clock.day(), told_on_terminal(environment.language))


def open_journal(environment: Environment) -> Journal:
    """Open the journal of this home, making the home when it is missing; an old one is backed up first."""
    path = environment.home / JOURNAL
    if _is_older(path):
        from tutor.cli.backing import before

        before(environment, "migration")
    return Journal(path, "", environment.clock.instant, lambda: os.urandom(16).hex())


def _is_older(journal: Path) -> bool:
    """Say whether a journal was written by an older version, by the header of its file."""
    try:
        with journal.open("rb") as file:
            header = file.read(72)
    except OSError:
        return False  # there is none yet, or opening it will say what is wrong
    version, owner = (int.from_bytes(header[at : at + 4]) for at in (60, 68))
    return owner == APPLICATION and 0 < version < len(MIGRATIONS)


def _back_up(environment: Environment) -> None:
    from tutor.cli.backing import automatic

    automatic(environment)


def fingerprint(packages: Sequence[str] = COMPILERS) -> str:
    """Return what compiled cards depend on besides their files: version, core, readers of their format."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - pathlib costs here
    newest = max(_newest(os.path.join(package, name)) for name in packages)  # noqa: PTH118
    return f"{__version__} {newest}"


def _newest(folder: str) -> int:
    """Return when the last file below `folder` was changed, in nanoseconds."""
    with os.scandir(folder) as entries:
        return max(
            (
                _newest(entry.path) if entry.is_dir() else entry.stat().st_mtime_ns
                for entry in entries
                if entry.name.endswith(".py") or (entry.is_dir() and entry.name != "__pycache__")
            ),
            default=0,
        )
