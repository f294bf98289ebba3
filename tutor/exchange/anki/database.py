"""A collection read from the bytes of its SQLite database, in memory: versions 11 (JSON in one row) to 18 (tables).

Columns may hold anything: what is not a number counts as 0, what is not text as none.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from tutor.errors import TutorError
from tutor.exchange.anki.archive import reason
from tutor.exchange.anki.ours import SEPARATOR
from tutor.exchange.anki.protobuf import message, text
from tutor.exchange.anki.records import CardRow, Collection, LogRow, Memory, Note, NoteType, Template

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HEADER = b"SQLite format 3\0"
READ_VERSION = slice(18, 20)  # of the header: 2 asks for a log beside the file, which a package has none of
LONGEST = 64 * 2**20  # bytes of one value: all note types of a large collection stand in one
WHOLE = 2**63 - 1
NEEDED = ("col", "notes", "cards", "revlog")
NEWER = ("notetypes", "fields", "templates", "decks", "config")
DECK_LEVEL = "\x1f"  # between the levels of a deck's name since version 15
OLD_SCHEDULER = 1  # of `schedVer`: learning steps had three buttons
LEARNING = frozenset({0, 2})  # of the log's `type`
LATEST = 4_102_444_800  # the second at which the year 2100 begins

CARDS = "SELECT id, nid, did, ord, type, queue, due, ivl, factor, reps, odue, odid, mod, data FROM cards"
LOG = "SELECT cid, id, ease, ivl, factor, time, type FROM revlog ORDER BY cid, id"


def read(data: bytes, name: str) -> Collection:
    """Return the collection in a database; `name` is the package it came from. Raises `TutorError`."""
    if not data.startswith(HEADER):
        raise TutorError("anki.not_a_collection", file=name, why="file is not a database")
    data = data[: READ_VERSION.start] + b"\1\1" + data[READ_VERSION.stop :]
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            _guard(connection)
            connection.deserialize(data)
            _check(connection, name)
            return _collection(connection)
    except (sqlite3.Error, OverflowError, MemoryError) as error:
        raise TutorError("anki.damaged", file=name, why=reason(error)) from error
    except UnicodeDecodeError as error:  # what SQLite has to say quotes the damage
        raise TutorError("anki.damaged", file=name, why="malformed schema") from error


def _guard(connection: sqlite3.Connection) -> None:
    """Let nothing in the database run or grow: it was made by anybody."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    connection.create_collation("unicase", _unicase)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")


def _unicase(one: str, other: str) -> int:
    first, second = one.casefold(), other.casefold()
    return (first > second) - (first < second)


def _check(connection: sqlite3.Connection, name: str) -> None:
    """Refuse what is no collection, or holds views and virtual tables where Anki has tables."""
    there = _tables(connection)
    if not there.issuperset(NEEDED):
        raise TutorError("anki.not_a_collection", file=name, why="no tables of Anki")


def _tables(connection: sqlite3.Connection) -> frozenset[str]:
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    return frozenset(str(name) for name, sql in rows if str(sql).upper().startswith("CREATE TABLE"))


def _collection(connection: sqlite3.Connection) -> Collection:
    row = connection.execute("SELECT crt, conf, models, decks FROM col").fetchone() or (0, "", "", "")
    newer = all(name in _tables(connection) for name in NEWER)
    conf = _configured(connection) if newer else _json(row[1])
    west, version = conf.get("creationOffset"), conf.get("schedVer", OLD_SCHEDULER)
    return Collection(
        created=_whole(row[0]),
        west=west if type(west) is int and abs(west) <= 24 * 60 else None,
        note_types=dict(_types_in_tables(connection) if newer else _types_in_json(_json(row[2]))),
        decks=dict(_decks_in_table(connection) if newer else _decks_in_json(_json(row[3]))),
        notes=dict(_notes(connection)),
        cards=tuple(map(_card, connection.execute(CARDS))),
        log=_log(connection, three_buttons=version == OLD_SCHEDULER),
    )


def _configured(connection: sqlite3.Connection) -> dict[str, Any]:
    rows = connection.execute("SELECT KEY, val FROM config WHERE KEY IN ('creationOffset', 'schedVer')")
    return {str(name): _parsed(value) for name, value in rows}


