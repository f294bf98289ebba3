"""Networks with different functions in one stack: some runs apply this function, the next ones another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.labs.datasets import Data
    from tutor.labs.functions import Unit
    from tutor.labs.layers import Parameter
    from tutor.labs.normals import Array


class Groups:
    """a = fₖ(z) for the runs of group k; the groups are equally large and follow one another."""

    def __init__(self, units: Sequence[Unit]) -> None:
        """Give each of `units` its share of the runs."""
        self.units = tuple(units)
        self.inputs = np.zeros((0, 0, 0))

    def forward(self, x: Array) -> Array:
        """Return each group's own f(x)."""
        self.inputs = x
        parts = np.split(x, len(self.units))
        return np.concatenate([unit.value(part) for unit, part in zip(self.units, parts, strict=True)])

    def backward(self, gradient: Array) -> Array:
        """∂L/∂z = δ·fₖ′(z)."""
        return gradient * self.slopes()

    def slopes(self) -> Array:
        """Return fₖ′ at the inputs of the last forward pass."""
        parts = np.split(self.inputs, len(self.units))
        return np.concatenate([unit.slope(part) for unit, part in zip(self.units, parts, strict=True)])

    def parameters(self) -> tuple[Parameter, ...]:
        """Return nothing: the functions are fixed."""
        return ()


def repeated(data: Data, times: int) -> Data:
    """Return the problems of all runs, so many times one after another: every group meets the same ones."""
    from tutor.labs.datasets import Data

    def stacked(array: Array) -> Array:
        return np.concatenate([array] * times)

    labels, tests = (np.concatenate([one] * times) for one in (data.labels, data.test_labels))
    return Data(stacked(data.inputs), labels, stacked(data.test_inputs), tests, data.classes)
