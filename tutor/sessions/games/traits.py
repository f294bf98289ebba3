"""What curves have in common, computed from their values: the traits by which one of four may be the odd one.

A trait holds, fails, or (None) hangs on a convention for a function. Each knows where it shows and by which
numbers; what is said of it stands in the words of the game.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import isfinite
from typing import TYPE_CHECKING

from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.activations.properties import Properties
    from tutor.questions.generate.looks import Look

FAR = 10.0  # where a tail has shown what it does
END = 7.0  # of the pictures, to either side
DIPS = (-5.2, 2.0)  # where dips, and exact zeros, can be seen
LEFT = -4.0  # inside every stretch of exact zeros of the catalogue
ONE = 1.0  # where both sides are compared
SHUT = 1e-3  # a gate at the far left, nearly
CENTRED = 1e-6  # a mean nearer to 0 is one
HAIR = 1e-9
GRID = tuple(step / 20 for step in range(-160, 161))
COARSE = tuple(step / 2 for step in range(-12, 15))
HALVINGS = 60
DECIMALS = 3

Facts = dict[str, float]


@dataclass(frozen=True, slots=True)
class Trait:
    """Something that a function has or lacks.

    `numbers` are what proves it, `places` the x at which it can be seen, if there are any, `span` the x to look at.
    """

    name: str
    holds: Callable[[Look], bool | None]
    numbers: Callable[[Look], Facts]
    places: Callable[[Look], tuple[float, ...]] = lambda _: ()
    mistakes: tuple[str, str] = ("", "")  # of who misses the one that lacks it, that has it
    span: tuple[float, float] = (-END, END)

    def side(self, look: Look) -> str:
        """Return which of the two a function is: `has` or `lacks`."""
        return "has" if self.holds(look) else "lacks"

    def told(self, look: Look) -> dict[str, str]:
        """Return the numbers as they are written."""
        return {name: significant(value) for name, value in self.numbers(look).items()}


@cache
def _of(look: Look) -> Properties:
    from tutor.activations.properties import properties

    return properties(look.record, **dict(look.parameters))


@cache
def mean(look: Look) -> float:
    """Return the mean output for a standard normal input."""
    from tutor.questions.generate.means import mean as computed
    from tutor.questions.generate.subject import Subject

    return computed(Subject(look.record, dict(look.parameters)), 1.0)


def jumps(look: Look) -> bool:
    """Say whether the function itself jumps: its value and slope there are conventions."""
    return _of(look).smoothness < 0


def slope(look: Look, x: float) -> float:
    """Return the slope at x, by convention at a kink."""
    return float(look.record.derivative(x, 1, **dict(look.parameters))) + 0.0


def _about(value: float) -> float:
    """Return a value as an eye would tell it from 0."""
    return round(value, DECIMALS) + 0.0


def _unless_it_jumps(holds: Callable[[Look], bool]) -> Callable[[Look], bool | None]:
    return lambda look: None if jumps(look) else holds(look)


def _kinks(look: Look) -> tuple[float, ...]:
    """Return where the slope jumps."""
    found = look.record.breaks(**dict(look.parameters))
    return tuple(x for x in found if abs(slope(look, x + HAIR) - slope(look, x - HAIR)) > CENTRED)


def _at_a_kink(look: Look) -> Facts:
    kinks = _kinks(look)
    x = kinks[0] if kinks else 0.0
    return {"x": x, "a": round(slope(look, x - HAIR), 6) + 0.0, "b": round(slope(look, x + HAIR), 6) + 0.0}


def _turns(look: Look) -> tuple[float, ...]:
    """Return where a function that falls somewhere is lowest."""
    place = _of(look).infimum.place
    return (place,) if _of(look).direction == "neither" and place is not None and isfinite(place) else ()


@cache
def twins(look: Look) -> tuple[float, ...]:
    """Return two inputs with the same output, none for a function that has no such two."""
    found = _of(look)
    if found.direction == "rising":
        edge = found.saturates_left
        return () if found.strict or edge is None else (edge - ONE, edge - 2 * ONE)
    [low] = _turns(look)
    height = look.at(LEFT)
    if low == 0 or look.at(2 * low) == look.at(3 * low):
        return (2 * low, 3 * low)
    return (LEFT, _met(look, height, low))


def _met(look: Look, height: float, low: float) -> float:
    """Return where, right of its lowest place, a function reaches a height."""
    near, far = low, low + FAR
    far = next((x for x in (low + step / 20 for step in range(1, 400)) if look.at(x) >= height), far)
    for _ in range(HALVINGS):
        middle = (near + far) / 2
        near, far = (middle, far) if look.at(middle) < height else (near, middle)
    return far


def _pair(look: Look) -> Facts:
    found = twins(look)
    return {"a": found[0], "b": found[1], "y": look.at(found[0])} if found else {}


@cache
def _flattening(look: Look) -> tuple[float, ...]:
    """Return two places between which the slope falls most, none for a curve whose slope never falls."""
    if _of(look).bend in ("convex", "linear"):
        return ()
    kinks = look.record.breaks(**dict(look.parameters))
    slopes = [(x, slope(look, x)) for x in COARSE if x not in kinks]
    pairs = ((one, other) for place, one in enumerate(slopes) for other in slopes[place:])
    one, other = max(pairs, key=lambda pair: round(pair[0][1] - pair[1][1], 6))
    return one[0], other[0]


def _slopes(look: Look) -> Facts:
    found = _flattening(look)
    if not found:
        return {}
    (x, a), (z, b) = ((place, _about(slope(look, place))) for place in found)
    return {"x": x, "a": a, "z": z, "b": b}


def gate(look: Look, x: float) -> float:
    """Return f(x)/x: what lets x pass."""
    return look.at(x) / x


@cache
def _gated(look: Look) -> bool:
    """Say whether f(x) is x times a smooth gate that rises from 0 to 1 all the way."""
    found = _of(look)
    if abs(look.at(0.0)) > HAIR or found.smoothness < 2:
        return False
    if abs(gate(look, -FAR)) > SHUT or abs(gate(look, FAR) - 1) > SHUT:
        return False
    return all(one < other for one, other in pairwise(gate(look, x) for x in GRID if x))


TRAITS: tuple[Trait, ...] = (
    Trait(
        "rises",
        lambda look: _of(look).direction == "rising",
        lambda look: {"y": _of(look).slope_infimum.value},
        _turns,
        ("monotone-assumed", "dip-assumed"),
        span=DIPS,
    ),
    Trait(
        "ceiling",
        lambda look: _of(look).bounded_above,
        lambda look: {"y": _of(look).supremum.value},
        lambda _: (END,),
        mistakes=("s-shape-expected", "bounds-forgotten"),
    ),
    Trait(
        "floor",
        lambda look: _of(look).bounded_below,
        lambda look: {"y": _of(look).infimum.value},
        lambda look: _turns(look) or (-END,),
        mistakes=("left-tail-overlooked", "floor-overlooked"),
    ),
    Trait(
        "zero",
        _unless_it_jumps(lambda look: abs(look.at(0.0)) < HAIR),
        lambda look: {"y": look.at(0.0)},
        lambda _: (0.0,),
    ),
    Trait(
        "negative",
        lambda look: _of(look).infimum.value < 0,
        lambda look: {"y": _of(look).infimum.value},
        _turns,
        ("", "negative-side-forgotten"),
        span=DIPS,
    ),
    Trait(
        "corner",
        lambda look: None if jumps(look) else _of(look).smoothness < 1,
        _at_a_kink,
        _kinks,
        ("joint-for-kink", "smooth-assumed"),
    ),
    Trait(
        "unbroken",
        lambda look: not jumps(look),
        lambda look: {"a": look.at(-HAIR), "b": round(look.at(HAIR), 6)},
        lambda look: (0.0,) if jumps(look) else (),
        ("smooth-assumed", ""),
    ),
    Trait(
        "flat-left",
        lambda look: _of(look).saturates_left is not None,
        lambda look: {"x": -FAR, "y": _about(slope(look, -FAR))},
        lambda _: (-END,),
        mistakes=("left-tail-overlooked", "left-tail-overlooked"),
    ),
    Trait(
        "flat-right",
        lambda look: _of(look).saturates_right is not None,
        lambda look: {"x": FAR, "y": _about(slope(look, FAR))},
        lambda _: (END,),
        mistakes=("right-tail-overlooked", "right-tail-overlooked"),
    ),
    Trait(
        "odd",
        lambda look: _of(look).symmetry == "odd",
        lambda look: {"a": look.at(-ONE), "b": look.at(ONE)},
        lambda _: (-ONE, ONE),
        ("odd-symmetry-assumed", ""),
    ),
    Trait(
        "centred",
        lambda look: abs(mean(look)) < CENTRED,
        lambda look: {"y": 0.0 if abs(mean(look)) < CENTRED else mean(look)},
        mistakes=("zero-mean-assumed", ""),
    ),
    Trait(
        "steep",
        _unless_it_jumps(lambda look: _of(look).slope_supremum.value > 1 + HAIR),
        lambda look: {"y": _of(look).slope_supremum.value},
        lambda look: tuple(
            x for x in (_of(look).slope_supremum.place,) if x is not None and isfinite(x) and not jumps(look)
        ),
        ("", "slope-capped-at-one"),
    ),
    Trait(
        "zeros",
        lambda look: _of(look).exact_zeros,
        lambda look: {"x": LEFT, "y": look.at(LEFT)},
        lambda _: (LEFT,),
        ("small-for-zero", ""),
        span=DIPS,
    ),
    Trait(
        "one-to-one",
        lambda look: _of(look).direction == "rising" and _of(look).strict,
        _pair,
        twins,
        ("two-to-one-overlooked", ""),
        span=DIPS,
    ),
    Trait("convex", _unless_it_jumps(lambda look: _of(look).bend in ("convex", "linear")), _slopes, _flattening),
    Trait("gate", _gated, lambda look: {"a": _about(gate(look, LEFT)), "b": _about(gate(look, -LEFT))}),
)
