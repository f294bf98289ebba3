"""The register of notes and the journal, opened together and brought up to date with the folders."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.cli.desk import NOTES, open_journal, open_notes
from tutor.cli.note_scan import Scanned, scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.cli.environment import Environment
    from tutor.store.journal import Journal
    from tutor.store.notes import Notes


@dataclass(frozen=True, slots=True)
class Table:
    """The register, the journal, and today."""

    notes: Notes
    journal: Journal
    day: int

    def scan(self) -> Scanned:
        """Bring the register up to date with the folders."""
        return scan(self.notes, self.journal, self.day)


@contextmanager
def open_table(environment: Environment) -> Iterator[Table]:
    """Open the register and the journal of a home that may be written."""
    environment.must_be_writable()
    with open_journal(environment) as journal, open_notes(environment) as notes:
        yield Table(notes, journal, environment.clock.day())


def has_notes(environment: Environment) -> bool:
    """Say whether there is a register at all."""
    return (environment.home / NOTES).exists()
