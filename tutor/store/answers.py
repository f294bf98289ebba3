"""All answers of a journal as columns, from SQLite: what every statistic counts.

A million rows would take seconds one by one. SQLite joins the numbers of many rows into one text, which NumPy
reads at once; the order of (card, instant, id) is that of an index.
"""

from __future__ import annotations

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np  # noqa: TID253  (loaded for statistics only)

from tutor.memory import columns as code
from tutor.memory import fold
from tutor.memory.past import Answers, Deeds, answered
from tutor.memory.state import NEW, Memory
from tutor.store import answer_columns, history, renames
from tutor.store.database import refusals, snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from tutor.events import Event
    from tutor.memory.past import Marks
    from tutor.memory.replay import Integers

    Hours = Callable[[Integers, Integers], Integers]

VERSION = "1"  # of what the columns mean
AT_ONCE = 25_000  # rows joined into one text
MOST_THREADS = 4  # that read at the same time
FEW = 500  # SQLite allows 999 parameters at least
NAMES = ("grade", "due", "guessed", "ms")
TRUE = -7  # how `true` is read: no grade, no day, no duration
LONGEST = 10**9  # milliseconds; what is above cannot be a duration
PATHS = ", ".join(f"'$.{name}'" for name in NAMES)
NOTHING = f"[{','.join(['null'] * len(NAMES))}]"
REASON = f"""CASE CASE WHEN json_valid(body) THEN coalesce(json_extract(body, '$.reason'), 'again') ELSE 'again' END
    {" ".join(f"WHEN '{name}' THEN {code.MOVED}" for name in sorted(fold.MOVING))}
    WHEN 'cram' THEN {code.SEEN} ELSE {code.UNSEEN} END"""
DEED = f"""CASE kind WHEN 'practised' THEN {10 * code.PRACTISED} + {REASON}
    WHEN 'answered' THEN {10 * code.ANSWERED + code.MOVED} WHEN 'reset' THEN {10 * code.RESET}
    ELSE {10 * code.RESCHEDULED} END"""
DEEDS = 100  # day and deed are read as one number: each column costs a tenth of the time
COLUMNS = f"""SELECT group_concat(seq), group_concat(instant), group_concat(day * {DEEDS} + {DEED}),
    group_concat(CASE WHEN json_valid(body) THEN json_extract(body, {PATHS}) ELSE '{NOTHING}' END)
    FROM events WHERE seq > ? AND seq <= ?
    AND kind IN ('answered', 'practised', 'reset', 'rescheduled') AND day BETWEEN 1 AND {fold.LAST_DAY}"""  # noqa: S608
ORDER = "SELECT card, group_concat(seq) FROM events INDEXED BY events_of_card GROUP BY card"
# Found through the index of days, which is a tenth of the table.
SPEAKING = f"""SELECT seq, {history.COLUMNS} FROM events WHERE seq IN (SELECT seq FROM events INDEXED BY events_of_day
    WHERE kind IN ('undone', 'regraded', 'seeded'))"""  # noqa: S608
NAMED = "SELECT seq FROM events INDEXED BY events_of_card WHERE card = ? AND id = ?"
QUESTIONS = """SELECT seq, CASE WHEN json_valid(body) THEN json_extract(body, '$.kind') END
    FROM events WHERE seq IN ({})"""


@dataclass(frozen=True, slots=True)
class Seed:
    """A memory that was brought from elsewhere, when, and whether it sums up what a note said."""

    instant: int
    memory: Memory
    is_summary: bool


@dataclass(frozen=True, slots=True)
class Rows:
    """Events as columns, shape (events,); grade, due day and duration are 0 where none can be read."""

    seq: Integers
    instant: Integers
    day: Integers
    kind: Integers
    force: Integers
    grade: Integers
    due: Integers
    guessed: Integers
    ms: Integers

    def at(self, rows: Integers) -> Rows:
        """Return some of the rows."""
        return Rows(*(getattr(self, one.name)[rows] for one in fields(self)))


