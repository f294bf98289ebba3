"""Ways to mix functions within a layer, beside each function alone; all with the same weights.

A split gives each function channels of its own, side by side (their number adds up to the units of the layer:
nothing is widened). A mixture adds the functions' outputs with learned shares, one set for a layer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.functions import Unit, quick
from tutor.labs.layers import Activate, Mixture, Split
from tutor.labs.moments import moments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.labs.layers import Layer
    from tutor.labs.normals import Array

Kind = Literal["single", "split", "groups", "mixture"]
MIXES: tuple[Kind, ...] = ("split", "groups", "mixture")
MOST_GAIN = 20.0  # of a function that hardly answers


@dataclass(frozen=True, slots=True)
class Arm:
    """What stands after every hidden layer: functions, and how many channels each has (none for a mixture).

    `gain` is 1/√E f(z)², by which weights of variance 1/n keep the size of the signal, at most 20: the squares
    of channels side by side are averaged, a mixture has the square of its mean.
    """

    kind: Kind
    units: tuple[Unit, ...]
    sizes: tuple[int, ...]
    gain: float

    @property
    def name(self) -> str:
        """Return the function of a single, the kind of a mix."""
        return self.units[0].name if self.kind == "single" else self.kind

    def layer(self, runs: int) -> Layer:
        """Return a layer for so many runs."""
        match self.kind:
            case "single":
                return Activate(self.units[0])
            case "mixture":
                return Mixture(self.units, runs)
            case "split" | "groups":
                return Split([Activate(unit) for unit in self.units], self.sizes)


def blended(units: Sequence[Unit]) -> Unit:
    """Return the mean of functions as one function."""

    def value(x: Array) -> Array:
        found: Array = np.mean([unit.value(x) for unit in units], axis=0)
        return found

    def slope(x: Array) -> Array:
        found: Array = np.mean([unit.slope(x) for unit in units], axis=0)
        return found

    return Unit("mean", value, slope)


def arms(units: Sequence[Unit], width: int, share: float) -> tuple[Arm, ...]:
    """Return every function alone, then the mixes: the first two with `share` for the first, even groups, a mixture."""
    first = min(width - 1, max(1, round(share * width)))
    even = tuple(len(part) for part in np.array_split(np.arange(width), len(units)))
    pair = (units[0], units[min(1, len(units) - 1)])
    singles = [_side_by_side("single", (unit,), (width,)) for unit in units]
    split = _side_by_side("split", pair, (first, width - first))
    groups = _side_by_side("groups", tuple(units), even)
    mixture = Arm("mixture", tuple(map(quick, units)), (), _gain(moments(blended(units)).square))
    return (*singles, split, groups, mixture)


def _side_by_side(kind: Kind, units: tuple[Unit, ...], sizes: tuple[int, ...]) -> Arm:
    """Return an arm whose functions have channels of their own."""
    squares = [moments(unit).square for unit in units]
    return Arm(kind, tuple(map(quick, units)), sizes, _gain(float(np.average(squares, weights=sizes))))


def _gain(square: float) -> float:
    return float(min(MOST_GAIN, square**-0.5)) if square > 0 else 1.0
