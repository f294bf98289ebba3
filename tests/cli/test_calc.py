"""`tutor calc`: values, formulas, JSON and carets."""

import json

import pytest


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("σ'(10)", "4.53958e-05\nσ′(x) = σ(x)·σ(−x)\n"),
        ("σ′（10）", "4.53958e-05\nσ′(x) = σ(x)·σ(−x)\n"),
        ("sigmoid(0)", "0.5\nσ(x) = 1 / (1 + e⁻ˣ)\n"),
        ("max(gelu')", "1.1289\nGELU′(x) = Φ(x) + x·φ(x)\n"),
        ("relu(gelu'(1))", "1.08332\nReLU(x) = max(0, x)\nGELU′(x) = Φ(x) + x·φ(x)\n"),
        ("gelu''(0)", "0.797885\n"),
        ("-2^2", "-4\n"),
        ("-0.0", "0\n"),
        ("--2", "2\n"),
        ("2 - 3", "-1\n"),
        ("softmax([1,2,3])", "[0.0900306, 0.244728, 0.665241]\npᵢ = e^(xᵢ/T) / Σⱼ e^(xⱼ/T)\n"),
        ("1/0", "inf\n"),
        ("1 < 2", "true\n"),
    ],
)
def test_value_and_formula(tutor, expression, shown):
    done = tutor("calc", expression)
    assert (done.code, done.out, done.err) == (0, shown, "")


def test_several_words_are_one_expression(tutor):
    assert tutor("calc", "2", "-", "3").out == "-1\n"
    assert tutor("calc", "-2", "-3").out == "-5\n"


def test_digits(tutor):
    assert tutor("calc", "pi", "--digits", "12").out == "3.14159265359\n"
    assert tutor("calc", "pi", "--digits", "0").code == 2


@pytest.mark.parametrize(
    ("expression", "value", "formula"),
    [
        ("σ'(10)", 4.5395807735951673e-05, "σ′(x) = σ(x)·σ(−x)"),
        ("-1/0", "-inf", ""),
        ("1 == 2", False, ""),
        ("[1, 2]", [1, 2], ""),
    ],
)
def test_json(tutor, expression, value, formula):
    done = tutor("calc", expression, "--json")
    wanted = value if isinstance(value, bool | str) else pytest.approx(value, rel=1e-15)
    assert json.loads(done.out) == {"expression": expression, "value": wanted, "formula": formula}


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        ("2*foo(3)", "There is no function foo. Did you mean floor?\n2*foo(3)\n  ^^^\n"),
        ("sigmoid(", "sigmoid("),
        ("gelu", "This is a function; give it an argument, as in sigmoid(2).\ngelu\n^^^^\n"),
        ("2x", "Products are written out: 2*x.\n2x\n ^\n"),
        ("", "The expression is empty."),
        ("9" * 2000, "The expression is longer than"),
        ("exp(" * 500 + "1" + ")" * 500, "^"),
    ],
)
def test_a_bad_expression_gets_a_caret_and_exit_2(tutor, expression, told):
    done = tutor("calc", expression)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_chinese_truths(tutor):
    tutor.lang = "zh"
    assert tutor("calc", "1 > 2").out == "不成立\n"
