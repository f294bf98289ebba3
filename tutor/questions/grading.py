"""How an answer is judged: a verdict with the mistake that was made, or a hint when it cannot be.

It knows no schedule: right and wrong become grades in `sessions`.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, isfinite, log10, trunc
from typing import TYPE_CHECKING, assert_never

from tutor.questions import slips
from tutor.questions.answers import (
    Chosen,
    DontKnow,
    Typed,
    Unreadable,
    asks_the_core,
    decimal_comma,
    hinted,
    read_number,
    read_text,
)
from tutor.questions.formula import differs, explained
from tutor.questions.model import Cloze, Formula, Numeric
from tutor.questions.spelling import matching
from tutor.text.fold import fold
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from tutor.questions.showing import Showing
    from tutor.text import Text

WHOLE = 1e6  # below, a whole number is shown whole and asked for exactly
ZERO_TOLERANCE = 1e-9  # for an expected 0, which has no digits to compare


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judged answer.

    `chosen` are option positions, `given` the typed text, `mistake` the named confusion ("" when
    none is known), `because` the reasons against what was chosen, `note` a sentence key with `facts`
    about how the answer was read (a spelling slip, the first x where a formula differs).
    """

    right: bool
    chosen: tuple[int, ...] = ()
    given: str = ""
    mistake: str = ""
    because: tuple[Text, ...] = ()
    note: str = ""
    facts: tuple[tuple[str, str], ...] = ()


def judge(showing: Showing, answer: Chosen | Typed | DontKnow) -> Verdict | Unreadable:
    """Judge an answer; what cannot be read as an answer to this question is a hint."""
    match answer:
        case DontKnow():
            return Verdict(right=False)
        case Chosen(places):
            return _judge_options(showing, places)
        case Typed(text):
            return _judge_typed(showing, text)
        case _:
            assert_never(answer)


def _judge_options(showing: Showing, places: tuple[int, ...]) -> Verdict:
    right = places == showing.right_options
    wrong = [showing.options[place] for place in places if not showing.options[place].right]
    mistake = next((option.mistake for option in wrong if option.mistake), "")
    because = tuple(option.because for option in wrong if option.because)
    return Verdict(right, chosen=places, mistake=mistake, because=because)


def _judge_typed(showing: Showing, text: str) -> Verdict | Unreadable:
    line = read_text(text)
    if isinstance(line, Unreadable):
        return line
    match showing.card.body:
        case Numeric(digits=digits):
            return _judge_numeric(showing, line, digits)
        case Formula():
            return _judge_formula(showing, line)
        case Cloze() as body:
            return _judge_words(showing, body, line)
        case _:
            return Unreadable("question.nothing_to_type", {})


def _judge_numeric(showing: Showing, text: str, digits: int) -> Verdict | Unreadable:
    """Judge a number; the function that is asked for is no number, however right it is."""
    assert showing.expected is not None
    bare = _without_unit(text, showing.unit)
    value = read_number(bare)
    if isinstance(value, Unreadable):
        return value
    if name := asks_the_core(bare):
        return hinted("question.work_it_out", name=name)
    if _is_share(value, showing, digits):
        return Unreadable("question.in_percent", {})
    verdict = judge_number(value, showing.expected, digits, text)
    other = decimal_comma(bare)
    if other and not (isinstance(verdict, Verdict) and verdict.right) and close(float(other), showing.expected, digits):
        return hinted("question.decimal_comma", text=other)
    if isinstance(verdict, Unreadable) or verdict.right:
        return verdict
    return slips.of_number(showing, verdict, value, lambda wrong: isfinite(wrong) and close(value, wrong, digits))


def _without_unit(text: str, unit: Text | None) -> str:
    """Return what was typed without the unit the question asks in: 84 % of a question in % is 84."""
    given = fold(text).strip()
    for side in (fold(unit.zh), fold(unit.en)) if unit else ():
        given = given.removesuffix(side).rstrip()
    return given


def _is_share(value: float, showing: Showing, digits: int) -> bool:
    """Say whether 0.36 was typed where 36 % is asked for."""
    assert showing.expected is not None
    asked = showing.unit is not None and showing.unit.en.strip() == "%"
    return asked and not close(value, showing.expected, digits) and close(100 * value, showing.expected, digits)


def close(value: float, expected: float, digits: int) -> bool:
    """Say whether `value` is `expected` to the digits asked for, rounded or cut off; a whole number exactly."""
    if expected == round(expected) and abs(expected) < WHOLE:
        return abs(value - expected) <= ZERO_TOLERANCE * max(1.0, abs(expected))
    unit = _unit(expected, digits)
    cut_off = trunc(expected / unit) * unit
    return abs(value - expected) <= unit / 2 * (1 + 1e-9) or abs(value - cut_off) <= unit * 1e-6


def judge_number(value: float, expected: float, digits: int, text: str) -> Verdict | Unreadable:
    """Compare to the digits asked for; right but too coarse is a hint, not a mistake."""
    given = text.strip()
    if not isfinite(expected) or not isfinite(value):
        return Verdict(value == expected, given=given)
    if close(value, expected, digits):
        return Verdict(right=True, given=given)
    if expected == round(expected) and abs(expected) < WHOLE:
        return Verdict(right=False, given=given)
    coarse = any(significant(value, n) == significant(expected, n) == significant(value, 15) for n in range(1, digits))
    if coarse and value != 0:
        return Unreadable("question.more_digits", {"digits": str(digits)})
    return Verdict(right=False, given=given)


def _unit(expected: float, digits: int) -> float:
    """Return one unit of the last significant digit of `expected`."""
    return float(10.0 ** (floor(log10(abs(expected))) - digits + 1))


def _judge_formula(showing: Showing, text: str) -> Verdict | Unreadable:
    body = showing.card.body
    assert isinstance(body, Formula)
    found = differs(text, body.expression, body.domain, showing.values)
    if isinstance(found, Unreadable):
        return found
    if found is None:
        return Verdict(right=True, given=text)
    note, facts = explained(found)
    return slips.of_formula(showing, Verdict(right=False, given=text, note=note, facts=facts), body)


def _judge_words(showing: Showing, body: Cloze, text: str) -> Verdict | Unreadable:
    """Accept any listed form in either language; a slip of spelling is right and pointed out."""
    forms = (body.gap.zh, body.gap.en, *body.accept_zh, *body.accept_en)
    found = matching(text, forms)
    if found is None:
        return Unreadable("question.type_words", {})
    form, exact = found
    if not form:
        return slips.of_words(showing, Verdict(right=False, given=text), body)
    slip = "" if exact else form
    facts = (("right", slip),) if slip else ()
    return Verdict(right=True, given=text, note="question.spelling" if slip else "", facts=facts)
