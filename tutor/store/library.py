"""The compiled course: cards and lessons ready to read, so that a review never parses YAML.

A cache that may be deleted at any moment. What does not belong to this version, this core and this
content folder is thrown away and compiled anew; so is a file that is damaged or foreign.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any, Self

from tutor import __version__
from tutor.errors import NotFoundError
from tutor.store import counts, library_schema
from tutor.store.database import refusals, transaction, write_ahead
from tutor.store.own import source_of
from tutor.store.packed import unpack
from tutor.store.shelf import Shelf
from tutor.syllabus.files import discover

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tutor.store.own import Source
    from tutor.store.shelf import Values
    from tutor.syllabus.files import Found
    from tutor.syllabus.model import Problem

PATIENCE = 10.0  # seconds to wait for another process that compiles
DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class Library(Shelf):
    """The library at `path` for the course in `content_root`, computed by the core `fingerprint`.

    `sources` have cards besides the course's.
    """

    def __init__(self, path: Path, content_root: Path, fingerprint: str, sources: Sequence[Source] = ()) -> None:
        self.path = path
        self.sources = {source.name: source for source in sources}
        self.content_root = content_root
        self.key = f"{__version__} {fingerprint} {content_root}"
        self.journal = ""
        self.connection = self._opened()

    @classmethod
    def open(cls, path: Path, content_root: Path, fingerprint: str, sources: Sequence[Source] = ()) -> Self:
        """Open or create the library; raises `TutorError` when the home cannot be written."""
        return cls(path, content_root, fingerprint, sources)

    def attach(self, journal: Path) -> None:
        """Attach the journal's file under the name `journal`, to this connection and any that replaces it."""
        counts.attach(self.connection, str(journal))
        self.journal = str(journal)

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def _opened(self) -> sqlite3.Connection:
        with refusals(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            try:
                return self._connected()
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
                delete(self.path)
                return self._connected()

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)
        try:
            write_ahead(connection)
            connection.execute("PRAGMA synchronous = NORMAL")  # a lost commit of a cache is compiled again
            if not self._fits(connection):
                with transaction(connection):
                    if not self._fits(connection):
                        library_schema.clear(connection)
                        library_schema.create(connection)
                        connection.execute("INSERT INTO meta VALUES ('key', ?)", (self.key,))
        except BaseException:
            connection.close()
            raise
        return connection

    def _fits(self, connection: sqlite3.Connection) -> bool:
        """Say whether the file is a library of this version, core and content folder."""
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if (application, version) != (library_schema.APPLICATION, library_schema.VERSION):
            return False
        row = connection.execute("SELECT value FROM meta WHERE name = 'key'").fetchone()
        return row is not None and row[0] == self.key

    def rebuild(self) -> tuple[Problem, ...]:
        """Delete the library and compile everything anew."""
        self.connection.close()
        delete(self.path)
        self.connection = self._opened()
        if self.journal:
            counts.attach(self.connection, self.journal)
        return self.refresh()

    def refresh(self) -> tuple[Problem, ...]:
        """Compile the files that changed since the last time; return what is wrong with the course.

        Raises `NotFoundError` when there is no content folder.
        """
        self.update()
        return self._problems()

    def update(self) -> None:
        """Compile the files that changed since the last time. Raises like `refresh`."""
        try:
            found = discover(self.content_root)
        except OSError:
            raise NotFoundError("problem.no-content", path=self.content_root, near="") from None
        found = (*found, *(file for source in self.sources.values() for file in source.found()))
        try:
            with refusals(self.path):
                self._compile(found)
        except Exception as error:
            if not is_damage(error.__cause__):
                raise
            self.rebuild()

    def has_problems(self) -> bool:
        """Say whether anything in the course could not be used."""
        return any(not source_of(file) for (file,) in self._rows("SELECT DISTINCT file FROM problems"))

    def _compile(self, found: tuple[Found, ...]) -> None:
        if not self._stale(found):
            return
        with transaction(self.connection):
            stale = self._stale(found)  # another process may have compiled while we waited
            if stale:
                from tutor.store.compiling import replace_files

                gone = self._kept().keys() - {file.path for file in found}
                affected = self._affected(found, stale)
                replace_files(self.connection, self.content_root, affected, sorted(gone), self.sources)

    def _kept(self) -> dict[str, tuple[int, int]]:
        rows = self.connection.execute("SELECT path, size, changed FROM files")
        return {path: (size, changed) for path, size, changed in rows}

    def _stale(self, found: tuple[Found, ...]) -> set[str]:
        """Return the paths that are new, changed or gone."""
        now = {file.path: (file.size, file.changed) for file in found}
        kept = self._kept()
        if not now and not kept:  # an empty folder is a course without anything: say so once
            return set() if self.connection.execute("SELECT 1 FROM problems").fetchone() else {""}
        return {path for path in now.keys() | kept.keys() if now.get(path) != kept.get(path)}

    def _affected(self, found: tuple[Found, ...], stale: set[str]) -> list[Found]:
        """Return the files to read: the changed ones, and those that share an id with another file."""
        conflicts = {path for (path,) in self.connection.execute("SELECT path FROM files WHERE conflict = 1")}
        wanted = stale | conflicts
        return [file for file in found if file.path in wanted]

    def _problems(self) -> tuple[Problem, ...]:
        rows = self._rows(
            "SELECT DISTINCT file, line, place, rule, facts FROM problems ORDER BY file, line, place, rule"
        )
        if not rows:  # nothing to say, nothing to load
            return ()
        from tutor.syllabus.model import Problem

        return tuple(
            Problem(file, line, place, rule, tuple((name, value) for name, value in unpack(facts)))
            for file, line, place, rule, facts in rows
        )

    def _rows(self, statement: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """Return rows; a library that turns out to be damaged is made anew first."""
        try:
            return self.connection.execute(statement, values).fetchall()
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            self.rebuild()
            return self.connection.execute(statement, values).fetchall()


def is_damage(error: BaseException | None) -> bool:
    """Say whether SQLite reports a damaged file or one that is no database."""
    return (isinstance(error, sqlite3.DatabaseError) and getattr(error, "sqlite_errorcode", 0) & 0xFF in DAMAGED) or (
        isinstance(error, sqlite3.OperationalError) and str(error).startswith("no such")
    )


def delete(path: Path) -> None:
    """Delete a library with its companions."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