def read(connection: sqlite3.Connection, hours: Hours | None = None) -> Answers:
    """Return every answer that stands; `hours` tells the hours of the wall clock from instants and study days.

    Several threads read: SQLite does not need Python meanwhile. What is written while they do is not seen.
    Measured: 1 000 000 events of 20 000 cards in 2.3 s of processor time, half of it in the threads, against 4.0 s
    for their fold in the same minute; 370 MB.
    Raises `TutorError` when the journal cannot be read.
    """
    path = Path(connection.execute("PRAGMA database_list").fetchone()[2])
    with refusals(path), snapshot(connection), ThreadPoolExecutor(min(MOST_THREADS, os.cpu_count() or 1)) as threads:
        newest = connection.execute("SELECT coalesce(max(seq), 0) FROM events").fetchone()[0]
        known, columns = answer_columns.kept(path, connection, VERSION)
        fresh = threads.map(
            lambda start: _joined(path, start, min(start + AT_ONCE, newest)), range(known, newest, AT_ONCE)
        )
        names = renames.read(connection)
        spoken = [(seq, history.from_row(row)) for seq, *row in connection.execute(SPEAKING)]
        found = connection.execute(ORDER).fetchall()
        seeds = _seeds(spoken)
        parts = [*([] if columns is None else [columns]), *fresh]
        if newest - known >= AT_ONCE:
            parts = [np.concatenate(parts, axis=1)]
            last = answer_columns.id_of(connection, newest)
            threads.submit(answer_columns.keep, path, last, VERSION, newest, parts[0])  # beside what follows
        rows, place_of = _rows(parts, seeds, newest)
        stands = _corrected(connection, [event for _, event in spoken], names, rows, place_of)
        cards, card, places = _ordered(found, names, rows, place_of)
        kept = np.flatnonzero(stands[places])
        card, rows = card[kept], rows.at(places[kept])
        card, rows = _without_summaries(card, rows, seeds, len(cards))
        kinds, kind = _questions(connection, rows, card, len(cards))
    hour = np.full(len(card), -1) if hours is None else hours(rows.instant, rows.day)
    return answered(_deeds(rows, card, seeds), hour, cards, kinds, kind)


