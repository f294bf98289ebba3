"""Cards of a lesson file: all kinds, and each fault with its place."""

# ruff: noqa: D205, D301, FBT003  (a docstring is the input)
from __future__ import annotations

from tests.syllabus.documents import of_card
from tutor.questions.model import (
    Choice,
    Cloze,
    Curves,
    Draw,
    Flash,
    Formula,
    Hole,
    Multi,
    Myth,
    Numeric,
    Option,
    Wording,
)
from tutor.syllabus.source import Claim
from tutor.text import Text


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
            Option(False, expression="sigmoid′(0)", mistake="peak-for-tail", because=plain("那是峰值", "that is the peak")),
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
    """
    bodies = {source.card.id: source.card.body for source in file.cards}
    assert bodies == {
        "a": Flash(plain("42"), (plain("one"), plain("two"))),
        "b": Multi((Option(True, plain("1")), Option(True, plain("2"), because=plain("b")), Option(False, plain("3"), because=plain("c")))),
        "c": Numeric("1/4", 2, plain("m")),
        "d": Formula("x*sigmoid(x)", (-3.0, 3.0)),
        "e": Cloze(Text("饱和", "saturation"), ("饱和区",), ("saturating",)),
        "f": Myth(plain("1 < 2"), plain("1 > 2")),
    }
    cards = {source.card.id: source.card for source in file.cards}
    assert cards["e"].ask == plain("叫 ⟦…⟧ 吧", "called ⟦…⟧")
    assert cards["f"].ask is None
    assert cards["a"].fact == "a"


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
