"""Steps downhill: gradient descent with momentum, and Adam. A learning rate may differ from run to run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.labs.layers import Parameter
    from tutor.labs.normals import Array

FIRST, SECOND, TINY = 0.9, 0.999, 1e-8  # Adam's own defaults (Kingma & Ba 2014)


class Optimiser(Protocol):
    """Changes parameters by their gradients."""

    def step(self) -> None:
        """Take one step."""
        ...


class Descent:
    """v ← m·v + g, w ← w − rate·v; plain gradient descent with momentum m = 0."""

    def __init__(self, parameters: Sequence[Parameter], rate: float | Array, momentum: float = 0.0) -> None:
        """Take the `parameters` of a network; `rate` is one number, or one for each run."""
        self.parameters = tuple(parameters)
        self.rate = np.atleast_1d(np.asarray(rate, dtype=np.float64))
        self.momentum = momentum
        self.speeds = [np.zeros_like(parameter.value) for parameter in self.parameters]

    def step(self) -> None:
        """Take one step."""
        for place, parameter in enumerate(self.parameters):
            self.speeds[place] = self.momentum * self.speeds[place] + parameter.gradient
            parameter.value -= spread(self.rate, parameter.value) * self.speeds[place]


class Adam:
    """Each weight by its own measure: mean over root mean square of its gradients (Kingma & Ba 2014)."""

    def __init__(self, parameters: Sequence[Parameter], rate: float | Array) -> None:
        """Take the `parameters` of a network; `rate` is one number, or one for each run."""
        self.parameters = tuple(parameters)
        self.rate = np.atleast_1d(np.asarray(rate, dtype=np.float64))
        self.means = [np.zeros_like(parameter.value) for parameter in self.parameters]
        self.squares = [np.zeros_like(parameter.value) for parameter in self.parameters]
        self.steps = 0

    def step(self) -> None:
        """Take one step, with the correction for the zeros that the means began with."""
        self.steps += 1
        first, second = 1 - FIRST**self.steps, 1 - SECOND**self.steps
        for place, parameter in enumerate(self.parameters):
            self.means[place] += (1 - FIRST) * (parameter.gradient - self.means[place])
            self.squares[place] += (1 - SECOND) * (parameter.gradient**2 - self.squares[place])
            move = (self.means[place] / first) / (np.sqrt(self.squares[place] / second) + TINY)
            parameter.value -= spread(self.rate, parameter.value) * move


def spread(rate: Array, value: Array) -> Array:
    """Return the rates of the runs in a shape that multiplies `value`."""
    return rate.reshape((-1,) + (1,) * (value.ndim - 1))


def norms(parameters: Sequence[Parameter]) -> Array:
    """Return the length of the gradient over all `parameters` in each run, (runs,)."""
    squares = [np.sum(p.gradient**2, axis=tuple(range(1, p.gradient.ndim))) for p in parameters]
    found: Array = np.sqrt(np.sum(squares, axis=0))
    return found


def clip(parameters: Sequence[Parameter], most: float | Array) -> None:
    """Shorten each run's gradient to the length `most`, one or one for each run (Pascanu, Mikolov & Bengio 2013)."""
    lengths = norms(parameters)
    with np.errstate(divide="ignore", invalid="ignore"):
        factor = np.where(lengths > most, most / lengths, 1.0)
    for parameter in parameters:
        parameter.gradient *= spread(factor, parameter.gradient)
