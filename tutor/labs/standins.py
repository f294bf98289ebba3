"""Cheaper functions in place of one: polynomials, straight pieces, hard versions, with what they cost counted.

On [−reach, reach] they imitate the function; beyond, they go on straight with its slope at the ends.
Costs are operations for one number: an addition, a product, a comparison, a rounding or a look-up each count
as one, and so does an exponential, which on most hardware costs more than the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.labs.functions import Unit
    from tutor.labs.normals import Array

GRID = 24_001  # points between which a gap could hide; 0, ±3 and other simple places among them
NODES = 2000
ENDS = 4  # operations beyond the interval: two comparisons, a product, an addition
DOUBLES = {
    "silu": "hard_swish",
    "sigmoid": "hard_sigmoid",
    "tanh": "hard_tanh",
    "gelu": "quick_gelu",
    "gelu_tanh": "quick_gelu",
    "mish": "silu",
    "relu": "relu6",
}
COSTS = {"hard_swish": 5, "hard_sigmoid": 4, "hard_tanh": 2, "quick_gelu": 4, "silu": 4, "relu6": 2}


@dataclass(frozen=True, slots=True)
class Standin:
    """A function in place of another: its operations for one number, and how many numbers it keeps."""

    value: Callable[[Array], Array]
    operations: int
    kept: int


def polynomial(function: Unit, degree: int, reach: float, *, ends: bool = True) -> Standin:
    """Return the least squares polynomial at Chebyshev's nodes, nearly the best in the largest gap.

    Without `ends` it is left to itself beyond the interval. Horner's scheme: `degree` products and additions.
    """
    from numpy.polynomial import Chebyshev

    nodes = reach * np.cos(np.pi * (np.arange(NODES) + 0.5) / NODES)
    fitted = Chebyshev.fit(nodes, function.value(nodes), degree, domain=(-reach, reach))

    def inside(x: Array) -> Array:
        return np.asarray(fitted(x))

    value = _carried_on(function, inside, reach) if ends else inside
    return Standin(value, 2 * degree + ENDS * ends, degree + 1)


def pieces(function: Unit, count: int, reach: float) -> Standin:
    """Return straight lines between `count` + 1 values at equal distances: place, two look-ups, product, addition."""
    places = np.linspace(-reach, reach, count + 1)
    heights = function.value(places)

    def inside(x: Array) -> Array:
        found: Array = np.interp(x, places, heights)
        return found

    return Standin(_carried_on(function, inside, reach), 7 + ENDS, 2 * count)


def _carried_on(function: Unit, inside: Callable[[Array], Array], reach: float) -> Callable[[Array], Array]:
    ends = np.array([-reach, reach])
    low, high = function.slope(ends).tolist()

    def value(x: Array) -> Array:
        beyond = low * np.minimum(x + reach, 0.0) + high * np.maximum(x - reach, 0.0)
        found: Array = inside(np.clip(x, -reach, reach)) + beyond
        return found

    return value


def gap(function: Unit, other: Callable[[Array], Array], reach: float) -> tuple[float, float]:
    """Return the largest difference on [−reach, reach], and where it is."""
    x = np.linspace(-reach, reach, GRID)
    differences = np.abs(function.value(x) - other(x))
    place = int(differences.argmax())
    return float(differences[place]), float(x[place])


def piece_bound(function: Unit, count: int, reach: float) -> float | None:
    """Return M·h²/8 with M the largest |f″|, which straight pieces cannot exceed; None where slopes jump."""
    x = np.linspace(-reach, reach, GRID)
    slopes = function.slope(x)
    bends = np.abs(np.diff(slopes)) / (x[1] - x[0])
    coarse = np.abs(np.diff(slopes[::10])) / (x[10] - x[0])
    most = float(bends.max())
    if not np.isfinite(most) or most > 1.5 * float(coarse.max()) + 1e-9:
        return None
    return most * (2 * reach / count) ** 2 / 8
