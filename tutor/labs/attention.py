"""How one query shares its attention among keys at random: drawn, and in theory.

Queries and keys are independent standard normal numbers, as at initialisation. Given the query, the scores
q·k are independent and normal with the deviation |q|: what softmax makes of such scores are integrals over
one or two variables, by 1/S = ∫ e^(−tS) dt and 1/S² = ∫ t·e^(−tS) dt for the sum S of exponentials.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.normals import normals

if TYPE_CHECKING:
    from tutor.labs.normals import Array

REACH = 6.5  # standard deviations that are summed over
POINTS, FINE = 240, 20  # of a sum; at least so many for each unit of deviation
WIDEST = 20.0  # deviation up to which theory is worked out
EDGE = 1e-290
FINEST = 4000  # of a sum over one variable


@dataclass(frozen=True, slots=True)
class Shares:
    """The largest share, Σp(1 − p) and the entropy as a share of ln n, of each draw."""

    largest: Array
    slopes: Array
    entropy: Array


def softmax(scores: Array) -> Array:
    """Return the shares along the last axis, computed after the maximum is taken away."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    found: Array = raised / raised.sum(axis=-1, keepdims=True)
    return found


def summed(shares: Array) -> Shares:
    """Return what is told about shares (draws, keys)."""
    logarithms = np.log(np.maximum(shares, EDGE))
    entropy = -(shares * logarithms).sum(axis=-1) / max(np.log(shares.shape[-1]), EDGE)
    return Shares(shares.max(axis=-1), (shares * (1 - shares)).sum(axis=-1), entropy)


def scores(dimension: int, keys: int, draws: int, *seed: object) -> Array:
    """Return q·k (draws, keys): one query and as many keys for every draw."""
    query = normals((draws, 1, dimension), "query", dimension, *seed)
    key = normals((draws, keys, dimension), "keys", dimension, *seed)
    found: Array = np.sum(query * key, axis=2)
    return found


def lengths(dimension: int, count: int = 5) -> tuple[Array, Array]:
    """Return typical lengths |q| and their weights: Gauss's points for its distribution χ (Golub & Welsch 1969).

    Sums over them are exact for polynomials of |q| up to degree 2·count − 1.
    """
    size = (np.arange(FINEST) + 0.5) / FINEST * (np.sqrt(dimension) + REACH)
    logarithms = (dimension - 1) * np.log(size) - size**2 / 2
    weights = np.exp(logarithms - logarithms.max())
    weights /= weights.sum()
    middles, jumps = np.zeros(count), np.zeros(count)
    before, here = np.zeros(FINEST), np.ones(FINEST)
    for place in range(count):
        middles[place] = weights @ (size * here**2)
        ahead = (size - middles[place]) * here - jumps[place - 1] * before
        jumps[place] = np.sqrt(weights @ ahead**2)
        before, here = here, ahead / jumps[place]
    points, turned = np.linalg.eigh(np.diag(middles) + np.diag(jumps[:-1], 1) + np.diag(jumps[:-1], -1))
    return points, turned[0] ** 2


@cache
def expected(dimension: int, keys: int, factor: float) -> tuple[float, float]:
    """Return the expected largest share and Σp(1 − p) of factor·q·k; nan where scores spread beyond 20."""
    typical, weights = lengths(dimension)
    if factor * typical[-1] > WIDEST:
        return float("nan"), float("nan")
    found = [(largest(factor * size, keys), slopes(factor * size, keys)) for size in typical]
    return float(weights @ [one for one, _ in found]), float(weights @ [one for _, one in found])


def _normal(count: int) -> tuple[Array, Array]:
    """Return points and weights of a sum over the standard normal distribution."""
    z = REACH * ((2 * np.arange(count) + 1) / count - 1)
    return z, np.exp(-(z**2) / 2) * (2 * REACH / count) / np.sqrt(2 * np.pi)


def slopes(deviation: float, keys: int) -> float:
    """Return E Σp(1 − p) = 1 − n·E p₁² of normal scores, with E p₁² = ∫ t·E(e^{2s}e^{−te^s})·(E e^{−te^s})^{n−1} dt."""
    z, weights = _normal(max(POINTS, int(FINE * deviation)))
    low, high = -REACH * deviation - 40, REACH * deviation + 5
    u = np.linspace(low, high, 60 + int(12 * (high - low)))[:, None]
    with np.errstate(under="ignore"):
        size = np.minimum(u + deviation * z, 300.0)
        raised = np.exp(size)
        others = np.exp(-raised) @ weights
        own = np.exp(2 * size - raised) @ weights
    total = float(np.sum(own * others ** (keys - 1)) * (u[1, 0] - u[0, 0]))
    return 1 - keys * total


def largest(deviation: float, keys: int) -> float:
    """Return E max p of normal scores: over the place m of the maximum, ∫ e^{−t}·(E[e^{−te^{s−m}}; s < m])^{n−1} dt."""
    z, weights = _normal(max(2 * POINTS, int(FINE * deviation)))
    u = np.linspace(-22, 4.2, 70)
    t = np.exp(u)
    total = 0.0
    with np.errstate(under="ignore"):
        for place in range(1, z.size):
            below = deviation * (z[: place + 1] - z[place])
            part = weights[: place + 1].copy()
            part[-1] /= 2
            inner = np.exp(-t[:, None] * np.exp(below)) @ part
            total += float(weights[place] * np.sum(t * np.exp(-t) * inner ** (keys - 1)))
    return keys * total * float(u[1] - u[0])
