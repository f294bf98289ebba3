"""Suggested key points: enough of a point said, close together and not denied. Input and claim in each row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.questions.keypoints import rarity, suggested
from tutor.text import Text

LEXICON = (
    ("vanishing-gradients", ("梯度消失", "vanishing gradients", "vanishing gradient problem")),
    ("explosion", ("梯度爆炸", "exploding gradients")),
    ("learning-rate", ("学习率", "learning rate", "step size")),
    ("xor", ("异或", "XOR")),
    ("bias", ("偏置", "bias", "offset")),
)
NAN = Text(
    "循环网络的损失变成 NaN，怎么查？裁剪治什么？",
    "A recurrent net turns NaN. What do you check, what does clipping cure?",
)
NAN_POINTS = (
    Text("先看 NaN 之前的记录和那批数据", "look at the log and the batch before the NaN"),
    Text("按范数裁剪：长度受限，方向不变", "clipping by norm limits length, keeps direction"),
    Text("病根：学习率、循环权重的尺度", "the cause: learning rate, recurrent scale"),
    Text("裁剪不治梯度消失", "clipping does not cure vanishing gradients"),
)
TANH = Text("tanh 有界，tanh 网络会梯度爆炸吗？", "tanh is bounded. Can a tanh net have exploding gradients?")
TANH_POINTS = (
    Text("有界的是输出，不是梯度", "bounded are the outputs, not the gradients"),
    Text("循环网络里同一个 W 反复乘", "recurrent nets multiply by the same W again and again"),
)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("先看 NaN 之前的日志和那一批数据。按范数裁剪能限制长度，方向不变。", {0, 1}),
        ("学习率太大，或者循环权重的尺度不对", {2}),
        ("learning rate 太大，循环权重的尺度不对", {2}),  # a term in the other language
        ("裁剪不能治梯度消失", {3}),
        ("裁剪能治梯度消失", set()),  # the opposite
        ("裁剪并非不能治梯度消失", set()),  # denied twice
        ("我不知道", set()),
        ("", set()),
        ("Look at the log and the batch before the NaN. Clipping by norm limits the length, keeps direction", {0, 1}),
        ("the cause is the step size or the recurrent scale", {2}),  # another form of the term
        ("clipping does not cure vanishing gradients", {3}),
        ("clipping cures vanishing gradients", set()),
        ("it never cures a vanishing gradient problem, that clipping", {3}),
    ],
)
def test_points_of_a_nan(said, expected):
    assert suggested(NAN_POINTS, NAN, said, LEXICON) >= expected
    assert suggested(NAN_POINTS, NAN, said, LEXICON) - expected == frozenset()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("有界的只是输出，不是梯度", {0}),
        ("输出有界，梯度也有界，所以不会爆炸", set()),
        ("循环网络会把同一个 W 反复乘上去", {1}),
        ("只要 tanh 就会梯度爆炸", set()),  # what the question says itself tells nothing
    ],
)
def test_points_of_tanh(said, expected):
    assert suggested(TANH_POINTS, TANH, said, LEXICON) == expected


def test_what_stands_far_apart_is_not_said():
    """Words of one point scattered over a long answer do not make the point."""
    scattered = "先看天气。\n然后调参。\n再说别的。\n做个记录吧。\n喝一口水。\n歇一会儿。\n那批显卡也旧了。"
    assert 0 not in suggested(NAN_POINTS, NAN, scattered, LEXICON)


def test_what_is_said_everywhere_tells_little():
    """A unit in all texts weighs nothing, one in a single text all it has."""
    rare = rarity(["gradient norm", "gradient scale", "gradient length"])
    assert rare["gradi"] == 0
    assert rare["norm"] == 1
    points = (Text("甲", "gradient norm"),)
    asked = Text("乙", "what?")
    assert suggested(points, asked, "the gradient grows", (), rare) == frozenset()
    assert suggested(points, asked, "take its norm", (), rare) == {0}


@given(st.text(max_size=300), st.sampled_from([NAN_POINTS, TANH_POINTS]))
def test_suggestions_are_places_of_points(said, points):
    assert suggested(points, NAN, said, LEXICON) <= frozenset(range(len(points)))


@given(st.sampled_from(NAN_POINTS), st.sampled_from(["zh", "en"]))
def test_a_point_said_as_it_stands_is_suggested(point, side):
    place = NAN_POINTS.index(point)
    assert place in suggested(NAN_POINTS, NAN, getattr(point, side), LEXICON)


SLOPE = Text("σ 为什么学得慢？", "Why does σ learn slowly?")
SLOPE_POINTS = (Text("斜率至多 ¼，连乘就小了", "a slope of at most ¼, multiplied"), Text("先归一化", "normalise first"))
KINDS = (
    ("slope", ("斜率", "导数", "slope", "derivative")),
    ("norm", ("归一化", "normalise", "normalisation")),
    ("batch-norm", ("批量归一化", "batch normalisation", "BN")),
)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("导数最大 0.25，连乘", {0}),  # another form of the term, of the number
        ("its derivative is 1/4 at most, and they multiply", {0}),
        ("加 BN", {1}),  # a kind of it
        ("导数最大 0.5", set()),
        ("σ 学得慢", set()),  # the question
    ],
)
def test_points_in_other_forms(said, expected):
    assert suggested(SLOPE_POINTS, SLOPE, said, KINDS) == expected
