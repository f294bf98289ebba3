"""How a slope comes about, step by step, from the formula of the derivative."""

from __future__ import annotations

from math import exp, expm1, inf, log1p, pi, sqrt, tanh
from typing import TYPE_CHECKING

from tutor.questions.generate.working import (
    SELU_LEFT,
    TANH_SCALE,
    chain,
    density,
    factor,
    given,
    normal,
    number,
    power,
    sigma,
)
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.questions.generate.subject import Subject
    from tutor.questions.generate.working import Steps


def slope_steps(subject: Subject, x: float) -> str:
    """Return f′(x) = … = number."""
    steps = SLOPES[subject.name](subject, x) if subject.name in SLOPES else ()
    return chain(f"f′({significant(x)})", steps, subject.slope(x))


def _gate_slope(scale: Callable[[Subject], float]) -> Steps:
    """Return the steps for x·σ(βx): the gate and what the product rule adds."""

    def steps(s: Subject, x: float) -> tuple[str, ...]:
        y = scale(s) * x
        return (
            f"σ({number(y)}) + {given(y)}·σ({number(y)})·σ({number(-y)})",
            f"{number(sigma(y))} + {given(y)}·{number(sigma(y))}·{number(sigma(-y))}",
        )

    return steps


def _between(low: float, high: float, slope: str) -> Steps:
    """Return the slope of a middle piece where x is on it, nothing on the flat ones."""
    return lambda _, x: (slope,) if low < x < high else ()


def _mish_slope(_: Subject, x: float) -> tuple[str, ...]:
    t = tanh(log1p(exp(x)))
    head = "tanh(s) + x·σ(x)·(1 − tanh²(s))"
    return head, f"{number(t)} + {given(x)}·{number(sigma(x))}·(1 − {number(t)}²)"


def _acon_slope(s: Subject, x: float) -> tuple[str, ...]:
    p1, p2, beta = (s.parameter(name) for name in ("p1", "p2", "beta"))
    y = beta * (p1 - p2) * x
    return (
        f"{number(p1 - p2)}·({number(sigma(y))} + {given(y)}·{number(sigma(y))}·{number(sigma(-y))}) + {given(p2)}",
    )


def _xielu_slope(s: Subject, x: float) -> tuple[str, ...]:
    if x > 0:
        return (f"2·{number(s.parameter('alpha_p'))}·{given(x)} + 1/2",)
    left = number(s.parameter("alpha_n"))
    return f"{left}·({power(x)} − 1) + 1/2", f"{left}·{given(expm1(x))} + 1/2"


def _dyt_slope(s: Subject, x: float) -> tuple[str, ...]:
    alpha = s.parameter("alpha")
    return (
        f"{number(alpha)}·(1 − tanh²({number(alpha * x)}))",
        f"{number(alpha)}·(1 − {given(tanh(alpha * x))}²)",
    )


def _apl_slope(s: Subject, x: float) -> tuple[str, ...]:
    right, left = int(x > 0), int(x < s.parameter("b"))
    return (f"{right} − {given(s.parameter('a'))}·{left}",)


def _gelu_tanh_slope(_: Subject, x: float) -> tuple[str, ...]:
    y, inner = 2 * TANH_SCALE * (x + 0.044715 * x**3), 2 * TANH_SCALE * (1 + 3 * 0.044715 * x * x)
    return (f"{number(sigma(y))} + {given(x)}·{number(inner)}·{number(sigma(y))}·{number(sigma(-y))}",)


def _squared(t: float) -> str:
    return f"{given(t)}²"


SLOPES: dict[str, Steps] = {
    "sigmoid": lambda _, x: (f"σ({number(x)})·σ({number(-x)})", f"{number(sigma(x))}·{number(sigma(-x))}"),
    "tanh": lambda _, x: (f"1 − tanh²({number(x)})", f"1 − {_squared(tanh(x))}"),
    "softplus": lambda s, x: (
        f"σ({number(s.parameter('beta') * x)})",
        f"1/(1 + {power(-s.parameter('beta') * x)})",
    ),
    "log_sigmoid": lambda _, x: (f"σ({number(-x)})", f"1/(1 + {power(x)})"),
    "lecun_tanh": lambda _, x: (
        f"1.1439·(1 − tanh²({number(2 * x / 3)}))",
        f"1.1439·(1 − {_squared(tanh(2 * x / 3))})",
    ),
    "tanhshrink": lambda _, x: (f"tanh²({number(x)})", _squared(tanh(x))),
    "softsign": lambda _, x: (f"1/(1 + {number(abs(x))})²",),
    "erf": lambda _, x: (f"2/√π·{power(-x * x)}", f"{number(2 / sqrt(pi))}·{number(exp(-x * x))}"),
    "dyt": _dyt_slope,
    "squared_relu": lambda _, x: (f"2·max(0, {number(x)})",),
    "star_relu": lambda _, x: (f"2·0.8944·max(0, {number(x)})",),
    "apl": _apl_slope,
    "gelu_tanh": _gelu_tanh_slope,
    "elu": lambda s, x: () if x > 0 else (f"{factor(s.parameter('alpha'))}{power(x)}",),
    "selu": lambda _, x: ("λ",) if x > 0 else (f"λα·{power(x)}", f"{number(SELU_LEFT)}·{number(exp(x))}"),
    "celu": lambda s, x: () if x > 0 else (power(x / s.parameter("alpha")),),
    "xielu": _xielu_slope,
    "silu": _gate_slope(lambda s: s.parameter("beta")),
    "quick_gelu": _gate_slope(lambda _: 1.702),
    "gelu": lambda _, x: (
        f"Φ({number(x)}) + {given(x)}·φ({number(x)})",
        f"{number(normal(x))} + {given(x)}·{number(density(x))}",
    ),
    "mish": _mish_slope,
    "acon_c": _acon_slope,
    "hard_sigmoid": _between(-3, 3, "1/6"),
    "hard_tanh": _between(-1, 1, "1"),
    "relu6": _between(0, 6, "1"),
    "hard_swish": lambda _, x: (f"(2·{given(x)} + 3)/6",) if -3 < x < 3 else (),
    "relu": _between(0, inf, "1"),
    "sine": lambda s, x: (f"{number(s.parameter('omega'))}·cos({number(s.parameter('omega') * x)})",),
    "snake": lambda s, x: (f"1 + sin({number(2 * s.parameter('a') * x)})",),
}
