"""What learners type becomes the little language; what can be read in two ways is asked about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.activations.expression import parse
from tutor.errors import TutorError
from tutor.questions.answers import Unreadable
from tutor.questions.notation import usual


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("σ(x)(1-σ(x))", "σ(x)*(1-σ(x))"),
        ("2x(1-x)", "2*x*(1-x)"),
        ("(1+x)(1−x)", "(1+x)*(1-x)"),
        ("x²e^x", "x^2*e^x"),
        ("xσ(x)", "x*σ(x)"),
        ("2σ(2x) − 1", "2*σ(2*x)-1"),
        ("y = x·σ(x)", "x*σ(x)"),
        ("f(x)=2x", "2*x"),
        ("σ′(x) = σ(x)·(1 − σ(x))", "σ(x)*(1-σ(x))"),
        ("σ'(x)＝σ（x）", "σ(x)"),
        ("dy/dx = 2x", "2*x"),
        ("y' = x", "x"),
        ("1/(1+e^-x)", "1/(1+e^-x)"),
        ("1/(1+e⁻ˣ)", "1/(1+e^(-x))"),
        ("(e²ˣ−1)/(e²ˣ+1)", "(e^(2*x)-1)/(e^(2*x)+1)"),
        ("|x|", "(abs(x))"),
        ("2|x|+1", "2*(abs(x))+1"),
        ("||x|-1|", "(abs((abs(x))-1))"),
        ("|x||x|", "(abs(x))*(abs(x))"),
        ("ln|x|", "ln(abs(x))"),
        ("ln x + 1", "ln(x)+1"),
        ("lnx", "log(x)"),
        ("tanh^2(x)", "tanh²(x)"),
        ("1 - tanh² x", "1-tanh²(x)"),
        ("max{0, x}", "max(0,x)"),
        ("max（0，x）。", "max(0,x)"),
        ("√(2/π)(x+1)", "√(2/π)*(x+1)"),
        ("e^(2x)(1-x)", "e^(2*x)*(1-x)"),
        ("½(1+x)", "½*(1+x)"),
        ("X·EXP(X)", "x*exp(x)"),
        ("sech²(x)", "((2/(exp(x)+exp(-(x)))))²"),
        ("sign(x)", "((2*step(x)-1))"),
    ],
)
def test_it_means(typed, meant):
    assert parse(usual(typed)) == parse(meant)


@pytest.mark.parametrize("typed", ["1/2x", "x/2(1+x)", "e^2x", "e^-2x", "ln 2x", "tanh x²", "√2x", "1/√(2π)(x)"])
def test_two_readings_are_a_hint(typed):
    found = usual(typed)
    assert isinstance(found, Unreadable)
    assert found.key == "question.brackets_wanted"


@pytest.mark.parametrize("typed", ["x if x > 0 else 0", "{x, x>0; 0, x<=0}", "x≥0时为x", "x ? 1 : 0"])
def test_pieces_are_a_hint(typed):
    assert usual(typed) == Unreadable("question.piecewise", {})


def test_a_given_name_is_no_product():
    """`a` and `xs` have values in this question, so they stay names."""
    assert parse(usual("a*xs", {"a", "xs"})) == parse("a*xs")
    assert parse(usual("2a", {"a"})) == parse("2*a")


SOUP = st.lists(
    st.sampled_from([*"x2½()|^*/+-,²′=σe ", "ln", "tanh", "cosh(", "max", "e⁻ˣ", "\u202e", "饱"]), max_size=25
)


@given(SOUP.map("".join))
def test_no_soup_breaks_it(typed):
    try:
        found = usual(typed)
    except TutorError:
        return
    assert isinstance(found, str | Unreadable)
