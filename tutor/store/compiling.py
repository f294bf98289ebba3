"""Content files into rows of the library: a changed file's rows are replaced, the order made anew.

Of two cards or lessons with one id the one in the file that comes first stays; a file that lost or
may lose is marked, and read again with the next change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.questions.codec import card_to_json, text_to_json
from tutor.questions.model import Hole
from tutor.store.library_schema import ROOM
from tutor.store.packed import pack, unpack
from tutor.syllabus import codec
from tutor.syllabus.compute import Numbers, compiled, truths
from tutor.syllabus.links import check_links
from tutor.syllabus.load import NO_COURSE, FrameFile, check_folders, read_file
from tutor.syllabus.notes import Name
from tutor.syllabus.order import Head, ordered

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from pathlib import Path

    from tutor.questions.model import Card, Wording
    from tutor.syllabus.files import Found
    from tutor.syllabus.model import Problem
    from tutor.syllabus.source import CardSource, LessonFile

OF_FILE = ("cards", "lessons", "frame", "renamed", "names", "problems", "files")
AFTER = """UPDATE cards SET previous = line.before
    FROM (SELECT id, lag(id) OVER (PARTITION BY fact ORDER BY position) AS before FROM cards) AS line
    WHERE line.id = cards.id AND cards.previous IS NOT line.before"""
CONFLICTS = """UPDATE files SET conflict = 1 WHERE path IN (
    SELECT file FROM names WHERE defined = 1 AND (kind, id) IN (
        SELECT kind, id FROM names WHERE defined = 1 AND kind IN ('card', 'lesson')
        GROUP BY kind, id HAVING count(DISTINCT file) > 1))"""


def replace_files(connection: sqlite3.Connection, root: Path, changed: Iterable[Found], gone: Iterable[str]) -> None:
    """Read `changed` files again, forget those that are `gone`, and put everything in order.

    In the caller's transaction; nothing that a file holds makes it fail.
    """
    files = sorted(changed, key=lambda file: file.path)
    for path in (*gone, *(file.path for file in files)):
        _forget(connection, path)
    numbers = _known_numbers(connection)
    for file in files:
        kept = (file.path, file.size, file.changed)
        connection.execute("INSERT INTO files (path, size, changed) VALUES (?, ?, ?)", kept)
        found = read_file(root, file)
        _keep_names(connection, (*found.defined, *found.referred), len(found.defined))
        _keep_problems(connection, found.problems, whole=False)
        if isinstance(found, FrameFile):
            _keep_frame(connection, found, numbers)
        elif found.lesson is not None:
            _keep_lesson(connection, found, numbers)
    rows = [(*place, text) for place, text in numbers.fresh.items()]
    connection.executemany("INSERT INTO numbers VALUES (?, ?, ?)", rows)
    connection.execute(CONFLICTS)
    _set_order(connection)
    _check_whole(connection)


def _known_numbers(connection: sqlite3.Connection) -> Numbers:
    """Return what this core has computed before; the library's key names the core."""
    rows = connection.execute("SELECT expression, digits, text FROM numbers")
    return Numbers({(expression, digits): text for expression, digits, text in rows})


def _forget(connection: sqlite3.Connection, path: str) -> None:
    connection.execute("DELETE FROM card_tags WHERE card IN (SELECT id FROM cards WHERE file = ?)", (path,))
    for table in OF_FILE:
        column = "path" if table == "files" else "file"
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (path,))  # noqa: S608  (names of ours)


def _keep_names(connection: sqlite3.Connection, names: tuple[Name, ...], defined: int) -> None:
    rows = [
        (name.file, index < defined, name.kind, name.id, name.line, name.column) for index, name in enumerate(names)
    ]
    connection.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?, ?)", rows)


def _keep_problems(connection: sqlite3.Connection, problems: Iterable[Problem], *, whole: bool) -> None:
    rows = [(p.file, p.line, p.column, p.rule, pack(p.facts), whole) for p in problems]
    connection.executemany("INSERT INTO problems VALUES (?, ?, ?, ?, ?, ?)", rows)


def _keep_frame(connection: sqlite3.Connection, found: FrameFile, numbers: Numbers) -> None:
    errata, problems = truths(found.errata, numbers)
    _keep_problems(connection, problems, whole=False)
    rows: list[tuple[str, str, object]] = []
    if found.course is not None:
        rows.append(("course", "", text_to_json(found.course.name)))
        rows += [("part", str(part.number), codec.part_to_json(part)) for part in found.course.parts]
    rows += [("mistake", mistake.id, codec.mistake_to_json(mistake)) for mistake in found.mistakes]
    rows += [("term", term.id, codec.term_to_json(term)) for term in found.glossary]
    rows += [("erratum", erratum.id, codec.erratum_to_json(erratum)) for erratum in errata]
    packed = [(found.file, kind, id, place, pack(value)) for place, (kind, id, value) in enumerate(rows)]  # noqa: A001
    connection.executemany("INSERT OR IGNORE INTO frame VALUES (?, ?, ?, ?, ?)", packed)


