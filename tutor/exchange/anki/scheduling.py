"""Where a card stands, as Anki writes it: type, queue, due day, interval, counts, and the memory of FSRS.

Due days count from the day the collection began. Stability and difficulty stand in `data`, in more digits than
Anki keeps, so that a package that comes straight back brings the memory it left with.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.memory.scheduling import DEFAULT_POLICY
from tutor.memory.state import Memory

if TYPE_CHECKING:
    from tutor.memory.state import CardState

NEW_CARD, REVIEW_CARD = 0, 2  # of the column `type`
NEW_QUEUE, REVIEW_QUEUE, SUSPENDED, BURIED = 0, 2, -1, -2  # of the column `queue`
EASE = 2500  # what a card has whose learner never used the older algorithm
DIGITS = 6


@dataclass(frozen=True, slots=True)
class Position:
    """The columns of a card that tell where it stands, in the order of the table."""

    type: int
    queue: int
    due: int
    ivl: int
    factor: int
    reps: int
    lapses: int
    data: str


def position(state: CardState, place: int, begin: int, today: int, last: int) -> Position:
    """Return where a card stands; `place` orders new cards, `begin` is the day that counts as 0.

    `last` is the second of the last rated answer, 0 when it is not known.
    """
    memory = state.memory
    away = SUSPENDED if state.suspended else BURIED if state.buried_until > today else None
    if not isinstance(memory, Memory):
        return Position(NEW_CARD, NEW_QUEUE if away is None else away, place, 0, 0, 0, 0, "{}")
    queue = REVIEW_QUEUE if away is None else away
    days = max(1, memory.due - memory.last_day)
    counts = (days, EASE, memory.reviews, memory.lapses)
    return Position(REVIEW_CARD, queue, memory.due - begin, *counts, _data(memory, last))


def _data(memory: Memory, last: int) -> str:
    import json

    told = {
        "s": round(memory.stability, DIGITS),
        "d": round(memory.difficulty, DIGITS),
        "dr": DEFAULT_POLICY.retention,
        "decay": DEFAULT_POLICY.weights[20],
    }
    return json.dumps(told | ({"lrt": last} if last else {}), separators=(",", ":"))
