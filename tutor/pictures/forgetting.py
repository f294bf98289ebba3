"""The forgetting curve of one card: the recall that was to be expected on each day, its reviews, the next one.

Across lie days from today, so that today is the dotted line at 0; upright is the chance to recall in percent.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tutor.memory.fsrs import retrievability
from tutor.pictures.model import Axis, Course, Curve, Mark, Panel, Picture
from tutor.pictures.sheet import Sheet
from tutor.text.wording import both

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.pictures.model import Point, Segment
    from tutor.text import Language

MOST = 14  # reviews that are drawn: earlier ones stand too close
STEPS = 48  # points between two reviews
BEYOND = 0.12  # of the whole: shown after the last day that matters
LEAST = 7.0  # days that are shown at least
AIR = 4.0  # percent below the lowest point
HIGHEST = 85.0  # percent up to which the axis begins at least


@dataclass(frozen=True, slots=True)
class Review:
    """A rated answer: its study day, whether it was right, the stability in days it left."""

    day: int
    right: bool
    stability: float


def forgetting(reviews: Sequence[Review], due: int, today: int, wished: float, language: Language) -> Sheet:
    """Return the curve of a card with at least one review; names of curves are in `language`."""
    shown = reviews[-MOST:]
    last = shown[-1]
    low = float(shown[0].day - today)
    end = max(float(due - today), 0.0)
    high = end + max(BEYOND * (end - low), 1.0)
    low = min(low, high - LEAST)
    past = tuple(point for one, after in pairwise(shown) for point in _falling(one, one.day, after.day, today))
    past = (*past, *_falling(last, last.day, max(today, last.day), today))
    future = tuple(_falling(last, max(today, last.day), today + high, today))
    lowest = min(y for _, y in (*past, *future))
    y = Axis(max(0.0, min(HIGHEST, lowest - AIR)), 100.0)
    level = 100.0 * wished
    curves = [
        _curve(both("card.curve_past").lines(language)[0], past, _marks(shown, today)),
        _curve(both("card.curve_future").lines(language)[0], future, _next(last, due, today)),
        _curve(both("card.curve_wished", share=f"{level:.0f} %").lines(language)[0], ((low, level), (high, level)), ()),
    ]
    notes = (both("card.curve_note"),)
    return Sheet(Picture((Panel(Axis(low, high), y, tuple(curves)),)), notes)


def _curve(name: str, points: Segment, marks: tuple[Mark, ...]) -> Curve:
    return Curve(name, "", (points,) if len(points) > 1 else (), Course(), marks)


def _falling(review: Review, start: float, end: float, today: int) -> list[Point]:
    """Return recall after a review from one day to another; it begins at the top on the day of the review."""
    days = [start + (end - start) * step / STEPS for step in range(STEPS + 1)]
    return [(day - today, 100.0 * retrievability(max(0.0, day - review.day), review.stability)) for day in days]


def _marks(reviews: Sequence[Review], today: int) -> tuple[Mark, ...]:
    """Return a point for each review, where recall stood when it was answered."""
    found = [Mark("hit" if reviews[0].right else "miss", reviews[0].day - today, 100.0)]
    for before, review in pairwise(reviews):
        recall = 100.0 * retrievability(max(0, review.day - before.day), before.stability)
        found.append(Mark("hit" if review.right else "miss", float(review.day - today), recall))
    return tuple(found)


def _next(last: Review, due: int, today: int) -> tuple[Mark, ...]:
    """Return the point of the next due day when it is still to come."""
    if due <= today:
        return ()
    return (Mark("next", float(due - today), round(100.0 * retrievability(due - last.day, last.stability))),)
