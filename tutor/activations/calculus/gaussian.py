"""Means over a standard normal input, E f(z), and what signal propagation makes of them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from tutor.activations.functions.gates import normal_density
from tutor.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.activations.functions.arrays import Array

EDGE = 38.0  # the density is below 1e-313 beyond
NODES = 20
ROUNDS = 40
VANISHED = 1e-7
STEP = 1e-4  # relative: how far beside a fixed point its stability is tried
NEUTRAL = 1e-6  # a slope so little above 1 is 1, as that of a homogeneous function
PATIENCE = 1000
NOTHING = 1e-24  # stands for a length of 0 where both sides of a kink must count
MOST_PANELS = 4000
TOLERANCE = 1e-15
UNSETTLED = 1e-6  # what may be left beside an integrable pole such as that of ln|x|


@cache
def _rule() -> tuple[Array, Array]:
    nodes, weights = np.polynomial.legendre.leggauss(NODES)
    return nodes, weights


def mean(value: Callable[[Array], Array], breaks: tuple[float, ...] = ()) -> float:
    """Return E f(z) for z ~ N(0, 1), to about 15 digits.

    Gauss–Legendre with 20 nodes on unit panels that are split at `breaks` and halved until both
    halves agree with the whole. Raises `UsageError` when the mean does not exist.
    """
    inner = [place for place in breaks if -EDGE < place < EDGE]
    edges = np.unique(np.concatenate([np.arange(-EDGE, EDGE + 1), inner]))
    low, high = edges[:-1], edges[1:]
    total, size = 0.0, 0.0
    whole = _panels(value, low, high)
    if not np.isfinite(whole).all() or max(abs(whole[0]), abs(whole[-1])) > 1e-12:
        raise UsageError("expression.no_mean")
    for _ in range(ROUNDS):
        middle = (low + high) / 2
        left, right = _panels(value, low, middle), _panels(value, middle, high)
        halves = left + right
        size = max(size, float(np.abs(halves).sum()))
        open_ = np.abs(halves - whole) > TOLERANCE * max(size, 1e-300)
        total += float(halves[~open_].sum())
        if not open_.any() or open_.sum() > MOST_PANELS:
            return total + float(halves[open_].sum())
        low = np.concatenate([low[open_], middle[open_]])
        high = np.concatenate([middle[open_], high[open_]])
        whole = np.concatenate([left[open_], right[open_]])
    if float(np.abs(whole).sum()) > UNSETTLED * max(size, 1e-300):
        raise UsageError("expression.no_mean")
    return total + float(whole.sum())


def _panels(value: Callable[[Array], Array], low: Array, high: Array) -> Array:
    """Return the integral of f·φ over each panel."""
    nodes, weights = _rule()
    half = (high - low) / 2
    xs = (low + high)[:, None] / 2 + half[:, None] * nodes
    heights = value(xs.ravel()).reshape(xs.shape) * normal_density(xs)
    integrals: Array = half * (heights @ weights)
    return integrals


def variance(value: Callable[[Array], Array], breaks: tuple[float, ...] = ()) -> float:
    """Return Var f(z) for z ~ N(0, 1), from squared distances to the mean: no cancellation."""
    centre = mean(value, breaks)
    return mean(lambda x: np.square(value(x) - centre), breaks)


def gain(value: Callable[[Array], Array], breaks: tuple[float, ...] = ()) -> float:
    """Return 1/√E f(z)²: the factor on the weights that keeps the second moment at 1."""
    return float(1 / np.sqrt(mean(lambda x: np.square(value(x)), breaks)))


def fixed_length(value: Callable[[Array], Array], sigmas: tuple[float, float], breaks: tuple[float, ...] = ()) -> float:
    """Return the stable q with q = σ_w²·E f(√q·z)² + σ_b²: the mean square that depth leads to.

    Poole et al. 2016. Raises `UsageError` when q runs away, or creeps so slowly that none is found.
    """
    sigma_w, sigma_b = (np.float64(sigma) for sigma in sigmas)  # whose squares overflow to ∞, not to an error

    def length(q: float) -> float:
        return float(sigma_w**2 * _scaled_mean(value, q, breaks) + sigma_b**2)

    with np.errstate(all="ignore"):
        return _fixed_point(length)


def chi1(
    value: Callable[[Array], Array],
    slope: Callable[[Array], Array],
    sigmas: tuple[float, float],
    breaks: tuple[float, ...] = (),
) -> float:
    """Return χ₁ = σ_w²·E f′(√q·z)² at the fixed length q; at length 0, its limit.

    Schoenholz et al. 2017. Above 1 gradients grow with depth, below 1 they fade. Raises `UsageError`
    when there is no fixed length.
    """
    q = max(fixed_length(value, sigmas, breaks), NOTHING)
    with np.errstate(all="ignore"):
        return float(np.square(np.float64(sigmas[0])) * _scaled_mean(slope, q, breaks))


def _scaled_mean(value: Callable[[Array], Array], q: float, breaks: tuple[float, ...]) -> float:
    """Return E f(√q·z)²."""
    scale = float(np.sqrt(q))
    places = tuple(place / scale for place in breaks) if scale else ()
    return mean(lambda z: np.square(value(scale * z)), places)


def _fixed_point(step: Callable[[float], float]) -> float:
    """Return the stable q with step(q) = q.

    From q = 1 by 12 plain steps, which lead away from an unstable one, then by Steffensen's method
    (quadratic without a derivative); where that leaps to an unstable one, by plain steps alone.
    """
    q = plain = 1.0
    for count in range(60):
        first = step(q)
        if abs(first - q) <= 1e-14 * max(q, first):
            return first if _is_stable(step, first) else _followed(step, plain)
        if first < q < VANISHED and step(0.0) == 0:
            return 0.0
        q = first if count < 12 else _faster(q, first, step(first))
        plain = first if count < 12 else plain
        if not q < 1e12:
            break
    raise UsageError("expression.no_fixed_point")


def _is_stable(step: Callable[[float], float], q: float) -> bool:
    """Say whether what begins beside a fixed point does not leave it; one that is neither counts as stable."""
    beside = STEP * q
    return step(q + beside) - step(q - beside) <= 2 * beside * (1 + NEUTRAL)


def _followed(step: Callable[[float], float], q: float) -> float:
    """Return where plain steps from q lead; raises `UsageError` when they run away or creep."""
    for _ in range(PATIENCE):
        after = step(q)
        if abs(after - q) <= 1e-13 * max(q, after):
            return after
        if not after < 1e12:
            break
        if after < VANISHED and step(0.0) == 0:
            return 0.0
        q = after
    raise UsageError("expression.no_fixed_point")


def _faster(q: float, first: float, second: float) -> float:
    """Return what three successive values point to (Aitken), or the last where they point nowhere."""
    bend = second - 2 * first + q
    target = q - (first - q) * (first - q) / bend if bend else second
    if abs(target) <= 1e-6 * q:  # a homogeneous function: every length shrinks, or grows, at one rate
        return VANISHED / 2
    return target if np.isfinite(target) and target > 0 else second
