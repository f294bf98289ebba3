"""A card's state kept beside its events, and when one more event can simply be added to it.

The rule it serves: what is kept always equals the fold of all events of the card.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.memory import fold
from tutor.memory.state import NEW, CardState, Memory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.events import Event

ADDED = frozenset({"answered", "practised", "suspended", "resumed", "buried", "rescheduled"})


@dataclass(frozen=True, slots=True)
class Kept:
    """A state, the order (instant, id) of the card's last event, and its last rated study day (0: none)."""

    state: CardState = NEW
    last: tuple[int, str] = (0, "")
    rated: int = 0


NOTHING_KEPT = Kept()


def keep(events: Sequence[Event]) -> Kept:
    """Fold a card's events, in whatever order they come."""
    folded = fold.replay(events, fold.fallen(events))
    last = max((event.order for event in events), default=NOTHING_KEPT.last)
    return Kept(folded.state, last, max(folded.rated, default=0))


def add(kept: Kept, event: Event) -> Kept | None:
    """Return what is kept after one new event; None when only a fold of all of them can tell.

    That is so for an event that comes late, that speaks about another event, or whose study day
    went backwards: it may lie on a day that was rated before others were, or that a note summed up.
    """
    if event.order <= kept.last or event.kind not in ADDED:
        return None
    if event.kind != "answered":
        return Kept(fold.apply(kept.state, event.kind, event.day, event.body), event.order, kept.rated)
    memory = kept.state.memory
    if event.day <= kept.rated and not (
        isinstance(memory, Memory) and memory.recent and memory.last_day == kept.rated == event.day
    ):
        return None
    state = fold.apply(kept.state, event.kind, event.day, event.body)
    rated = state.memory.last_day if isinstance(state.memory, Memory) else 0
    return Kept(state, event.order, max(kept.rated, rated))
