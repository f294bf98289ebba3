"""From a record to its numbers: finds the functions, settles parameters, keeps shape and precision."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

import numpy as np

from tutor.activations.calculus.curve import Curve
from tutor.activations.parameters import find_parameter, settled
from tutor.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import ArrayLike, NDArray

    from tutor.activations.functions.arrays import Array
    from tutor.activations.record import Activation, VectorFunction

PREFIXES = ("", "d_", "dd_")
BLOCK = 8192  # 64 KiB; measured best between 4096 and 16384


class Formula(Protocol):
    """A function of the core: an array and the parameters in catalogue order."""

    def __call__(self, x: Array, /, *parameters: float) -> Array:
        """Return the values at x, of the shape of x."""
        ...


@cache
def formula(module: str, name: str) -> Formula:
    """Return the function `name` of `functions/<module>.py`."""
    return cast("Formula", getattr(import_module(f"tutor.activations.functions.{module}"), name))


def derivative(
    activation: Activation, x: ArrayLike, order: int, parameters: Mapping[str, float]
) -> float | NDArray[Any]:
    """Return the derivative of the given order (0 the value, 1, 2) at x, of the shape of x.

    Raises `UsageError` for another order or an unknown parameter.
    """
    if order not in range(len(PREFIXES)):
        raise UsageError("activation.order", function=activation.name, order=order)
    called = formula(activation.module, PREFIXES[order] + activation.name)
    return _apply(called, x, settled(activation, parameters))


def parameter_gradient(
    activation: Activation, x: ArrayLike, name: str, parameters: Mapping[str, float]
) -> float | NDArray[Any]:
    """Return the derivative with respect to the parameter `name` at x, of the shape of x.

    Raises `UsageError` for an unknown parameter.
    """
    spelling = find_parameter(activation, name).ascii
    called = formula(activation.module, f"{activation.name}_by_{spelling}")
    return _apply(called, x, settled(activation, parameters))


def of_vector(function: VectorFunction, prefix: str, x: ArrayLike, parameters: Mapping[str, float]) -> NDArray[Any]:
    """Return the value (no prefix) or the Jacobian (`j_`) at the vectors x.

    Raises `UsageError` for a number or an empty vector, or an unknown parameter.
    """
    given = np.asarray(x)
    if not given.ndim or not given.shape[-1]:
        raise UsageError("activation.needs_vector", function=function.name)
    values = settled(function, parameters)
    called = formula(function.module, prefix + function.name)
    rows = given.reshape(-1, given.shape[-1])
    step = max(1, BLOCK // given.shape[-1])
    with np.errstate(all="ignore"):
        parts = [
            called(rows[start : start + step].astype(np.float64), *values.values())
            for start in range(0, max(1, len(rows)), step)
        ]
    result: Array = np.concatenate(parts).reshape(given.shape[:-1] + parts[0].shape[1:])
    return result.astype(np.float32) if given.dtype == np.float32 else result


def _apply(called: Formula, x: ArrayLike, values: Mapping[str, float]) -> float | NDArray[Any]:
    """Return the values at x block by block: intermediate results stay in the processor's cache."""
    given = np.asarray(x)
    flat = given.reshape(-1)
    parameters = [np.float64(value) for value in values.values()]  # whose square overflows to ∞, not to an error
    result = np.empty(flat.shape, np.float32 if given.dtype == np.float32 else np.float64)
    # Overflow to ∞ is the right answer where it happens; dead branches of `where` may be invalid.
    with np.errstate(all="ignore"):
        for start in range(0, flat.size, BLOCK):
            wide = flat[start : start + BLOCK].astype(np.float64, copy=False)
            block = called(wide, *parameters)
            missing = np.isnan(wide)
            if missing.any():  # a slope of 1 at "not a number" would be a lie
                block[missing] = np.nan
            result[start : start + BLOCK] = block
    return result.reshape(given.shape) if given.ndim or isinstance(x, np.ndarray) else float(result[0])


def curve_of(activation: Activation, order: int, parameters: Mapping[str, float]) -> Curve:
    """Return the function or one of its derivatives as a curve; the second has no slope."""

    def at(n: int, x: Array) -> Array:
        return np.asarray(activation.derivative(x, n, **parameters))

    slope = (lambda x: at(order + 1, x)) if order + 1 < len(PREFIXES) else None
    return Curve(lambda x: at(order, x), slope, activation.breaks(**parameters))
