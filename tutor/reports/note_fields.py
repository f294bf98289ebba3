"""The review fields of a note, summed up from its cards: what its front matter should say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from tutor.events import ANSWERS, taken_back
from tutor.memory.fields import Difficulty, difficulty_label, mastery
from tutor.memory.fold import is_summary
from tutor.memory.seeding import DIFFICULTIES
from tutor.memory.state import CardState, Memory

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from tutor.events import Event

HARDER: tuple[Difficulty, ...] = get_args(Difficulty)  # easy, medium, hard

WRITTEN = ("last_reviewed", "next_review", "review_count", "difficulty", "mastery_level")

Fields = dict[str, int | float | str | None]


@dataclass(frozen=True, slots=True)
class Past:
    """What a card's standing events say: the study days of its answers, and the history that its note told.

    `count` reviews up to study day `last` were in the note; both are 0 without such a history.
    """

    days: frozenset[int] = frozenset()
    count: int = 0
    last: int = 0


def past_of(events: Iterable[Event], fallen: Collection[str]) -> Past:
    """Return the past of a card from its events; those in `fallen` do not count.

    A history that gave way to the answers that it summed up still tells how many days there were.
    """
    known = tuple(events)
    undone = taken_back((event.id, str(event.body.get("event"))) for event in known if event.kind == "undone")
    days = frozenset(event.day for event in known if event.kind in ANSWERS and event.id not in fallen)
    seeds = [event for event in known if is_summary(event) and event.id not in undone]
    last, count = max(((_whole(one, "day"), _whole(one, "reviews")) for one in seeds), default=(0, 0))
    return Past(days, count, last)


def fields_of(cards: Sequence[tuple[CardState, Past]]) -> Fields | None:
    """Return what a note's front matter should say (days as ordinals); None: what it says stays as it is.

    It stays while no card is started, and while nothing was answered since a history was taken over. Then
    `next_review` is the earliest of the started cards, `last_reviewed` the latest of them, `difficulty` that of
    the hardest; a suspended card has no next review unless every started one is suspended. `review_count` is the
    number of study days with an answer, in addition to a count that was taken over; `mastery_level` the mean of
    all cards that are not suspended, a new card counting 0, at least 0.01.
    """
    started = [(state, state.memory) for state, _ in cards if isinstance(state.memory, Memory)]
    days, count = _days_and_count([past for _, past in cards])
    if not started or not days:
        return None
    coming = [memory for state, memory in started if not state.suspended] or [memory for _, memory in started]
    counted = [state for state, _ in cards if not state.suspended] or [state for state, _ in started]
    return {
        "last_reviewed": max(memory.last_day for _, memory in started),
        "next_review": min(memory.due for memory in coming),
        "review_count": count + len(days),
        "difficulty": max((_difficulty(state, memory) for state, memory in started), key=HARDER.index),
        "mastery_level": max(0.01, round(sum(map(mastery, counted)) / len(counted), 2)),
    }


def _days_and_count(pasts: Sequence[Past]) -> tuple[frozenset[int], int]:
    """Return the days with an answer that no count includes yet, and that count."""
    last, count = max(((past.last, past.count) for past in pasts if past.count), default=(0, 0))
    return frozenset(day for past in pasts for day in past.days if day > last), count


def _difficulty(state: CardState, memory: Memory) -> Difficulty:
    """Return how hard a card is; a card that was never answered here is as hard as its history said."""
    if memory.recent:
        return difficulty_label(state)
    return min(DIFFICULTIES, key=lambda label: abs(DIFFICULTIES[label] - memory.difficulty))


def _whole(event: Event, name: str) -> int:
    value = event.body.get(name)
    return value if type(value) is int and value > 0 else 0