def _rows(parts: Sequence[Integers], seeds: Mapping[int, Seed], newest: int) -> tuple[Rows, Integers]:
    """Return the events that touch a memory, and where among them each event of the journal is (−1: nowhere)."""
    brought = [
        (seq, one.instant, one.memory.last_day, 10 * code.SEEDED, 0, one.memory.due, 0, 0) for seq, one in seeds.items()
    ]
    seeded = np.array(brought, dtype=np.int64).reshape(-1, 4 + len(NAMES)).T
    seq, instant, day, deed, grade, due, guessed, ms = np.concatenate([*parts, seeded], axis=1)
    place_of = np.full(newest + 1, -1)
    place_of[seq] = np.arange(len(seq))
    rows = Rows(
        *(seq, instant, day, deed // 10, deed % 10),
        grade=np.where((grade >= 1) & (grade <= 4), grade, 0),
        due=np.where((due >= 1) & (due <= fold.LAST_DAY), due, 0),
        guessed=guessed == TRUE,
        ms=np.where((ms > 0) & (ms < LONGEST), ms, 0),
    )
    return rows, place_of


def _deeds(rows: Rows, card: Integers, seeds: Mapping[int, Seed]) -> Deeds:
    """Return the rows with the memories that were brought from elsewhere."""
    stability, difficulty = np.full((2, len(card)), np.nan)
    for place in np.flatnonzero(rows.kind == code.SEEDED).tolist():
        memory = seeds[int(rows.seq[place])].memory
        stability[place], difficulty[place] = memory.stability, memory.difficulty
    told = (rows.kind, rows.force, rows.grade, rows.due, rows.guessed != 0, rows.ms)
    return Deeds(card, rows.instant, rows.day, *told, stability, difficulty)


def _joined(path: Path, after: int, until: int) -> Integers:
    """Return some rows of numbers, shape (4 + names, rows), read on a connection of its own."""
    with closing(sqlite3.connect(path)) as connection:
        *texts, bodies = connection.execute(COLUMNS, (after, until)).fetchone()
    if bodies is None:
        return np.empty((4 + len(NAMES), 0), np.int64)
    seq, instant, deed = (_numbers(text) for text in texts)
    return np.stack([seq, instant, *np.divmod(deed, DEEDS), *_said(bodies, len(seq))])


def _numbers(text: str) -> Integers:
    return np.fromstring(text, dtype=np.int64, sep=",")


def _said(bodies: str, rows: int) -> Sequence[Integers]:
    """Return what the bodies say, one column per name; `bodies` holds one JSON array per event."""
    plain = bodies.replace("null", "0").replace("true", str(TRUE)).replace("false", "0")
    if bodies.count("[") > rows or plain.encode().translate(None, b"0123456789-,[]"):
        return _read_slowly(bodies)
    return tuple(_numbers(plain.replace("[", "").replace("]", "")).reshape(-1, len(NAMES)).T)


def _read_slowly(bodies: str) -> Sequence[Integers]:
    """Read bodies in which something else than whole numbers stands, one by one."""
    import json

    def number(value: Any) -> int:
        return TRUE if value is True else value if type(value) is int and abs(value) < LONGEST else 0

    said = [[number(value) for value in values] for values in json.loads(f"[{bodies}]")]
    return tuple(np.asarray(said, dtype=np.int64).T)


def _seeds(spoken: Iterable[tuple[int, Event]]) -> dict[int, Seed]:
    """Return the memories that were brought from elsewhere, as `fold` reads them."""
    read = (
        (seq, event, fold.apply(NEW, "seeded", event.day, event.body).memory)
        for seq, event in spoken
        if event.kind == "seeded"
    )
    return {
        seq: Seed(event.instant, memory, fold.is_summary(event))
        for seq, event, memory in read
        if isinstance(memory, Memory)
    }


def _without_summaries(card: Integers, rows: Rows, seeds: Mapping[int, Seed], cards: int) -> tuple[Integers, Rows]:
    """Leave out what notes summed up where the answers of these days are known, as `fold.fallen` does."""
    brought = np.flatnonzero(rows.kind == code.SEEDED)
    summaries = brought[[seeds[seq].is_summary for seq in rows.seq[brought].tolist()]]
    if not len(summaries):
        return card, rows
    answers = rows.kind == code.ANSWERED
    first = np.full(cards, fold.LAST_DAY + 1)
    np.minimum.at(first, card[answers], rows.day[answers])
    stands = np.ones(len(card), dtype=np.bool_)
    stands[summaries] = first[card[summaries]] > rows.day[summaries]
    return card[stands], rows.at(np.flatnonzero(stands))


def _ordered(
    found: Sequence[tuple[str, str]], names: Mapping[str, str], rows: Rows, place_of: Integers
) -> tuple[tuple[str, ...], Integers, Integers]:
    """Return the cards by their present names, and for each row in their order its card and its place in `rows`."""
    present = [names.get(card, card) for card, _ in found]
    number = {card: place for place, card in enumerate(dict.fromkeys(present))}
    counts = [seqs.count(",") + 1 for _, seqs in found]
    card = np.repeat(np.array([number[one] for one in present], dtype=np.int64), counts)
    place = place_of[_numbers(",".join(seqs for _, seqs in found))]
    there = np.flatnonzero(place >= 0)
    card, place = card[there], place[there]
    if len(number) < len(found):  # a renamed card: its histories become one
        order = np.lexsort((rows.instant[place], card))
        card, place = card[order], place[order]
    return tuple(number), card, place


def _corrected(
    connection: sqlite3.Connection, spoken: Iterable[Event], names: Mapping[str, str], rows: Rows, place_of: Integers
) -> Marks:
    """Let regrades replace what `rows` say; mark those that are not taken back."""
    stands = np.ones(len(rows.seq), dtype=np.bool_)
    gone, corrections = code.gone_and_corrected(replace(one, card=names.get(one.card, one.card)) for one in spoken)
    for name in gone:
        if (place := _place(connection, *name, names, place_of)) >= 0:
            stands[place] = False
    for name, body in corrections.items():
        place, grade = _place(connection, *name, names, place_of), fold.grade_of(body)
        if grade is None or place < 0 or rows.kind[place] not in (code.ANSWERED, code.PRACTISED):
            continue
        rows.grade[place], rows.guessed[place] = grade, body.get("guessed") is True
        if "due" in body:
            rows.due[place] = fold.day_of(body, "due") or 0
    return stands


def _place(connection: sqlite3.Connection, card: str, event: str, names: Mapping[str, str], place_of: Integers) -> int:
    """Return where the event of a card stands, −1 when it touches no memory or is not there."""
    for former in renames.all_names(card, names):
        row = connection.execute(NAMED, (former, event)).fetchone()
        if row is not None:
            return int(place_of[row[0]])
    return -1


def _questions(
    connection: sqlite3.Connection, rows: Rows, card: Integers, cards: int
) -> tuple[tuple[str, ...], Integers]:
    """Return the kinds of questions, and of each row that of its card: as its last answer named it."""
    last = np.zeros(cards, dtype=np.int64)
    answers = (rows.kind == code.ANSWERED) | (rows.kind == code.PRACTISED)
    last[card[answers]] = rows.seq[answers]  # the last assignment stays
    seqs = last[last > 0].tolist()
    named: dict[int, str] = {}
    for start in range(0, len(seqs), FEW):
        part = seqs[start : start + FEW]
        told = connection.execute(QUESTIONS.format(",".join("?" * len(part))), part)
        named |= {seq: name for seq, name in told if isinstance(name, str)}
    kinds = ("", *sorted(set(named.values())))
    number = {name: place for place, name in enumerate(kinds)}
    of_card = np.array([number[named.get(seq, "")] for seq in last.tolist()], dtype=np.int64)
    return kinds, of_card[card]
