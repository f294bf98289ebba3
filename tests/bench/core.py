"""The activation core beside the formula as textbooks write it, on a million numbers at once."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

import numpy as np

from tests.bench.rounds import Row, middle
from tutor import activations

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Floats = np.ndarray

COUNT = 1_000_000
BUDGET = 5.0  # design, section 5: never slower than five times the naive formula
E = np.exp
ERF = np.vectorize(math.erf, otypes=[float])
SCALE, ALPHA = 1.0507009873554805, 1.6732632423543772  # of SELU


def _logistic(x: Floats) -> Floats:
    return 1 / (1 + E(-x))


def _naive_tanh(x: Floats) -> Floats:
    return (E(x) - E(-x)) / (E(x) + E(-x))


def _exact_cdf(x: Floats) -> Floats:
    """Return Φ from the one erf of the standard library, number by number: NumPy has none."""
    return 0.5 * (1 + ERF(x / np.sqrt(2)))


def _cdf(x: Floats) -> Floats:
    """Return Φ by its tanh form."""
    return 0.5 * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))


NAIVE: dict[str, tuple[Callable[[Floats], Floats], Callable[[Floats], Floats]]] = {
    "sigmoid": (_logistic, lambda x: _logistic(x) * (1 - _logistic(x))),
    "tanh": (_naive_tanh, lambda x: 1 - _naive_tanh(x) ** 2),
    "softplus": (lambda x: np.log(1 + E(x)), _logistic),
    "relu": (lambda x: np.maximum(x, 0), lambda x: (x > 0).astype(float)),
    "leaky_relu": (lambda x: np.where(x > 0, x, 0.01 * x), lambda x: np.where(x > 0, 1.0, 0.01)),
    "elu": (lambda x: np.where(x > 0, x, E(x) - 1), lambda x: np.where(x > 0, 1.0, E(x))),
    "silu": (lambda x: x * _logistic(x), lambda x: _logistic(x) * (1 + x * (1 - _logistic(x)))),
    "mish": (
        lambda x: x * np.tanh(np.log(1 + E(x))),
        lambda x: E(x) * (4 * (x + 1) + 4 * E(2 * x) + E(3 * x) + E(x) * (4 * x + 6)) / (2 * E(x) + E(2 * x) + 2) ** 2,
    ),
    "selu": (
        lambda x: SCALE * np.where(x > 0, x, ALPHA * (E(x) - 1)),
        lambda x: SCALE * np.where(x > 0, 1.0, ALPHA * E(x)),
    ),
    "gelu": (lambda x: x * _exact_cdf(x), lambda x: _exact_cdf(x) + x * E(-x * x / 2) / np.sqrt(2 * np.pi)),
    "softsign": (lambda x: x / (1 + np.abs(x)), lambda x: 1 / (1 + np.abs(x)) ** 2),
    "tanhshrink": (lambda x: x - np.tanh(x), lambda x: np.tanh(x) ** 2),
    "hard_swish": (
        lambda x: x * np.clip(x + 3, 0, 6) / 6,
        lambda x: np.where(x <= -3, 0, np.where(x >= 3, 1, (2 * x + 3) / 6)),
    ),
    "gelu_tanh": (lambda x: x * _cdf(x), lambda x: _cdf(x) + x * (_cdf(x + 1e-6) - _cdf(x)) / 1e-6),
}


def _naive_softmax(x: Floats) -> Floats:
    weights = E(x)
    return weights / weights.sum(axis=-1, keepdims=True)


def core(_folder: Path, rounds: int) -> tuple[Row, ...]:
    """Measure value and slope of each function by turns with the naive formula, and the softmax of 10⁴ rows of 100."""
    x = np.random.default_rng(1).normal(0, 3, COUNT)
    rows = []
    for name, (value, slope) in NAIVE.items():
        record = activations.get(name)
        rows += [_row(name, record.value, value, x, rounds), _row(f"{name}′", record.derivative, slope, x, rounds)]
    table, softmax, log_softmax = x.reshape(-1, 100), *map(activations.get_vector, ("softmax", "log_softmax"))
    rows.append(_row("softmax", softmax.value, _naive_softmax, table, rounds))
    rows.append(_row("log_softmax", log_softmax.value, lambda x: np.log(_naive_softmax(x)), table, rounds))
    return tuple(rows)


def _row(what: str, ours: Callable[[Floats], Floats], naive: Callable[[Floats], Floats], x: Floats, rounds: int) -> Row:
    mine, floor = [], []
    for _ in range(max(3, rounds // 3)):
        mine.append(_seconds(ours, x))
        floor.append(_seconds(naive, x))
    return Row(f"{what}, 10⁶ numbers", middle(tuple(mine)), "naive formula", middle(tuple(floor)), BUDGET)


def _seconds(function: Callable[[Floats], Floats], x: Floats) -> float:
    before = time.perf_counter()
    function(x)
    return time.perf_counter() - before
