"""Cards of a lesson file: all kinds, and each fault with its place."""

# ruff: noqa: D205  (a docstring is the input)
from __future__ import annotations

from tests.syllabus.documents import of_card
from tutor.questions.model import (
    Choice,
    Curves,
    Draw,
    Flash,
    Hole,
    Option,
    Wording,
)
from tutor.syllabus.source import Claim


def plain(zh, en=None):
    return Wording((zh,), (en or zh,))


@of_card
def test_a_choice_is_read_with_everything_it_may_have(file):
    """
    - id: tiny.slope
      kind: choice
      fact: tiny-saturates
      with: {a: [8, 9.0]}
      ask: {zh: "x = {a} 时呢？", en: "What at x = {a}?"}
      right: {expr: "sigmoid′(a)", digits: 2}
      wrong:
        - {expr: "sigmoid′(0)", mistake: peak-for-tail, because: {zh: "那是峰值", en: "that is the peak"}}
        - {text: "1 / x", mistake: other, because: "1/x"}
      why: {zh: "因为 {= sigmoid′(a) : 3}", en: "because {= sigmoid′(a)}"}
      hint: "σ′"
      plot: {curves: ["sigmoid", "x*a"], range: [-4, 4.5], labels: no}
      claim: ["max(sigmoid′) == 0.25", "a > 0"]
      corrects: [E28]
      source: "Glorot & Bengio 2010"
      tags: [tail]
      was: [tiny.old]
      ladder: {id: tail, rung: 2, quick: "σ", full: "σ(x)"}
    """
    (source,) = file.cards
    card = source.card
    assert card.id == "tiny.slope"
    assert (card.lesson, card.part, card.fact) == ("tiny", 2, "tiny-saturates")
    assert card.draws == (Draw("a", ("8", "9.0")),)
    assert card.ask == Wording(("x = ", Hole("a"), " 时呢？"), ("What at x = ", Hole("a"), "?"))
    assert card.body == Choice(
        (
            Option(True, expression="sigmoid′(a)", digits=2),
            Option(
                False, expression="sigmoid′(0)", mistake="peak-for-tail", because=plain("那是峰值", "that is the peak")
            ),
            Option(False, plain("1 / x"), mistake="other", because=plain("1/x")),
        )
    )
    assert card.why == Wording(("因为 ", Hole("sigmoid′(a)", 3)), ("because ", Hole("sigmoid′(a)", 3)))
    assert card.hint == plain("σ′")
    assert card.plot == Curves(("sigmoid", "x*a"), (-4.0, 4.5), labels=False)
    assert (card.source, card.tags, card.ladder) == ("Glorot & Bengio 2010", ("tail",), ("tail", 2))
    assert (card.quick, card.full) == (plain("σ"), plain("σ(x)"))
    assert source.claims == (Claim("max(sigmoid′) == 0.25", 16, 11), Claim("a > 0", 16, 36))
    assert (source.was, source.line, source.column) == (("tiny.old",), 4, 7)
    assert [(name.kind, name.id) for name in file.referred] == [
        ("mistake", "peak-for-tail"),
        ("mistake", "other"),
        ("erratum", "E28"),
    ]
    assert [(name.kind, name.id) for name in file.defined] == [
        ("lesson", "tiny"),
        ("card", "tiny.slope"),
        ("former card", "tiny.old"),
    ]


@of_card
def test_a_broken_card_is_left_out_and_the_next_one_stays(file):
    """
    - {id: a, kind: flash, ask: "?", why: "w"}
    - {id: b, kind: flash, ask: "?", answer: "!", why: "w"}
    => 1:3 key-missing
    """
    assert [source.card.id for source in file.cards] == ["b"]
    assert {name.id for name in file.defined} == {"tiny", "a", "b"}, "others may still refer to it"


@of_card
def test_a_correction_needs_ground(file):
    """
    - {id: a, kind: flash, ask: "?", answer: "1", corrects: [E28], why: "w"}
    - {id: b, kind: flash, ask: "?", answer: "1", corrects: [E28], why: "w", source: "He 2015"}
    - {id: c, kind: numeric, ask: "?", answer: {expr: "1"}, corrects: [E28], why: "w"}
    - {id: d, kind: flash, ask: "?", answer: "1", corrects: [E28]}
    => 1:47 corrects-without-ground
    => 4:3 why-missing
    => 4:47 corrects-without-ground
    """
    assert len(file.cards) == 4


@of_card
def test_a_fact_climbs(file):
    """
    - {id: a, fact: f, kind: myth, "true": "1", "false": "2", why: "w"}
    - {id: b, fact: f, kind: flash, ask: "?", answer: "1", why: "w"}
    - {id: c, fact: f, kind: myth, "true": "1", "false": "2", why: "w"}
    => 3:8 fact-order
    """
    assert len(file.cards) == 3


@of_card
def test_of_two_cards_with_one_id_the_first_stays(file):
    """
    - {id: a, kind: flash, ask: "?", answer: "1", why: "w"}
    - {id: a, kind: flash, ask: "?", answer: "2", why: "w"}
    """
    assert [source.card.body for source in file.cards] == [Flash(plain("1"))]
