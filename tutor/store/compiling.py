"""Content files into rows of the library: a changed file's rows are replaced, the order made anew.

Of two cards or lessons with one id the one in the file that comes first stays; a file that lost or
may lose is marked, and read again with the next change.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tutor.store.library_schema import ROOM
from tutor.store.own import source_of
from tutor.store.packed import unpack
from tutor.store.reading import all_rows, processes_here
from tutor.store.rows import problem_rows, rows_as_read
from tutor.syllabus import codec
from tutor.syllabus.compute import Numbers
from tutor.syllabus.deck import OWN
from tutor.syllabus.links import check_links
from tutor.syllabus.load import NO_COURSE, check_folders
from tutor.syllabus.notes import Name
from tutor.syllabus.order import Head, ordered

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from tutor.store.own import Source
    from tutor.store.rows import CardRows, FileRows, LessonRows
    from tutor.syllabus.files import Found

OF_FILE = ("cards", "lessons", "frame", "renamed", "names", "problems", "files")
PROBLEM = "INSERT INTO problems VALUES (?, ?, ?, ?, ?, ?)"
LESSON = "INSERT INTO lessons (id, part, title, file, needs, covers, json) VALUES (?, ?, ?, ?, ?, ?, ?)"
CARD = """INSERT INTO cards (id, lesson, place, part, kind, fact, tags, file, zh, en, json)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET lesson = excluded.lesson, place = excluded.place, part = excluded.part,
        kind = excluded.kind, fact = excluded.fact, tags = excluded.tags, file = excluded.file,
        zh = excluded.zh, en = excluded.en, json = excluded.json
    WHERE excluded.file < cards.file"""
AFTER = """UPDATE cards SET previous = line.before
    FROM (SELECT id, lag(id) OVER (PARTITION BY fact ORDER BY position) AS before FROM cards) AS line
    WHERE line.id = cards.id AND cards.previous IS NOT line.before"""
OWN_LESSONS = f"SELECT id FROM lessons WHERE part = {OWN} ORDER BY file LIKE 'deck:%', file"  # noqa: S608
CONFLICTS = """UPDATE files SET conflict = 1 WHERE path IN (
    SELECT file FROM names WHERE defined = 1 AND (kind, id) IN (
        SELECT kind, id FROM names WHERE defined = 1 AND kind IN ('card', 'lesson')
        GROUP BY kind, id HAVING count(DISTINCT file) > 1))"""


def replace_files(
    connection: sqlite3.Connection,
    root: Path,
    changed: Iterable[Found],
    gone: Iterable[str],
    sources: Mapping[str, Source],
) -> None:
    """Read `changed` files again, forget those that are `gone`, and put everything in order.

    In the caller's transaction; nothing that a file holds makes it fail.
    """
    files = sorted(changed, key=lambda file: file.path)
    course = [file for file in files if not source_of(file.path)]
    known = {path for (path,) in connection.execute("SELECT path FROM files")}
    for path in (*gone, *(file.path for file in files if file.path in known)):
        _forget(connection, path)
    numbers = _known_numbers(connection)
    with uncollected():
        for rows in all_rows(root, course, numbers, processes_here()):
            _keep(connection, rows)
        for file in files:
            if name := source_of(file.path):
                _keep(connection, rows_as_read(sources[name].read(file), file))
    fresh = [(*place, text) for place, text in numbers.fresh.items()]
    connection.executemany("INSERT INTO numbers VALUES (?, ?, ?)", fresh)
    connection.execute(CONFLICTS)
    _set_order(connection)
    _check_whole(connection)


@contextmanager
def uncollected() -> Iterator[None]:
    """Spare Python's collector the walk over what compiling makes: trees without cycles (measured: 7 % of the time)."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _known_numbers(connection: sqlite3.Connection) -> Numbers:
    """Return what this core has computed before; the library's key names the core."""
    rows = connection.execute("SELECT expression, digits, text FROM numbers")
    return Numbers({(expression, digits): text for expression, digits, text in rows})


def _forget(connection: sqlite3.Connection, path: str) -> None:
    connection.execute("DELETE FROM card_tags WHERE card IN (SELECT id FROM cards WHERE file = ?)", (path,))
    for table in OF_FILE:
        column = "path" if table == "files" else "file"
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (path,))  # noqa: S608  (names of ours)


