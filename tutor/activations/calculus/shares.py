"""How likely a standard normal z falls where something holds: exact shares instead of counted samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tutor.activations.functions.gates import normal_share

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Classes = NDArray[np.int_]

FARTHEST = 9.0  # beyond lies less than 10⁻¹⁸
PLACES = 4001
HALVINGS = 50


def share(holds: Callable[[Array], NDArray[np.bool_]]) -> float:
    """Return the probability that `holds(z)` is true."""
    return float(shares(lambda z: holds(z).astype(int), 2)[1])


def shares(classes: Callable[[Array], Classes], count: int) -> Array:
    """Return the probability of each of `count` classes 0, 1, …: where the class changes is found by halving."""
    places = np.linspace(-FARTHEST, FARTHEST, PLACES)
    found = classes(places)
    change = np.flatnonzero(found[1:] != found[:-1])
    low, high, left = places[change], places[change + 1], found[change]
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        same = classes(middle) == left
        low, high = np.where(same, middle, low), np.where(same, high, middle)
    edges = np.concatenate([[-np.inf], high, [np.inf]])
    inside = np.concatenate([[-FARTHEST], high, [FARTHEST]])
    masses = np.diff(normal_share(edges))
    result: Array = np.bincount(classes((inside[:-1] + inside[1:]) / 2), masses, count).astype(np.float64)
    return result
