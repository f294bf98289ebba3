"""Formulas in small floats: what float32 gives, which formula survives, from where on one overflows."""

from __future__ import annotations

from math import isfinite, isinf, isnan, log, log2, log10
from typing import TYPE_CHECKING

from tutor.questions.generate.family import Drafted, Family
from tutor.questions.generate.forms import FORMS, OVERFLOWING, Form
from tutor.questions.generate.options import FEWEST, MOST, Wrong, number_choice
from tutor.questions.generate.wording import listed, plain, said
from tutor.questions.model import Choice, Option
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.questions.generate.family import Seed
    from tutor.questions.model import Wording
    from tutor.text import Text

# Where float32 begins to round, to overflow, to underflow in these formulas; what happens beside is the library's luck.
EDGES = (0.0, 8.32, 9.01, 16.6, 18.02, 44.4, 52.0, 88.7, 87.3, 103.9)
PLACES = tuple(x for x in range(-116, 117) if all(abs(abs(x) - edge) > 1.6 for edge in EDGES) and abs(x) > 10)
SINGLE = "float32"
PRECISIONS = ("float16", "float32", "float64")
GOOD, BAD = 1e-2, 0.5  # relative errors of a result that can be used, and of one that cannot
KINDS = ("truth", "inf", "nan", "zero", "one")


def outcome(form: Form, x: float) -> str | None:
    """Return what float32 gives as an option, None when it only loses some digits."""
    result, truth = form.result(x, SINGLE), form.truth(x)
    if isnan(result):
        return "NaN"
    if isinf(result):
        return significant(result)
    if abs(result - truth) <= 1e-3 * abs(truth):
        return significant(truth)
    return significant(result) if result in (0.0, 1.0, -1.0) else None


def _is_overflow(form: Form, x: float) -> bool:
    return any(isinf(float(value)) for _, value in form.steps(x, SINGLE)[:-1])


def _alternatives(form: Form, x: float, right: str) -> Iterator[tuple[str, str, Wording]]:
    """Yield other results with the mistake that expects them and why they do not come about."""
    truth, overflow = significant(form.truth(x)), _is_overflow(form, x)
    yield truth, "exact-arithmetic-assumed", said("generate.because_exact", truth=truth, result=right)
    infinite = "−∞" if form.truth(x) < 0 else "∞"
    if overflow:
        yield infinite, "overflow-half-way", said("generate.because_inf_inside", result=right)
    else:
        yield infinite, "overflow-for-rounding", said("generate.because_no_overflow", result=right)
    yield "NaN", "nan-for-limit", said("generate.because_no_nan", result=right)
    yield "0", "underflow-assumed", said("generate.because_no_zero", result=right)
    if form.truth(x) > 0 and form.function != "softplus":
        yield "1", "limit-for-value", said("generate.because_no_one", result=right)


def _given(function: str, luck: Seed) -> Drafted | None:
    form = luck.pick([one for one in FORMS if one.function == function], "form")
    x = float(luck.pick(PLACES, "x"))
    right = outcome(form, x)
    if right is None or (right == significant(form.truth(x)) and luck.pick(range(4), "harmless")):
        return None
    others = [one for one in _alternatives(form, x, right) if one[0] != right]
    wrong = {
        text: Option(right=False, wording=plain(text), mistake=mistake, because=why)
        for text, mistake, why in luck.shuffled(others, "o")
    }
    if len(wrong) < FEWEST:
        return None
    body = Choice((Option(right=True, wording=plain(right)), *list(wrong.values())[:MOST]))
    key = "generate.float_ask_sigma" if "σ(" in form.written else "generate.float_ask"
    ask = said(key, formula=form.written, f=form.called, x=significant(x))
    return Drafted(ask, body, _why(form, x))


def _why(form: Form, x: float) -> Wording:
    """Return what each step gives, with the limits of float32 that decide."""
    return said("generate.why_float", steps=_steps(form, x), truth=significant(form.truth(x)), **_limits(SINGLE))


def _steps(form: Form, x: float) -> Text:
    return listed(f"{text} = {significant(float(value))}" for text, value in form.steps(x, SINGLE))


def _limits(precision: str) -> dict[str, str]:
    import numpy as np

    kind = np.finfo(getattr(np, precision))
    largest, gap = float(kind.max), float(kind.eps)
    return {"largest": significant(largest), "edge": significant(log(largest)), "gap": significant(gap)}


