"""Cards survive the way into the library and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.questions.strategies import cards, wordings
from tutor.questions.codec import (
    card_from_json,
    card_to_json,
    text_from_json,
    text_to_json,
    wording_from_json,
    wording_to_json,
)
from tutor.questions.model import Card, Flash, Hole, Wording
from tutor.text import Text


@given(cards())
def test_a_card_comes_back(card):
    assert card_from_json(json.loads(json.dumps(card_to_json(card)))) == card


@given(wordings())
def test_a_wording_comes_back(wording):
    assert wording_from_json(json.loads(json.dumps(wording_to_json(wording)))) == wording


@given(st.text(), st.text())
def test_a_text_comes_back(zh, en):
    assert text_from_json(text_to_json(Text(zh, en))) == Text(zh, en)


@pytest.mark.parametrize(
    ("wording", "value"),
    [
        (Wording(("σ",), ("σ",)), "σ"),
        (Wording((), ()), ""),
        (Wording(("甲",), ("a",)), ["甲", "a"]),
        (Wording(("甲 ", Hole("a")), ("a",)), [["甲 ", ["a", None]], "a"]),
        (Wording((Hole("1/3", 2),), (Hole("1/3", 2),)), [[["1/3", 2]], [["1/3", 2]]]),
    ],
)
def test_a_wording_is_compact(wording, value):
    assert wording_to_json(wording) == value


def test_a_plain_card_has_no_empty_fields():
    card = Card("a", "l", 1, "a", Flash(Wording(("1",), ("1",))), ask=Wording(("?",), ("?",)))
    assert card_to_json(card) == {
        "id": "a",
        "lesson": "l",
        "part": 1,
        "fact": "a",
        "kind": "flash",
        "body": {"answer": "1"},
        "ask": "?",
    }
