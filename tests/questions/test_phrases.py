"""Words better not said: found where they are meant, left alone where they are denied, quoted or called wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.questions.phrases import Phrase, slips
from tutor.text import Text

RIGHT = Text("对的", "right")
SPACE = Phrase("E123", "非线性空间", RIGHT)
VANISH = Phrase("E26", "ReLU…不会…消失", RIGHT)
BOUND = Phrase("E71", "bounded…prevent…explo", RIGHT)
QUARTER = Phrase("E08", "tanh…slope…0.25", RIGHT)
ZERO = Phrase("E107", "0 处的导数是 0", RIGHT)
ERF = Phrase("E62", "erf…数值积分", RIGHT)
KNOWN = (SPACE, VANISH, BOUND, QUARTER, ZERO, ERF)


def found(said):
    return [(slip.phrase.id, slip.said) for slip in slips(said, KNOWN)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("激活函数把数据映射到非线性空间。", [("E123", "非线性空间")]),
        ("用了 ReLU 就不会再梯度消失", [("E26", "ReLU 就不会再梯度消失")]),
        ("ＲｅＬＵ不会梯度消失", [("E26", "ReLU不会梯度消失")]),
        ("Bounded activations prevent gradient explosion.", [("E71", "Bounded activations prevent gradient explo")]),
        ("tanh has a slope of at most 0.25", [("E08", "tanh has a slope of at most 0.25")]),
        ("在 0 处的导数是 0。", [("E107", "0 处的导数是 0")]),
        ("ReLU 不会梯度消失；数据进入非线性空间", [("E26", "ReLU 不会梯度消失"), ("E123", "非线性空间")]),
    ],
)
def test_a_phrase_is_found_as_it_was_said(said, expected):
    assert found(said) == expected


@pytest.mark.parametrize(
    "said",
    [
        "非线性的是映射，没有非线性空间这回事",  # denied
        "不要说「映射到非线性空间」",  # quoted
        "Never say that a bounded activation prevents explosion.",
        "the claim 'bounded outputs prevent explosion' is about outputs",
        "映射到非线性空间是错的",  # called wrong
        "框架约定 0 处的导数是 0",  # told as a convention
        "ReLU 很常用，深了照样会梯度消失",  # the opposite
        "tanh is steep at 0, and the slope of sigmoid is 0.25",  # two clauses
        "ReLU 斜率为 1，但权重小的话不会停止消失",
        "SiLU 在 0 处的导数是 0.5",  # another number
        "10 处的导数是 0",
        "tanh's slope at the end falls below 0.255",
        "erf 无需数值积分",
        "erf 用有理式，而非数值积分",
        "SELU has nothing to do with tanh, nor has its slope with 0.25",
        "有人说用了 ReLU 就不会梯度消失",  # somebody else's words
        "PyTorch 里 0 处的导数是 0",  # true of what it names
        "0 处的导数是 0 在 PyTorch 里是这样",
        "0 处的导数是 0 与否要看约定",
        "ReLU 就不会梯度消失吗？",  # a question
        "so bounded outputs fail to prevent explosion",
        "",
    ],
)
def test_who_knows_better_is_left_alone(said):
    assert found(said) == []


def test_each_source_is_told_once():
    assert found("非线性空间，又是非线性空间") == [("E123", "非线性空间")]


@given(st.text(max_size=200))
def test_any_text_can_be_read(said):
    assert {name for name, _ in found(said)} <= {phrase.id for phrase in KNOWN}
