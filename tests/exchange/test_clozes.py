"""Gaps as Anki writes them: one text for each number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.mutate import in_time
from tutor.exchange.clozes import Clozed, clozes, has_gaps


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The {{c1::order}} of {{c2::a group}}", ["The ⟦order⟧ of a group", "The order of ⟦a group⟧"]),
        ("{{c2::b}} then {{c1::a}} then {{c2::b}}", ["b then ⟦a⟧ then b", "⟦b⟧ then a then ⟦b⟧"]),
        ("{{c1::a {{c2::b}} c}}", ["⟦a b c⟧", "a ⟦b⟧ c"]),
        ("{{c1::a {{c1::b}} c}}", ["⟦a b c⟧"]),
        ("{{c1,2::both}} {{c2::one}}", ["⟦both⟧ one", "⟦both⟧ ⟦one⟧"]),
        ("a::b }} {{c3::x}} ::", ["a::b }} ⟦x⟧ ::"]),
        ("{{c1::done}} {{c2::open", ["⟦done⟧ {{c2::open"]),
        ("{{c1::open {{c2::done::hint}}", ["{{c1::open ⟦done⟧"]),
        ("⟦x⟧ {{c1::y}}", ["〖x〗 ⟦y⟧"]),
        (r"\({{c1::x^{2} }}\)", [r"\(⟦x^{2} ⟧\)"]),
        ("{{c1234::a}} {{x}} {{c1:a}}", []),
        ("", []),
    ],
)
def test_the_gaps_of_one_number_are_marked_and_the_others_filled(text, shown):
    assert [one.text for one in clozes(text)] == shown


def test_a_hint_belongs_to_its_number():
    text = "{{c1::order}} {{c1::size::a number}} {{c2::x::a::b}}"
    assert clozes(text) == (
        Clozed(1, "⟦order⟧ ⟦size⟧ x", "a number"),
        Clozed(2, "order size ⟦x⟧", "a::b"),
    )


def test_a_gap_is_seen_from_its_beginning():
    assert has_gaps("a {{c1::b}}")
    assert not has_gaps("a {{b}} c1::d {{c::e}}")


@given(st.lists(st.sampled_from(("{{c1::", "{{c2::", "}}", "::", "x", "{", "}", "{{c1,2::"))).map("".join))
def test_any_nesting_keeps_its_letters(text):
    for one in clozes(text):
        assert one.text.count("x") <= text.count("x")
        assert one.text.count("⟦") == one.text.count("⟧")


@pytest.mark.parametrize("piece", ["{{c1::", "{{c1::a}}", "}}", "{{c1::a::", "::", "{{c1,2,3::x}} "])
def test_long_texts_take_no_time(piece):
    with in_time(15):
        clozes("{{c1::a}}" + piece * 20_000)
    with in_time(15):
        clozes("".join(f"{{{{c{number}::a}}}}" for number in range(1000)))
