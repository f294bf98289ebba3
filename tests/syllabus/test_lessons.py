"""Lesson files: the head, every kind of step, and faults with their places."""

# ruff: noqa: D205, D301  (a docstring is the input)
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.syllabus.documents import of_lesson
from tutor.questions.model import Hole, Wording
from tutor.syllabus import model
from tutor.syllabus.lessons import number_of, read_lesson, stem_of
from tutor.syllabus.source import Claim
from tutor.text import Text


def plain(zh, en=None):
    return Wording((zh,), (en or zh,))


@of_lesson
def test_a_lesson_with_every_step(file):
    """
    lesson: tiny
    title: {zh: "小课", en: "A tiny lesson"}
    function: swish
    covers: ["2.1", 3.3]
    needs: [first]
    created: 2026-11-20
    tags: [small]
    related: [tanh]
    steps:
      - pretest: tiny.a
      - say: {zh: "说 {= sigmoid(0) : 2}", en: "say"}
      - formula: {show: "σ(x) = 1 / (1 + e⁻ˣ) ≈ 0.5 + {x}", check: "sigmoid(x) == 1/(1+exp(-x))"}
      - plot: {curves: ["sigmoid", "sigmoid′"], range: [-8, 8], read: [{curve: "sigmoid", zh: "升", en: "up"}, {zh: "都", en: "both"}]}
      - derive: [{show: "σ′", because: {zh: "链", en: "chain"}, check: "sigmoid′(0) == 0.25"}, {show: "= σσ"}]
      - compare: {pros: ["+"], cons: ["−", "0"], kind: answers}
      - table: {columns: ["range"], rows: ["sigmoid", "SiLU"]}
      - show: gradient-flow
      - analogy: "a"
      - joke: "j"
      - deeper: "d"
      - ask: tiny.b
      - recap: [tiny.a, tiny.b]
    """
    lesson = file.lesson
    assert lesson is not None
    assert (lesson.id, lesson.part, lesson.title, lesson.file) == ("tiny", 2, Text("小课", "A tiny lesson"), file.file)
    assert (lesson.function, lesson.covers, lesson.needs) == ("silu", ("2.1", "3.3"), ("first",))
    assert (lesson.created, lesson.tags, lesson.related) == ("2026-11-20", ("small",), ("tanh",))
    assert lesson.steps == (
        model.Pretest("tiny.a"),
        model.Prose("say", Wording(("说 ", Hole("sigmoid(0)", 2)), ("say",))),
        model.FormulaStep("σ(x) = 1 / (1 + e⁻ˣ) ≈ 0.5 + {x}", "sigmoid(x) == 1/(1+exp(-x))"),
        model.PlotStep(
            ("sigmoid", "sigmoid′"),
            (-8.0, 8.0),
            (model.Reading("sigmoid", plain("升", "up")), model.Reading("", plain("都", "both"))),
        ),
        model.Derive((model.DeriveLine("σ′", plain("链", "chain"), "sigmoid′(0) == 0.25"), model.DeriveLine("= σσ"))),
        model.Compare((plain("+"),), (plain("−"), plain("0")), "answers"),
        model.TableStep(("range",), ("sigmoid", "silu")),
        model.ShowStep("gradient-flow"),
        model.Prose("analogy", plain("a")),
        model.Prose("joke", plain("j")),
        model.Prose("deeper", plain("d")),
        model.Ask("tiny.b"),
        model.Recap(("tiny.a", "tiny.b")),
    )
    assert len(file.places) == len(lesson.steps)
    assert file.places[:2] == ((10, 5), (11, 5))
    assert [claim.expression for claim in file.claims] == ["sigmoid(x) == 1/(1+exp(-x))", "sigmoid′(0) == 0.25"]
    assert file.claims[0] == Claim("sigmoid(x) == 1/(1+exp(-x))", 12, 64)
    assert [(name.kind, name.id) for name in file.referred] == [
        ("item", "2.1"),
        ("item", "3.3"),
        ("lesson", "first"),
        ("lesson", "tanh"),
        ("card", "tiny.a"),
        ("card", "tiny.b"),
        ("card", "tiny.a"),
        ("card", "tiny.b"),
    ]


