"""Today's cards: what is due and what is new, within the day's caps, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.memory.state import NEW
from tutor.sessions.model import Entry
from tutor.sessions.queue import allowed, apart, interleave
from tutor.store.filters import Filters

if TYPE_CHECKING:
    from tutor.cli.desk import Desk
    from tutor.sessions.model import Reason

CRAMMED = 20  # cards of a cram session when no limit is given


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the learner asked for: caps of this session and filters ("" and None: no wish)."""

    limit: int | None = None
    new: int | None = None
    part: int | None = None
    lesson: str = ""
    tag: str = ""
    cram: bool = False

    @property
    def filters(self) -> Filters:
        """Return the wished-for part, lesson and tag as a filter."""
        return Filters(
            parts=() if self.part is None else (self.part,),
            lessons=(self.lesson,) if self.lesson else (),
            tags=(self.tag,) if self.tag else (),
        )


def entries(desk: Desk, wanted: Wanted, seed: str) -> tuple[Entry, ...]:
    """Return the cards of a session in their order."""
    order, reasons = _crammed(desk, wanted, seed) if wanted.cram else _due_and_new(desk, wanted, seed)
    order = order[: wanted.limit] if wanted.limit is not None else order
    states = desk.journal.states(order)
    return tuple(Entry(card, states.get(card.id, NEW), reasons[card.id]) for card in desk.library.cards(order))


def _due_and_new(desk: Desk, wanted: Wanted, seed: str) -> tuple[tuple[str, ...], dict[str, Reason]]:
    config, day = desk.environment.config, desk.day
    reviewed = desk.waiting.reviewed_today(day)
    room = max(0, config.reviews_per_day - reviewed)
    rows, total = desk.waiting.due(day, room, wanted.filters)
    cap = config.new_per_day if wanted.new is None else wanted.new
    met = desk.waiting.new_today(day)
    _, fresh_allowed = allowed(total, reviewed, met, reviews=config.reviews_per_day, new=cap)
    fresh = desk.waiting.fresh(day, fresh_allowed, wanted.filters) if fresh_allowed else ()
    due = rows if total > room else apart(rows, lambda row: row.lesson, seed, day)
    order = interleave([row.id for row in due], [row.id for row in fresh])
    reasons: dict[str, Reason] = {row.id: "due" for row in rows}
    return order, reasons | {row.id: "new" for row in fresh}


def _crammed(desk: Desk, wanted: Wanted, seed: str) -> tuple[tuple[str, ...], dict[str, Reason]]:
    rows = desk.library.search(filters=wanted.filters)
    order = apart(rows, lambda row: row.lesson, seed, "cram")
    chosen = tuple(row.id for row in order)[: wanted.limit or CRAMMED]
    return chosen, dict.fromkeys(chosen, "cram")
