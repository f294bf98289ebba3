"""Judging: right is right in any notation, wrong names the mistake, unclear is a hint."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.questions import cards
from tutor.questions.answers import Chosen, DontKnow, Typed, Unreadable
from tutor.questions.grading import Verdict, close, judge, judge_number
from tutor.questions.model import Cloze
from tutor.questions.showing import draw, rebuild
from tutor.text import Text
from tutor.text.words import say


def place_of(showing, text):
    return next(place for place, option in enumerate(showing.options) if option.text.en == text)


def test_the_right_option_is_right_wherever_it_stands():
    for seed in range(20):
        showing = draw(cards.choice(), seed)
        verdict = judge(showing, Chosen((place_of(showing, "yes"),)))
        assert verdict == Verdict(right=True, chosen=verdict.chosen)


def test_a_wrong_option_brings_its_mistake_and_its_reason():
    showing = draw(cards.choice(), 1)
    verdict = judge(showing, Chosen((place_of(showing, "never"),)))
    assert not verdict.right
    assert verdict.mistake == "m-never"
    assert verdict.because == (Text.same("not never"),)


def test_i_do_not_know_is_wrong_without_a_mistake():
    assert judge(draw(cards.choice(), 1), DontKnow()) == Verdict(right=False)


def test_all_right_options_and_no_other_must_be_chosen():
    showing = rebuild(cards.multi(), {}, (0, 1, 2, 3))
    assert judge(showing, Chosen((0, 1))).right
    assert not judge(showing, Chosen((0,))).right
    assert not judge(showing, Chosen((0, 1, 2))).right
    assert judge(showing, Chosen((2, 3))).mistake == "m-c"
    assert judge(showing, Chosen((0, 3))).because == (Text.same("not d"),)


def test_missing_a_right_option_is_no_named_mistake():
    verdict = judge(rebuild(cards.multi(), {}, (0, 1, 2, 3)), Chosen((0,)))
    assert (verdict.mistake, verdict.because) == ("", ())


@pytest.mark.parametrize("text", ["4.54e-5", "4.54×10⁻⁵", "4.5396e-05", "0.0000454", "4.53e-5"])
def test_a_number_is_right_within_one_unit_of_its_last_digit(text):
    assert judge(rebuild(cards.numeric(), {"a": "10"}, ()), Typed(text)) == Verdict(right=True, given=text)


@pytest.mark.parametrize("text", ["4.52e-5", "4.55e-5", "-4.54e-5", "4.54e-4", "0", "1", "inf"])
def test_another_number_is_wrong(text):
    verdict = judge(rebuild(cards.numeric(), {"a": "10"}, ()), Typed(text))
    assert isinstance(verdict, Verdict)
    assert not verdict.right


def test_right_but_too_coarse_asks_for_more_digits():
    found = judge(rebuild(cards.numeric(), {"a": "10"}, ()), Typed("4.5e-5"))
    assert isinstance(found, Unreadable)
    assert (found.key, found.facts) == ("question.more_digits", {"digits": "3"})


@pytest.mark.parametrize("text", ["84", "84%", "84 %", "84％", "８４ ％"])
def test_a_unit_may_be_typed_and_changes_nothing(text):
    card = cards.numeric(expression="84", digits=2, draws=(), unit="%")
    assert judge(draw(card, 1), Typed(text)).right


def test_another_unit_is_no_number():
    assert isinstance(
        judge(draw(cards.numeric(expression="84", digits=2, draws=(), unit="%"), 1), Typed("84 km")), Unreadable
    )


def test_a_share_where_percent_is_asked_for_is_a_hint():
    showing = draw(cards.numeric(expression="36", digits=2, draws=(), unit="%"), 1)
    found = judge(showing, Typed("0.36"))
    assert isinstance(found, Unreadable)
    assert found.key == "question.in_percent"
    assert judge(showing, Typed("36")).right
    assert not judge(showing, Typed("0.3")).right


@pytest.mark.parametrize(
    ("value", "expected", "digits", "right"),
    [
        (1024, 1024, 3, True),
        (1023, 1024, 3, False),
        (1024.4, 1024, 3, False),
        (0.16, 0.16, 2, True),
        (0.1696, 0.16, 2, False),
        (0.1649, 0.16, 2, True),
        (1.05e6, 1048576, 3, True),
        (1.04e6, 1048576, 3, True),
        (1.06e6, 1048576, 3, False),
        (-0.129, -0.12890, 3, True),
        (-0.128, -0.12890, 3, True),
        (-0.127, -0.12890, 3, False),
        (-0.1295, -0.12890, 3, False),
    ],
)
def test_rounded_or_cut_off_but_no_further(value, expected, digits, right):
    assert judge_number(value, expected, digits, str(value)).right is right


def test_zero_is_right_only_when_it_is_zero():
    assert judge_number(0.0, 0.0, 3, "0").right
    assert not judge_number(1e-8, 0.0, 3, "1e-8").right
    assert not judge_number(0.0, 0.5, 1, "0").right


def test_infinity_is_an_answer():
    assert judge_number(math.inf, math.inf, 3, "inf").right
    assert not judge_number(1.0, math.inf, 3, "1").right
    assert not judge_number(math.inf, 1.0, 3, "inf").right


@given(st.floats(1e-300, 1e300), st.integers(1, 8))
def test_the_exact_value_is_always_right(value, digits):
    assert judge_number(value, value, digits, "").right
    assert judge_number(-value, -value, digits, "").right


@given(st.floats(1e-100, 1e100), st.integers(2, 8))
def test_two_units_off_is_never_right(value, digits):
    off = value + 2.5 * 10 ** (math.floor(math.log10(value)) - digits + 1)
    verdict = judge_number(off, value, digits, "")
    assert isinstance(verdict, Unreadable) or not verdict.right


@pytest.mark.parametrize("text", ["x*sigmoid(x)", "x/(1+exp(-x))", "x·σ(x)", "x * 1/(1+e^(-x))"])
def test_a_formula_is_judged_by_what_it_means(text):
    assert judge(draw(cards.formula(), 1), Typed(text)).right


def test_a_wrong_formula_names_the_first_x_with_both_values():
    verdict = judge(draw(cards.formula(), 1), Typed("x*sigmoid(x) + 0*x + max(x-1, 0)"))
    assert not verdict.right
    assert verdict.note == "question.formula_differs"
    assert dict(verdict.facts) == {"x": "2", "yours": "2.76", "right": "1.76"}


def test_a_formula_that_differs_outside_its_domain_only_is_right():
    assert judge(draw(cards.formula(expression="x", domain=(0, 5)), 1), Typed("abs(x)")).right
    assert not judge(draw(cards.formula(expression="x"), 1), Typed("abs(x)")).right


@pytest.mark.parametrize("text", ["", "x*", "import os", "y+1", "x" * 500, "2 == x"])
def test_what_is_no_formula_is_a_hint(text):
    assert isinstance(judge(draw(cards.formula(), 1), Typed(text)), Unreadable)


@pytest.mark.parametrize(
    "text", ["饱和", "饱和区", "Saturation", " saturation ", "SATURATED  region", "ｓａｔｕｒａｔｉｏｎ"]
)
def test_a_gap_takes_every_listed_form_in_both_languages(text):
    assert judge(draw(cards.cloze(), 1), Typed(text)) == Verdict(right=True, given=text.strip())


def test_a_slip_of_spelling_is_right_and_pointed_out():
    verdict = judge(draw(cards.cloze(), 1), Typed("saturatoin"))
    assert verdict.right
    assert (verdict.note, verdict.facts) == ("question.spelling", (("right", "saturation"),))


def test_another_word_is_wrong_and_nothing_is_a_hint():
    assert not judge(draw(cards.cloze(), 1), Typed("梯度")).right
    assert isinstance(judge(draw(cards.cloze(), 1), Typed("  ")), Unreadable)


def test_typing_where_nothing_is_typed_is_a_hint():
    assert isinstance(judge(draw(cards.choice(), 1), Typed("2")), Unreadable)


def test_a_myth_is_judged_by_the_wording_that_was_drawn():
    true, false = rebuild(cards.myth(), {}, (0,)), rebuild(cards.myth(), {}, (1,))
    assert judge(true, Chosen((0,))).right
    assert not judge(true, Chosen((1,))).right
    assert judge(false, Chosen((1,))).right
    assert not judge(false, Chosen((0,))).right


@given(st.text(max_size=80))
def test_no_typed_answer_breaks_the_judge(text):
    for card in (cards.numeric(), cards.formula(), cards.cloze()):
        assert isinstance(judge(draw(card, 1), Typed(text)), Verdict | Unreadable)


@pytest.mark.parametrize(
    ("value", "right"), [(0.245, True), (0.255, True), (0.25501, False), (0.24499, False), (0.26, False), (0.24, False)]
)
def test_half_a_unit_of_the_last_digit_is_near_enough_and_more_is_not(value, right):
    """0.255 − 0.25 is not 0.005 in binary; that little is forgiven, a thousandth of a unit is not."""
    verdict = judge_number(value, 0.25, 2, str(value))
    assert isinstance(verdict, Verdict)
    assert verdict.right is right


@pytest.mark.parametrize(
    ("value", "expected"), [(5e-5, 4.5398e-5), (1.0, 1.04), (-1.0, -1.04), (0.00097, 0.000973), (8.2, 8.249)]
)
def test_too_few_digits_are_asked_for_whatever_the_number_is(value, expected):
    found = judge_number(value, expected, 4, "")
    assert isinstance(found, Unreadable)
    assert found.key == "question.more_digits"


@pytest.mark.parametrize(
    ("card", "text", "key"),
    [(cards.choice(), "2", "question.nothing_to_type"), (cards.cloze(), " ", "question.type_words")],
)
def test_every_hint_has_its_sentence(card, text, key):
    found = judge(draw(card, 1), Typed(text))
    assert isinstance(found, Unreadable)
    assert found.key == key
    assert all(say(key, language) for language in ("zh", "en"))


def test_a_plain_verdict_holds_nothing_but_right_or_wrong():
    verdict = judge(draw(cards.choice(), 1), DontKnow())
    assert (verdict.chosen, verdict.given, verdict.mistake, verdict.because, verdict.note, verdict.facts) == (
        (),
        "",
        "",
        (),
        "",
        (),
    )
    assert judge(draw(cards.cloze(), 1), Typed("梯度")).note == ""


@pytest.mark.parametrize(
    ("gap", "typed", "right"),
    [
        ("saturation", "saturaxxon", True),  # two of ten letters
        ("saturation", "saturxxxon", False),
        ("swish", "swih", True),  # five letters may slip
        ("relu", "rel", False),  # in four letters a slip is another word
    ],
)
def test_how_much_may_slip(gap, typed, right):
    card = replace(cards.cloze(), body=Cloze(Text.same(gap)))
    assert judge(draw(card, 1), Typed(typed)).right is right


@pytest.mark.parametrize(
    ("value", "expected", "digits", "is_close"),
    [
        (999_998, 999_999, 3, False),  # a whole number below a million is asked for exactly
        (1_002_000, 1_000_000, 3, True),  # from a million on to the digits asked for
        (1_005_400, 1_005_000, 3, True),
        (500_000.0001, 500_000, 3, True),  # computed, not typed: exact to nine digits
        (500_000.001, 500_000, 3, False),
        (1e-9, 0, 3, True),
        (1.01e-9, 0, 3, False),
        (0.26, 0.2599, 2, True),  # rounded
        (0.25, 0.2599, 2, True),  # cut off
        (0.25005, 0.2599, 2, False),  # neither
    ],
)
def test_how_near_is_near_enough(value, expected, digits, is_close):
    assert close(value, expected, digits) is is_close


def test_a_large_whole_number_may_be_too_coarse():
    assert isinstance(judge_number(1.2e6, 1_234_567.0, 3, "1.2e6"), Unreadable)


@pytest.mark.parametrize("text", ["σ'(10)", "sigmoid′(10)", "sigmoid(10)*sigmoid(-10)", "Φ(0)*4.54e-5/0.5"])
def test_a_number_is_to_be_worked_out_by_the_learner(text):
    """The function that the question asks about is no answer; arithmetic with e is."""
    showing = rebuild(cards.numeric(), {"a": "10"}, ())
    found = judge(showing, Typed(text))
    assert isinstance(found, Unreadable)
    assert found.key == "question.work_it_out"
    assert judge(showing, Typed("e^-10/(1+e^-10)^2")).right


@pytest.mark.parametrize(
    "text",
    [
        "0.25",
        ".25",
        "1/4",
        "¼",
        "25%",
        "2.5e-1",
        "2.5×10⁻¹",
        "2.5*10^-1",
        "= 0.25",
        "０．２５",
        "(1/2)^2",
        "½·½",
        "0.25\n",
    ],
)
def test_equal_numbers_in_any_notation_are_equal(text):
    assert judge(draw(cards.numeric(expression="1/4", draws=()), 1), Typed(text)).right


def test_a_thousand_that_was_meant_as_a_decimal_is_asked_about():
    found = judge(draw(cards.numeric(expression="1.0241", digits=3, draws=()), 1), Typed("1,024"))
    assert found == Unreadable("question.decimal_comma", {"text": "1.024"})
    assert judge(draw(cards.numeric(expression="1024", draws=()), 1), Typed("1,024")).right
    assert not judge(draw(cards.numeric(expression="7.5", draws=()), 1), Typed("1,024")).right


@pytest.mark.parametrize("text", ["nan", "inf-inf", "0/0", "-inf", "inf", "∞"])
def test_no_number_passes_for_a_finite_one(text):
    found = judge(rebuild(cards.numeric(), {"a": "10"}, ()), Typed(text))
    assert isinstance(found, Unreadable) or not found.right


ODD = [
    "\x1b[31m",
    "\ud800",
    "a" * 10_000,
    "\x00",
    "9" * 399 + "!",
    "((((" * 90,
    "9^9^9^9^9^9",
    "\u202e",
    "|" * 300,
    "=" * 50,
    "ˣ" * 90,
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
@pytest.mark.parametrize("card", [cards.numeric(), cards.formula()], ids=["numeric", "formula"])
def test_odd_lines_are_a_hint_that_can_be_printed(card, text):
    found = judge(draw(card, 1), Typed(text))
    assert isinstance(found, Unreadable)
    assert all(say(found.key, language, **found.facts).isprintable() for language in ("zh", "en"))


@pytest.mark.parametrize("text", ["\x1b[31m", "\ud800", "a" * 10_000, "\x00饱和"])
def test_odd_lines_fill_no_gap(text):
    assert isinstance(judge(draw(cards.cloze(), 1), Typed(text)), Unreadable)


def test_what_is_kept_of_an_answer_is_one_clean_line():
    verdict = judge(draw(cards.cloze(), 1), Typed("\u200b 饱和\n"))
    assert (verdict.right, verdict.given) == (True, "饱和")
