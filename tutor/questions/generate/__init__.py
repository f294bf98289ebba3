"""Questions that the core makes from the catalogue: families of them, and cards by family, function and seed.

Importing this package loads no numpy; making a card does. A card is made again, the same for ever, from
its id and the seed that its event recorded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.questions.generate import (
    at_a_point,
    by_curve,
    by_formula,
    by_parameter,
    by_slope,
    extremes,
    kinks,
    machine,
    means,
    ranges,
    saturation,
    shape,
    steepest,
    typed,
)
from tutor.questions.generate.family import Drafted, Family, Seed, first
from tutor.questions.generated import address, card_id, function_of, is_generated, lesson_id
from tutor.questions.model import Card, Draw

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tutor.text import Text

__all__ = [
    "FAMILIES",
    "Drafted",
    "Family",
    "Seed",
    "card",
    "families",
    "function_of",
    "is_generated",
    "restored",
    "topic",
]

SEED = "seed"
ALL: tuple[Family, ...] = (
    at_a_point.VALUE,
    typed.VALUE_TYPED,
    at_a_point.SLOPE,
    typed.SLOPE_TYPED,
    steepest.STEEPEST,
    ranges.RANGE,
    ranges.SLOPE_RANGE,
    extremes.MINIMUM_PLACE,
    extremes.MINIMUM,
    extremes.LIPSCHITZ,
    extremes.LIPSCHITZ_TYPED,
    shape.COURSE,
    kinks.KINKS,
    means.MEAN,
    means.ZERO_CENTRED,
    saturation.SATURATION,
    machine.FLOAT_RESULT,
    machine.SURVIVING,
    machine.OVERFLOW,
    by_curve.NAME,
    by_curve.CURVE,
    by_slope.DERIVATIVE,
    *by_formula.FORMULAS,
    by_parameter.VALUE,
    by_parameter.EFFECT,
)
FAMILIES: Mapping[str, Family] = {family.name: family for family in ALL}


def card(family: str, function: str, seed: int) -> Card:
    """Return the question of a family about a function that belongs to `seed`.

    Raises `KeyError` for a family that does not exist.
    """
    maker = FAMILIES[family]
    drafted = first(lambda luck: maker.make(function, luck), Seed((family, function, seed)))
    name = card_id(family, function)
    return Card(
        id=name,
        lesson=lesson_id(function),
        part=maker.part,
        fact=name,
        body=drafted.body,
        ask=drafted.ask,
        why=drafted.why,
        hint=drafted.hint,
        draws=(Draw(SEED, (str(seed),)),),
        formula=drafted.formula,
        function=_drawable(function),
        plot=drafted.plot,
    )


def _drawable(function: str) -> str:
    """Return the name of a function whose curve has no drawn parameters, "" for any other."""
    from tutor.activations import ACTIVATIONS

    return function if any(one.name == function and not one.parameters for one in ACTIVATIONS) else ""


def restored(name: str, values: Mapping[str, str]) -> Card | None:
    """Return the card that an event recorded, None when its family, function or seed is not known here."""
    place = address(name)
    seed = values.get(SEED, "")
    if place is None or not seed.isdecimal() or place[0] not in FAMILIES:
        return None
    family, function = place
    return card(family, function, int(seed)) if function in FAMILIES[family].functions() else None


def families(
    parts: Collection[int] = (), functions: Collection[str] = (), kinds: Collection[str] = ()
) -> tuple[tuple[str, str], ...]:
    """Return the pairs (family, function) that have questions; an empty filter lets everything through."""
    return tuple(
        (family.name, function)
        for family in FAMILIES.values()
        if (not parts or family.part in parts) and (not kinds or family.kind in kinds)
        for function in family.functions()
        if not functions or function in functions
    )


def topic(lesson: str) -> Text | None:
    """Return the title of the pseudo-lesson of generated questions, None for any other lesson."""
    from tutor.activations import ACTIVATIONS

    titles = {lesson_id(record.name): record.title for record in ACTIVATIONS}
    return titles.get(lesson)
