"""Where two curves differ, said in a few sentences; nothing when there are not two, or they cannot be compared."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.errors import TutorError
from tutor.text.numbers import significant
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.pictures.difference import Difference, Higher, Part
    from tutor.text import Language

MANY = 5  # parts; more are counted, not told one by one
TINY = 1e-9  # beside the values of a curve: rounding, said as 0


@lru_cache(maxsize=16)  # a screen is drawn again at every key
def difference_of(curves: tuple[str, ...], x: tuple[float, float]) -> Difference | None:
    """Return how the first two curves differ; None when there is one, or an expression fails."""
    if len(curves) < 2:
        return None
    from tutor.pictures.difference import difference

    try:
        return difference(curves[0], curves[1], x)
    except TutorError:
        return None


def sentences(found: Difference | None, language: Language) -> tuple[str, ...]:
    """Return which curve lies higher and where, how far they are apart, where their signs are opposite."""
    if found is None or all(part.higher == "neither" for part in found.parts):
        return ()
    told = [_higher(found, language), _apart(found, language), *_signs(found, language)]
    return tuple(text for text in told if text)


def _higher(found: Difference, language: Language) -> str:
    """Return which one lies higher where, one clause for each of the two and one where they agree."""
    if len(found.parts) > MANY:
        return say("contrast.cross", language, n=len(found.parts) - 1)
    if len(found.parts) == 1 and not _where(found.parts, found, language):
        name, met = _name(found, found.parts[0].higher), ", ".join(map(_number, found.meet))
        return say("contrast.touch" if met else "contrast.all", language, name=name, x=met)
    order = sorted(dict.fromkeys(part.higher for part in found.parts), key="neither".__eq__)
    clauses = [_clause(found, higher, language, again=place > 0) for place, higher in enumerate(order)]
    return say("contrast.told", language, text=say("contrast.clauses", language).join(clauses))


def _clause(found: Difference, higher: Higher, language: Language, *, again: bool) -> str:
    where = _where([part for part in found.parts if part.higher == higher], found, language)
    if higher == "neither":
        return say("contrast.alike", language, where=where)
    return say("contrast.also" if again else "contrast.higher", language, name=_name(found, higher), where=where)


def _where(parts: Sequence[Part], found: Difference, language: Language) -> str:
    """Return intervals as they are written, "" for the whole range; what reaches the edge has no end there."""
    return say("contrast.and", language).join(_interval(part, found.range) for part in parts)


def _interval(part: Part, whole: tuple[float, float]) -> str:
    low, high = _number(part.low), _number(part.high)
    match part.low <= whole[0], part.high >= whole[1]:
        case True, True:
            return ""
        case True, False:
            return f"x < {high}"
        case False, True:
            return f"x > {low}"
        case _:
            return f"{low} < x < {high}"


def _apart(found: Difference, language: Language) -> str:
    if found.gap is not None:
        return say("contrast.gap", language, gap=_number(found.gap))
    at = found.apart
    if at is None:
        return ""
    key = "apart_end" if at.x in found.range and not at.side else ("apart_left", "apart", "apart_right")[at.side + 1]
    largest = max(abs(at.first), abs(at.second))
    first, second = (_valued(*pair, largest) for pair in zip(found.names, (at.first, at.second), strict=True))
    return say(f"contrast.{key}", language, x=_number(at.x), first=first, second=second)


def _valued(name: str, value: float, largest: float) -> str:
    """Return a value beside its name; a constant is its own name."""
    told = _number(value, largest)
    return told if told == name else f"{name} = {told}"


def _signs(found: Difference, language: Language) -> list[str]:
    """Return where one is positive and the other negative, when that is one stretch."""
    if len(found.opposite) != 1:
        return []
    (part,) = found.opposite
    positive, negative = found.names if part.higher == "first" else found.names[::-1]
    where = _interval(part, found.range)
    key = "contrast.signs" if where else "contrast.signs_all"
    return [say(key, language, where=where, positive=positive, negative=negative)]


def _name(found: Difference, higher: Higher) -> str:
    return found.names[0 if higher == "first" else 1]


def _number(value: float, beside: float = 0.0) -> str:
    return significant(0.0 if abs(value) < TINY * beside else value)