def _verdict(form: Form, x: float) -> bool | None:
    """Say whether a formula gives a usable number at x; None when it is neither good nor lost."""
    result, truth = form.result(x, SINGLE), form.truth(x)
    if isfinite(result) and abs(result - truth) <= GOOD * abs(truth):
        return True
    return False if not isfinite(result) or abs(result - truth) >= BAD * abs(truth) else None


def _surviving(function: str, luck: Seed) -> Drafted | None:
    order = luck.pick((0, 1), "order") if function in ("sigmoid", "tanh") else 0
    forms = luck.shuffled([one for one in FORMS if one.function == function and one.order == order], "forms")
    x = float(luck.pick((*PLACES, -1e-8, 1e-8), "x"))
    good = [form for form in forms if _verdict(form, x) is True]
    bad = [form for form in forms if _verdict(form, x) is False][:MOST]
    if not good or len(bad) < FEWEST:
        return None
    sigma = any("σ(" in form.written for form in (good[0], *bad))
    ask = said("generate.survive_ask_sigma" if sigma else "generate.survive_ask", f=good[0].called, x=significant(x))
    options = (Option(right=True, wording=plain(good[0].written)), *(_lost(form, x) for form in bad))
    why = said(
        "generate.why_survives", truth=significant(good[0].truth(x)), steps=_steps(good[0], x), **_limits(SINGLE)
    )
    return Drafted(ask, Choice(options), why)


def _lost(form: Form, x: float) -> Option:
    because = said("generate.because_lost", steps=_steps(form, x))
    return Option(right=False, wording=plain(form.written), mistake="exact-arithmetic-assumed", because=because)


def threshold(scale: int, precision: str) -> float:
    """Return the x from which on e^(scale·x) overflows."""
    import numpy as np

    return log(float(np.finfo(getattr(np, precision)).max)) / scale


def _wrong_thresholds(scale: int, precision: str) -> Iterator[Wrong]:
    import numpy as np

    for other in PRECISIONS:
        if other != precision:
            yield Wrong(
                threshold(scale, other), "other-precision", said("generate.because_other_precision", other=other)
            )
    kind = np.finfo(getattr(np, precision))
    largest = float(kind.max)
    yield Wrong(
        log10(largest) / scale, "base-for-base", said("generate.because_base_ten", largest=significant(largest))
    )
    yield Wrong(log2(largest) / scale, "base-for-base", said("generate.because_base_two", largest=significant(largest)))
    yield Wrong(
        -log(float(kind.eps)) / scale,
        "rounding-for-overflow",
        said("generate.because_gap", gap=significant(float(kind.eps))),
    )
    if scale != 1:
        because = said("generate.because_power_scale", k=significant(scale))
        yield Wrong(threshold(1, precision), "inner-factor-ignored", because)


def _overflow(function: str, luck: Seed) -> Drafted | None:
    form, scale = luck.pick([pair for pair in OVERFLOWING if pair[0].function == function], "form")
    precision = luck.pick(PRECISIONS, "precision")
    body = number_choice(threshold(scale, precision), _wrong_thresholds(scale, precision), luck)
    if body is None:
        return None
    beyond = significant(form.result(threshold(scale, precision) * 1.1 + 1, precision))
    ask = said("generate.overflow_ask", formula=form.written, f=form.called, precision=precision, result=beyond)
    facts = {"largest": _limits(precision)["largest"], "edge": significant(threshold(scale, precision))}
    inside = "e^x" if scale == 1 else f"e^({scale}x)"
    why = said(
        "generate.why_overflow",
        precision=precision,
        inside=inside,
        k="" if scale == 1 else f"{scale}·",
        result=beyond,
        **facts,
    )
    return Drafted(ask, body, why)


FLOAT_RESULT = Family(
    name="what-float32-gives",
    part=3,
    kind="choice",
    functions=lambda: ("sigmoid", "tanh", "softplus", "log_sigmoid", "silu"),
    make=_given,
)
SURVIVING = Family(
    name="formula-that-survives",
    part=3,
    kind="choice",
    functions=lambda: ("sigmoid", "tanh", "softplus", "log_sigmoid", "silu"),
    make=_surviving,
)
OVERFLOW = Family(
    name="where-it-overflows",
    part=3,
    kind="choice",
    functions=lambda: ("sigmoid", "tanh", "softplus", "log_sigmoid"),
    make=_overflow,
)
