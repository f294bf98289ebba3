"""What a learner is told about a card: mastery, difficulty in words, leeches, the review fields.

Plain values with the names of the command line's JSON; it knows no sentences.
"""

from __future__ import annotations

from datetime import date
from math import log
from typing import Any, Literal

from tutor.memory.fsrs import retrievability
from tutor.memory.state import CardState, Memory, Unseen

MASTERED = 90  # days of stability that count as mastery 1
LEECH_LAPSES, LEECH_EVERY = 4, 2
LEECH_CURED = 21.0  # days of stability at which the flag goes

Difficulty = Literal["easy", "medium", "hard"]


def mastery(state: CardState) -> float:
    """Return min(1, ln(1 + S)/ln 91) with two decimals: 0 for a new card, at least 0.01 once answered."""
    match state.memory:
        case Unseen():
            return 0.0
        case Memory(stability=stability):
            return mastery_at(stability)


def mastery_at(stability: float) -> float:
    """Return the mastery of a card that was answered, from its stability in days."""
    return max(0.01, round(min(1.0, log(1 + stability) / log(1 + MASTERED)), 2))


def difficulty_label(state: CardState) -> Difficulty:
    """Judge by the last five rated answers: none missed of two or more is easy, two missed is hard."""
    recent = () if isinstance(state.memory, Unseen) else state.memory.recent
    missed = recent.count(1)
    if missed >= 2:
        return "hard"
    return "easy" if missed == 0 and len(recent) >= 2 else "medium"


def is_leech(state: CardState) -> bool:
    """Whether the card was forgotten four times or more and does not yet hold for three weeks."""
    memory = state.memory
    return isinstance(memory, Memory) and memory.lapses >= LEECH_LAPSES and memory.stability < LEECH_CURED


def leech_alarm(before: CardState, after: CardState) -> bool:
    """Whether this answer was the 4th, 6th, 8th … lapse: time to offer the contrast and the lesson."""
    return _alarms(after) > _alarms(before)


def recall(state: CardState, today: int) -> float | None:
    """Return the chance that the card is recalled on study day `today`; None for a new card."""
    match state.memory:
        case Unseen():
            return None
        case Memory(stability=stability, last_day=last_day):
            return retrievability(max(0, today - last_day), stability)


def review_fields(state: CardState, today: int) -> dict[str, Any]:
    """Return the review fields by their names on the command line; days as ISO dates or None."""
    memory = state.memory if isinstance(state.memory, Memory) else None
    return {
        "last_reviewed": iso(memory.last_day) if memory else None,
        "next_review": iso(memory.due) if memory else None,
        "review_count": memory.reviews if memory else 0,
        "difficulty": difficulty_label(state),
        "mastery_level": mastery(state),
        "stability": memory.stability if memory else None,
        "fsrs_difficulty": memory.difficulty if memory else None,
        "retrievability": recall(state, today),
        "lapses": memory.lapses if memory else 0,
        "suspended": state.suspended,
        "buried_until": iso(state.buried_until) if state.buried_until > today else None,
    }


def iso(day: int) -> str:
    """Write a study day (proleptic ordinal) as an ISO date; foreign days end where the calendar does."""
    return date.fromordinal(min(max(day, 1), date.max.toordinal())).isoformat()


def _alarms(state: CardState) -> int:
    lapses = 0 if isinstance(state.memory, Unseen) else state.memory.lapses
    return max(0, (lapses - LEECH_LAPSES) // LEECH_EVERY + 1)