def _types_in_tables(connection: sqlite3.Connection) -> Iterator[tuple[int, NoteType]]:
    fields, templates = dict[int, list[str]](), dict[int, dict[int, Template]]()
    for kind, name in connection.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
        fields.setdefault(_whole(kind), []).append(_text(name))
    for kind, place, config in connection.execute("SELECT ntid, ord, config FROM templates"):
        sides = message(_bytes(config))
        templates.setdefault(_whole(kind), {})[_whole(place)] = Template(text(sides, 1), text(sides, 2))
    for kind, name, config in connection.execute("SELECT id, name, config FROM notetypes"):
        gapped, number = message(_bytes(config)).get(1) == 1, _whole(kind)
        yield number, NoteType(_text(name), gapped, tuple(fields.get(number, ())), templates.get(number, {}))


def _types_in_json(models: dict[str, Any]) -> Iterator[tuple[int, NoteType]]:
    for number, model in models.items():
        if isinstance(model, dict):
            fields = tuple(_text(one.get("name")) for one in _ordered(model.get("flds")))
            sides = {
                _whole(one.get("ord")): Template(_text(one.get("qfmt")), _text(one.get("afmt")))
                for one in _ordered(model.get("tmpls"))
            }
            yield _whole(number), NoteType(_text(model.get("name")), model.get("type") == 1, fields, sides)


def _ordered(values: Any) -> list[dict[str, Any]]:
    """Return a list of objects by their `ord`."""
    there = [one for one in values if isinstance(one, dict)] if isinstance(values, list) else []
    return sorted(there, key=lambda one: _whole(one.get("ord")))


def _decks_in_table(connection: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    for number, name in connection.execute("SELECT id, name FROM decks"):
        yield _whole(number), _text(name).replace(DECK_LEVEL, "::")


def _decks_in_json(decks: dict[str, Any]) -> Iterator[tuple[int, str]]:
    for number, deck in decks.items():
        if isinstance(deck, dict):
            yield _whole(number), _text(deck.get("name"))


def _notes(connection: sqlite3.Connection) -> Iterator[tuple[int, Note]]:
    for number, guid, kind, tags, fields in connection.execute("SELECT id, guid, mid, tags, flds FROM notes"):
        at = _whole(number)
        yield (
            at,
            Note(_text(guid), at, _whole(kind), tuple(_text(fields).split(SEPARATOR)), tuple(_text(tags).split())),
        )


def _card(row: tuple[Any, ...]) -> CardRow:
    """Return a card at its home: a filtered deck keeps the due day and the deck it took it from."""
    *numbers, data = row
    number, note, deck, place, kind, queue, due, ivl, factor, reps, home_due, home, changed = map(_whole, numbers)
    stands = (kind, queue == -1, home_due if home and home_due else due, ivl, factor, reps, changed, _memory(data))
    return CardRow(number, note, home or deck, place, *stands)


def _memory(data: Any) -> Memory | None:
    told = _json(data)
    stability, difficulty, last = _positive(told.get("s")), _positive(told.get("d")), told.get("lrt")
    if not stability or not difficulty:
        return None
    return Memory(stability, difficulty, last if type(last) is int and 0 < last < LATEST else 0)


def _positive(value: Any) -> float:
    """Return a number above 0, 0 for anything else: NaN and infinity are JSON to some writers."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 1e6:
        return 0.0
    return float(value)


def _log(connection: sqlite3.Connection, *, three_buttons: bool) -> Mapping[int, tuple[LogRow, ...]]:
    """Return the review log by card; where learning steps had three buttons, their names are those of today."""
    found: dict[int, list[LogRow]] = {}
    for row in connection.execute(LOG):
        card, at, ease, ivl, factor, ms, kind = map(_whole, row)
        if three_buttons and kind in LEARNING and ease in {2, 3}:
            ease += 1  # good and easy were 2 and 3
        found.setdefault(card, []).append(LogRow(at, ease, ivl, factor, ms, kind))
    return {card: tuple(rows) for card, rows in found.items()}


def _json(value: Any) -> dict[str, Any]:
    """Return an object of JSON, an empty one for anything else."""
    found = _parsed(value)
    return found if isinstance(found, dict) else {}


def _parsed(value: Any) -> Any:
    import json

    try:
        return json.loads(value) if isinstance(value, str | bytes) else None
    except (ValueError, RecursionError):
        return None


def _whole(value: Any) -> int:
    """Return a number of SQLite's, 0 for what is none."""
    try:
        number = int(value) if isinstance(value, int | float | str) else 0
    except (ValueError, OverflowError):
        return 0
    return number if abs(number) <= WHOLE else 0


def _text(value: Any) -> str:
    return value if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""


def _bytes(value: Any) -> bytes:
    return value if isinstance(value, bytes) else b""
