"""The facts of a learner's life: immutable events, their order, and which of them stand.

It knows neither SQLite nor scheduling. An event is never changed or deleted; an undo is an event
that names the event it takes back, a redo is an undo that names an undo.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Kind = Literal[
    "answered",
    "practised",
    "regraded",
    "undone",
    "suspended",
    "resumed",
    "buried",
    "reset",
    "rescheduled",
    "seeded",
    "step",
]
ANSWERS: frozenset[str] = frozenset({"answered", "practised"})
UNDOABLE: frozenset[str] = frozenset({"answered", "practised", "regraded", "suspended", "resumed", "buried", "reset"})
NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Fact:
    """What happened to a card, before the journal gives it an id, a device and an instant."""

    kind: Kind
    card: str
    body: Mapping[str, Any] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True)
class Event:
    """One fact in the journal.

    `id` 32 hexadecimal digits (128 random bits), `instant` UTC microseconds since 1970, `day` the
    learner's study day (proleptic ordinal, local time, 04:00 rollover).
    """

    id: str
    device: str
    instant: int
    day: int
    kind: Kind
    card: str
    body: Mapping[str, Any] = field(default_factory=lambda: NOTHING)

    @property
    def order(self) -> tuple[int, str]:
        """The place in history: instant, then id, the same on every device."""
        return (self.instant, self.id)


def taken_back(undone: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return the ids that do not stand, given (id, target) of every `undone` event.

    An event is taken back when an undo that itself stands names it. Clocks may have gone
    backwards, so the answer follows the names, not the order.
    """
    undoers: dict[str, list[str]] = {}
    for event, target in undone:
        undoers.setdefault(target, []).append(event)
    fallen: dict[str, bool] = {}
    for start in undoers:
        stack = [start]
        while stack:
            event = stack[-1]
            fallen.setdefault(event, False)  # a loop of names (a forged journal) ends here
            unknown = [u for u in undoers.get(event, ()) if u not in fallen]
            if unknown:
                stack.extend(unknown)
            else:
                fallen[event] = any(not fallen[u] for u in undoers.get(event, ()))
                stack.pop()
    return frozenset(event for event, is_fallen in fallen.items() if is_fallen)