@of_lesson
def test_a_broken_step_is_left_out(file):
    """
    lesson: tiny
    title: "T"
    steps:
      - sing: "la"
      - [1]
      - {say: "a", joke: "b"}
      - show: the-moon
      - plot: {curves: ["sigmoid"], read: [{curve: "tanh", zh: "一", en: "a"}], rang: [1, 2]}
      - table: {columns: ["range"], rows: ["sigmodi"]}
      - formula: {show: "e\\u0301", check: "1 +"}
      - say: ""
      - pretest: Not
      - say: "good"
    => 4:5 step-unknown
    => 5:5 step-shape
    => 6:5 step-shape
    => 7:11 picture-unknown
    => 8:48 curve-not-drawn
    => 8:76 key-unknown-near
    => 9:40 function-unknown
    => 10:21 character
    => 10:43 expression
    => 11:10 text-empty
    => 12:14 id-form
    """
    assert file.lesson is not None
    assert file.lesson.steps == (model.Prose("say", plain("good")),)


@of_lesson
def test_the_head(file):
    """
    lesson: teeny
    titel: "T"
    function: sigmodi
    created: 2026-13-01
    covers: [[1]]
    cards: {}
    steps: 5
    => 1:1 key-missing
    => 1:9 lesson-name
    => 2:1 key-unknown-near
    => 3:11 function-unknown
    => 4:10 not-a-date
    => 5:10 shape-text
    => 6:8 shape-list
    => 7:8 shape-list
    """
    assert file.lesson is not None
    assert file.lesson.id == "tiny", "the file's name is the lesson's id"
    assert file.defined == ()


@of_lesson
def test_a_file_that_is_no_mapping(file):
    """
    - lesson: tiny
    => 1:1 shape-mapping
    """
    assert file.lesson is None


@of_lesson
def test_broken_yaml_is_one_problem(file):
    """
    lesson: tiny
    title: "T
    => 3:1 yaml-syntax
    """
    assert file.lesson is None
    assert dict(file.problems[0].facts)["reason"]


@of_lesson
def test_a_title_may_compute_but_not_draw(file):
    """
    lesson: tiny
    title: {zh: "斜率 {= max(sigmoid′)}", en: "slope {= max(sigmoid′)}"}
    """
    assert file.lesson is not None
    assert file.lesson.title == Text("斜率 0.25", "slope 0.25")


@pytest.mark.parametrize(
    ("path", "number", "stem"),
    [
        ("2-families/relu.yaml", 2, "relu"),
        ("relu.yaml", 0, "relu"),
        ("x-y/a.b.yaml", 0, "a.b"),
        ("12-a/b.yaml", 12, "b"),
    ],
)
def test_what_a_path_says(path, number, stem):
    assert (number_of(path), stem_of(path)) == (number, stem)


@given(
    st.recursive(
        st.text("aσ一{}=:1.5 ", max_size=8) | st.sampled_from(["choice", "flash", "a", "E01"]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "lesson",
                        "title",
                        "steps",
                        "cards",
                        "id",
                        "kind",
                        "ask",
                        "answer",
                        "right",
                        "wrong",
                        "with",
                        "zh",
                        "en",
                        "expr",
                        "why",
                        "plot",
                        "curves",
                        "say",
                        "derive",
                        "check",
                        "text",
                        "from",
                        "to",
                    ]
                ),
                inner,
                max_size=6,
            )
        ),
        max_leaves=30,
    )
)
def test_nothing_that_a_file_holds_makes_the_reader_fail(value):
    import json

    file = read_lesson(
        json.dumps({"lesson": "t", "title": "T", "steps": [value], "cards": [value], "x": value}).encode(), "1-a/t.yaml"
    )
    assert file.problems
    file = read_lesson(json.dumps(value).encode(), "1-a/t.yaml")
    assert file.problems
