"""A journal as columns of numbers: what the bulk fold needs of each event, and nothing else.

Bodies are read by the rules of `fold`, equal texts only once: a body cut down to `READ` has few
distinct values, and reading a million of them would cost more than all the rest.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from tutor.memory import fold
from tutor.memory.fsrs import DEFAULT_WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tutor.events import Event

READ = ("grade", "due", "guessed", "weights", "reason", "until")

Batch = tuple["Sequence[str]", "Sequence[int]", "Sequence[int]", "Sequence[str]", "Sequence[str]", "Sequence[str]"]
"""Some events as (ids, instants, days, kinds, cards, texts); a text is the JSON array of the values of `READ`."""

OTHER, ANSWERED, PRACTISED, SUSPENDED, RESUMED, BURIED, RESET, RESCHEDULED, SEEDED, STEP = range(10)
CODES = {
    "answered": ANSWERED,
    "practised": PRACTISED,
    "suspended": SUSPENDED,
    "resumed": RESUMED,
    "buried": BURIED,
    "reset": RESET,
    "rescheduled": RESCHEDULED,
    "seeded": SEEDED,
    "step": STEP,
}
UNSEEN, SEEN, MOVED = range(3)  # how much practice does: nothing, keeps siblings away, moves the due day

Reading = tuple[int, int, bool, int, int, bool]
"""Grade and due day (0: unreadable), guessed, force of practice, end of a bury, other weights than the default."""
NOTHING_READ: Reading = (0, 0, False, MOVED, 0, False)


def _numbering() -> defaultdict[str, int]:
    return defaultdict(count().__next__)


def _whole() -> array[int]:
    return array("q")


@dataclass(slots=True)
class Columns:
    """Events in the order they came; it grows batch by batch, hence not frozen.

    Cards, kinds and texts are numbered by first appearance; `card`, `kind` and `text` hold numbers.
    """

    ids: list[str] = field(default_factory=list)
    cards: defaultdict[str, int] = field(default_factory=_numbering)
    kinds: defaultdict[str, int] = field(default_factory=_numbering)
    texts: defaultdict[str, int] = field(default_factory=_numbering)
    card: array[int] = field(default_factory=_whole)
    instant: array[int] = field(default_factory=_whole)
    day: array[int] = field(default_factory=_whole)
    kind: array[int] = field(default_factory=_whole)
    text: array[int] = field(default_factory=_whole)

    def extend(self, batch: Batch) -> None:
        """Append some events."""
        ids, instants, days, kinds, cards, texts = batch
        self.ids.extend(ids)
        self.instant.extend(instants)
        self.day.extend(days)
        self.card.extend(map(self.cards.__getitem__, cards))
        self.kind.extend(map(self.kinds.__getitem__, kinds))
        self.text.extend(map(self.texts.__getitem__, texts))

    def codes(self) -> list[int]:
        """Return the code of each kind by number."""
        return [CODES.get(kind, OTHER) for kind in self.kinds]

    def readings(self) -> list[Reading]:
        """Return what each text says, by number."""
        import json

        return [read(dict(zip(READ, json.loads(text), strict=True))) if text else NOTHING_READ for text in self.texts]

    def rows(self, named: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
        """Return the rows of events named by (card, id), without those that are not there."""
        wanted = set(named)
        ids = {event for _, event in wanted}
        found = [row for row, event in enumerate(self.ids) if event in ids] if ids else []
        cards = list(self.cards)
        return {name: row for row in found if (name := (cards[self.card[row]], self.ids[row])) in wanted}

    def correct(self, corrections: Mapping[tuple[str, str], Mapping[str, Any]]) -> None:
        """Let regrades, named by (card, id), replace what answers say."""
        import json

        texts, codes = list(self.texts), self.codes()
        for name, row in self.rows(corrections).items():
            if codes[self.kind[row]] not in {ANSWERED, PRACTISED}:
                continue
            before = dict(zip(READ, json.loads(texts[self.text[row]] or "[]"), strict=False))
            after = fold.corrected(before, corrections[name])
            self.text[row] = self.texts[json.dumps([after.get(key) for key in READ])]


def read(body: Mapping[str, Any]) -> Reading:
    """Read the numbers of a body."""
    reason = fold.reason_of(body)
    force = MOVED if reason in fold.MOVING else SEEN if reason in fold.SEEING else UNSEEN
    return (
        fold.grade_of(body) or 0,
        fold.day_of(body, "due") or 0,
        body.get("guessed") is True,
        force,
        fold.day_of(body, "until") or 0,
        fold.weights_of(body) is not DEFAULT_WEIGHTS,
    )


def gone_and_corrected(
    speaking: Iterable[Event],
) -> tuple[frozenset[tuple[str, str]], dict[tuple[str, str], Mapping[str, Any]]]:
    """Resolve undos and regrades: what is taken back, and the last standing regrade, by (card, id)."""
    by_card: dict[str, list[Event]] = {}
    for event in speaking:
        by_card.setdefault(event.card, []).append(event)
    gone = {(card, event) for card, own in by_card.items() for event in fold.fallen(own)}
    regrades = (e for own in by_card.values() for e in own if e.kind == "regraded" and (e.card, e.id) not in gone)
    corrections = {(e.card, str(e.body.get("event"))): e.body for e in sorted(regrades, key=lambda e: e.order)}
    return frozenset(gone), corrections
