"""mpmath as the judge: the points of the accuracy goals and the worst error in units in the last place."""

from __future__ import annotations

from dataclasses import dataclass

import mpmath as mp
import numpy as np

mp.mp.dps = 50  # terms of Φ(x) + x·φ(x) cancel by at most 1e-6, those of softplus by none


def points() -> np.ndarray:
    """Return about 1500 points: dense around 0, out to ±745, and powers of ten down to subnormals."""
    tiny = 10.0 ** -np.arange(1, 320, 9.0)
    even = np.concatenate([np.linspace(-745, 745, 401), np.linspace(-40, 40, 571), np.linspace(-6, 6, 419)])
    return np.unique(np.concatenate([even, even + 0.0171, tiny, -tiny, [0.0]]))


@dataclass(frozen=True)
class Worst:
    """The largest error, where it is, and what was and should have been there."""

    error: float
    x: float
    got: float
    want: float

    def __str__(self) -> str:
        return f"{self.error:.2f} at x = {self.x!r}: {self.got!r} instead of {self.want!r}"


def worst(function, exact, xs, roots=(), around=0.5):
    """Return the worst error in ULP away from `roots`, and the worst absolute error within ±0.5 of them."""
    near_root = np.zeros(xs.shape, bool)
    for root in roots:
        near_root |= np.abs(xs - root) <= around
    values = function(xs)
    ulp, absolute = Worst(0, 0, 0, 0), Worst(0, 0, 0, 0)
    for x, got, close in zip(xs, values, near_root, strict=True):
        true = exact(mp.mpf(float(x)))
        want = float(true)
        error = float(abs(mp.mpf(float(got)) - true))
        unit = 1.0 if close else float(max(np.spacing(abs(want)), 5e-324))
        found = Worst(error / unit, float(x), float(got), want)
        if close:
            absolute = max(absolute, found, key=lambda one: one.error)
        else:
            ulp = max(ulp, found, key=lambda one: one.error)
    return ulp, absolute


def sigma(x):
    return 1 / (1 + mp.exp(-x))


def phi(x):
    return mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi)


def big_phi(x):
    return mp.erfc(-x / mp.sqrt(2)) / 2
