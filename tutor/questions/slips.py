"""Which mistake a wrong typed answer shows: one that the author foresaw, or one of the everyday ones.

An author's `wrong` list comes first; then a lost sign, a power of ten, and the function's value where
its slope was asked.
"""

from __future__ import annotations

from dataclasses import replace
from math import isclose, isfinite, log10
from typing import TYPE_CHECKING

from tutor.errors import TutorError
from tutor.questions.answers import read_number
from tutor.questions.formula import differs
from tutor.questions.model import Numeric
from tutor.questions.showing import computed
from tutor.questions.spelling import matching
from tutor.questions.template import fill

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.questions.grading import Verdict
    from tutor.questions.model import Cloze, Formula, Option
    from tutor.questions.showing import Showing

PRIMES = str.maketrans("", "", "′'")
SIGN, SLOPE = "sign-flipped", "value-for-slope"


def of_number(showing: Showing, verdict: Verdict, value: float, near: Callable[[float], bool]) -> Verdict:
    """Return the verdict on a wrong number with its cause; `near(x)` says whether x is what was typed."""
    body, expected = showing.card.body, showing.expected
    assert isinstance(body, Numeric)
    assert expected is not None
    for slip in body.slips:
        if near(_number(slip, showing)):
            return _caused(verdict, slip, showing)
    if not expected or not isfinite(value) or not value:
        return verdict
    if near(-expected):
        return replace(verdict, mistake=SIGN, note="question.sign_lost")
    if _is_value(body.expression, showing, near):
        return replace(verdict, mistake=SLOPE, note="question.value_for_slope")
    power = log10(abs(value)) - log10(abs(expected))  # the quotient may overflow
    if value * expected > 0 and round(power) and isclose(power, round(power), abs_tol=1e-3):
        return replace(verdict, note="question.power_of_ten")
    return verdict


def of_formula(showing: Showing, verdict: Verdict, body: Formula) -> Verdict:
    """Return the verdict on a wrong formula with the cause that its author foresaw."""
    for slip in body.slips:
        if differs(verdict.given, slip.expression, body.domain, showing.values) is None:
            return _caused(verdict, slip, showing)
    return verdict


def of_words(showing: Showing, verdict: Verdict, body: Cloze) -> Verdict:
    """Return the verdict on a wrong word with the cause that its author foresaw."""
    for slip in body.slips:
        if slip.wording is None:
            continue
        forms = fill(slip.wording, showing.values)
        found = matching(verdict.given, (forms.zh, forms.en))
        if found is not None and found[0]:
            return _caused(verdict, slip, showing)
    return verdict


def _caused(verdict: Verdict, slip: Option, showing: Showing) -> Verdict:
    because = () if slip.because is None else (fill(slip.because, showing.values),)
    return replace(verdict, mistake=slip.mistake, because=because)


def _number(slip: Option, showing: Showing) -> float:
    """Return the number a slip stands for; without drawn values the library holds it as text."""
    if slip.expression:
        return computed(slip.expression, showing.values)
    value = read_number(fill(slip.wording, showing.values).en) if slip.wording else None
    return value if isinstance(value, float) else float("nan")


def _is_value(expression: str, showing: Showing, near: Callable[[float], bool]) -> bool:
    """Say whether the number is that of the same expression without its primes; `(f)′(a)` has none."""
    bare = expression.translate(PRIMES)
    try:
        return bare != expression and near(computed(bare, showing.values))
    except TutorError:
        return False
