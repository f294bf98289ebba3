"""Sentences put together in both languages."""

import pytest

from tutor.labs.functions import unit
from tutor.labs.telling import called, clauses, listed, size, tell
from tutor.text import Text


def test_lists_and_clauses_are_divided_as_each_language_does():
    assert listed(["A", Text("乙", "B")]) == Text("A、乙", "A, B")
    assert clauses(["A", "B"]) == Text("A；B", "A; B")


def test_facts_speak_their_own_language_and_chinese_facts_stand_close():
    text = tell("lab_flow.with_size", name=Text("恒等函数", "Identity"), size="2")
    assert (text.zh, text.en) == ("恒等函数（2 倍）", "Identity (×2)")
    learns = tell("lab_vanishing.learns", name=Text("正弦", "Sine"), before="0.9")
    assert learns.zh == "正弦不改也学得动（0.9）"


@pytest.mark.parametrize(
    ("power", "shown"),
    [(0.0, "1"), (-1.0, "0.1"), (-31.4, "4×10⁻³²"), (-400.5, "3.2×10⁻⁴⁰¹"), (float("-inf"), "0"), (float("inf"), "∞")],
)
def test_powers_are_told_also_where_no_float_can_hold_them(power, shown):
    assert size(power) == shown


@pytest.mark.parametrize(
    ("text", "zh"), [("sigmoid", "Sigmoid"), ("silu", "SiLU"), ("identity", "恒等函数"), ("x*tanh(x)", "x*tanh(x)")]
)
def test_functions_are_called_by_names_not_by_letters(text, zh):
    assert called(unit(text)).zh == zh
