"""A curve as these questions see it, and the places where they look first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.activations.functions.arrays import Array

FARTHEST = 1e6
MIDDLE = np.linspace(-20, 20, 1601)
GRID = np.concatenate([-np.geomspace(FARTHEST, 20.5, 60), MIDDLE, np.geomspace(20.5, FARTHEST, 60)])


@dataclass(frozen=True, slots=True)
class Curve:
    """A function of x by its values; `slope` is None where no derivative is known.

    `breaks` are the places where the value or the slope may jump, in ascending order.
    """

    value: Callable[[Array], Array]
    slope: Callable[[Array], Array] | None = None
    breaks: tuple[float, ...] = ()

    def at(self, x: float) -> float:
        """Return the value at one place."""
        return float(self.value(np.array([x]))[0])

    def places(self) -> Array:
        """Return where to look: the grid, each break, and its neighbours among the numbers."""
        breaks = np.array(self.breaks, dtype=np.float64)
        beside = [np.nextafter(breaks, -np.inf), breaks, np.nextafter(breaks, np.inf)]
        return np.unique(np.concatenate([GRID, *beside]))
