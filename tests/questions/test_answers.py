"""Reading a line: any usual notation is understood, anything else is a hint and never an answer."""

from math import inf
from unicodedata import numeric

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.questions.answers import (
    LONGEST,
    VULGAR,
    Chosen,
    DontKnow,
    Unreadable,
    asks_the_core,
    read_choice,
    read_number,
)
from tutor.text.words import say


@pytest.mark.parametrize("line", ["2", " 2 ", "b", "B", "２", "ｂ", "(b)".strip("()")])
def test_one_option_in_any_spelling(line):
    assert read_choice(line, 4, several=False) == Chosen((1,))


@pytest.mark.parametrize(
    "line",
    [
        "bd",
        "B, D",
        "b d",
        "24",
        "2，4",
        "Ｂ、Ｄ",
        "d;b",
        "bdb",
        "2/4",
        "b+d",
        "2和4",
        "2、4",
        "b and d",
        "B AND D",
        "２　４",
        "b\td\n",
    ],
)
def test_several_options_in_any_spelling(line):
    assert read_choice(line, 4, several=True) == Chosen((1, 3))


@pytest.mark.parametrize("line", ["0", " ０ "])
def test_zero_means_i_do_not_know(line):
    assert read_choice(line, 4, several=False) == DontKnow()


@pytest.mark.parametrize("line", ["", "5", "e", "x", "12345", "-1", "01", "²", "१", "1" * (LONGEST + 1), "b?"])
def test_what_is_no_option_is_a_hint(line):
    found = read_choice(line, 4, several=False)
    assert isinstance(found, Unreadable)
    assert found.facts["last"] == "4"


def test_two_options_where_one_is_asked_for_is_its_own_hint():
    found = read_choice("12", 4, several=False)
    assert isinstance(found, Unreadable)
    assert found.key == "question.only_one"


def test_the_same_option_twice_is_one():
    assert read_choice("bb", 4, several=False) == Chosen((1,))


def test_the_last_option_can_be_chosen_and_the_one_behind_it_cannot():
    assert read_choice("6", 6, several=False) == Chosen((5,))
    assert read_choice("f", 6, several=False) == Chosen((5,))
    assert isinstance(read_choice("7", 6, several=False), Unreadable)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.25", 0.25),
        (".25", 0.25),
        ("1/4", 0.25),
        ("¼", 0.25),
        ("-¼", -0.25),
        ("1¼", 1.25),
        ("25%", 0.25),
        ("25 %", 0.25),
        ("４．５ｅ－５", 4.5e-5),
        ("4.5e-5", 4.5e-5),
        ("4.54×10⁻⁵", 4.54e-5),
        ("4.54*10^-5", 4.54e-5),
        ("−1.76", -1.76),
        ("2^0.5", 2**0.5),
        ("1 000", 1000.0),
        ("sqrt(2)", 2**0.5),
        ("1,024", 1024.0),
        ("-12,345.5", -12345.5),
        ("2.5x10^-1", 0.25),
        ("2.5X10⁻¹", 0.25),
        ("≈4", 4.0),
        ("= 0.5", 0.5),
        ("1,024.", 1024.0),
        ("4.54 × 10^(−5)", 4.54e-5),
        ("2.5%", 0.025),
        ("−0.28", -0.28),
        ("-.5", -0.5),
        ("1\u200b2", 12.0),
        ("0.25\n", 0.25),
        ("∞", float("inf")),
        ("-∞", float("-inf")),
    ],
)
def test_a_number_in_any_notation(text, value):
    assert read_number(text) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "1_000",
        "1,5,2",
        "0,25",
        "0,254",
        "3,14",
        "0.25\x1b[A",
        "\ud800",
        "gelu",
        "25?",
        "25 ?%",
        "2 == 2",
        "[1,2]",
        "x",
        "9" * 401,
        "9**9**9**9",
        "\x00",
        "nan",
        "1e400",
        "-1e999",
    ],
)
def test_what_is_no_number_is_a_hint(text):
    assert isinstance(read_number(text), Unreadable)


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text):
    assert isinstance(read_number(text), float | Unreadable)
    assert isinstance(read_choice(text, 4, several=True), Chosen | DontKnow | Unreadable)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_float_reads_as_itself(value):
    assert read_number(repr(value)) == value


