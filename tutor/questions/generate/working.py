"""How a value comes about, step by step, in formulas that both readers share: f(−2) = 1/(1 + e^2) = … = 0.119."""

from __future__ import annotations

from math import erf, exp, expm1, log1p, pi, sin, sqrt, tanh
from typing import TYPE_CHECKING

from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.questions.generate.subject import Subject

    Steps = Callable[[Subject, float], tuple[str, ...]]

SELU_SCALE, SELU_LEFT = 1.0507009873554805, 1.0507009873554805 * 1.6732632423543772
TANH_SCALE = sqrt(2 / pi)


def number(value: float) -> str:
    """Return an intermediate number, with two digits more than the result shows."""
    return significant(value, 5)


def given(value: float) -> str:
    """Return a number as a factor or an argument: negative ones in brackets."""
    text = number(value)
    return f"({text})" if text.startswith("−") else text


def factor(value: float) -> str:
    """Return a number with its multiplication sign, nothing for 1."""
    return "" if value == 1 else f"{given(value)}·"


def power(value: float) -> str:
    """Return e to a power: `e^2`, `e^(−2)`."""
    return f"e^{given(value)}"


def sigma(x: float) -> float:
    """Return σ(x)."""
    return 1 / (1 + exp(-x))


def normal(x: float) -> float:
    """Return Φ(x)."""
    return (1 + erf(x / sqrt(2))) / 2


def density(x: float) -> float:
    """Return φ(x)."""
    return exp(-x * x / 2) / sqrt(2 * pi)


def clip(x: float, low: float, high: float) -> float:
    """Return x, or the end of [low, high] beyond which it lies."""
    return min(max(x, low), high)


def value_steps(subject: Subject, x: float) -> str:
    """Return f(x) = … = number."""
    steps = VALUES[subject.name](subject, x) if subject.name in VALUES else ()
    return chain(f"f({significant(x)})", steps, subject.value(x))


def chain(head: str, steps: tuple[str, ...], result: float) -> str:
    """Return the steps from the call to the result, none twice in a row."""
    final = significant(result)
    pieces = [head]
    for step in (*steps, final):
        if step != pieces[-1]:
            pieces.append(step)
    return " = ".join(pieces)


def _tanh_value(_: Subject, x: float) -> tuple[str, ...]:
    if x < 0:
        e = exp(2 * x)
        return f"({power(2 * x)} − 1)/({power(2 * x)} + 1)", f"({number(e)} − 1)/({number(e)} + 1)"
    e = exp(-2 * x)
    return f"(1 − {power(-2 * x)})/(1 + {power(-2 * x)})", f"(1 − {number(e)})/(1 + {number(e)})"


def _left(ascii_name: str) -> Steps:
    """Return the steps of a function that multiplies negative x by a parameter."""
    return lambda s, x: () if x > 0 else (f"{given(s.parameter(ascii_name))}·{given(x)}",)


def _elu(s: Subject, x: float) -> tuple[str, ...]:
    alpha = s.parameter("alpha")
    times = factor(alpha)
    return () if x > 0 else (f"{times}({power(x)} − 1)", f"{times}({number(exp(x))} − 1)")


def _selu(_: Subject, x: float) -> tuple[str, ...]:
    if x > 0:
        return (f"λx = {number(SELU_SCALE)}·{given(x)}",)
    return (
        f"λα({power(x)} − 1)",
        f"{number(SELU_SCALE)}·{number(SELU_LEFT / SELU_SCALE)}·({number(exp(x))} − 1)",
    )


def _celu(s: Subject, x: float) -> tuple[str, ...]:
    alpha = s.parameter("alpha")
    y = x / alpha
    times = factor(alpha)
    return () if x > 0 else (f"{times}({power(y)} − 1)", f"{times}({number(exp(y))} − 1)")


def _xielu(s: Subject, x: float) -> tuple[str, ...]:
    right, left = s.parameter("alpha_p"), s.parameter("alpha_n")
    if x > 0:
        return (f"{number(right)}·{given(x)}² + {given(x)}/2",)
    return (
        f"{number(left)}·({power(x)} − 1 − {given(x)}) + {given(x)}/2",
        f"{number(left * (expm1(x) - x))} − {number(-x / 2)}",
    )


def _softplus(s: Subject, x: float) -> tuple[str, ...]:
    beta = s.parameter("beta")
    over = "" if beta == 1 else f"/{number(beta)}"
    return f"ln(1 + {power(beta * x)}){over}", f"ln({number(1 + exp(beta * x))}){over}"


