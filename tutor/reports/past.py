"""What happened to one card: every answer with its recall then, what it led to, and what became of it.

A fold that keeps each step; it knows neither SQLite nor screens. Days are study days.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.events import ANSWERS
from tutor.memory import fold
from tutor.memory.fields import recall
from tutor.memory.state import NEW, Memory

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from tutor.events import Event
    from tutor.memory.state import CardState

HIDDEN = frozenset({"undone", "regraded", "step"})  # they speak about other events


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of a card, as it stands today.

    `kind` answered, practised, suspended, resumed, buried, reset, rescheduled, seeded; `grade` as corrected.
    `before` is the recall predicted at a rated answer (None: the first), `interval` the days to the due day it
    led to, `stability` what it left, `early` by how many days it came before the card was due.
    False `stands`: taken back. `marks` are words on it: guessed, disputed, easy, and the reason of practice.
    """

    day: int
    kind: str
    grade: int | None = None
    interval: int | None = None
    stability: float | None = None
    before: float | None = None
    early: int = 0
    stands: bool = True
    marks: tuple[str, ...] = ()
    mistake: str = ""
    ms: int = 0

    @property
    def rated(self) -> bool:
        """Say whether this answer moved the memory."""
        return self.kind == "answered" and self.stands


def happenings(events: Iterable[Event], fallen: frozenset[str]) -> tuple[Happening, ...]:
    """Return what happened to a card, the oldest first; corrections stand in the answers they correct."""
    ordered = sorted(events, key=lambda event: event.order)
    corrections = {
        str(event.body.get("event")): event.body
        for event in ordered
        if event.kind == "regraded" and event.id not in fallen
    }
    state, rated = NEW, set[int]()
    found: list[Happening] = []
    for event in ordered:
        if event.kind in HIDDEN:
            continue
        body = fold.corrected(event.body, corrections.get(event.id)) if event.kind in ANSWERS else event.body
        if event.id in fallen:
            found.append(_happening(event, event.kind, body, state, state, stands=False))
            continue
        kind = "practised" if event.kind == "answered" and event.day in rated else event.kind
        after = _after(state, event, kind, body)
        found.append(_happening(event, kind, body, state, after, stands=True))
        if kind in {"answered", "seeded"} and isinstance(after.memory, Memory):
            rated.add(after.memory.last_day)
        elif kind == "reset":
            rated.clear()
        state = after
    return tuple(found)


def _after(state: CardState, event: Event, kind: str, body: Mapping[str, Any]) -> CardState:
    """Return the state after a standing event, as `fold.replay` folds it."""
    if kind != event.kind:
        return fold.practise(state, event.day, fold.grade_of(body), "again")
    return fold.apply(state, kind, event.day, body)


def _happening(
    event: Event, kind: str, body: Mapping[str, Any], before: CardState, after: CardState, *, stands: bool
) -> Happening:
    grade = fold.grade_of(body) if kind in ANSWERS else None
    was, now = before.memory, after.memory
    rated = kind == "answered" and stands
    due = fold.day_of(body, "due") if kind in {"answered", "rescheduled"} else None
    if kind == "buried":
        due = fold.day_of(body, "until") or event.day + 1
    spent, mistake = body.get("ms"), body.get("mistake")
    return Happening(
        event.day,
        kind,
        grade,
        None if due is None else due - event.day,
        now.stability if rated and isinstance(now, Memory) else None,
        recall(before, event.day) if rated else None,
        max(0, was.due - event.day) if rated and isinstance(was, Memory) else 0,
        stands,
        _marks(kind, body),
        mistake if isinstance(mistake, str) else "",
        spent if type(spent) is int and spent > 0 else 0,
    )


def _marks(kind: str, body: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what is to be said of an answer besides its grade."""
    if kind not in ANSWERS:
        return ()
    flags = [name for name in ("guessed", "disputed") if body.get(name) is True]
    reason = fold.reason_of(body) if kind == "practised" else ""
    return (*([reason] if reason in {"again", "quiz", "cram", "ask", "game", "pretest"} else []), *flags)


def reviews_since_reset(happened: Iterable[Happening]) -> tuple[Happening, ...]:
    """Return the rated answers since the card was last reset: those that its memory comes from."""
    found: list[Happening] = []
    for one in happened:
        if one.kind == "reset" and one.stands:
            found = []
        elif one.rated and one.stability is not None:
            found.append(one)
    return tuple(found)
