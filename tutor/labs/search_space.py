"""The space that search goes through: b(u(x), v(x)) with u, v from a box of unary functions and b of binary ones.

After Ramachandran, Zoph & Le 2017, with one core unit and a smaller box. Ways of writing that come out the
same, or the same but for a factor (which the weights absorb), are one candidate; constants are none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.functions import Unit
from tutor.labs.shapes import logistic

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tutor.labs.normals import Array

    Of = Callable[[Array], Array]
    Join = Callable[[Array, Array], Array]
    Rule = Callable[[Array, Array, Array, Array], Array]

PROBES = np.linspace(-4.03, 4.01, 202)  # where two candidates are compared; nothing special happens there
SAME = 7  # decimals
SMALL = 0.001  # added to a denominator


@dataclass(frozen=True, slots=True)
class Brick:
    """A unary function: how it is written, f and f′."""

    written: str
    value: Of
    slope: Of


@dataclass(frozen=True, slots=True)
class Joint:
    """A binary operation: how it is written, its value at (a, b), and its slope there for slopes (a′, b′)."""

    written: str
    value: Join
    slope: Rule
    even: bool = True  # whether b(u, v) = b(v, u)


UNARY: dict[str, Brick] = {
    "x": Brick("x", lambda x: x, np.ones_like),
    "neg": Brick("−x", np.negative, lambda x: -np.ones_like(x)),
    "abs": Brick("|x|", np.abs, np.sign),
    "square": Brick("x²", np.square, lambda x: 2 * x),
    "zero": Brick("0", np.zeros_like, np.zeros_like),
    "one": Brick("1", np.ones_like, np.zeros_like),
    "sin": Brick("sin x", np.sin, np.cos),
    "tanh": Brick("tanh x", np.tanh, lambda x: 1 - np.tanh(x) ** 2),
    "sigmoid": Brick("σ(x)", logistic, lambda x: logistic(x) * logistic(-x)),
    "softplus": Brick("ln(1+eˣ)", lambda x: np.logaddexp(0.0, x), logistic),
    "gauss": Brick("e^(−x²)", lambda x: np.exp(-x * x), lambda x: -2 * x * np.exp(-x * x)),
    "exp": Brick("eˣ", np.exp, np.exp),
}
BINARY: dict[str, Joint] = {
    "add": Joint("{} + {}", np.add, lambda a, b, da, db: da + db),  # noqa: ARG005
    "mul": Joint("{} · {}", np.multiply, lambda a, b, da, db: da * b + a * db),
    "max": Joint("max({}, {})", np.maximum, lambda a, b, da, db: np.where(a > b, da, db)),
    "min": Joint("min({}, {})", np.minimum, lambda a, b, da, db: np.where(a < b, da, db)),
    "sub": Joint("{} − {}", np.subtract, lambda a, b, da, db: da - db, even=False),  # noqa: ARG005
    "div": Joint(
        "({}) / ({})",
        lambda a, b: a / (b + SMALL),
        lambda a, b, da, db: (da - a / (b + SMALL) * db) / (b + SMALL),
        even=False,
    ),
}


@dataclass(frozen=True, slots=True)
class Space:
    """What can be built: `writings` is how many ways there are to write something, `units` what differs.

    `raw` says of each of the units whether x itself, untouched, is one of its two bricks.
    """

    unary: int
    binary: int
    writings: int
    units: tuple[Unit, ...]
    raw: tuple[bool, ...]


def space(unary: Sequence[str], binary: Sequence[str]) -> Space:
    """Return all that can be built from the bricks and joints by these names."""
    found: dict[bytes, tuple[Unit, bool]] = {}
    for joint in (BINARY[name] for name in binary):
        for first, left in enumerate(unary):
            for right in unary[first if joint.even else 0 :]:
                one = built(UNARY[left], UNARY[right], joint)
                key = signature(one)
                if key:
                    found.setdefault(key, (one, "x" in {left, right}))
    units, raw = tuple(one for one, _ in found.values()), tuple(raw for _, raw in found.values())
    return Space(len(unary), len(binary), len(unary) ** 2 * len(binary), units, raw)


def built(left: Brick, right: Brick, joint: Joint) -> Unit:
    """Return b(u(x), v(x)) with its slope."""

    def value(x: Array) -> Array:
        return joint.value(left.value(x), right.value(x))

    def slope(x: Array) -> Array:
        return joint.slope(left.value(x), right.value(x), left.slope(x), right.slope(x))

    return Unit(written(left, right, joint), value, slope)


def written(left: Brick, right: Brick, joint: Joint) -> str:
    """Return how a candidate is written: 0 + u and max(u, u) as u, +(−x) as −x."""
    if left == right and joint in (BINARY["add"], BINARY["max"], BINARY["min"]):
        return left.written
    if joint == BINARY["add"] and UNARY["zero"] in (left, right):
        return right.written if left == UNARY["zero"] else left.written
    return joint.written.format(left.written, right.written).replace("+ −", "− ").replace("· −x", "· (−x)")


def signature(one: Unit) -> bytes:
    """Return what a candidate looks like, the same for all of its multiples; nothing for a constant.

    Nothing either for one that is no number somewhere.
    """
    with np.errstate(all="ignore"):
        values = one.value(PROBES)
    if not np.isfinite(values).all() or np.ptp(values) < 10.0**-SAME:
        return b""
    scale = values[np.abs(values).argmax()]
    return bytes((np.round(values / scale, SAME) + 0.0).tobytes()) if np.isfinite(scale) else b""  # −0 is 0


def mirrored(units: Sequence[Unit]) -> tuple[tuple[int, int], ...]:
    """Return the places of candidates that are f(x) and f(−x) to each other, but for a factor.

    Weights are as often negative as positive, so two such functions are equally good to the last digit.
    """
    places = {signature(one): place for place, one in enumerate(units)}
    others = [places.get(signature(_turned(one)), -1) for one in units]
    return tuple((place, other) for place, other in enumerate(others) if other > place)


def _turned(one: Unit) -> Unit:
    return Unit(one.name, lambda x: one.value(-x), lambda x: -one.slope(-x))


def known(units: Sequence[Unit]) -> dict[str, str]:
    """Return which candidates are functions of the catalogue, by how they are written: their symbols."""
    from tutor.activations import ACTIVATIONS
    from tutor.labs.functions import of

    symbols = {signature(of(record)): record.symbol for record in reversed(ACTIVATIONS)}
    signs = {one.name: signature(one) for one in units}
    return {name: symbols[sign] for name, sign in signs.items() if sign in symbols}
