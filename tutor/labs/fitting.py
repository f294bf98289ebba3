"""One hidden layer that imitates a curve: its units are drawn or placed, its output weights solved, or all is trained.

The interval [−reach, reach] is seen as u in [−1, 1]; a unit is f(w·(u − c)), so that a wider interval asks
for the same units further apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.layers import Activate, Chain, Dense
from tutor.labs.losses import squared_error
from tutor.labs.normals import uniforms
from tutor.labs.optimisers import Adam
from tutor.labs.training import stop_lost

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tutor.labs.functions import Unit
    from tutor.labs.normals import Array

POINTS = 1000  # where a curve is compared: the middles of as many equal pieces
LEARNED_AT = 100  # points that training sees
NOISE = 1e-11  # a direction that is this much weaker than the strongest is rounding, not a shape
RATE = 0.01


@dataclass(frozen=True, slots=True)
class Units:
    """Hidden units f(w·(u − c)): steepness w and place c of each, (units,)."""

    steepness: Array
    places: Array

    def features(self, function: Unit, u: Array, count: int) -> Array:
        """Return a constant and the first `count` units at u, (points, 1 + count)."""
        inner = self.steepness[:count] * (u[:, None] - self.places[:count])
        with np.errstate(all="ignore"):
            return np.concatenate([np.ones((u.size, 1)), function.value(inner)], axis=1)


@dataclass(frozen=True, slots=True)
class Fit:
    """Units with solved output weights; `error` is the root mean square of what is left on the interval."""

    units: Units
    weights: Array
    error: float

    def at(self, function: Unit, u: Array) -> Array:
        """Return what the network says at u."""
        found: Array = self.units.features(function, u, self.weights.size - 1) @ self.weights
        return found


def middles(count: int = POINTS) -> Array:
    """Return the middles of `count` equal pieces of [−1, 1]."""
    found: Array = (2 * np.arange(count) + 1) / count - 1
    return found


def drawn(count: int, slope: float, *seed: object) -> Units:
    """Return units at random places of the interval, steepness ±(¼ … 1)·slope."""
    steepness = slope * (0.25 + 0.75 * uniforms((count,), "steepness", *seed))
    signs = np.where(uniforms((count,), "sign", *seed) < 0.5, -1.0, 1.0)
    return Units(signs * steepness, 2 * uniforms((count,), "place", *seed) - 1)


def placed(count: int) -> Units:
    """Return units of steepness 1 at equal distances, the first at the left end: kinks of a folded line."""
    return Units(np.ones(count), 2 * np.arange(count) / count - 1)


def solved(function: Unit, units: Units, target: Array, count: int) -> Fit:
    """Return the least squares fit of `target` at the middles by the first `count` units and a constant.

    Columns are scaled to the same length first. Where numbers are not finite the error is nan.
    """
    columns = units.features(function, middles(target.size), count)
    lengths = np.sqrt(np.mean(columns**2, axis=0))
    if not np.isfinite(lengths).all():
        return Fit(units, np.full(count + 1, np.nan), float("nan"))
    lengths = np.where(lengths > 0, lengths, 1.0)
    weights = np.linalg.lstsq(columns / lengths, target, rcond=NOISE)[0] / lengths
    return Fit(units, weights, rms(columns @ weights - target))


def rms(values: Array) -> float:
    """Return the root mean square."""
    return float(np.sqrt(np.mean(values**2)))


def polynomial_rest(target: Array, degree: int) -> float:
    """Return what the best polynomial of `degree` leaves of `target`, root mean square."""
    columns = np.polynomial.legendre.legvander(middles(target.size), degree)
    weights = np.linalg.lstsq(columns, target, rcond=None)[0]
    return rms(columns @ weights - target)


def folded_rest(bend: Array, pieces: int, length: float) -> float:
    """Return what the best folded line with many equal pieces leaves: h²·rms f″/√720 (C. de Boor, splines).

    `bend` is f″ along the interval of `length`; h is the length of a piece.
    """
    return (length / pieces) ** 2 * rms(bend) / float(np.sqrt(720))


def trained(function: Unit, starts: Sequence[Units], target: Array, steps: int) -> Iterator[Array]:
    """Yield every run's error after each step of Adam on all weights, (runs,); output weights begin at 0."""
    steepness = np.stack([units.steepness for units in starts])[:, None, :]
    places = np.stack([units.places for units in starts])[:, None, :]
    network = Chain(
        [
            Dense(steepness.copy(), -steepness * places),
            Activate(function),
            Dense(np.zeros((len(starts), steepness.shape[2], 1))),
        ]
    )
    inputs = np.repeat(middles(LEARNED_AT)[None, :, None], len(starts), axis=0)
    optimiser = Adam(network.parameters(), RATE)
    for _ in range(steps):
        with np.errstate(all="ignore"):
            losses, gradient = squared_error(network.forward(inputs), target[None, :, None])
            network.backward(gradient)
            stop_lost(network, losses)
            optimiser.step()
        yield np.sqrt(losses)
