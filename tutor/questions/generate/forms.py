"""Formulas as people type them, run in small floats step by step: where they overflow, underflow, lose digits.

Each step keeps its text, so that the explanation shows what the machine saw. Scalars of NumPy, whose
overflow is what is asked about: warnings are silenced by the callers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tutor.activations import get

if TYPE_CHECKING:
    from types import ModuleType

Number = Any  # a NumPy scalar of float16, float32 or float64
Steps = tuple[tuple[str, Number], ...]
Run = Callable[[Number, "ModuleType"], Steps]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to compute a function or (order 1) its slope; `run` gives each step with its text."""

    function: str
    order: int
    run: Run

    @property
    def written(self) -> str:
        """Return the formula as typed: the text of its last step."""
        return self.steps(1.0, "float32")[-1][0]

    @property
    def called(self) -> str:
        """Return what it computes: `σ(x)`, `σ′(x)`."""
        return f"{get(self.function).symbol}{'′' if self.order else ''}(x)"

    def truth(self, x: float) -> float:
        """Return what it should give."""
        return get(self.function).derivative(x, self.order)

    def result(self, x: float, precision: str) -> float:
        """Return what the formula gives in `precision` ("float32")."""
        return float(self.steps(x, precision)[-1][1])

    def steps(self, x: float, precision: str) -> Steps:
        """Return every step with its text, in `precision`."""
        import numpy as np

        with np.errstate(all="ignore"):
            return self.run(getattr(np, precision)(x), np)


def _sigmoid(x: Number, np: ModuleType) -> Steps:
    e = np.exp(-x)
    return ("e^(−x)", e), ("1 + e^(−x)", 1 + e), ("1/(1 + e^(−x))", 1 / (1 + e))


def _sigmoid_quotient(x: Number, np: ModuleType) -> Steps:
    e = np.exp(x)
    return ("e^x", e), ("1 + e^x", 1 + e), ("e^x/(1 + e^x)", e / (1 + e))


def _sigmoid_tanh(x: Number, np: ModuleType) -> Steps:
    t = np.tanh(x / 2)
    return ("tanh(x/2)", t), ("1 + tanh(x/2)", 1 + t), ("(1 + tanh(x/2))/2", (1 + t) / 2)


def _sigmoid_complement(x: Number, np: ModuleType) -> Steps:
    e = np.exp(x)
    return ("e^x", e), ("1/(1 + e^x)", 1 / (1 + e)), ("1 − 1/(1 + e^x)", 1 - 1 / (1 + e))


def _tanh(x: Number, np: ModuleType) -> Steps:
    a, b = np.exp(x), np.exp(-x)
    return ("e^x − e^(−x)", a - b), ("e^x + e^(−x)", a + b), ("(e^x − e^(−x))/(e^x + e^(−x))", (a - b) / (a + b))


def _tanh_square(x: Number, np: ModuleType) -> Steps:
    e = np.exp(2 * x)
    return ("e^(2x) − 1", e - 1), ("e^(2x) + 1", e + 1), ("(e^(2x) − 1)/(e^(2x) + 1)", (e - 1) / (e + 1))


def _tanh_complement(x: Number, np: ModuleType) -> Steps:
    e = np.exp(2 * x)
    return ("e^(2x)", e), ("2/(e^(2x) + 1)", 2 / (e + 1)), ("1 − 2/(e^(2x) + 1)", 1 - 2 / (e + 1))


def _softplus(x: Number, np: ModuleType) -> Steps:
    e = np.exp(x)
    return ("e^x", e), ("1 + e^x", 1 + e), ("ln(1 + e^x)", np.log(1 + e))


def _softplus_log1p(x: Number, np: ModuleType) -> Steps:
    e = np.exp(x)
    return ("e^x", e), ("log1p(e^x)", np.log1p(e))


def _softplus_split(x: Number, np: ModuleType) -> Steps:
    e = np.exp(-abs(x))
    return ("e^(−|x|)", e), ("max(0, x) + log1p(e^(−|x|))", np.maximum(x, 0) + np.log1p(e))


def _log_sigmoid(x: Number, np: ModuleType) -> Steps:
    e = np.exp(-x)
    s = 1 / (1 + e)
    return ("e^(−x)", e), ("σ(x)", s), ("ln(σ(x))", np.log(s))


def _log_sigmoid_plain(x: Number, np: ModuleType) -> Steps:
    e = np.exp(-x)
    return ("e^(−x)", e), ("1 + e^(−x)", 1 + e), ("−ln(1 + e^(−x))", -np.log(1 + e))


def _log_sigmoid_difference(x: Number, np: ModuleType) -> Steps:
    e = np.exp(x)
    return ("e^x", e), ("ln(1 + e^x)", np.log(1 + e)), ("x − ln(1 + e^x)", x - np.log(1 + e))


def _log_sigmoid_split(x: Number, np: ModuleType) -> Steps:
    e = np.exp(-abs(x))
    return ("e^(−|x|)", e), ("min(0, x) − log1p(e^(−|x|))", np.minimum(x, 0) - np.log1p(e))


