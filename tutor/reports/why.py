"""Why this card, why this interval: the numbers behind a decision, said in words elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.memory.fsrs import DEFAULT_WEIGHTS, retrievability
from tutor.memory.state import Memory

if TYPE_CHECKING:
    from tutor.memory.scheduling import Outcome
    from tutor.memory.state import CardState


@dataclass(frozen=True, slots=True)
class Why:
    """What is known about a card and what each grade would do.

    `reason` is the session's name for it (due, new, again, cram, undone, quiz, lesson);
    `days_ago`, `stability` (days) and `recall` (0–1) are None for a card never rated.
    """

    card: str
    reason: str
    outcomes: tuple[Outcome, ...]
    days_ago: int | None = None
    stability: float | None = None
    recall: float | None = None
    reviews: int = 0
    lapses: int = 0
    practice: bool = False


def explain(
    card: str, reason: str, state: CardState, outcomes: tuple[Outcome, ...], day: int, *, practice: bool = False
) -> Why:
    """Return why `card` is here on study day `day`."""
    memory = state.memory
    if not isinstance(memory, Memory):
        return Why(card, reason, outcomes, practice=practice)
    elapsed = max(0, day - memory.last_day)
    recall = retrievability(elapsed, memory.stability, DEFAULT_WEIGHTS)
    numbers = (elapsed, memory.stability, recall, memory.reviews, memory.lapses)
    return Why(card, reason, outcomes, *numbers, practice=practice)
