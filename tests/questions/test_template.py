"""Texts with holes: what is read, what is refused and where, what is filled in."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.errors import UsageError
from tutor.questions.model import Hole, Wording
from tutor.questions.template import TemplateError, computed, evaluated, fill, mapped, parse, wording


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", ()),
        ("σ(x)", ("σ(x)",)),
        ("{a}", (Hole("a"),)),
        ("x = {a}!", ("x = ", Hole("a"), "!")),
        ("{a}{β}", (Hole("a"), Hole("β"))),
        ("{= sigmoid′(a) : 3}", (Hole("sigmoid′(a)", 3),)),
        ("{=1:15}", (Hole("1", 15),)),
        ("{= 1/3}", (Hole("1/3", 3),)),
        ("{{", ("{",)),
        ("{{a and {{{a}", ("{a and {", Hole("a"))),
        ("a {= f(x)[0] : 2} b {= 1}", ("a ", Hole("f(x)[0]", 2), " b ", Hole("1", 3))),
    ],
)
def test_pieces(text, pieces):
    assert parse(text) == pieces


@pytest.mark.parametrize(
    ("text", "key", "offset"),
    [
        ("}", "brace-closes-nothing", 0),
        ("a} {b}", "brace-closes-nothing", 1),
        ("{a}}", "brace-closes-nothing", 3),
        ("ab{", "brace-not-closed", 2),
        ("{a {b}", "brace-not-closed", 0),
        ("x {}", "brace-holds-no-name", 2),
        ("{1a}", "brace-holds-no-name", 0),
        ("{a b}", "brace-holds-no-name", 0),
        ("{ a}", "brace-holds-no-name", 0),
        ("{=}", "brace-holds-nothing", 0),
        ("{= : 3}", "brace-holds-nothing", 0),
        ("{= 1 : 0}", "brace-digits", 0),
        ("{= 1 : 16}", "brace-digits", 0),
        ("{= 1 : }", "brace-digits", 0),
        ("{= 1 : ٣}", "brace-digits", 0),
        ("{= 1 : 3.0}", "brace-digits", 0),
        ("{= 1 : 99999999999999999999}", "brace-digits", 0),
    ],
)
def test_refusals_tell_the_offset(text, key, offset):
    with pytest.raises(TemplateError) as error:
        parse(text)
    assert (error.value.key, error.value.offset) == (f"problem.{key}", offset)


def read(text):
    try:
        return parse(text)
    except TemplateError as error:
        return error.offset


@given(st.text())
def test_any_text_is_read_or_refused(text):
    pieces = read(text)
    if isinstance(pieces, int):
        assert text[pieces] in "{}"
    else:
        assert all(piece for piece in pieces)
        assert not any(isinstance(a, str) and isinstance(b, str) for a, b in pairwise(pieces))


@given(st.text())
def test_doubled_braces_are_literal(text):
    without = text.replace("}", "")
    assert "".join(parse(without.replace("{", "{{"))) == without


def test_drawn_values_stay_as_written():
    text = fill(wording("取 {a}", "at {a}"), {"a": "2.10"})
    assert (text.zh, text.en) == ("取 2.10", "at 2.10")


def test_computed_numbers_are_rounded():
    text = fill(wording("{= a/3 : 2}", "{= -a*10^7} {= a}"), {"a": "2.0"})
    assert (text.zh, text.en) == ("0.67", "−2×10⁷ 2")


def test_a_true_minus_is_a_minus():
    assert evaluated("a + 1", {"a": "−2"}) == -1.0
    assert computed("a", 3, {"a": "−2"}) == "−2"


@pytest.mark.parametrize("expression", ["1 < 2", "[1, 2]", "[1]", "sigmoid", "1 +", "y"])
def test_what_is_no_number(expression):
    with pytest.raises(UsageError):
        evaluated(expression, {})


def test_a_value_that_was_not_drawn():
    with pytest.raises(KeyError):
        fill(wording("{a}", "{a}"), {})


def test_mapping_holes_joins_literals():
    before = wording("一 {= 1} 二 {a}", "{= 1}{= 2}")
    after = mapped(before, lambda hole: hole if hole.digits is None else "1")
    assert after == Wording(("一 1 二 ", Hole("a")), ("11",))
