"""The register of notes and the journal, opened together and brought up to date with the folders."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.cli.desk import open_journal, open_notes
from tutor.cli.note_scan import Scanned, scan, told_on_terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.cli.environment import Environment
    from tutor.store.journal import Journal
    from tutor.store.notes import Notes
    from tutor.text import Language


@dataclass(frozen=True, slots=True)
class Table:
    """The register, the journal, today, and the language to speak."""

    notes: Notes
    journal: Journal
    day: int
    language: Language

    def scan(self) -> Scanned:
        """Bring the register up to date with the folders; of very many notes, say on a terminal how far it is."""
        return scan(self.notes, self.journal, self.day, told_on_terminal(self.language))


@contextmanager
def open_table(environment: Environment) -> Iterator[Table]:
    """Open the register and the journal of a home that may be written."""
    environment.must_be_writable()
    with open_journal(environment) as journal, open_notes(environment) as notes:
        yield Table(notes, journal, environment.clock.day(), environment.language)
