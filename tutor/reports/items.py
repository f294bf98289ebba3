"""The mastery of each learnable item of the syllabus, from the cards of the lessons that cover it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

import numpy as np  # noqa: TID253  (reports over all cards, loaded for statistics only)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from tutor.reports.all_cards import Cards
    from tutor.syllabus.model import Item, Part
    from tutor.text import Text

    Marks = np.ndarray[Any, np.dtype[np.bool_]]

Stands = Literal["known", "unmet", "untaught"]


class Covering(Protocol):
    """What is asked of a lesson: its id and the items it covers."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def covers(self) -> tuple[str, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item: its lessons, their cards without suspended ones, how many were met, and their mean mastery (0–1)."""

    id: str
    title: Text
    lessons: tuple[str, ...]
    cards: int
    met: int
    mastery: float

    @property
    def stands(self) -> Stands:
        """Return whether anything is known about it: answers, or only cards, or not even those."""
        return "known" if self.met else "unmet" if self.cards else "untaught"


@dataclass(frozen=True, slots=True)
class PartItems:
    """The items of one part in order."""

    number: int
    title: Text
    items: tuple[ItemLine, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """The items by part."""

    parts: tuple[PartItems, ...]

    @property
    def all(self) -> tuple[ItemLine, ...]:
        """Return every item in syllabus order."""
        return tuple(item for part in self.parts for item in part.items)


def items(
    cards: Cards,
    parts: Sequence[Part],
    lessons: Iterable[Covering],
    *,
    of_parts: Collection[int] = (),
    of_lessons: Collection[str] = (),
) -> Items:
    """Return the items of some parts and lessons, of all when none are named.

    An item is judged by the `cards` of all lessons that cover it.
    """
    active = cards.active()
    covering: dict[str, list[str]] = {}
    for lesson in lessons:
        for item in lesson.covers:
            covering.setdefault(item, []).append(lesson.id)
    place = {lesson: number for number, lesson in enumerate(active.lessons)}
    level, met = active.mastery, active.met

    def line(item: Item) -> ItemLine:
        own = tuple(covering.get(item.id, ()))
        chosen: Marks = np.isin(active.lesson, [place[lesson] for lesson in own if lesson in place])
        cards = int(chosen.sum())
        mastery = float(level[chosen].mean()) if cards else 0.0
        return ItemLine(item.id, item.title, own, cards, int(met[chosen].sum()), mastery)

    wanted = [part for part in parts if not of_parts or part.number in of_parts]
    found = (PartItems(part.number, part.title, tuple(map(line, part.items))) for part in wanted)
    kept = (_of(part, of_lessons) for part in found)
    return Items(tuple(part for part in kept if part.items))


def _of(part: PartItems, lessons: Collection[str]) -> PartItems:
    """Return a part with the items of some lessons only, if any are named."""
    if not lessons:
        return part
    return PartItems(part.number, part.title, tuple(item for item in part.items if set(item.lessons) & {*lessons}))
