"""Queries as they are typed, and what they say; what cannot be read, with its place."""

import pytest

from tutor.activations.expression.errors import ExpressionError
from tutor.reports.query import All, Any, Compare, Field, Not, State, Words, parse

KNOWN = {"tag": ("gradients", "myths"), "lesson": ("relu", "gelu"), "part": ("1", "2")}


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("", All()),
        ("饱和", Words("饱和")),
        ("σ(x) slope", All((Words("σ(x)"), Words("slope")))),
        ('"due today"', Words("due today")),
        ("「两个 词」", Words("两个 词")),
        ("due", State("due")),
        ("到期", State("due")),
        ("-new", Not(State("new"))),
        ("－新卡", Not(State("new"))),
        ("e⁻ˣ x-y", All((Words("e⁻ˣ"), Words("x-y")))),
        ("tag:gradients,myths", Field("tag", ("gradients", "myths"))),
        ("标签：gradients", Field("tag", ("gradients",))),
        ("kind:单选", Field("kind", ("choice",))),
        ("part:2 lesson:relu", All((Field("part", ("2",)), Field("lesson", ("relu",))))),
        ("mastery<0.5", Compare("mastery", "<", 0.5)),
        ("掌握度＜50%", Compare("mastery", "<", 0.5)),
        ("lapses > 3", Compare("lapses", ">", 3.0)),
        ("due<=-3", Compare("due", "<=", -3.0)),
        ("stability≥21", Compare("stability", ">=", 21.0)),
        ("due | new tag:myths", Any((State("due"), All((State("new"), Field("tag", ("myths",))))))),
        ("-(due | leech) relu", All((Not(Any((State("due"), State("leech")))), Words("relu")))),
        ("（0, 1）", All((Words("0,"), Words("1")))),
        ("说，对", Words("说，对")),
        ("ＲｅＬＵ", Words("ReLU")),
    ],
)
def test_what_a_query_says(source, said):
    assert parse(source, KNOWN.get) == said


@pytest.mark.parametrize(
    ("source", "key", "token", "near"),
    [
        ("relu masteri<0.5", "query.no_number", "masteri", "mastery"),
        ("tga:myths", "query.no_field", "tga", "tag"),
        ("tag:mths", "query.no_tag", "mths", "myths"),
        ("lesson:Relu", "query.no_lesson", "Relu", "relu"),
        ("part:9", "query.no_part", "9", ""),
        ("kind:chocie", "query.no_kind", "chocie", "choice"),
        ("mastery<x", "query.wants_number", "x", ""),
        ("mastery<1e999", "query.wants_number", "1e999", ""),
        ("lapses:3", "query.wants_sign", "lapses", ""),
        ("tag:", "query.no_value", "tag", ""),
        ("(due new", "query.unclosed", "(", ""),
        ('relu "x', "query.unclosed", '"', ""),
        ("due |", "query.empty_side", "|", ""),
        ("| due", "query.empty_side", "|", ""),
        ("due)", "query.unexpected", ")", ""),
        ("-" * 30 + "(" * 30, "query.too_deep", "(", ""),
        ("a " * 101, "query.too_many", "a", ""),
        ("a" * 501, "query.too_long", "", ""),
    ],
)
def test_what_cannot_be_read_has_its_place(source, key, token, near):
    with pytest.raises(ExpressionError) as caught:
        parse(source, KNOWN.get)
    error = caught.value
    assert (error.key, error.near) == (key, near)
    assert source[error.position : error.position + len(token)] == token
    assert error.exit_code == 2
    for language in ("zh", "en"):
        assert error.show(language)


def test_the_caret_stands_under_the_word():
    with pytest.raises(ExpressionError) as caught:
        parse("饱和 masteri<1")
    assert caught.value.caret() == "饱和 masteri<1\n     ^^^^^^^"
