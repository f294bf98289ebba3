"""The value and the slope of a function at a point: to choose and to compute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.activations import get
from tutor.questions.generate.confusions import CONFUSED, GATES
from tutor.questions.generate.family import Drafted, Family
from tutor.questions.generate.options import Wrong, number_choice
from tutor.questions.generate.subject import Subject, drawn, names
from tutor.questions.generate.wording import said, spoken
from tutor.questions.generate.working import given, value_steps
from tutor.questions.generate.working_slopes import slope_steps
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.questions.generate.family import Seed
    from tutor.questions.model import Wording
    from tutor.text import Text

PLACES = (-6, -5, -4, -3, -2.5, -2, -1.8, -1.5, -1.2, -1, -0.8, -0.6, -0.5, -0.3,
          0.3, 0.4, 0.5, 0.7, 0.8, 1.2, 1.4, 1.5, 1.8, 2, 2.2, 2.5, 3, 3.5, 4, 5, 7)  # fmt: skip
FAR = (-12, -10, -9, -8, 8, 9, 10, 12)  # the tails of functions that settle
SETTLING = frozenset({"sigmoid", "tanh", "softplus", "log_sigmoid", "softsign", "elu", "celu", "selu", "dyt", "silu"})
WIDE = {"relu6": (-2, -1, 2.5, 4, 5.5, 7, 8, 9), "hard_sigmoid": (-4, -3.5, 3.5, 4), "hard_swish": (-4, -3.5, 3.5, 4)}
SEEN = 1e-4  # a number so small is not told from 0
NEAR = 1e-3  # a value so near to its limit is not held against the limit


def places(function: str) -> tuple[float, ...]:
    """Return the points that are worth a question about a function."""
    return PLACES + (FAR if function in SETTLING else ()) + WIDE.get(function, ())


def asked_place(subject: Subject, seed: Seed) -> float | None:
    """Return a drawn point, None when the function has a kink there."""
    x = float(seed.pick(places(subject.name), "x"))
    idle = x > 0 and subject.value(x) == x and subject.slope(x) == 1 and seed.pick(range(4), "idle") > 0
    return None if idle or x in subject.record.breaks(**subject.parameters) else x


def cousins(subject: Subject, x: float, *, slope: bool) -> Iterator[Wrong]:
    """Yield what the functions give there that this one is taken for."""
    own, key = ("f′", "generate.because_cousin_slope") if slope else ("f", "generate.because_cousin")
    for name, mistake in CONFUSED[subject.name]:
        other = Subject(get(name))
        if x not in other.record.breaks():
            value = other.slope(x) if slope else other.value(x)
            yield Wrong(value, mistake, said(key, other=other.called, own=own, x=significant(x)))


def wrong_values(subject: Subject, x: float) -> Iterator[Wrong]:
    """Yield the numbers that mistakes lead to where f(x) is asked for."""
    right, at = subject.value(x), significant(x)
    mirrored, minus = subject.value(-x), significant(-x)
    yield Wrong(subject.slope(x), "slope-for-value", said("generate.because_slope_for_value", x=at))
    yield from cousins(subject, x, slope=False)
    if x < 0:
        yield Wrong(mirrored, "sign-lost", said("generate.because_sign_lost", x=at, minus=minus))
    if abs(mirrored + right) > NEAR and significant(-mirrored) != at:  # x itself: the function was left out
        yield Wrong(-mirrored, "odd-symmetry-assumed", said("generate.because_not_odd", x=at, minus=minus))
    if abs(right) > NEAR and significant(-right) != at:
        yield Wrong(-right, "sign-flipped", said("generate.because_value_sign", sign=_sign(right), x=at))
    yield Wrong(x, "function-left-out", said("generate.because_left_out", x=at))
    if subject.spelled:
        yield _with_defaults(subject, subject.default.value(x))
    limit = _limit(subject, x)
    if abs(limit - right) > NEAR:
        yield Wrong(limit, "limit-for-value", said("generate.because_limit", limit=significant(limit), x=at))


def wrong_slopes(subject: Subject, x: float) -> Iterator[Wrong]:
    """Yield the numbers that mistakes lead to where f′(x) is asked for."""
    from tutor.activations.properties import properties

    right, value, at = subject.slope(x), subject.value(x), significant(x)
    peak = properties(subject.record, **subject.parameters).slope_supremum
    yield Wrong(value, "value-for-slope", said("generate.because_value_for_slope", x=at))
    yield Wrong(peak.value, "peak-for-tail", said("generate.because_peak", x=at, peak=significant(peak.value)))
    yield from cousins(subject, x, slope=True)
    if abs(right) > NEAR:
        trend = spoken("generate.rising" if right > 0 else "generate.falling")
        yield Wrong(-right, "sign-flipped", said("generate.because_slope_sign", trend=trend, x=at))
    if x < 0 and -x not in subject.record.breaks(**subject.parameters):
        yield Wrong(subject.slope(-x), "sign-lost", said("generate.because_slope_side", x=at, minus=significant(-x)))
    if subject.name in GATES:
        because = said("generate.because_gate_only", gate=GATES[subject.name])
        yield Wrong(value / x, "product-rule-half", because)
    else:
        yield Wrong(value / x, "chord-for-tangent", said("generate.because_chord", x=at, below=given(x)))
    if subject.name == "tanh":
        yield Wrong(1 - value, "square-forgotten", said("generate.because_no_square"))
    if subject.name == "sigmoid":
        yield Wrong(value**2, "one-minus-forgotten", said("generate.because_no_one_minus"))
    if subject.spelled:
        yield _with_defaults(subject, subject.default.slope(x))


def _with_defaults(subject: Subject, value: float) -> Wrong:
    because = said("generate.because_default", spelled=subject.spelled, default=subject.default.spelled)
    return Wrong(value, "parameter-forgotten", because)


def _sign(value: float) -> Text:
    return spoken("generate.positive" if value > 0 else "generate.negative")


def _limit(subject: Subject, x: float) -> float:
    from tutor.activations.properties import properties

    return properties(subject.record, **subject.parameters).limits[x > 0]


def _value(function: str, luck: Seed) -> Drafted | None:
    subject = drawn(function, luck)
    x = asked_place(subject, luck)
    if x is None:
        return None
    body = number_choice(subject.value(x), wrong_values(subject, x), luck, gap=SEEN)
    if body is None:
        return None
    key = luck.pick(("generate.value_ask", "generate.value_ask_fed"), "wording")
    ask = said(key, f=subject.introduced, x=significant(x))
    return Drafted(ask, body, why_value(subject, x))


def _slope(function: str, luck: Seed) -> Drafted | None:
    subject = drawn(function, luck)
    x = asked_place(subject, luck)
    if x is None:
        return None
    body = number_choice(subject.slope(x), wrong_slopes(subject, x), luck, gap=SEEN)
    if body is None:
        return None
    key = luck.pick(("generate.slope_ask", "generate.slope_ask_factor"), "wording")
    ask = said(key, f=subject.introduced, x=significant(x))
    return Drafted(ask, body, why_slope(subject, x))


def why_value(subject: Subject, x: float) -> Wording:
    """Return how the value at x comes about."""
    return said("generate.why_steps", formula=subject.record.formula, steps=value_steps(subject, x))


def why_slope(subject: Subject, x: float) -> Wording:
    """Return how the slope at x comes about."""
    formula = subject.record.derivative_formula.partition(";")[0]
    return said("generate.why_steps", formula=formula, steps=slope_steps(subject, x))


VALUE = Family(
    name="value-at-a-point",
    part=2,
    kind="choice",
    functions=lambda: names("identity", "step"),
    make=_value,
)
SLOPE = Family(
    name="slope-at-a-point",
    part=3,
    kind="choice",
    functions=lambda: names("identity", "step"),
    make=_slope,
)
