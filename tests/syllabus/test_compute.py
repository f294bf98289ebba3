"""Numbers without draws become text once; the others stay."""

from __future__ import annotations

from tests.syllabus.courses import flash, lesson
from tutor.questions.model import Choice, Hole, Option, Wording
from tutor.syllabus.compute import Numbers, compiled, formula_line
from tutor.syllabus.lessons import read_lesson
from tutor.syllabus.model import Prose

CHOICE = (
    '{id: c, kind: choice, with: {a: [1, 2]}, ask: "{a} {= 1/3 : 2} {= a/3}", right: {expr: "sigmoid′(0)", digits: 2},'
    ' wrong: [{expr: "a"}, {text: "{= 2^0}"}]}'
)


def read(*cards, steps=(), **more):
    return read_lesson(lesson("t", *cards, steps=steps, **more).encode(), "1-a/t.yaml")


def test_what_needs_no_draw_is_computed():
    done = compiled(read(CHOICE))
    (source,) = done.cards
    assert source.card.ask is not None
    assert source.card.ask.en == (Hole("a"), " 0.33 ", Hole("a/3", 3))
    assert source.card.body == Choice(
        (
            Option(True, Wording(("0.25",), ("0.25",))),
            Option(False, expression="a"),
            Option(False, Wording(("1",), ("1",))),
        )
    )
    assert done.problems == ()


def test_the_formula_comes_from_the_catalogue():
    (source,) = compiled(read(flash("t.a"), function="sigmoid")).cards
    assert source.card.formula == formula_line("sigmoid")
    assert source.card.formula.startswith("σ(x) = ")
    assert "; σ′(x) = " in source.card.formula
    assert formula_line("") == ""


def test_what_cannot_be_computed_is_left_out_with_its_place():
    file = read(flash("t.a", answer="{= sigmoid}"), flash("t.b"), steps=['say: "{= 1 + tanh}"', 'say: "{= 1}"'])
    done = compiled(file)
    assert [source.card.id for source in done.cards] == ["t.b"]
    assert done.steps == (Prose("say", Wording(("1",), ("1",))),)
    assert [(p.line, p.column, p.rule) for p in done.problems] == [
        (9, 10, "expression-fails"),
        (6, 5, "expression-fails"),
    ]
    assert dict(done.problems[0].facts)["text"] == "sigmoid"


def test_what_is_known_is_not_computed_again():
    numbers = Numbers({("1/3", 2): "known"})
    (source,) = compiled(read(CHOICE), numbers).cards
    assert source.card.ask is not None
    assert source.card.ask.en[1] == " known "
    assert numbers.fresh == {("sigmoid′(0)", 2): "0.25", ("2^0", 3): "1"}
