"""Texts about the same thing come first; common words weigh little."""

import pytest

from tutor.reports.similar import features, similar

TEXTS = {
    "a": "梯度消失：sigmoid 的斜率太小 The slope of sigmoid is too small",
    "b": "sigmoid 的斜率最大是四分之一 The slope of sigmoid is a quarter at most",
    "c": "softmax 的输出加起来是一 The outputs of softmax add up to one",
    "d": "什么时候梯度消失 When the slope vanishes",
}


def test_words_and_pairs_of_characters():
    assert features("梯度消失 ReLU′ 的 e") == {"梯度": 1, "度消": 1, "消失": 1, "relu′": 1, "的": 1, "e": 1}


def test_the_likest_first():
    found = similar("a", TEXTS, least=0.0)
    assert [name for name, _ in found][:2] in (["b", "d"], ["d", "b"])
    assert all(0 < share < 1 for _, share in found)


def test_alike_is_one_and_mutual():
    texts = TEXTS | {"e": TEXTS["a"]}
    assert dict(similar("a", texts))["e"] == pytest.approx(1.0)
    assert dict(similar("b", texts, least=0.0))["a"] == pytest.approx(dict(similar("a", texts, least=0.0))["b"])


def test_nothing_alike_and_nothing_at_all():
    assert similar("x", {"x": "唯一", "y": "别的"}) == ()
    assert similar("x", {"x": "", "y": ""}) == ()
    assert similar("x", {"x": "只有一张"}) == ()


def test_at_most_so_many():
    texts = {f"t{n}": f"relu number{n}" for n in range(9)} | {"z": "other"}
    assert len(similar("t0", texts, most=3, least=0.0)) == 3
