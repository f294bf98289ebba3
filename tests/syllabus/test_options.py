"""Options of choice and multi: how many, of which form, how long."""

# ruff: noqa: D205  (a docstring is the input)
from __future__ import annotations

from tests.syllabus.documents import of_card


@of_card
def test_option_counts(file):
    """
    - {id: a, kind: choice, ask: "?", right: "1", wrong: [{text: "2", mistake: m, because: "b"}], why: "w"}
    - {id: b, kind: multi, ask: "?", right: [], wrong: ["2"], why: "w"}
    - {id: c, kind: multi, ask: "?", right: ["1", "2", "3", "4"], wrong: ["5", "6", "7"], why: "w"}
    - {id: d, kind: choice, ask: "?", wrong: [], why: "w"}
    => 1:3 wrong-count
    => 2:3 multi-count
    => 2:53 because-missing
    => 3:3 multi-count
    => 3:71 because-missing
    => 3:76 because-missing
    => 3:81 because-missing
    => 4:3 key-missing
    """
    assert file.cards == ()


@of_card
def test_an_option_says_one_thing(file):
    """
    - id: a
      kind: choice
      ask: "?"
      right: {expr: "1", text: "1"}
      wrong:
        - {mistake: m, because: "b"}
        - {zh: "甲", en: "A", text: "B"}
        - {text: "C", mistake: 7x!, because: "b"}
      why: "w"
    => 4:10 option-shape
    => 4:22 key-unknown
    => 6:7 option-shape
    => 7:7 because-missing
    => 7:7 mistake-missing
    => 7:7 option-shape
    => 7:8 key-unknown
    => 7:17 key-unknown
    => 8:7 mistake-missing
    => 8:28 id-form
    """
    assert file.cards == ()


@of_card
def test_lengths_that_give_the_answer_away(file):
    """
    - id: a
      kind: choice
      ask: "?"
      right: "the one that is explained at length"
      wrong: [{text: "short", mistake: m, because: "b"}, {text: "a middling one", mistake: m, because: "b"}]
      why: "w"
    - id: b
      kind: choice
      ask: "?"
      right: "1/(2·π)"
      wrong: [{text: "π", mistake: m, because: "b"}, {text: "{= sigmoid(1)} m", mistake: m, because: "b"}]
      why: "w"
    => 1:3 option-lengths
    => 1:3 option-lengths
    """
    assert len(file.cards) == 2
