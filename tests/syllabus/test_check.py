"""Checks that compute: claims, draws, options."""

from __future__ import annotations

import pytest

from tests.syllabus.courses import FRAME, flash, lesson, rules, write
from tutor.syllabus.check import check, check_lesson
from tutor.syllabus.lessons import read_lesson


def found(*cards, steps=()):
    file = read_lesson(lesson("t", *cards, steps=steps).encode(), "1-a/t.yaml")
    assert file.lesson is not None
    assert len(file.lesson.cards) == len(cards), file.problems
    return [(p.rule, dict(p.facts)) for p in check_lesson(file)]


def names(*cards, **more):
    return [rule for rule, _ in found(*cards, **more)]


def choice(right, *wrong, **more):
    options = ", ".join(f'{{{option}, mistake: m, because: "b"}}' for option in wrong)
    extra = "".join(f", {key}: {value}" for key, value in more.items())
    return f'{{id: c, kind: choice, ask: "{{= 1}}", right: {{{right}}}, wrong: [{options}], why: "w"{extra}}}'.replace(
        "with_", "with"
    )


@pytest.mark.parametrize(
    ("claim", "rule"),
    [
        ("max(sigmoid′) == 0.25", None),
        ("2*sigmoid(2*x) - 1 == tanh(x)", None),
        ("sigmoid(x) == x", "claim-false"),
        ("1 > 2", "claim-false"),
        ("sigmoid(1)", "claim-shape"),
        ("tanh + 1", "expression-fails"),
    ],
)
def test_claims(claim, rule):
    assert names(flash("a", claim=f'"{claim}"')) == ([rule] if rule else [])
    assert names(steps=[f'formula: {{show: "s", check: "{claim}"}}']) == ([rule] if rule else [])


def test_a_claim_that_cannot_be_read_is_a_problem_and_leaves_its_card_usable():
    file = read_lesson(lesson("t", flash("a", claim='"sigmoid(((1) == 1"')).encode(), "1-a/t.yaml")
    assert [source.card.id for source in file.cards] == ["a"]
    assert [problem.rule for problem in (*file.problems, *check_lesson(file))] == ["expression-fails"]


def test_a_claim_is_tried_at_every_draw():
    card = flash("a", claim='"a < 3"', **{"with": "{a: [1, 2, 3, 4]}"})
    assert found(card) == [("claim-false", {"text": "a < 3", "where": "a = 3"})]


def test_a_value_that_is_drawn_but_not_used():
    assert found(flash("a", **{"with": "{a: [1, 2], b: [1, 2]}"}, claim='"a > 0"')) == [("with-unused", {"name": "b"})]
    assert names(flash("a", answer="{a} {= b}", **{"with": "{a: [1, 2], b: [1, 2]}"})) == []
    assert names(flash("a", plot='{curves: ["a*x"]}', **{"with": "{a: [1, 2]}"})) == []


def test_numbers_that_nobody_can_type():
    card = '{id: n, kind: numeric, with: {a: [1, 0]}, ask: "{a}", answer: {expr: "1/a"}, why: "w"}'
    assert found(card) == [("not-finite", {"text": "1/a", "value": "inf", "where": "a = 0"})]
    assert names('{id: n, kind: numeric, ask: "?", answer: {expr: "log(0)"}, why: "w"}') == ["not-finite"]


def test_expressions_that_fail_at_a_draw():
    assert names(flash("a", answer="{= sigmoid + a}", **{"with": "{a: [1, 2]}"})) == ["expression-fails"]
    assert names(flash("a", plot='{curves: ["sigmoid", "max(1, 2)", "[1, 2]"]}')) == ["expression-fails"]
    assert names('{id: f, kind: formula, ask: "?", answer: {expr: "x*sigmoid(x)"}, why: "w"}') == []


def test_options_that_look_alike():
    assert found(choice('text: "1/4"', 'text: "1/2"', 'text: "1/4"')) == [
        ("options-alike", {"text": "1/4", "where": ""})
    ]
    assert names(choice('expr: "0.25"', 'expr: "1/4"', 'expr: "4"')) == ["options-alike"]
    both = choice('zh: "甲", en: "a"', 'zh: "甲", en: "b"', 'zh: "乙", en: "c"')
    assert names(both) == ["options-alike"], "alike in one language is alike"


def test_options_that_are_too_close():
    draws = {"with_": "{a: [4, 2]}"}
    close = choice('expr: "a"', 'expr: "a + 0.7"', 'expr: "a*10"', 'expr: "0"', **draws)
    assert found(close) == [("options-close", {"one": "4", "other": "4.7", "where": "a = 4"})]
    assert names(choice('expr: "1"', 'expr: "0.81"', 'expr: "9"')) == ["options-close"]
    assert names(choice('expr: "1"', 'expr: "0.8"', 'expr: "9"')) == [], "20 % of the larger one"
    assert names(choice('expr: "1"', 'expr: "0.81"', 'expr: "9"', tags="[digits]")) == []
    assert names(choice('expr: "0.001"', 'expr: "0"', 'expr: "-0.001"')) == []
    assert names(choice('text: "¼"', 'expr: "0.24"', 'text: "none of them"')) == ["options-close"]


