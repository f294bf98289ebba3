"""The kinds of cards beside choice."""

# ruff: noqa: D205  (a docstring is the input)
from __future__ import annotations

from tests.syllabus.documents import of_card
from tutor.questions.model import (
    Cloze,
    Flash,
    Formula,
    Multi,
    Myth,
    Numeric,
    Option,
    Wording,
)
from tutor.text import Text


def plain(zh, en=None):
    return Wording((zh,), (en or zh,))


@of_card
def test_the_other_kinds(file):
    """
    - {id: a, kind: flash, ask: "?", answer: "42", points: ["one", "two"], why: "w"}
    - {id: b, kind: multi, ask: "?", right: ["1", {text: "2", because: "b"}], wrong: [{text: "3", because: "c"}], why: "w"}
    - {id: c, kind: numeric, ask: "?", answer: {expr: "1/4"}, digits: 2, unit: "m", why: "w"}
    - {id: d, kind: formula, ask: "?", answer: {expr: "x*sigmoid(x)"}, domain: [-3, 3], why: "w"}
    - id: e
      kind: cloze
      ask: {zh: "叫 ⟦饱和⟧ 吧", en: "called ⟦saturation⟧"}
      accept: {zh: ["饱和区"], en: ["saturating"]}
      why: "w"
    - {id: f, kind: myth, "false": "1 > 2", "true": "1 < 2", why: "w"}
    - {id: g, kind: myth, "false": "2 > 3", "true": "2 < 3", mistake: side-flipped, why: "w"}
    """
    bodies = {source.card.id: source.card.body for source in file.cards}
    assert bodies == {
        "a": Flash(plain("42"), (plain("one"), plain("two"))),
        "b": Multi(
            (
                Option(True, plain("1")),
                Option(True, plain("2"), because=plain("b")),
                Option(False, plain("3"), because=plain("c")),
            )
        ),
        "c": Numeric("1/4", 2, plain("m")),
        "d": Formula("x*sigmoid(x)", (-3.0, 3.0)),
        "e": Cloze(Text("饱和", "saturation"), ("饱和区",), ("saturating",)),
        "f": Myth(plain("1 < 2"), plain("1 > 2")),
        "g": Myth(plain("2 < 3"), plain("2 > 3"), "side-flipped"),
    }
    cards = {source.card.id: source.card for source in file.cards}
    assert cards["e"].ask == plain("叫 ⟦…⟧ 吧", "called ⟦…⟧")
    assert cards["f"].ask is None
    assert cards["a"].fact == "a"


@of_card
def test_gaps(file):
    """
    - {id: a, kind: cloze, ask: "no gap", why: "w"}
    - {id: b, kind: cloze, ask: "⟦one⟧ and ⟦two⟧", why: "w"}
    - {id: c, kind: cloze, ask: {zh: "⟦甲⟧", en: "none"}, why: "w"}
    - {id: d, kind: cloze, ask: "⟦{= 1}⟧", why: "w"}
    - {id: e, kind: cloze, ask: "⟦ ⟧", accept: [a], why: "w"}
    => 1:29 gap
    => 2:29 gap
    => 3:29 gap
    => 4:29 gap
    => 5:29 gap
    => 5:44 shape-mapping
    """
    assert file.cards == ()


@of_card
def test_typed_questions_may_know_wrong_answers(file):
    """
    - {id: a, kind: numeric, ask: "?", answer: {expr: "1/4"}, wrong: [{expr: "1/2", mistake: m, because: "b"}], why: "w"}
    - {id: b, kind: formula, ask: "?", answer: {expr: "x^2"}, wrong: [{expr: "2*x", mistake: m, because: "b"}], why: "w"}
    - id: c
      kind: cloze
      ask: {zh: "叫 ⟦饱和⟧ 吧", en: "called ⟦saturation⟧"}
      wrong: [{zh: "激活", en: "activation", mistake: m, because: "b"}]
      why: "w"
    """
    a, b, c = (source.card.body for source in file.cards)
    assert [slip.expression for slip in (*a.slips, *b.slips)] == ["1/2", "2*x"]
    assert c.slips[0].wording == plain("激活", "activation")
    assert {slip.mistake for slip in (*a.slips, *b.slips, *c.slips)} == {"m"}