def _keep(connection: sqlite3.Connection, rows: FileRows) -> None:
    kept = (rows.file.path, rows.file.size, rows.file.changed)
    connection.execute("INSERT INTO files (path, size, changed) VALUES (?, ?, ?)", kept)
    connection.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?, ?)", rows.names)
    connection.executemany(PROBLEM, rows.problems)
    connection.executemany("INSERT OR IGNORE INTO frame VALUES (?, ?, ?, ?, ?)", rows.frame)
    if rows.lesson is not None:
        _keep_lesson(connection, rows.lesson, rows.file.path)


def _keep_lesson(connection: sqlite3.Connection, rows: LessonRows, file: str) -> None:
    owner = connection.execute("SELECT file FROM lessons WHERE id = ?", rows.row[:1]).fetchone()
    if owner is not None and owner[0] < file:
        return
    if owner is not None:
        connection.execute("DELETE FROM cards WHERE file = ?", owner)
        connection.execute("DELETE FROM lessons WHERE file = ?", owner)
    connection.executemany(PROBLEM, rows.problems)
    connection.execute(LESSON, rows.row)
    for card in rows.cards:
        _keep_card(connection, card, file)


def _keep_card(connection: sqlite3.Connection, card: CardRows, file: str) -> None:
    id = card.row[0]  # noqa: A001
    if connection.execute(CARD, card.row).rowcount:
        connection.execute("DELETE FROM card_tags WHERE card = ?", (id,))
        connection.executemany("INSERT INTO card_tags VALUES (?, ?)", [(tag, id) for tag in card.tags])
        connection.executemany("INSERT OR IGNORE INTO renamed VALUES (?, ?, ?)", [(old, id, file) for old in card.was])


def _set_order(connection: sqlite3.Connection) -> None:
    """Give lessons and cards their places in the syllabus, and cards their siblings before them.

    What is not of the course comes first, source by source.
    """
    own = [lesson for (lesson,) in connection.execute(OWN_LESSONS)]
    connection.executemany(
        "UPDATE lessons SET position = ? WHERE id = ? AND position <> ?",
        [(place, lesson, place) for place, lesson in enumerate((*own, *ordered(_heads(connection))))],
    )
    connection.execute(
        f"""UPDATE cards SET position = lessons.position * {ROOM} + cards.place FROM lessons
        WHERE lessons.id = cards.lesson AND cards.position <> lessons.position * {ROOM} + cards.place"""  # noqa: S608
    )
    connection.execute(AFTER)
    connection.execute("DELETE FROM unseen")
    connection.execute("DELETE FROM meta WHERE name = 'seen'")


def _heads(connection: sqlite3.Connection) -> list[Head]:
    """Return what decides the places of the course's lessons."""
    rows = connection.execute(f"SELECT id, part, needs, covers FROM lessons WHERE part <> {OWN}")  # noqa: S608
    return [Head(id, part, tuple(unpack(needs)), tuple(unpack(covers))) for id, part, needs, covers in rows]  # noqa: A001


def _check_whole(connection: sqlite3.Connection) -> None:
    """Make the problems between files anew."""
    defined: list[Name] = []
    referred: list[Name] = []
    for file, is_defined, *name in connection.execute("SELECT file, defined, kind, id, line, place FROM names"):
        kind, id, line, column = name  # noqa: A001
        (defined if is_defined else referred).append(Name(kind, id, file, line, column))
    paths = [path for (path,) in connection.execute("SELECT path FROM files ORDER BY path") if not source_of(path)]
    parts = connection.execute("SELECT json FROM frame WHERE kind = 'part' ORDER BY position").fetchall()
    course = NO_COURSE
    if parts:
        from tutor.syllabus.model import Course

        course = Course(NO_COURSE.name, tuple(codec.part_from_json(unpack(part)) for (part,) in parts))
    connection.execute("DELETE FROM problems WHERE whole = 1")
    found = (*check_links(defined, referred, _heads(connection)), *check_folders(paths, course))
    connection.executemany(PROBLEM, problem_rows(found, whole=True))
