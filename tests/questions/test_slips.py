"""The mistake behind a wrong typed answer: foreseen by the author, or an everyday one."""

from dataclasses import replace

import pytest

from tests.questions import cards
from tutor.questions.answers import Typed
from tutor.questions.grading import Verdict, judge
from tutor.questions.showing import rebuild


def judged(card, text, **values):
    return judge(rebuild(card, values, ()), Typed(text))


def with_slips(card, *slips):
    return replace(card, body=replace(card.body, slips=slips))


SLOPE = cards.numeric()  # sigmoid′(a)


def test_a_foreseen_number_is_named_with_its_reason():
    card = with_slips(SLOPE, cards.slip("tanh′(a)", mistake="tanh-for-sigmoid"))
    found = judged(card, "4.5e-7", a="8")
    assert (found.right, found.mistake, found.because[0].en) == (False, "tanh-for-sigmoid", "that is why")


def test_a_foreseen_number_that_was_computed_beforehand():
    """Without drawn values the library holds the number as text."""
    card = with_slips(cards.numeric(expression="0.25", draws=()), cards.slip(text="0.5", mistake="value-for-slope"))
    assert judged(card, "1/2").mistake == "value-for-slope"


def test_a_right_answer_has_no_mistake_even_when_a_slip_is_near():
    card = with_slips(SLOPE, cards.slip("sigmoid′(a)"))
    found = judged(card, "3.35e-4", a="8")
    assert (found.right, found.mistake) == (True, "")


@pytest.mark.parametrize(
    ("typed", "mistake", "note"),
    [
        ("-3.35e-4", "sign-flipped", "question.sign_lost"),
        ("0.99966", "value-for-slope", "question.value_for_slope"),
        ("3.35e-3", "", "question.power_of_ten"),
        ("0.123", "", ""),
        ("0", "", ""),
    ],
)
def test_everyday_slips(typed, mistake, note):
    found = judged(SLOPE, typed, a="8")
    assert isinstance(found, Verdict)
    assert (found.right, found.mistake, found.note) == (False, mistake, note)


def test_an_expected_zero_has_no_sign_and_no_power():
    found = judged(cards.numeric(expression="0", draws=()), "-1")
    assert (found.mistake, found.note) == ("", "")


def test_a_foreseen_formula_is_named_however_it_is_written():
    card = with_slips(cards.formula(), cards.slip("x + sigmoid(x)", mistake="sum-for-product"))
    assert judged(card, "sigmoid(x) + 2*x/2").mistake == "sum-for-product"
    assert judged(card, "x - sigmoid(x)").mistake == ""


def test_a_foreseen_word_is_named_in_either_language():
    wrong = replace(cards.slip(mistake="opposites"), wording=cards.words("线性区", "linear region"))
    card = with_slips(cards.cloze(), wrong)
    assert judged(card, "线性区").mistake == "opposites"
    assert judged(card, "Linear Region").mistake == "opposites"
    assert judged(card, "别的").mistake == ""


@pytest.mark.parametrize(("typed", "a"), [("1e308", "720"), ("-1e308", "720"), ("1e-320", "10"), ("5e-324", "0")])
def test_a_number_out_of_all_proportion_has_no_cause(typed, a):
    """The quotient overflows or vanishes: the answer is wrong, and that is all that is said."""
    verdict = judge(rebuild(cards.numeric(), {"a": a}, ()), Typed(typed))
    assert not verdict.right
    assert verdict.note in {"", "question.power_of_ten"}


def test_the_slope_of_a_bracket_has_no_expression_for_its_value():
    """(max(3x − 1, −2x))′(a) without the prime is no expression; a wrong number is still judged."""
    card = cards.numeric(expression="(max(3*x-1, -2*x))′(a)")
    found = judged(card, "7", a="2")
    assert (found.right, found.mistake) == (False, "")