def test_the_right_one_may_not_always_be_the_largest():
    draws = {"with_": "{a: [1, 2, 3]}"}
    assert names(choice('expr: "a"', 'expr: "a/2"', 'expr: "a/4"', **draws)) == ["right-largest"]
    assert names(choice('expr: "a"', 'expr: "a*2"', 'expr: "a*4"', **draws)) == ["right-smallest"]
    assert names(choice('expr: "a"', 'expr: "a/2"', 'expr: "a*4"', **draws)) == []
    assert names(choice('expr: "a"', 'expr: "1.5"', 'expr: "0.1"', **draws)) == []
    assert names(choice('expr: "a"', 'expr: "a/2"', 'text: "no number"', **draws)) == []
    assert names(choice('expr: "3"', 'expr: "2"', 'expr: "1"')) == [], "without draws a size gives nothing away"


def test_more_draws_than_are_tried():
    card = flash("a", answer="{a}{b}", **{"with": "{a: {from: 1, to: 50}, b: {from: 1, to: 41}}"})
    assert found(card) == [("too-many-draws", {"count": "2050", "most": "2000"})]
    card = flash("a", answer="{a}{b}", **{"with": "{a: {from: 1, to: 50}, b: {from: 1, to: 40}}"})
    assert found(card) == []


def test_a_whole_course_in_order_of_places(tmp_path):
    files = {
        **FRAME,
        "errata.yaml": 'errata:\n- {id: E1, truth: "{= sigmoid}", part: 1, teach: no}',
        "1-one/a.yaml": lesson("a", flash("a.1", claim='"1 > 2"'), needs="zzz"),
    }
    assert rules(check(write(tmp_path, files))) == [
        "1-one/a.yaml:3:9 lesson-unknown",
        "1-one/a.yaml:6:82 claim-false",
        "errata.yaml:1:1 expression-fails",
    ]


def test_nothing_is_wrong_with_the_shipped_course(request):
    content = request.config.rootpath / "content"
    assert rules(check(content)) == []


HOSTILE = [
    "9^9^9^9",
    "exp(1000)*0",
    "1/0 - 1/0",
    "log(-1)",
    "[1, 2]",
    "1 < 2",
    "max(x)",
    "root(x, 1, 2)",
    "sigmoid′′′′′′′′(0)",
    "(" * 300,
    "1e999",
    "tanh[3]",
]


@pytest.mark.parametrize("expression", HOSTILE)
def test_an_expression_that_cannot_be_a_number_is_a_problem_and_no_crash(expression):
    cards = [
        flash("a", answer=f"{{= {expression}}}"),
        f'{{id: b, kind: numeric, ask: "?", answer: {{expr: "{expression}"}}, why: "w"}}',
        choice(f'expr: "{expression}"', 'expr: "1"', 'expr: "2"'),
        flash("d", claim=f'"{expression} == 1"'),
        flash("e", plot=f'{{curves: ["{expression}"]}}'),
    ]
    file = read_lesson(lesson("t", *cards).encode(), "1-a/t.yaml")
    assert [*file.problems, *check_lesson(file)]


@pytest.mark.parametrize(
    ("kind", "right", "wrong", "rules"),
    [
        ("numeric", "sigmoid′(2)", "sigmoid(2)", []),
        ("numeric", "sigmoid′(2)", "sigmoid(2)*sigmoid(-2)", ["slip-is-right"]),
        ("formula", "tanh′(x)", "1-tanh(x)", []),
        ("formula", "tanh′(x)", "1-tanh(x)^2", ["slip-is-right"]),
    ],
)
def test_a_wrong_answer_may_not_be_right(kind, right, wrong, rules):
    slip = f'{{expr: "{wrong}", mistake: m, because: "b"}}'
    card = f'{{id: c, kind: {kind}, ask: "?", answer: {{expr: "{right}"}}, wrong: [{slip}], why: "w"}}'
    assert names(card) == rules


def test_steps_of_a_lesson_that_do_not_fit_or_mean_nothing():
    steps = ['{table: {columns: ["rnage"], rows: ["relu"]}}', '{say: "' + "a " * 800 + '"}']
    file = read_lesson(lesson("t", steps=steps).encode(), "1-a/t.yaml")
    assert sorted(p.rule for p in check_lesson(file)) == ["column-unknown", "step-too-tall"]
