"""Which of these functions has the larger slope at x: the tempting ones are high there, or steep elsewhere."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from tutor.questions.generate.family import Drafted, Family
from tutor.questions.generate.options import FEWEST, MOST, apart
from tutor.questions.generate.subject import plainly
from tutor.questions.generate.wording import listed, said, spoken, wording
from tutor.questions.generate.working_slopes import slope_steps
from tutor.questions.model import Choice, Option
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from tutor.questions.generate.family import Seed
    from tutor.questions.generate.subject import Subject

POOL = ("sigmoid", "tanh", "softplus", "softsign", "relu", "leaky_relu", "prelu", "elu", "selu", "silu", "gelu",
        "mish", "hard_sigmoid", "hard_tanh", "relu6", "hard_swish", "squared_relu", "log_sigmoid")  # fmt: skip
PLACES = (
    -5,
    -4,
    -3.5,
    -2.5,
    -2,
    -1.7,
    -1.4,
    -1.2,
    -0.8,
    -0.5,
    -0.3,
    0.2,
    0.4,
    0.8,
    1.2,
    1.4,
    1.8,
    2.2,
    2.5,
    3.5,
    4,
    5,
    7,
)
COMPANY = 6  # functions looked at in one attempt


def tempting(subject: Subject, best: Subject, x: float) -> Option | None:
    """Return a wrong option with the reason why it tempts, None when it does not."""
    from tutor.activations.properties import properties

    slope, at = significant(subject.slope(x)), significant(x)
    name = subject.called
    if subject.value(x) > best.value(x):
        because = said(
            "generate.because_higher_not_steeper", f=name, x=at, slope=slope, value=significant(subject.value(x))
        )
        return Option(right=False, wording=wording(name), mistake="value-for-slope", because=because)
    peak = properties(subject.record).slope_supremum.value
    if peak > 1.2 * properties(best.record).slope_supremum.value:
        key = "generate.because_steep_elsewhere" if isfinite(peak) else "generate.because_steeper_without_end"
        because = said(key, f=name, x=at, slope=slope, peak=significant(peak))
        return Option(right=False, wording=wording(name), mistake="peak-for-tail", because=because)
    return None


def _drafted(function: str, luck: Seed) -> Drafted | None:
    others = [name for name in luck.shuffled(POOL, "company") if name != function][: COMPANY - 1]
    subjects = [plainly(name) for name in (function, *others)]
    x = float(luck.pick(PLACES, "x"))
    best = max(subjects, key=lambda one: one.slope(x))
    wrong = [
        (one, option)
        for one in subjects
        if apart(abs(one.slope(x)), best.slope(x))
        and abs(one.slope(x)) < best.slope(x)
        and (option := tempting(one, best, x)) is not None
    ][:MOST]
    shown = [best, *(one for one, _ in wrong)]
    if len(wrong) < FEWEST or all(one.name != function for one in shown) or best.slope(x) <= 0:
        return None
    right = Option(right=True, wording=wording(best.called))
    ask = said(luck.pick(("generate.steepest_ask", "generate.steepest_ask_gradient"), "wording"), x=significant(x))
    slopes = listed(f"{one.record.symbol}′({significant(x)}) = {significant(one.slope(x))}" for one in shown)
    formula = spoken("generate.steps_of", f=best.called, steps=slope_steps(best, x))
    return Drafted(
        ask,
        Choice((right, *(option for _, option in wrong))),
        said("generate.why_steepest", steps=formula, slopes=slopes),
    )


STEEPEST = Family(
    name="larger-slope",
    part=3,
    kind="choice",
    functions=lambda: POOL,
    make=_drafted,
)
