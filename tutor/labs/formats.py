"""Softmax in short numbers: from which score e^x is no number any more, and what taking the maximum away saves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

if TYPE_CHECKING:
    from typing import Any

    from numpy.typing import NDArray

FORMATS = ("float16", "float32", "float64")
EXACT = 1 / (1 + np.exp(-1.0))  # the larger share of two scores that differ by 1


@dataclass(frozen=True, slots=True)
class Overflow:
    """What one format does: the last score with a finite e^x, ln of its largest number, and the larger of two shares.

    Both shares are of scores s − 1 and s, s the first whole score beyond: as the formula says, and after
    the maximum was taken away.
    """

    format: str
    last: float
    logarithm: float
    score: int
    naive: float
    shifted: float


def overflow(name: str) -> Overflow:
    """Find by halving where e^x ends in the format called `name`, and try softmax just beyond."""
    kind = np.dtype(name).type
    low, high = 0.0, 2000.0
    with np.errstate(over="ignore", invalid="ignore"):
        for _ in range(60):
            middle = (low + high) / 2
            low, high = (middle, high) if np.isfinite(np.exp(kind(middle))) else (low, middle)
        score = int(np.floor(low)) + 1
        pair = np.array([score - 1, score], dtype=name)
        naive, shifted = _shares(pair), _shares(pair - pair.max())
    largest = float(np.log(float(np.finfo(name).max)))
    return Overflow(name, float(kind(low)), largest, score, float(naive[1]), float(shifted[1]))


def _shares(scores: NDArray[Any]) -> NDArray[Any]:
    raised = np.exp(scores)
    found: NDArray[Any] = raised / raised.sum(dtype=scores.dtype)
    return found
