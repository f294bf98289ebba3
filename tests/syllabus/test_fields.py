"""Keys and small values: missing, unknown, of the wrong form."""

# ruff: noqa: D205  (a docstring is the input)
from __future__ import annotations

from tests.syllabus.documents import of_card


@of_card
def test_keys_that_nobody_knows(file):
    """
    - id: a
      kind: flash
      ask: "?"
      answr: "!"
      answer: "!"
      domain: [0, 1]
      qqq: 1
      why: "w"
    => 4:3 key-unknown-near
    => 6:3 key-unknown
    => 7:3 key-unknown
    """
    assert len(file.cards) == 1, "a key too many harms nobody"


@of_card
def test_kinds_and_ids(file):
    """
    - {id: a, kind: chioce, ask: "?", why: "w"}
    - {id: "Not An Id", kind: flash, ask: "?", answer: "!", why: "w"}
    - {kind: flash, ask: "?", answer: "!", why: "w"}
    - {id: [a], kind: flash, ask: "?", answer: "!", why: "w"}
    - {id: d, kind: {}, ask: "?", answer: "!", why: "w"}
    - 7
    - {id: g, ask: "?", why: "w"}
    => 1:17 kind
    => 2:8 id-form
    => 3:3 key-missing
    => 4:8 shape-text
    => 5:17 shape-text
    => 6:3 shape-mapping
    => 7:3 key-missing
    """
    assert file.cards == ()


@of_card
def test_small_values_of_the_wrong_form(file):
    """
    - {id: a, kind: numeric, ask: "?", answer: {expr: "1"}, digits: 16, why: "w"}
    - {id: b, kind: numeric, ask: "?", answer: "1", digits: two, why: "w"}
    - {id: c, kind: flash, ask: "?", answer: "1", plot: {curves: [], labels: maybe, range: [a, 2]}, why: "w"}
    - {id: d, kind: flash, ask: "?", answer: "1", ladder: {id: z, rung: 0}, why: "w", tags: [B b], was: x}
    - {id: e, kind: flash, ask: "?", answer: "1", points: ["1", "2", "3", "4", "5", "6", "7"], why: "w", claim: {}}
    => 1:65 not-a-whole-number
    => 2:44 shape-mapping
    => 2:57 not-a-whole-number
    => 3:74 not-yes-or-no
    => 3:89 not-a-number
    => 4:69 not-a-whole-number
    => 4:90 id-form
    => 4:101 shape-list
    => 5:55 too-many
    => 5:109 shape-list
    """
    assert file.cards == ()
