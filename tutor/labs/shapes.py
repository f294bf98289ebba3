"""Functions whose shape is one learned number, for all runs at once: PReLU's α, Swish's β, ACON-C's β.

The catalogue has the same functions one setting at a time, to the last digit; here every run has a number of
its own, in one call of numpy. The tests and the lab hold both against each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.layers import Parameter

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.labs.normals import Array

    Of = Callable[[Array, Array], Array]

RIGHT, LEFT = 1.0, 0.25  # far slopes of ACON-C, as in the catalogue; only its β learns here


@dataclass(frozen=True, slots=True)
class Shape:
    """A function f(x; p): `record` and `parameter` are its names in the catalogue, `start` is where p begins.

    `slope` is ∂f/∂x and `by` is ∂f/∂p; p broadcasts against x.
    """

    record: str
    symbol: str
    parameter: str
    start: float
    value: Of
    slope: Of
    by: Of


def logistic(y: Array) -> Array:
    """Return σ(y) without overflow: (1 + tanh(y/2))/2."""
    found: Array = 0.5 + 0.5 * np.tanh(0.5 * y)
    return found


def _prelu(x: Array, slope: Array) -> Array:
    """max(x, 0) + α·min(x, 0)."""
    found: Array = np.where(x > 0, x, slope * x)
    return found


def _d_prelu(x: Array, slope: Array) -> Array:
    """1 right of 0, α left of it; α at 0, as the catalogue has it."""
    found: Array = np.where(x > 0, 1.0, slope)
    return found


def _prelu_by_slope(x: Array, slope: Array) -> Array:  # noqa: ARG001 - does not depend on α
    """∂f/∂α = min(x, 0)."""
    found: Array = np.minimum(x, 0.0)
    return found


def _gate(right: float, left: float) -> tuple[Of, Of, Of]:
    """Return w·x·σ(u) + p₂x with u = βwx and w = p₁ − p₂, its slope and its derivative in β.

    Swish has p₁ = 1 and p₂ = 0.
    """
    width = right - left

    def value(x: Array, steepness: Array) -> Array:
        return width * x * logistic(width * steepness * x) + left * x

    def slope(x: Array, steepness: Array) -> Array:
        u = width * steepness * x
        gate = logistic(u)
        found: Array = width * gate * (1 + u * (1 - gate)) + left
        return found

    def by(x: Array, steepness: Array) -> Array:
        gate = logistic(width * steepness * x)
        found: Array = (width * x) ** 2 * gate * (1 - gate)
        return found

    return value, slope, by


SHAPES: dict[str, Shape] = {
    "prelu": Shape("prelu", "PReLU", "α", 0.25, _prelu, _d_prelu, _prelu_by_slope),
    "swish": Shape("silu", "Swish", "β", 1.0, *_gate(1.0, 0.0)),
    "acon": Shape("acon_c", "ACON-C", "β", 1.0, *_gate(RIGHT, LEFT)),
}


class Shaped:
    """a = f(z; p), one p for a layer and run; `pace` multiplies its learning rate, `decay` pulls it to 0.

    Both are one number for each run, (runs,); a pace of 0 keeps p where it is. With plain descent the
    gradient of p becomes pace·(∂L/∂p + decay·p): the term that L2 regularisation adds. `own` is ∂L/∂p alone.
    """

    def __init__(self, shape: Shape, pace: Array, decay: Array) -> None:
        """Begin every run with the usual p."""
        self.shape = shape
        self.number = Parameter(np.full((len(pace), 1, 1), shape.start))
        self.pace, self.decay = pace[:, None, None], decay[:, None, None]
        self.own = np.zeros((len(pace), 1, 1))
        self.inputs = np.zeros((len(pace), 0, 0))

    def forward(self, x: Array) -> Array:
        """Return f(x; p)."""
        self.inputs = x
        return self.shape.value(x, self.number.value)

    def backward(self, gradient: Array) -> Array:
        """∂L/∂z = δ·f′(z; p), ∂L/∂p = Σ δ·∂f/∂p."""
        self.own = np.sum(gradient * self.shape.by(self.inputs, self.number.value), axis=(1, 2), keepdims=True)
        self.number.gradient = self.pace * (self.own + self.decay * self.number.value)
        return gradient * self.shape.slope(self.inputs, self.number.value)

    def parameters(self) -> tuple[Parameter, ...]:
        """Return the number that is learned."""
        return (self.number,)
