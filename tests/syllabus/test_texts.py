"""Texts in two languages, their holes, expressions, numbers and characters."""

# ruff: noqa: D205, D301  (a docstring is the input)
from __future__ import annotations

from tests.syllabus.documents import of_card
from tutor.questions.model import (
    Flash,
    Hole,
    Wording,
)


def plain(zh, en=None):
    return Wording((zh,), (en or zh,))


@of_card
def test_holes_and_expressions(file):
    """
    - {id: a, kind: flash, ask: "slope {a}?", answer: "!", why: "w"}
    - {id: b, kind: flash, ask: "{= sigmoid(}", answer: "{= sigmoid(b) : 3}", why: "}"}
    - {id: c, kind: flash, ask: "{", answer: "{= 1 : 0}", why: "{not a name}"}
    - {id: d, kind: numeric, ask: "{{", answer: {expr: "sigmoid(x)"}, why: "{= }"}
    - {id: e, kind: flash, ask: "x", answer: "x", why: "x", plot: {curves: ["sigmoid(x) + q"], range: [1, 1]}}
    - {id: f, kind: formula, ask: "x", answer: {expr: "x +"}, domain: [0, 1, 2], why: "x"}
    => 1:36 hole-not-drawn
    => 2:41 expression
    => 2:65 name-not-drawn
    => 2:81 brace-closes-nothing
    => 3:30 brace-not-closed
    => 3:43 brace-digits
    => 3:61 brace-holds-no-name
    => 4:61 name-not-drawn
    => 4:73 brace-holds-nothing
    => 5:87 name-not-drawn
    => 5:99 not-a-range
    => 6:55 expression
    => 6:67 not-a-range
    """
    assert file.cards == ()


@of_card
def test_texts_in_two_languages(file):
    """
    - {id: a, kind: flash, ask: {zh: "甲"}, answer: {zh: "x", en: "乙"}, why: "丙"}
    - {id: b, kind: flash, ask: {zh: "甲", en: "A", fr: "a"}, answer: "", why: {zh: "甲", en: "A（）"}}
    => 1:29 key-missing
    => 1:53 zh-without-chinese
    => 1:63 en-with-chinese
    => 1:73 text-needs-both
    => 2:48 key-unknown
    => 2:66 text-empty
    => 2:91 en-with-chinese
    """
    assert file.cards == ()


@of_card
def test_texts_that_are_not_quoted(file):
    """
    - {id: a, kind: flash, ask: what, answer: 'gelu''(0)', why: "w"}
    - id: b
      kind: flash
      ask: |
        two
        lines {= 1}
      answer: >
        folded
        text
      why: {zh: 甲, en: "A"}
    => 1:29 not-quoted
    => 1:43 not-quoted
    => 10:13 not-quoted
    """
    assert file.cards[1].card.ask == Wording(("two\nlines ", Hole("1", 3)), ("two\nlines ", Hole("1", 3)))
    assert file.cards[1].card.body == Flash(plain("folded text"))


@of_card
def test_places_inside_a_block(file):
    """
    - id: a
      kind: flash
      ask: |
        one
        two {b}
      answer: >
        three {b}
      why: "w"
    => 5:1 hole-not-drawn
    => 6:11 hole-not-drawn
    """
    assert file.cards == ()


@of_card
def test_numbers_typed_by_hand(file):
    """
    - {id: a, kind: flash, ask: "is it 0.25 or ¼?", answer: "in 90 % of 12 cases", why: "GPT-3.5 since 2022"}
    - {id: b, kind: flash, ask: "4×10⁻⁵", answer: "1e-5 {= 1/3 : 2} 0.3", why: "x² + 2¹⁰ and §2.1"}
    => 1:36 number-typed
    => 2:32 number-typed
    => 2:48 number-typed
    => 2:65 number-typed
    """
    assert len(file.cards) == 2, "they can still be learned"


@of_card
def test_characters_without_a_width(file):
    """
    - {id: a, kind: flash, ask: "ab\\u200dc", answer: "❤\\ufe0f", why: "e\\u0301"}
    - {id: b, kind: flash, ask: "🎯 σ′(x) ≤ ½", answer: "\\ttab", why: "w"}
    => 1:29 character
    => 1:50 character
    => 1:66 character
    => 2:52 character
    """
    assert file.cards == ()
