"""Care of the journal: does the file hold together, and does the cache say what the events say?

Examining changes nothing; rebuilding replaces the cache, never an event.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from math import isclose
from typing import TYPE_CHECKING, get_args

from tutor.events import Kind
from tutor.memory.keeping import NOTHING_KEPT, Kept
from tutor.memory.state import CardState, Memory
from tutor.store import ledger, states
from tutor.store.database import printable, refusals, snapshot, transaction

if TYPE_CHECKING:
    from tutor.store.journal import Journal

DAY = 86_400_000_000  # µs; a clock may be a day off, the time zones of two devices explain that much
AGREEMENT = 1e-9  # relative: the fold of many cards at once rounds differently in the last bits
FULL = 100  # complaints of SQLite worth showing


@dataclass(frozen=True, slots=True)
class Findings:
    """What is wrong with a journal; ids are those of events, `differences` names cards.

    `complaints` are SQLite's own words about the file. A damaged file is not folded.
    """

    events: int = 0
    cards: int = 0
    complaints: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()

    @property
    def healthy(self) -> bool:
        """Whether file and cache are sound; odd events are told, but they harm nothing."""
        return not self.complaints and not self.differences


def examine(journal: Journal, now: int) -> Findings:
    """Check the file, the cache against a fold of all events, and the events; `now` in UTC microseconds."""
    complaints = _complaints(journal)
    if complaints:
        return Findings(complaints=complaints)
    with refusals(journal.path), snapshot(journal.connection):
        folded = journal.fold_all()
        marks = ", ".join("?" * len(get_args(Kind)))
        (events,) = journal.connection.execute("SELECT count(*) FROM events").fetchone()
        return Findings(
            events=events,
            cards=len(folded),
            differences=_all_differences(journal, folded),
            future=_ids(journal, "instant > ?", now + DAY),
            unknown=_ids(journal, f"kind NOT IN ({marks})", *get_args(Kind)),
            broken=_ids(journal, "CASE WHEN json_valid(body) THEN json_type(body) END IS NOT 'object'"),
        )


def rebuild(journal: Journal) -> int:
    """Replace the cache by a fold of all events, all or nothing; return the number of cards."""
    with refusals(journal.path), transaction(journal.connection):
        folded = journal.fold_all()
        ledger.forget(journal.connection)
        journal.connection.execute("DELETE FROM card_states")
        states.write_many(journal.connection, folded.items())
    return len(folded)


def differences(cached: dict[str, Kept], folded: dict[str, Kept]) -> tuple[str, ...]:
    """Return the cards about which cache and fold disagree, sorted."""
    cards = sorted(cached.keys() | folded.keys())
    return tuple(c for c in cards if not agrees(cached.get(c, NOTHING_KEPT), folded.get(c, NOTHING_KEPT)))


def agrees(one: Kept, other: Kept) -> bool:
    """Whether two kept states say the same: exactly, stability and difficulty to 10⁻⁹ relative."""
    mine, theirs = one.state.memory, other.state.memory
    if isinstance(mine, Memory) and isinstance(theirs, Memory):
        near = isclose(mine.stability, theirs.stability, rel_tol=AGREEMENT) and isclose(
            mine.difficulty, theirs.difficulty, rel_tol=AGREEMENT
        )
        return near and _exact(one, mine) == _exact(other, theirs)
    return one == other


def _all_differences(journal: Journal, folded: dict[str, Kept]) -> tuple[str, ...]:
    """Return the cards about which a cache, of states or of mistakes, disagrees with the events."""
    of_states = differences(dict(states.read_all(journal.connection)), folded)
    return tuple(sorted({*of_states, *ledger.differences(journal.connection)}))


def _complaints(journal: Journal) -> tuple[str, ...]:
    """Ask SQLite; a page that cannot even be read is a complaint, too."""
    try:
        rows = journal.connection.execute(f"PRAGMA integrity_check({FULL})").fetchall()
    except sqlite3.DatabaseError as refusal:
        return (printable(refusal),)
    return tuple(printable(text) for (text,) in rows if text != "ok")


def _exact(kept: Kept, memory: Memory) -> tuple[object, ...]:
    state: CardState = kept.state
    flags = (state.seen_day, state.suspended, state.buried_until)
    days = (memory.due, memory.first_day, memory.last_day)
    return (kept.last, kept.rated, *flags, *days, memory.reviews, memory.lapses, memory.recent)


def _ids(journal: Journal, condition: str, *facts: object) -> tuple[str, ...]:
    rows = journal.connection.execute(f"SELECT id FROM events WHERE {condition} ORDER BY seq", facts)  # noqa: S608
    return tuple(event for (event,) in rows)