def _silu(x: Number, np: ModuleType) -> Steps:
    e = np.exp(-x)
    return ("e^(−x)", e), ("1 + e^(−x)", 1 + e), ("x/(1 + e^(−x))", x / (1 + e))


def _silu_quotient(x: Number, np: ModuleType) -> Steps:
    e = np.exp(x)
    return ("x·e^x", x * e), ("1 + e^x", 1 + e), ("x·e^x/(1 + e^x)", x * e / (1 + e))


def _silu_tanh(x: Number, np: ModuleType) -> Steps:
    t = np.tanh(x / 2)
    return ("tanh(x/2)", t), ("x·(1 + tanh(x/2))/2", x * (1 + t) / 2)


def _elu(x: Number, np: ModuleType) -> Steps:
    return ("e^x", np.exp(x)), ("e^x − 1", np.exp(x) - 1)


def _sigmoid_slope(x: Number, np: ModuleType) -> Steps:
    e = np.exp(-x)
    s = 1 / (1 + e)
    return ("e^(−x)", e), ("σ(x)", s), ("1 − σ(x)", 1 - s), ("σ(x)·(1 − σ(x))", s * (1 - s))


def _sigmoid_slope_mirrored(x: Number, np: ModuleType) -> Steps:
    up, down = np.exp(x), np.exp(-x)
    a, b = 1 / (1 + down), 1 / (1 + up)
    return ("e^x", up), ("e^(−x)", down), ("σ(x)", a), ("σ(−x)", b), ("σ(x)·σ(−x)", a * b)


def _sigmoid_slope_quotient(x: Number, np: ModuleType) -> Steps:
    e = np.exp(-x)
    square = (1 + e) * (1 + e)
    return ("e^(−x)", e), ("(1 + e^(−x))²", square), ("e^(−x)/(1 + e^(−x))²", e / square)


def _tanh_slope(x: Number, np: ModuleType) -> Steps:
    t = np.tanh(x)
    return ("tanh(x)", t), ("1 − tanh²(x)", 1 - t * t)


def _tanh_slope_factors(x: Number, np: ModuleType) -> Steps:
    t = np.tanh(x)
    return ("1 − tanh(x)", 1 - t), ("1 + tanh(x)", 1 + t), ("(1 − tanh(x))·(1 + tanh(x))", (1 - t) * (1 + t))


def _tanh_slope_square(x: Number, np: ModuleType) -> Steps:
    total = np.exp(x) + np.exp(-x)
    return ("e^x + e^(−x)", total), ("(e^x + e^(−x))²", total * total), ("4/(e^x + e^(−x))²", 4 / (total * total))


def _tanh_slope_mirrored(x: Number, np: ModuleType) -> Steps:
    up, down = np.exp(2 * x), np.exp(-2 * x)
    a, b = 1 / (1 + down), 1 / (1 + up)
    return ("e^(2x)", up), ("e^(−2x)", down), ("σ(2x)", a), ("σ(−2x)", b), ("4·σ(2x)·σ(−2x)", 4 * a * b)


FORMS: tuple[Form, ...] = (
    Form("sigmoid", 0, _sigmoid),
    Form("sigmoid", 0, _sigmoid_quotient),
    Form("sigmoid", 0, _sigmoid_tanh),
    Form("sigmoid", 0, _sigmoid_complement),
    Form("tanh", 0, _tanh),
    Form("tanh", 0, _tanh_square),
    Form("tanh", 0, _tanh_complement),
    Form("softplus", 0, _softplus),
    Form("softplus", 0, _softplus_log1p),
    Form("softplus", 0, _softplus_split),
    Form("log_sigmoid", 0, _log_sigmoid),
    Form("log_sigmoid", 0, _log_sigmoid_plain),
    Form("log_sigmoid", 0, _log_sigmoid_difference),
    Form("log_sigmoid", 0, _log_sigmoid_split),
    Form("silu", 0, _silu),
    Form("silu", 0, _silu_quotient),
    Form("silu", 0, _silu_tanh),
    Form("elu", 0, _elu),
    Form("sigmoid", 1, _sigmoid_slope),
    Form("sigmoid", 1, _sigmoid_slope_mirrored),
    Form("sigmoid", 1, _sigmoid_slope_quotient),
    Form("tanh", 1, _tanh_slope),
    Form("tanh", 1, _tanh_slope_factors),
    Form("tanh", 1, _tanh_slope_square),
    Form("tanh", 1, _tanh_slope_mirrored),
)
# Where e^(kx) overflows, x being positive: the form, k.
OVERFLOWING: tuple[tuple[Form, int], ...] = tuple(
    (form, scale)
    for form in FORMS
    for run, scale in (
        (_sigmoid_quotient, 1),
        (_tanh, 1),
        (_tanh_square, 2),
        (_softplus, 1),
        (_log_sigmoid_difference, 1),
        (_tanh_slope_square, 2),
    )
    if form.run is run
)
