"""What is said of a curve is what the curve does."""

import pytest

from tutor.pictures.curves import curves
from tutor.pictures.spoken import summary


def told(*expressions, language="en", **settings):
    return list(summary(curves(expressions, **settings), language))


@pytest.mark.parametrize(
    ("expression", "sentence"),
    [
        ("sigmoid", "σ(x) rises from 0 at −∞ through ½ at 0 to 1."),
        ("sigmoid'", "σ′(x) rises from 0 at −∞ to ¼ at 0, then falls to 0."),
        ("relu", "ReLU(x) stays at 0 up to 0, then rises to ∞."),
        ("relu'", "ReLU′(x) stays at 0 up to 0, jumps to 1 at 0, then stays at 1."),
        ("gelu", "GELU(x) falls from 0 at −∞ to −0.17 at −0.752, then rises through 0 at 0 to ∞."),
        ("1/x", "1/x falls from 0 at −∞ to −∞ at 0, then falls from ∞ at 0 to 0."),
        ("log(x-1)", "log(x−1) rises from −∞ at 1 to ∞."),
        ("sqrt(1-x^2)", "sqrt(1−x^2) rises from 0 at −1 to 1 at 0, then falls to 0 at 1."),
        ("exp(x)", "exp(x) rises from 0 at −∞ through 1 at 0 to ∞."),
        ("3", "3 is 3 everywhere."),
        ("sigmoid(50*x)", "sigmoid(50·x) rises from 0 at −∞ through ½ at 0 to 1."),
    ],
)
def test_sentence(expression, sentence):
    assert told(expression) == [sentence]


@pytest.mark.parametrize(
    ("expression", "x", "sentence"),
    [
        ("relu6", (-6, 6), "ReLU6(x) stays at 0 up to 0, then rises to 6 at 6."),
        ("relu6'", (-6, 6), "ReLU6′(x) stays at 0 up to 0, jumps to 1 at 0, then stays at 1 up to 6."),
        ("step(x-10)", (-6, 6), "step(x−10) stays at 0 up to 6."),
        ("sigmoid'", (1, 6), "σ′(x) falls from 0.197 at 1 to 0."),
        ("sigmoid'", (-6, -1), "σ′(x) rises from 0 at −∞ to 0.197 at −1."),
        ("erf''", (-1, 0.5), "erf″(x) rises from 0 at −∞ to 0.968 at −0.707, then falls through 0 at 0 to −0.879 at ½."),
        ("squared_relu''", (-6, 6), "(ReLU²)″(x) stays at 0 up to 0, jumps to 2 at 0, then stays at 2."),
        ("log_sigmoid''", (-1, 1), "(ln σ)″(x) falls from 0 at −∞ to −¼ at 0, then rises to 0."),
    ],
)  # fmt: skip
def test_beyond_the_frame_nothing_is_told_that_does_not_go_on(expression, x, sentence):
    assert told(expression, x=x) == [sentence]


def test_chinese_says_the_same():
    assert told("sigmoid", language="zh") == ["σ(x)：从 −∞ 处的 0 上升，经过 0 处的 ½，趋向 1。"]


def test_a_range_far_from_the_turn_tells_only_what_is_seen():
    assert told("gelu", x=(1, 3)) == ["GELU(x) rises from 0.841 at 1 to ∞."]


def test_a_curve_to_be_recognised_keeps_its_name_to_itself():
    one = told("tanh", labels=False)
    several = told("tanh", "gelu", labels=False)
    assert one == ["The curve rises from −1 at −∞ through 0 at 0 to 1."]
    assert [sentence.split(" ")[:2] for sentence in several] == [["Curve", "1"], ["Curve", "2"]]
    assert not any(name in sentence for sentence in (*one, *several) for name in ("tanh", "GELU"))


def test_a_curve_that_turns_too_often_is_told_by_its_bounds():
    wave = "+".join(f"(-1)^{k % 2}*phi(4*(x-({k})))" for k in range(-5, 6))
    assert " goes up and down between −0.3" in told(wave)[0]
