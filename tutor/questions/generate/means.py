"""Zero-centred or not, by number: the mean of f over a normal input, and which function has mean 0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.activations import get
from tutor.questions.generate.confusions import CONFUSED
from tutor.questions.generate.family import Drafted, Family
from tutor.questions.generate.options import MOST, Wrong, number_choice
from tutor.questions.generate.subject import Subject, drawn, names, plainly
from tutor.questions.generate.wording import said, wording
from tutor.questions.model import Choice, Option
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.activations.functions.arrays import Array
    from tutor.questions.generate.family import Seed
    from tutor.questions.model import Wording

SPREADS = (1, 1, 2, 3, 0.5)  # standard deviations of the input
CENTRED = ("tanh", "softsign", "selu", "hard_tanh", "erf", "tanhshrink", "sine", "lecun_tanh")
OFF_CENTRE = ("sigmoid", "relu", "leaky_relu", "prelu", "elu", "gelu", "silu", "mish", "softplus", "hard_sigmoid",
              "hard_swish", "relu6", "squared_relu", "log_sigmoid", "quick_gelu")  # fmt: skip


def mean(subject: Subject, spread: float, kind: str = "mean") -> float:
    """Return E f(sz) for z ~ N(0, 1), E f(sz)² (`square`), or E f(sz) given z > 0 (`positive`)."""
    import numpy as np

    from tutor.activations.calculus import gaussian

    def at(z: Array) -> Array:
        values: Array = subject.record.value(spread * z, **subject.parameters)
        if kind == "square":
            return np.square(values)
        return np.where(z > 0, 2 * values, 0.0) if kind == "positive" else values

    joints = subject.record.breaks(**subject.parameters)
    places = tuple(sorted({0.0, *(joint / spread for joint in joints)}))
    return round(gaussian.mean(at, places), 10) + 0.0


def wrong_means(subject: Subject, spread: float) -> Iterator[Wrong]:
    """Yield the numbers that mistakes lead to where E f(sz) is asked for."""
    right = mean(subject, spread)
    yield Wrong(0.0, "zero-mean-assumed", said("generate.because_mean_not_zero", mean=significant(right)))
    at_zero = subject.value(0.0)
    yield Wrong(at_zero, "mean-through-the-curve", said("generate.because_value_at_mean", value=significant(at_zero)))
    yield Wrong(0.5, "half-by-feel", said("generate.because_mean_half", mean=significant(right)))
    yield Wrong(mean(subject, spread, "positive"), "one-side-only", said("generate.because_positive_half"))
    yield Wrong(mean(subject, spread, "square"), "square-for-mean", said("generate.because_second_moment"))
    if right:
        above = mean(subject, spread, "positive") / 2
        halves = {"above": significant(above), "below": significant(_left(right, above))}
        yield Wrong(-right, "sign-flipped", said("generate.because_mean_sign", **halves))
    if spread != 1:
        because = said("generate.because_unit_spread", s=significant(spread))
        yield Wrong(mean(subject, 1.0), "inner-factor-ignored", because)
    for name, mistake in CONFUSED[subject.name]:
        other = Subject(get(name))
        yield Wrong(mean(other, spread), mistake, said("generate.because_mean_cousin", other=other.called))


def _left(right: float, above: float) -> float:
    """Return what the half z < 0 contributes; the rounding of two integrals is no contribution."""
    return round(right - above, 8) + 0.0


def _mean(function: str, luck: Seed) -> Drafted | None:
    subject, spread = drawn(function, luck), float(luck.pick(SPREADS, "spread"))
    right = mean(subject, spread)
    body = number_choice(right, wrong_means(subject, spread), luck)
    if body is None or 0 < abs(right) < 1e-3:
        return None
    if spread == 1:
        ask = said("generate.mean_ask_unit", f=subject.introduced)
    else:
        ask = said("generate.mean_ask", f=subject.introduced, spread=significant(spread))
    return Drafted(ask, body, _why(subject, spread, right))


def _why(subject: Subject, spread: float, right: float) -> Wording:
    """Return how the two halves of the input make the mean."""
    above = mean(subject, spread, "positive") / 2
    below = _left(right, above)
    halves = {"above": significant(above), "below": significant(below), "mean": significant(right)}
    verdict = "generate.why_mean_centred" if right == 0 else "generate.why_mean"
    return said(verdict, **halves)


def _centred(function: str, luck: Seed) -> Drafted | None:
    right = function if function in CENTRED else luck.pick(CENTRED, "right")
    held = () if function in CENTRED else (function,)
    others = [name for name in luck.shuffled(OFF_CENTRE, "options") if name not in held]
    wrong = [_off_centre(plainly(name)) for name in (*held, *others)[:MOST]]
    options = (Option(right=True, wording=wording(plainly(right).called)), *wrong)
    ask = said(luck.pick(("generate.centred_ask", "generate.centred_ask_next"), "wording"))
    halves = mean(plainly(right), 1.0, "positive") / 2
    why = said("generate.why_centred", f=plainly(right).called, above=significant(halves), below=significant(-halves))
    return Drafted(ask, Choice(options), why)


def _off_centre(subject: Subject) -> Option:
    from tutor.activations.properties import properties

    low = properties(subject.record).infimum.value
    dips = low < 0 and subject.name != "log_sigmoid"
    key = "generate.because_negative_not_centred" if dips else "generate.because_off_centre"
    because = said(key, f=subject.called, mean=significant(mean(subject, 1.0)))
    mistake = "negative-means-centred" if dips else "zero-mean-assumed"
    return Option(right=False, wording=wording(subject.called), mistake=mistake, because=because)


MEAN = Family(
    name="mean-output",
    part=3,
    kind="choice",
    functions=lambda: names("identity", "step", "squared_relu", "xielu"),
    make=_mean,
)
ZERO_CENTRED = Family(
    name="zero-centred",
    part=3,
    kind="choice",
    functions=lambda: (*CENTRED, *OFF_CENTRE),
    make=_centred,
)
