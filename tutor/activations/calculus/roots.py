"""Where a curve crosses zero."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tutor.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from tutor.activations.functions.arrays import Array

SECTIONS = 129  # each round makes the bracket 128 times narrower; a call costs about as much for 33 places
ROUNDS = 10  # 128¹⁰ = 2⁷⁰: from any bracket of the grid down to neighbouring numbers


def crossings(values: Array) -> NDArray[np.intp]:
    """Return the indices i at which the sign changes between i and i + 1, or the value at i is 0."""
    sign = np.sign(values)
    return np.flatnonzero((sign[:-1] * sign[1:] < 0) | ((sign[:-1] == 0) & (sign[1:] != 0)))


def narrowed(value: Callable[[Array], Array], low: float, high: float) -> float:
    """Return a root between `low` and `high`, whose values differ in sign (or one is 0), to the last digit."""
    for _ in range(ROUNDS):
        xs = np.linspace(low, high, SECTIONS)
        values = value(xs)
        zeros = np.flatnonzero(values == 0)
        if zeros.size:
            return float(xs[zeros[0]])
        changes = crossings(values)
        if not changes.size:
            break
        low, high = float(xs[changes[0]]), float(xs[changes[0] + 1])
        if np.nextafter(low, high) >= high:
            break
    ends = np.array([low, high])
    return float(ends[np.argmin(np.abs(value(ends)))])


def root(value: Callable[[Array], Array], low: float, high: float) -> float:
    """Return the leftmost root found in [low, high].

    Raises `UsageError` when the ends are no interval or no sign changes at 257 places between them.
    """
    if not (np.isfinite(low) and np.isfinite(high) and low < high):
        raise UsageError("expression.interval")
    xs = np.linspace(low, high, 257)
    values = value(xs)
    if values[-1] == 0 and not crossings(values).size:
        return high
    for index in crossings(values):
        found = narrowed(value, float(xs[index]), float(xs[index + 1]))
        beside = np.abs(values[index : index + 2])
        if abs(float(value(np.array([found]))[0])) <= 1e-6 * beside[np.isfinite(beside)].max(initial=0.0):
            return found  # at a pole or a jump the value does not become small
    raise UsageError("expression.no_root")