def _keep_lesson(connection: sqlite3.Connection, file: LessonFile, numbers: Numbers) -> None:
    from dataclasses import replace

    assert file.lesson is not None
    owner = connection.execute("SELECT file FROM lessons WHERE id = ?", (file.lesson.id,)).fetchone()
    if owner is not None and owner[0] < file.file:
        return
    if owner is not None:
        connection.execute("DELETE FROM cards WHERE file = ?", owner)
        connection.execute("DELETE FROM lessons WHERE file = ?", owner)
    done = compiled(file, numbers)
    _keep_problems(connection, done.problems, whole=False)
    lesson = replace(file.lesson, steps=done.steps, cards=())
    connection.execute(
        "INSERT INTO lessons (id, part, title, file, needs, covers, json) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            *(lesson.id, lesson.part, pack(text_to_json(lesson.title)), lesson.file),
            *(pack(lesson.needs), pack(lesson.covers), pack(codec.lesson_to_json(lesson))),
        ),
    )
    for place, source in enumerate(done.cards):
        _keep_card(connection, source, place, file.file)


def _keep_card(connection: sqlite3.Connection, source: CardSource, place: int, file: str) -> None:
    card = source.card
    kept = connection.execute(
        """INSERT INTO cards (id, lesson, place, part, kind, fact, tags, file, zh, en, json)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET lesson = excluded.lesson, place = excluded.place, part = excluded.part,
            kind = excluded.kind, fact = excluded.fact, tags = excluded.tags, file = excluded.file,
            zh = excluded.zh, en = excluded.en, json = excluded.json
        WHERE excluded.file < cards.file""",
        (
            *(card.id, card.lesson, place, card.part, card.kind, card.fact, pack(card.tags), file),
            *(*question(card), pack(card_to_json(card))),
        ),
    )
    if kept.rowcount:
        connection.execute("DELETE FROM card_tags WHERE card = ?", (card.id,))
        connection.executemany("INSERT INTO card_tags VALUES (?, ?)", [(tag, card.id) for tag in card.tags])
        connection.executemany(
            "INSERT OR IGNORE INTO renamed VALUES (?, ?, ?)", [(old, card.id, file) for old in source.was]
        )


def question(card: Card) -> tuple[str, str]:
    """Return what a card asks in zh and en as one line to look through; drawn values stay names."""
    from tutor.questions.model import Myth

    asked = card.body.true if isinstance(card.body, Myth) else card.ask
    return ("", "") if asked is None else (_line(asked, "zh"), _line(asked, "en"))


def _line(wording: Wording, language: str) -> str:
    pieces = getattr(wording, language)
    return "".join(f"{{{piece.expression}}}" if isinstance(piece, Hole) else piece for piece in pieces)


def _set_order(connection: sqlite3.Connection) -> None:
    """Give lessons and cards their places in the syllabus, and cards their siblings before them."""
    heads = _heads(connection)
    connection.executemany(
        "UPDATE lessons SET position = ? WHERE id = ? AND position <> ?",
        [(place, lesson, place) for place, lesson in enumerate(ordered(heads))],
    )
    connection.execute(
        f"""UPDATE cards SET position = lessons.position * {ROOM} + cards.place FROM lessons
        WHERE lessons.id = cards.lesson AND cards.position <> lessons.position * {ROOM} + cards.place"""  # noqa: S608
    )
    connection.execute(AFTER)
    connection.execute("DELETE FROM unseen")
    connection.execute("DELETE FROM meta WHERE name = 'seen'")


def _heads(connection: sqlite3.Connection) -> list[Head]:
    rows = connection.execute("SELECT id, part, needs, covers FROM lessons")
    return [Head(id, part, tuple(unpack(needs)), tuple(unpack(covers))) for id, part, needs, covers in rows]  # noqa: A001


def _check_whole(connection: sqlite3.Connection) -> None:
    """Make the problems between files anew."""
    defined: list[Name] = []
    referred: list[Name] = []
    for file, is_defined, *name in connection.execute("SELECT file, defined, kind, id, line, place FROM names"):
        kind, id, line, column = name  # noqa: A001
        (defined if is_defined else referred).append(Name(kind, id, file, line, column))
    paths = [path for (path,) in connection.execute("SELECT path FROM files ORDER BY path")]
    parts = connection.execute("SELECT json FROM frame WHERE kind = 'part' ORDER BY position").fetchall()
    course = NO_COURSE
    if parts:
        from tutor.syllabus.model import Course

        course = Course(NO_COURSE.name, tuple(codec.part_from_json(unpack(part)) for (part,) in parts))
    connection.execute("DELETE FROM problems WHERE whole = 1")
    _keep_problems(connection, check_links(defined, referred, _heads(connection)), whole=True)
    _keep_problems(connection, check_folders(paths, course), whole=True)