def _silu(s: Subject, x: float) -> tuple[str, ...]:
    y = s.parameter("beta") * x
    return f"{given(x)}·σ({number(y)})", f"{given(x)}·{number(sigma(y))}"


def _mish(_: Subject, x: float) -> tuple[str, ...]:
    s = log1p(exp(x))
    return f"{given(x)}·tanh(ln(1 + {power(x)}))", f"{given(x)}·tanh({number(s)})", f"{given(x)}·{number(tanh(s))}"


def _gelu_tanh(_: Subject, x: float) -> tuple[str, ...]:
    t = tanh(TANH_SCALE * (x + 0.044715 * x**3))
    return (f"{given(x)}/2·(1 + {given(t)})",)


def _acon(s: Subject, x: float) -> tuple[str, ...]:
    p1, p2, beta = (s.parameter(name) for name in ("p1", "p2", "beta"))
    wide = p1 - p2
    gate = f"σ({number(beta * wide * x)})"
    head, tail = f"{number(wide)}·{given(x)}·", f" + {given(p2)}·{given(x)}"
    return head + gate + tail, head + number(sigma(beta * wide * x)) + tail


def _apl(s: Subject, x: float) -> tuple[str, ...]:
    a, b = s.parameter("a"), s.parameter("b")
    return (
        f"max(0, {number(x)}) + {given(a)}·max(0, {number(b)} − {given(x)})",
        f"{number(max(0.0, x))} + {given(a)}·{number(max(0.0, b - x))}",
    )


VALUES: dict[str, Steps] = {
    "sigmoid": lambda _, x: (f"1/(1 + {power(-x)})", f"1/(1 + {number(exp(-x))})"),
    "tanh": _tanh_value,
    "softplus": _softplus,
    "log_sigmoid": lambda _, x: (f"−ln(1 + {power(-x)})", f"−ln({number(1 + exp(-x))})"),
    "lecun_tanh": lambda _, x: (f"1.7159·tanh({number(2 * x / 3)})", f"1.7159·{given(tanh(2 * x / 3))}"),
    "tanhshrink": lambda _, x: (f"{number(x)} − {given(tanh(x))}",),
    "softsign": lambda _, x: (f"{given(x)}/(1 + {number(abs(x))})",),
    "dyt": lambda s, x: (
        f"tanh({number(s.parameter('alpha'))}·{given(x)})",
        f"tanh({number(s.parameter('alpha') * x)})",
    ),
    "relu": lambda _, x: (f"max(0, {number(x)})",),
    "leaky_relu": _left("alpha"),
    "prelu": _left("alpha"),
    "squared_relu": lambda _, x: (f"max(0, {number(x)})²", f"{number(max(0.0, x))}²"),
    "star_relu": lambda _, x: (
        f"0.8944·max(0, {number(x)})² − 0.4472",
        f"{number(0.8944 * max(0.0, x) ** 2)} − 0.4472",
    ),
    "apl": _apl,
    "elu": _elu,
    "selu": _selu,
    "celu": _celu,
    "xielu": _xielu,
    "silu": _silu,
    "gelu": lambda _, x: (f"{given(x)}·Φ({number(x)})", f"{given(x)}·{number(normal(x))}"),
    "gelu_tanh": _gelu_tanh,
    "quick_gelu": lambda _, x: (f"{given(x)}·σ({number(1.702 * x)})", f"{given(x)}·{number(sigma(1.702 * x))}"),
    "mish": _mish,
    "acon_c": _acon,
    "hard_sigmoid": lambda _, x: (f"min(max(({number(x)} + 3)/6, 0), 1)", f"min(max({number((x + 3) / 6)}, 0), 1)"),
    "hard_tanh": lambda _, x: (f"min(max({number(x)}, −1), 1)",),
    "relu6": lambda _, x: (f"min(max(0, {number(x)}), 6)",),
    "hard_swish": lambda _, x: (
        f"{given(x)}·min(max({number(x)} + 3, 0), 6)/6",
        f"{given(x)}·{number(clip(x + 3, 0, 6))}/6",
    ),
    "sine": lambda s, x: (f"sin({number(s.parameter('omega') * x)})",),
    "snake": lambda s, x: (
        f"{number(x)} + sin²({number(s.parameter('a') * x)})/{number(s.parameter('a'))}",
        f"{number(x)} + {number(sin(s.parameter('a') * x) ** 2)}/{number(s.parameter('a'))}",
    ),
}
