"""Values drawn afresh: lists, ranges, names."""

# ruff: noqa: D205  (a docstring is the input)
from __future__ import annotations

from tests.syllabus.documents import of_card
from tutor.questions.model import (
    Draw,
)


@of_card
def test_drawn_values(file):
    """
    - {id: a, kind: flash, with: {b: {from: -1, to: 1, step: 0.5}}, ask: "{b}", answer: "{= b + 1}", why: "w"}
    - {id: b, kind: flash, with: {x: [1, 2], e: [1, 2], sigmoid: [1, 2], σ: [1, 2], 2b: [1, 2]}, ask: "1", answer: "!", why: "w"}
    - {id: c, kind: flash, with: {a: [1], b: [1, 1], c: 3, d: [1, two], g: [[1], 2]}, ask: "1", answer: "!", why: "w"}
    - {id: d, kind: flash, with: {a: {from: 2, to: 1}, b: {to: 1}, c: {from: 0, to: 1, step: 0}}, ask: "1", answer: "!", why: "w"}
    - {id: f, kind: flash, with: [a], ask: "1", answer: "!", why: "w"}
    - {id: g, kind: flash, with: {k: {from: 0, to: 2000}, m: {from: 1, to: 2, sept: 1}, n: {}}, ask: "1", answer: "!", why: "w"}
    => 2:31 with-shadows
    => 2:42 with-shadows
    => 2:53 with-shadows
    => 2:70 with-shadows
    => 2:81 with-name
    => 3:34 with-too-few
    => 3:42 with-repeats
    => 3:53 with-shape
    => 3:63 not-a-number
    => 3:73 shape-text
    => 4:34 with-range
    => 4:55 key-missing
    => 4:67 with-range
    => 5:30 shape-mapping
    => 6:34 with-range
    => 6:75 key-unknown-near
    => 6:88 key-missing
    => 6:88 key-missing
    => 6:88 with-range
    """
    assert file.cards[0].card.draws == (Draw("b", ("-1.0", "-0.5", "0.0", "0.5", "1.0")),)
    assert [source.card.id for source in file.cards] == ["a"]
