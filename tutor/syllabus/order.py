"""The order of lessons: by part, then what is needed first, then by the first item covered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Head:
    """What of a lesson decides its place."""

    id: str
    part: int
    needs: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()

    @property
    def rank(self) -> tuple[int, tuple[int, ...], str]:
        """Return the place among lessons that do not need each other."""
        first = self.covers[0] if self.covers else "999"
        return self.part, tuple(int(number) for number in first.split(".") if number.isdecimal()), self.id


def ordered(heads: Iterable[Head]) -> tuple[str, ...]:
    """Return the ids of all lessons in order; a circle of needs is cut where the rank is lowest."""
    left = {head.id: head for head in sorted(heads, key=lambda head: head.rank)}
    result: list[str] = []
    while left:
        part = next(iter(left.values())).part
        here = [head for head in left.values() if head.part == part]
        ready = next((head for head in here if not any(_waits(left, head, need) for need in head.needs)), here[0])
        result.append(ready.id)
        del left[ready.id]
    return tuple(result)


def _waits(left: dict[str, Head], head: Head, need: str) -> bool:
    """Say whether `need` is a lesson of the same part that has no place yet."""
    return need in left and left[need].part == head.part and need != head.id


def circle(heads: Iterable[Head]) -> frozenset[str]:
    """Return the lessons that need themselves, directly or through others of their part."""
    known = {head.id: head for head in heads}
    needs = {
        head.id: {need for need in head.needs if need in known and known[need].part == head.part}
        for head in known.values()
    }
    return frozenset(lesson for lesson in needs if lesson in _reached(needs, lesson))


def _reached(needs: dict[str, set[str]], start: str) -> set[str]:
    reached: set[str] = set()
    waiting = [*needs[start]]
    while waiting:
        lesson = waiting.pop()
        if lesson not in reached:
            reached.add(lesson)
            waiting += needs.get(lesson, ())
    return reached