@pytest.mark.parametrize("char", VULGAR)
def test_every_fraction_of_unicode_has_its_value(char):
    """Alone, negative, as percent and behind a whole number."""
    value = numeric(char)
    assert read_number(char) == pytest.approx(value, rel=1e-12)
    assert read_number(f"-{char}") == pytest.approx(-value, rel=1e-12)
    assert read_number(f"{char} %") == pytest.approx(value / 100, rel=1e-12)
    assert read_number(f"3{char}") == pytest.approx(3 + value, rel=1e-12)


def test_a_fraction_adds_to_the_number_before_it_only():
    assert read_number("1¼*2") == pytest.approx(1.5)
    assert read_number("¼+¼") == pytest.approx(0.5)
    assert read_number("1¼+½") == pytest.approx(1.75)


@pytest.mark.parametrize("text", ["0" * LONGEST, " " * (LONGEST - 1) + "1"])
def test_the_longest_answer_is_still_read(text):
    assert read_number(text) in {0.0, 1.0}
    assert isinstance(read_number(text + "0"), Unreadable)


def test_the_longest_line_of_options_is_still_read():
    assert read_choice("a" * LONGEST, 4, several=True) == Chosen((0,))
    assert isinstance(read_choice("a" * (LONGEST + 1), 4, several=True), Unreadable)


@pytest.mark.parametrize(
    ("found", "key", "facts"),
    [
        (read_choice("x", 4, several=True), "question.choose_several", {"last": "4"}),
        (read_choice("x", 4, several=False), "question.choose_one", {"last": "4"}),
        (read_choice("12", 3, several=False), "question.only_one", {"last": "3"}),
        (read_number("9" * 401), "question.too_long", {"most": "400"}),
        (read_number(" one "), "question.not_a_number", {"text": "one"}),
        (read_number("z" * 41), "question.not_a_number", {"text": "z" * 40}),
    ],
)
def test_every_hint_says_what_would_be_read(found, key, facts):
    assert isinstance(found, Unreadable)
    assert (found.key, dict(found.facts)) == (key, facts)
    for language in ("zh", "en"):
        assert all(fact in say(key, language, **facts) for fact in facts.values())


@pytest.mark.parametrize("line", ["g", "a?", "?", "9"])
def test_only_a_to_f_and_digits_are_marks(line):
    assert isinstance(read_choice(line, 8, several=False), Unreadable)


def test_infinity_is_read_where_it_is_meant():
    assert read_number("inf") == inf
    assert read_number("-inf") == -inf
    assert read_number("2*inf") == inf
    assert isinstance(read_number("10^400"), Unreadable)


@pytest.mark.parametrize(("text", "meant"), [("0,25", "0.25"), ("0，254", "0.254"), ("-3,14", "-3.14")])
def test_a_decimal_comma_is_asked_about(text, meant):
    """1,024 is a thousand and more; 0,254 can only be meant as a decimal, and nobody is punished for it."""
    assert read_number(text) == Unreadable("question.decimal_comma", {"text": meant})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("σ'(10)", "σ"),
        ("= sigmoid(2)", "sigmoid"),
        ("100*Phi(1)%", "Phi"),
        ("sqrt(2)/2", ""),
        ("0.25", ""),
        ("e^-10", ""),
        ("((", ""),
    ],
)
def test_what_leaves_the_work_to_the_program(text, name):
    assert asks_the_core(text) == name


def test_hints_are_safe_to_print():
    for text in ("a\x1b[2Jb", "\u202eabc", "x" * 399):
        found = read_number(text)
        assert isinstance(found, Unreadable)
        assert all(value.isprintable() for value in found.facts.values())
