"""What a function does to a standard normal signal: means, gains, dead share, growth of gradients."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from tutor.activations.calculus import gaussian
from tutor.activations.compute import curve_of
from tutor.activations.parameters import settled

if TYPE_CHECKING:
    from tutor.activations.record import Activation


@dataclass(frozen=True, slots=True)
class GaussianFacts:
    """What a function does to a standard normal input z.

    `gain` = 1/√E f² keeps the second moment, `gamma` = 1/std f the variance (Brock et al. 2021);
    `dead` is the chance that the slope is exactly 0.
    """

    mean: float
    second_moment: float
    slope_second_moment: float
    variance: float
    dead: float

    @property
    def gain(self) -> float:
        """Return 1/√E f(z)²."""
        return float(self.second_moment**-0.5)

    @property
    def gamma(self) -> float:
        """Return 1/√Var f(z)."""
        return float(self.variance**-0.5)


def gaussian_facts(activation: Activation, **parameters: float) -> GaussianFacts:
    """Return the means over a standard normal input, to about 14 digits.

    Raises `UsageError` for a parameter the function does not have.
    """
    return _gaussian_facts(activation, tuple(settled(activation, parameters).items()))


@cache
def _gaussian_facts(activation: Activation, parameters: tuple[tuple[str, float], ...]) -> GaussianFacts:
    value, slope = (curve_of(activation, order, dict(parameters)) for order in range(2))
    breaks = value.breaks
    return GaussianFacts(
        mean=gaussian.mean(value.value, breaks),
        second_moment=gaussian.mean(lambda x: np.square(value.value(x)), breaks),
        slope_second_moment=gaussian.mean(lambda x: np.square(slope.value(x)), breaks),
        variance=gaussian.variance(value.value, breaks),
        dead=gaussian.mean(lambda x: np.where(slope.value(x) == 0, 1.0, 0.0), breaks),
    )


def fixed_length(activation: Activation, sigma_w: float, sigma_b: float = 0.0, **parameters: float) -> float:
    """Return the mean square of pre-activations that depth leads to, for weights σ_w²/n and biases σ_b².

    Raises `UsageError` when there is none.
    """
    curve = curve_of(activation, 0, settled(activation, parameters))
    return gaussian.fixed_length(curve.value, (sigma_w, sigma_b), curve.breaks)


def chi1(activation: Activation, sigma_w: float, sigma_b: float = 0.0, **parameters: float) -> float:
    """Return χ₁, the growth of squared gradients per layer, for weights σ_w²/n and biases σ_b².

    Raises `UsageError` when the length of the signal has no fixed point.
    """
    curve = curve_of(activation, 0, settled(activation, parameters))
    assert curve.slope is not None
    return gaussian.chi1(curve.value, curve.slope, (sigma_w, sigma_b), curve.breaks)
