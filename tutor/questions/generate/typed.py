"""Values and slopes to be typed: two digits from a number that is given, or exactly where lines are straight."""

from __future__ import annotations

from math import exp, tanh
from typing import TYPE_CHECKING

from tutor.questions.generate.at_a_point import asked_place, why_slope, why_value
from tutor.questions.generate.family import Drafted, Family
from tutor.questions.generate.subject import drawn
from tutor.questions.generate.wording import said
from tutor.questions.generate.working import density, normal, power, sigma
from tutor.questions.model import Numeric
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.questions.generate.family import Seed
    from tutor.questions.generate.subject import Subject
    from tutor.questions.model import Wording

    Help = Callable[[Subject, float], str]

FAR = 6.0  # beyond, a typed answer is all zeros or all nines
STRAIGHT = (
    "relu",
    "leaky_relu",
    "prelu",
    "hard_sigmoid",
    "hard_tanh",
    "relu6",
    "hard_swish",
    "softsign",
    "squared_relu",
    "apl",
)
ZERO_OR_ONE = ("relu", "hard_tanh", "relu6")  # whose slopes need no computing
GIVEN = 4  # digits of the numbers that are given
ROUNDED, EXACT = 2, 3  # digits asked for
SMALL = 0.01  # below, the digits given would not do for the digits asked for


def _known(what: str, value: float) -> str:
    return f"{what} ≈ {significant(value, GIVEN)}"


def _exponential(x: float) -> str:
    return _known(power(x), exp(x))


VALUE_HELP: dict[str, Help] = {
    "sigmoid": lambda _, x: _exponential(-x),
    "tanh": lambda _, x: _exponential(2 * x),
    "elu": lambda _, x: _exponential(x),
    "celu": lambda s, x: _exponential(x / s.parameter("alpha")),
    "silu": lambda s, x: _exponential(-s.parameter("beta") * x),
    "gelu": lambda _, x: _known(f"Φ({significant(x)})", normal(x)),
    "quick_gelu": lambda _, x: _exponential(-1.702 * x),
}
SLOPE_HELP: dict[str, Help] = {
    "sigmoid": lambda _, x: _known(f"σ({significant(x)})", sigma(x)),
    "tanh": lambda _, x: _known(f"tanh({significant(x)})", tanh(x)),
    "softplus": lambda s, x: _exponential(-s.parameter("beta") * x),
    "log_sigmoid": lambda _, x: _exponential(x),
    "elu": lambda _, x: _exponential(x),
    "celu": lambda s, x: _exponential(x / s.parameter("alpha")),
    "silu": lambda s, x: _known(f"σ({significant(s.parameter('beta') * x)})", sigma(s.parameter("beta") * x)),
    "gelu": lambda _, x: f"{_known(f'Φ({significant(x)})', normal(x))}, {_known(f'φ({significant(x)})', density(x))}",
}


def _drafted(function: str, luck: Seed, *, slope: bool) -> Drafted | None:
    subject, straight = drawn(function, luck), function in STRAIGHT
    x = asked_place(subject, luck)
    if x is None or abs(x) > FAR or (x > 0 and subject.slope(x) == 1):
        return None
    expected = subject.slope(x) if slope else subject.value(x)
    if (not straight and abs(expected) < SMALL) or (not expected and luck.pick(range(4), "zero")):
        return None
    digits = EXACT if straight else ROUNDED
    if not slope and significant(expected, digits) == significant(x, digits):
        return None  # whoever types x back has done nothing
    ask = _ask(subject, x, slope=slope)
    why = why_slope(subject, x) if slope else why_value(subject, x)
    return Drafted(ask, Numeric(repr(round(expected, 12) + 0.0), digits), why)


def _ask(subject: Subject, x: float, *, slope: bool) -> Wording:
    at = significant(x)
    if subject.name in STRAIGHT:
        key = "generate.slope_typed" if slope else "generate.value_typed"
        return said(key, f=subject.introduced, x=at)
    known = (SLOPE_HELP if slope else VALUE_HELP)[subject.name](subject, x)
    key = "generate.slope_typed_given" if slope else "generate.value_typed_given"
    return said(key, f=subject.introduced, x=at, known=known)


VALUE_TYPED = Family(
    name="compute-the-value",
    part=2,
    kind="numeric",
    functions=lambda: (*VALUE_HELP, *STRAIGHT),
    make=lambda function, luck: _drafted(function, luck, slope=False),
)
SLOPE_TYPED = Family(
    name="compute-the-slope",
    part=3,
    kind="numeric",
    functions=lambda: (*SLOPE_HELP, *(name for name in STRAIGHT if name not in ZERO_OR_ONE)),
    make=lambda function, luck: _drafted(function, luck, slope=True),
)
