"""Which key points an answer in the learner's own words seems to hold: a suggestion, never a verdict.

A point counts as said when enough of what it tells stands close together in the answer, and undenied where the
point affirms it. An answer with Chinese in it is compared with the Chinese point, whose terms and foreign words it
may well say in English; any other with the English one. What the question says itself, what several points share,
and what is said everywhere tells little.
"""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from tutor.questions.units import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tutor.questions.units import Lexicon, Unit
    from tutor.text import Text

ENOUGH = 0.4  # share of what a point tells that must be found
LEAST = 0.8  # and at least so much of what the question does not say itself, or all of it
CLOSE = 2  # sentences next to each other in which it must stand
ASKED = 0.25  # what a unit still tells when the question says it


def rarity(texts: Iterable[str], lexicon: Lexicon = ()) -> dict[str, float]:
    """Return for each unit how rare it is among `texts`: 1 in one of them only, 0 in all (a term's idf)."""
    found: Counter[str] = Counter()
    count = 0
    for text in texts:
        count += 1
        found.update({unit.name for units in sentences(text, lexicon) for unit in units})
    whole = log(max(2, count))
    return {name: max(0.0, log(count / times) / whole) for name, times in found.items()}


def suggested(
    points: Sequence[Text],
    ask: Text,
    said: str,
    lexicon: Lexicon = (),
    rare: Mapping[str, float] | None = None,
) -> frozenset[int]:
    """Return the places of the points that `said` seems to hold; `rare` tells how rare a unit is (1 when unknown)."""
    windows = _windows(sentences(said, lexicon))
    if not windows:
        return frozenset()
    side = "zh" if any("一" <= char <= "鿿" for char in said) else "en"
    asked = {unit.name for units in sentences(getattr(ask, side), lexicon) for unit in units if unit.weight}
    told = [_of(getattr(point, side), lexicon) for point in points]
    shared = Counter(unit.name for units in told for unit in units)
    found: set[int] = set()
    for place, units in enumerate(told):
        weights = {unit: unit.weight * (rare or {}).get(unit.name, 1.0) / shared[unit.name] for unit in units}
        if any(_holds(window, weights, asked) for window in windows):
            found.add(place)
    return frozenset(found)


def _of(text: str, lexicon: Lexicon) -> list[Unit]:
    """Return every unit of a point once, without those that are only parts of a term."""
    units = [unit for units in sentences(text, lexicon) for unit in units if unit.weight]
    return list({unit.name: unit for unit in units}.values())


def _windows(parts: list[list[Unit]]) -> list[frozenset[tuple[str, bool]]]:
    """Return for each few sentences in a row what they say and what they deny."""
    return [
        frozenset((unit.name, unit.denied) for part in parts[start : start + CLOSE] for unit in part)
        for start in range(max(1, len(parts) - CLOSE + 1) if parts else 0)
    ]


def _holds(window: frozenset[tuple[str, bool]], weights: Mapping[Unit, float], asked: set[str]) -> bool:
    """Say whether a window of the answer holds enough of a point."""
    whole = held = own = own_held = 0.0
    for unit, weight in weights.items():
        new = 0.0 if unit.name in asked else weight
        told = new or weight * ASKED
        whole, own = whole + told, own + new
        if (unit.name, unit.denied) in window:
            held, own_held = held + told, own_held + new
        elif (unit.name, not unit.denied) in window:
            held -= weight  # the opposite was said
    return own > 0 and held >= ENOUGH * whole and own_held >= min(LEAST, own)
