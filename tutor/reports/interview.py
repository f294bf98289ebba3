"""What an interview came to: how deep each topic went, what was missed, what is better not said, what to review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tutor.questions.phrases import Slip
    from tutor.text import Text

BROKEN = 1  # the grade of a rung that was not passed


@dataclass(frozen=True, slots=True)
class Reached:
    """How deep one ladder went: `broken` is the rung at which it ended, `before` the depth remembered (None: never)."""

    ladder: str
    ask: Text
    topic: Text
    depth: int
    of: int
    broken: int = 0
    before: int | None = None

    @property
    def top(self) -> bool:
        """Say whether the highest rung was passed."""
        return self.depth >= self.of

    @property
    def gained(self) -> int:
        """Return how many rungs deeper it went than the last time, 0 when it was the first."""
        return 0 if self.before is None else self.depth - self.before


@dataclass(frozen=True, slots=True)
class RungHeard:
    """One rung as it was answered: its key points, those that were ticked, what was typed, what is better not said."""

    ladder: str
    card: str
    ask: Text
    grade: int
    points: tuple[Text, ...] = ()
    marked: frozenset[int] = frozenset()
    said: str = ""
    slips: tuple[Slip, ...] = ()


@dataclass(frozen=True, slots=True)
class Missed:
    """A key point that was not said, at which question, and how often so far, this time included."""

    point: Text
    ask: Text
    times: int


@dataclass(frozen=True, slots=True)
class Better:
    """A phrase that was said, and what is right."""

    said: str
    right: Text


@dataclass(frozen=True, slots=True)
class Again:
    """A question to review: why, and in how many days it comes back by itself (None: not at all)."""

    card: str
    ask: Text
    broken: bool
    days: int | None


@dataclass(frozen=True, slots=True)
class InterviewReport:
    """The whole of it; `lesson` is the one to read again (id and title), None when nothing broke.

    `whole` when nothing broke and every key point was said; `fresh` rungs were met for the first time.
    """

    reached: tuple[Reached, ...]
    missed: tuple[Missed, ...] = ()
    better: tuple[Better, ...] = ()
    again: tuple[Again, ...] = ()
    lesson: tuple[str, Text] | None = None
    minutes: float = 0.0
    answers: int = 0
    whole: bool = False
    fresh: int = 0
    heard: tuple[RungHeard, ...] = ()


def missed(heard: Iterable[RungHeard], earlier: Mapping[tuple[str, int], int]) -> tuple[Missed, ...]:
    """Return the points not ticked, those missed most often first; `earlier` counts misses by card and point.

    A rung nobody ticked anything of and passed was graded without looking at the list: it tells nothing.
    """
    found = [
        Missed(point, one.ask, 1 + earlier.get((one.card, place), 0))
        for one in heard
        if one.marked or one.grade == BROKEN
        for place, point in enumerate(one.points)
        if place not in one.marked
    ]
    return tuple(sorted(found, key=lambda miss: -miss.times))


def better(heard: Iterable[RungHeard]) -> tuple[Better, ...]:
    """Return what is better not said, each thing once."""
    found = {slip.phrase.id: Better(slip.said, slip.phrase.right) for one in heard for slip in one.slips}
    return tuple(found.values())


def again(heard: Sequence[RungHeard], days: Mapping[str, int]) -> tuple[Again, ...]:
    """Return the questions to review: those that broke, then those with a point missed; the soonest first.

    `days` tells in how many days a card comes back by itself.
    """
    wanted = [one for one in heard if one.grade == BROKEN or (one.marked and len(one.marked) < len(one.points))]
    found = [Again(one.card, one.ask, one.grade == BROKEN, days.get(one.card)) for one in wanted]
    return tuple(sorted(found, key=lambda one: (not one.broken, one.days if one.days is not None else 0)))


def whole(heard: Iterable[RungHeard]) -> bool:
    """Say whether nothing broke and every key point was said; where there were none nothing can be told."""
    listed = [one for one in heard if one.points or one.grade == BROKEN]
    return bool(listed) and all(one.grade != BROKEN and len(one.marked) == len(one.points) for one in listed)


def lesson(reached: Iterable[Reached], of: Mapping[str, tuple[str, Text]]) -> tuple[str, Text] | None:
    """Return the lesson of the ladder that broke lowest, None when none broke; `of` names each ladder's."""
    broken = [one for one in reached if one.broken]
    lowest = min(broken, key=lambda one: one.depth / one.of, default=None)
    return of.get(lowest.ladder) if lowest else None
