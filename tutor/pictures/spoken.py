"""A picture in words, one sentence a curve: `σ(x) rises from 0 at −∞ through ½ at 0 to 1.`"""

from __future__ import annotations

from math import isinf
from typing import TYPE_CHECKING

from tutor.text.numbers import significant
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.pictures.model import Course, Curve, Move, Picture, Point, Stretch
    from tutor.text import Language

READ = 4  # stretches between the points that are told
FRACTIONS = {0.25: "¼", 0.5: "½", 0.75: "¾", -0.25: "−¼", -0.5: "−½", -0.75: "−¾"}


def summary(picture: Picture, language: Language) -> tuple[str, ...]:
    """Return one sentence for each curve; curves without a name are counted when there are several."""
    drawn = list(picture.curves)
    return tuple(sentence(curve, language, place if len(drawn) > 1 else 0) for place, curve in enumerate(drawn, 1))


def sentence(curve: Curve, language: Language, place: int = 0, *, heights: bool = False) -> str:
    """Return what one curve does, as a whole sentence; `heights` adds some points, to recognise it by."""
    name = curve.name or (say("picture.nth", language, n=place) if place else say("picture.it", language))
    told = does(curve.course, language)
    return say("picture.sentence", language, name=name, does=passing(told, curve, language) if heights else told)


def passing(told: str, curve: Curve, language: Language) -> str:
    """Return what a curve does with a few of its points: two may rise alike and differ in these."""
    drawn = [point for segment in curve.segments for point in segment]
    low, high = drawn[0][0], drawn[-1][0]
    near = [
        min(drawn, key=lambda point: abs(point[0] - x)) for x in (low + (high - low) * n / READ for n in range(READ))
    ]
    points = ", ".join(f"({significant(x)}, {significant(y, 2)})" for x, y in (*near, drawn[-1]))
    return say("picture.passing", language, does=told, points=points)


def does(course: Course, language: Language) -> str:
    """Return what a curve does, without its name: `falls from 0 at −∞ to −0.17 at −0.752, then rises …`."""
    if course.bounds:
        low, high = map(number, course.bounds)
        return say("picture.wavy", language, low=low, high=high)
    if not course.stretches:
        return say("picture.unseen", language)
    clauses: list[str] = []
    for before, stretch in zip((None, *course.stretches), course.stretches, strict=False):
        clauses += _stretch(stretch, before, language)
    return say("picture.comma", language).join(clauses)


def number(value: float) -> str:
    """Return a value as it is read aloud: ½, 0.17, −∞."""
    shown = None if isinf(value) else FRACTIONS.get(round(value, 9))
    return shown or significant(value)


def _stretch(stretch: Stretch, before: Stretch | None, language: Language) -> Iterator[str]:
    """Yield the clauses of one piece of a curve; after a jump it says where the curve goes on."""
    start = stretch.start
    jumped = before is not None and before.moves[-1].to[0] == start[0] and not isinf(start[1])
    if jumped:
        yield say("picture.jumps", language, y=number(start[1]), x=number(start[0]))
    for place, move in enumerate(stretch.moves):
        then = "then_" if before is not None or place else ""
        if move.kind == "stays":
            yield _stays(move, start, then, language)
        else:
            opening = None if place or jumped else start
            yield _moves(move, opening, then, language)


def _stays(move: Move, start: Point, then: str, language: Language) -> str:
    y, x = number(move.to[1]), number(move.to[0])
    if isinf(move.to[0]):
        everywhere = isinf(start[0]) and not then
        return say("picture.everywhere" if everywhere else f"picture.{then}stays", language, y=y)
    return say(f"picture.{then}stays_until", language, y=y, x=x)


def _moves(move: Move, start: Point | None, then: str, language: Language) -> str:
    opening = say("picture.start", language, y=number(start[1]), x=number(start[0])) if start else ""
    through = "" if move.through is None else say("picture.through", language, y=number(move.through))
    end = "picture.end" if isinf(move.to[0]) else "picture.point"
    to = say(end, language, y=number(move.to[1]), x=number(move.to[0]))
    verb = say(f"picture.{then}{move.kind}", language)
    return say("picture.move", language, verb=verb, start=opening, through=through, to=to)
