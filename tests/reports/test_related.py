"""Notes about the same thing, few or very many."""

from __future__ import annotations

import time
from random import Random

import pytest

from tutor.reports import related as module
from tutor.reports.related import percent, related
from tutor.reports.similar import similar

NOTES = {
    "激活函数": "激活函数引入非线性。没有激活函数，多层网络退化为线性模型。",
    "多层感知机": "多层感知机用激活函数引入非线性，所以能解决异或问题。",
    "卷积": "卷积核在图像上滑动，共享权重。",
    "English": "An activation function makes a network non-linear.",
}


def crowd(count, seed=0, length=120):
    """Write notes of words of their own and some that all share."""
    chance = Random(seed)
    words = [f"word{n}" for n in range(4000)]
    return {f"n{n}": " ".join(["the network", *(chance.choice(words) for _ in range(length))]) for n in range(count)}


def test_the_likest_first_in_whole_percents():
    found = related("激活函数", NOTES, least=0.01)
    assert found[0][0] == "多层感知机"
    assert 0 < found[0][1] < 100
    assert "激活函数" not in dict(found)


def test_few_texts_are_compared_as_cards_are():
    assert related("激活函数", NOTES) == tuple((name, percent(share)) for name, share in similar("激活函数", NOTES))


@pytest.mark.parametrize(("share", "shown"), [(0.0, 0), (0.334, 33), (0.996, 99), (0.99999, 99), (1.0, 100)])
def test_a_hundred_percent_is_the_same_text(share, shown):
    assert percent(share) == shown


def test_among_many_the_near_one_is_found_by_what_is_rare(monkeypatch):
    texts = crowd(3000)
    texts["twin"] = texts["n7"].replace("word1", "other1")
    exact = related("n7", texts)
    monkeypatch.setattr(module, "EXACT", 100_000)
    bounded = related("n7", texts)
    assert exact[0][0] == bounded[0][0] == "twin"
    assert abs(exact[0][1] - bounded[0][1]) <= 5


def test_among_many_only_common_words_are_nothing(monkeypatch):
    texts = {f"n{n}": "the network learns" for n in range(500)} | {"own": "the network", "odd": "sunflower"}
    monkeypatch.setattr(module, "EXACT", 1000)
    assert related("odd", texts) == ()
    assert related("own", {"own": "", "n": ""}) == ()


def test_the_order_of_the_texts_does_not_matter(monkeypatch):
    texts = crowd(600, seed=3)
    turned = dict(reversed(texts.items()))
    assert related("n1", texts, least=0.0) == related("n1", turned, least=0.0)
    monkeypatch.setattr(module, "EXACT", 30_000)
    assert related("n1", texts, least=0.0) == related("n1", turned, least=0.0)


def test_two_thousand_notes_take_less_than_two_seconds_of_processor():
    texts = crowd(2000, length=300)
    before = time.process_time()
    related("n0", texts)
    assert time.process_time() - before < 2
