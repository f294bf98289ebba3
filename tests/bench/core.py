"""The activation core beside the formula as textbooks write it, on a million numbers at once."""

from __future__ import annotations

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


def _logistic(x: Floats) -> Floats:
    return 1 / (1 + E(-x))


def _naive_tanh(x: Floats) -> Floats:
    return (E(x) - E(-x)) / (E(x) + E(-x))


def _cdf(x: Floats) -> Floats:
    """Return Φ by the tanh form's cheap cousin: the naive GELU has no erf in NumPy."""
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
    "gelu_tanh": (lambda x: x * _cdf(x), lambda x: _cdf(x) + x * (_cdf(x + 1e-6) - _cdf(x)) / 1e-6),
}


def core(_folder: Path, rounds: int) -> tuple[Row, ...]:
    """Measure value and slope of each function by turns with the naive formula, in ns a number."""
    x = np.random.default_rng(1).normal(0, 3, COUNT)
    rows = []
    for name, pair in NAIVE.items():
        record = activations.get(name)
        for naive, ours, what in ((pair[0], record.value, name), (pair[1], record.derivative, f"{name}′")):
            mine, floor = [], []
            for _ in range(max(3, rounds // 3)):
                mine.append(_seconds(ours, x))
                floor.append(_seconds(naive, x))
            rows.append(Row(f"{what}, 10⁶ numbers", middle(tuple(mine)), "naive formula", middle(tuple(floor)), BUDGET))
    return tuple(rows)


def _seconds(function: Callable[[Floats], Floats], x: Floats) -> float:
    before = time.perf_counter()
    function(x)
    return time.perf_counter() - before
