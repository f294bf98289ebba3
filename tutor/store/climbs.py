"""How deep each ladder of the interview was climbed, read back from the answers to its rungs.

An answer given in an interview names its ladder, its rung, the rung below and its climb. Nothing else is kept:
what was undone or corrected counts as it stands now.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tutor.store.lesson_answers import standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tutor.events import Event
    from tutor.questions.model import Card
    from tutor.store.journal import Journal

BROKEN = 1  # the grade of a rung that was not passed


@dataclass(frozen=True, slots=True)
class Answer:
    """A rung answered in an interview: `below` is the number of the rung under it."""

    card: Card
    rung: int
    below: int
    grade: int
    event: Event


@dataclass(frozen=True, slots=True)
class Climbed:
    """One try at a ladder, with its answers in order; `broken` is the rung at which it ended, 0 for none."""

    ladder: str
    day: int
    instant: int
    depth: int
    broken: int
    answers: tuple[Answer, ...]


def climbs(journal: Journal, rungs: Iterable[Card]) -> dict[str, tuple[Climbed, ...]]:
    """Return the climbs of every ladder among `rungs` that was ever tried, the oldest first."""
    tries: dict[tuple[str, str], list[Answer]] = {}
    for card in rungs:
        for event in standing(journal.history(card.id)):
            body = event.body
            if card.ladder is not None and isinstance(body.get("climb"), str) and body.get("ladder") == card.ladder[0]:
                answer = Answer(card, card.ladder[1], _number(body, "below"), _number(body, "grade"), event)
                tries.setdefault((card.ladder[0], str(body["climb"])), []).append(answer)
    found: dict[str, list[Climbed]] = {}
    for (ladder, _), answers in tries.items():
        found.setdefault(ladder, []).append(_climbed(ladder, answers))
    return {ladder: tuple(sorted(all_of, key=lambda one: one.instant)) for ladder, all_of in found.items()}


def _climbed(ladder: str, answers: list[Answer]) -> Climbed:
    ordered = tuple(sorted(answers, key=lambda answer: answer.event.order))
    last = ordered[-1]
    broken = last.grade == BROKEN
    depth = last.below if broken else last.rung
    return Climbed(ladder, last.event.day, last.event.instant, depth, last.rung if broken else 0, ordered)


def _number(body: Mapping[str, Any], name: str) -> int:
    """Return a whole number ≥ 0 of a body; what is none counts as 0."""
    value = body.get(name)
    return value if type(value) is int and value >= 0 else 0
