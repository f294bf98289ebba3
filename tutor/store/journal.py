"""The journal of a learner's life: one transaction per event, on disk before anybody is told.

Clock, chance and device come in as arguments. Two sessions may write at once: whatever is decided
is decided on what the card is inside the transaction, not on what a screen showed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.events import Event, Fact
from tutor.memory import fold, keeping
from tutor.store import history, renames, states
from tutor.store.database import connect, grow_log, refusals, transaction
from tutor.store.schema import APPLICATION, MIGRATIONS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from tutor.memory.keeping import Kept
    from tutor.memory.state import CardState
    from tutor.store.history import History

PRACTICE_TODAY = "again"  # the reason of an answer that came after the day's rating
MANY = 2000  # touched cards; from here on one pass over all events is faster than card by card
COARSE = 1_000_000  # µs: a clock that lags less than this ticks too slowly, it was not set back


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event now on disk and its card before and after; the kind tells whether an answer rated."""

    event: Event
    before: CardState
    state: CardState

    @property
    def rated(self) -> bool:
        """Whether this answer moved stability and difficulty."""
        return self.event.kind == "answered"


class Journal:
    """The journal at `path`, written as `device` (empty: the one that created the file).

    `clock` gives UTC microseconds since 1970, `new_id` 32 fresh hexadecimal digits. Every method
    raises `TutorError` when the file cannot be read or written; then nothing was recorded.
    """

    def __init__(self, path: Path, device: str, clock: Callable[[], int], new_id: Callable[[], str]) -> None:
        self.path = path
        self.connection: sqlite3.Connection = connect(path, APPLICATION, MIGRATIONS)
        self._clock = clock
        self._new_id = new_id
        self._last_instant = 0
        self.recorded = False  # whether anything was, through this object
        self.id = self._named("journal", "")
        self.device = device or self._named("device", "")
        self._named("device", self.device)
        self._names = renames.read(self.connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the journal can be opened again elsewhere."""
        self.connection.close()

    def make_ready(self) -> None:
        """Prepare the file for many answers, each as quick as the disk allows."""
        grow_log(self.connection)

    def record(self, fact: Fact, day: int) -> Recorded:
        """Write one fact of study day `day`; an answer for a card rated that day becomes practice."""
        with refusals(self.path), transaction(self.connection):
            kept = states.read(self.connection, fact.card)
            if fact.kind == "answered" and self._rated_on(fact.card, day, kept):
                fact = Fact("practised", fact.card, {**fact.body, "reason": PRACTICE_TODAY})
            return self._append(fact, day, kept)

    def reschedule(self, due: Mapping[str, int], day: int, why: Mapping[str, object]) -> int:
        """Move cards to other due days in one transaction, each by an event with `why`; return how many."""
        with refusals(self.path), transaction(self.connection):
            for card, new in due.items():
                fact = Fact("rescheduled", card, {**why, "due": new})
                self._append(fact, day, states.read(self.connection, card))
        return len(due)

    def undo(self, day: int) -> Recorded | None:
        """Take back this device's last standing event; return it and its card, None when none is left."""
        with refusals(self.path), transaction(self.connection):
            return self._name(history.undoable(self.connection, self.device), day)

    def redo(self, day: int) -> Recorded | None:
        """Restore what the last undo took back; None when something was recorded since."""
        with refusals(self.path), transaction(self.connection):
            return self._name(history.redoable(self.connection, self.device), day)

    def absorb(self, events: Iterable[Event]) -> int:
        """Add events recorded elsewhere and refold their cards; return how many were new.

        Events of this device that were not here come from before a restore or from a copy of this home: an
        undo would take them for the last ones, so that the journal goes on as a new device.
        """
        with refusals(self.path), transaction(self.connection):
            fresh, cards, own = 0, set(), False
            for event in events:
                if history.add(self.connection, event):
                    fresh += 1
                    own = own or event.device == self.device
                    if event.kind != "step":
                        cards.add(self._now(event.card))
            self._refold(cards)
            if own:
                self.device = self._new_id()
                self.connection.execute("REPLACE INTO meta VALUES ('device', ?)", (self.device,))
        self.recorded = self.recorded or fresh > 0
        return fresh

    def state(self, card: str) -> CardState:
        """Return what is known about a card; `NEW` when nothing is."""
        with refusals(self.path):
            return states.read(self.connection, card).state

    def states(self, cards: Sequence[str]) -> dict[str, CardState]:
        """Return the states of those `cards` about which something is known."""
        with refusals(self.path):
            return states.read_many(self.connection, cards)

    def history(self, card: str) -> History:
        """Return a card's events in order, with those taken back."""
        with refusals(self.path):
            return self._history(card)

    def adopt(self, names: Mapping[str, str]) -> None:
        """Let each old card id in `names` count as its present one; what that touches is folded again."""
        if names == self._names:
            return
        with refusals(self.path), transaction(self.connection):
            touched = renames.touched(self._names, names)
            self._names = dict(names)
            renames.write(self.connection, self._names)
            for card in touched:
                own = history.of_card(self.connection, *renames.all_names(card, self._names))
                if own.events and card not in self._names:
                    states.write(self.connection, card, keeping.keep(own.events))
                else:
                    states.forget(self.connection, card)

    def fold_all(self) -> dict[str, Kept]:
        """Return what a fold of every event keeps of each card: what the cache should hold."""
        from tutor.store.folding import fold_all

        with refusals(self.path):
            return fold_all(self.connection, self._names)

    def _append(self, fact: Fact, day: int, kept: Kept) -> Recorded:
        """Write the event and, in the same transaction, what it makes of its card."""
        is_step = fact.kind == "step"  # steps leave no state: their last one is looked up
        instant = self._instant(history.last_instant(self.connection, fact.card) if is_step else kept.last[0])
        event = Event(self._new_id(), self.device, instant, day, fact.kind, fact.card, fact.body)
        history.insert(self.connection, event)
        self.recorded = True
        if is_step:
            return Recorded(event, kept.state, kept.state)
        card = self._now(fact.card)
        after = keeping.add(kept, event) or self._refolded(card)
        states.write(self.connection, card, after)
        return Recorded(event, kept.state, after.state)

    def _name(self, target: Event | None, day: int) -> Recorded | None:
        """Record an undo of `target`; report the answer (or other deed) that fell or stands again."""
        if target is None:
            return None
        kept = states.read(self.connection, self._now(target.card))
        done = self._append(Fact("undone", target.card, {"event": target.id}), day, kept)
        deed = target
        if target.kind == "undone":
            deed = history.named(self.connection, target) or target
        return replace(done, event=deed)

    def _refold(self, cards: Collection[str]) -> None:
        """Fold some cards anew, inside the transaction; of many, all events are read once."""
        if len(cards) < MANY:
            for card in sorted(cards):
                states.write(self.connection, card, self._refolded(card))
            return
        from tutor.store.folding import fold_all

        folded = fold_all(self.connection, self._names)
        states.write_many(self.connection, ((card, folded[card]) for card in sorted(cards) if card in folded))

    def _refolded(self, card: str) -> Kept:
        return keeping.keep(self._history(card).events)

    def _history(self, card: str) -> History:
        return history.of_card(self.connection, *renames.all_names(card, self._names))

    def _now(self, card: str) -> str:
        """Return the present id of a card."""
        return self._names.get(card, card)

    def _rated_on(self, card: str, day: int, kept: Kept) -> bool:
        if day >= kept.rated:
            return day == kept.rated
        own = self._history(card)  # the day went backwards
        return day in fold.replay(own.events, own.fallen).rated

    def _instant(self, last_of_card: int) -> int:
        """Return now, but after what was just recorded: a coarse clock must not shuffle answers."""
        instant = self._clock()
        for last in (self._last_instant, last_of_card):
            if 0 <= last - instant < COARSE:
                instant = last + 1
        self._last_instant = instant
        return instant

    def _named(self, name: str, value: str) -> str:
        """Return the journal's lasting `name`, first set to `value` or to fresh digits."""
        find = "SELECT value FROM meta WHERE name = ?"
        with refusals(self.path):
            row = self.connection.execute(find, (name,)).fetchone()
            if row is None:
                keep = "INSERT OR IGNORE INTO meta (name, value) VALUES (?, ?)"
                self.connection.execute(keep, (name, value or self._new_id()))
                row = self.connection.execute(find, (name,)).fetchone()
        kept: str = row[0]
        return kept
