"""Numbers on a ruler with 2ᵇ marks: the outputs of a function rounded to b bits, zero exactly on a mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.normals import normals

if TYPE_CHECKING:
    from tutor.labs.functions import Unit
    from tutor.labs.normals import Array

BITS = tuple(range(2, 11))
DRAWS = 4000
TINY = 1e-300  # a narrower range has no marks that floats can tell apart


def step(low: Array, high: Array, bits: int) -> Array:
    """Return the distance of two marks for a range that is widened to hold 0; 1 for an empty range."""
    wide = np.maximum(high, 0.0) - np.minimum(low, 0.0)
    return np.where(wide > TINY, wide / (2**bits - 1), 1.0)


def rounded(values: Array, low: Array, high: Array, bits: int) -> Array:
    """Return `values` on the marks from `low` to `high`; what lies outside goes to the last mark.

    The mark of 0 has a whole number, the zero point (Jacob et al. 2018), so that 0 stays 0.
    """
    size = step(low, high, bits)
    zero = np.round(-np.minimum(low, 0.0) / size)
    number = np.clip(np.round(values / size) + zero, 0, 2**bits - 1)
    found: Array = (number - zero) * size
    return found


def ends(values: Array) -> tuple[Array, Array]:
    """Return the smallest and the largest value of each run, (runs, 1, …)."""
    axes = tuple(range(1, values.ndim))
    return values.min(axis=axes, keepdims=True), values.max(axis=axes, keepdims=True)


@dataclass(frozen=True, slots=True)
class Ruler:
    """How far off rounding is: root mean square of each run for every number of bits, and the mean step."""

    errors: tuple[Array, ...]
    steps: tuple[float, ...]


def ruler(one: Unit, size: float, runs: int, seed: str) -> Ruler:
    """Round what a function makes of normal numbers of deviation `size`; every run has a range of its own."""
    values = one.value(size * np.stack([normals((DRAWS,), "ruler", seed, number) for number in range(runs)]))
    low, high = ends(values)
    errors = [np.sqrt(np.mean((rounded(values, low, high, bits) - values) ** 2, axis=1)) for bits in BITS]
    return Ruler(tuple(errors), tuple(float(step(low, high, bits).mean()) for bits in BITS))
