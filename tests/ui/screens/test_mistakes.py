"""The ledger on a screen: every name, count and sentence, at any width; kind words when there is nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.reports.mistakes import Confusion, Mistakes
from tutor.text import Text
from tutor.text.words import sentences
from tutor.ui.lines import measure, text_of
from tutor.ui.screens.mistakes import ago, lines, told

BELLS = Confusion(
    "tanh-for-sigmoid",
    Text("把 tanh 的事安到 σ 头上", "tanh taken for sigmoid"),
    5,
    1,
    ("sigmoid.slope-in-the-tail", "sigmoid.peak", "sigmoid.shape", "tanh.slope", "tanh.peak", "tanh.tail"),
    Text("σ′ 顶高 ¼；tanh′ 顶高 1，山形更瘦。", "σ′ peaks at ¼; tanh′ peaks at 1 and is slimmer."),
)
DEAD = Confusion(
    "dead-at-first-zero",
    Text("一见 0 就判死", "declared dead at the first 0"),
    2,
    45,
    ("relu.dead",),
    Text(
        "对一个样本输出 0 只是歇着；对所有数据都关着，才叫死。",
        "0 for one sample is a rest; off for all the data is dead.",
    ),
)
FULL = Mistakes((BELLS, DEAD), (DEAD, DEAD))
ONCE = Mistakes((), (DEAD,))
EMPTY = Mistakes((), ())
ALL = {"full": FULL, "once": ONCE, "empty": EMPTY}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("name", "columns"), [("full", 40), ("full", 80), ("full", 120), ("once", 80), ("empty", 80), ("empty", 40)]
)
def test_ledgers_as_they_were_looked_at(name, columns, language, golden):
    golden(f"mistakes-{name}-{columns}-{language}", [text_of(row) for row in lines(ALL[name], language, columns)])


@given(st.sampled_from(sorted(ALL)), st.integers(12, 130), st.sampled_from(["zh", "en", "both"]))
@settings(max_examples=40, deadline=None)
def test_it_fits_and_loses_nothing(name, columns, language):
    found = lines(ALL[name], language, columns)
    assert all(measure(row) <= columns for row in found)
    shown = "".join("".join(text_of(row) for row in found).split())
    for one in ALL[name].often:
        for text in (*one.name.lines(language), *one.contrast.lines(language)):
            assert "".join(text.split()) in shown


def test_what_has_no_page_is_told_by_its_name_and_once():
    """No learner typed `~name-of-a-curve.leaky_relu`, and `tutor card game:odd` finds nothing."""
    cards = (
        "game:odd",
        "~name-of-a-curve.leaky_relu",
        "~value-at-a-point.leaky_relu",
        "relu.dead",
        "game:gone",
        "~odd.gone",
    )
    mixed = Mistakes((replace(DEAD, cards=cards),), ())
    assert told(mixed, "zh")[1].endswith(
        "卡片：《谁是卧底》、现场出的题（Leaky ReLU）、relu.dead、game:gone、另有 1 张。"
    )
    assert "Cards: the game “Odd one out”, made on the spot (Leaky ReLU), relu.dead" in told(mixed, "en")[1]


def test_plain_lines():
    assert told(FULL, "en") == (
        "What got mixed up",
        "tanh taken for sigmoid: 5 times, last yesterday. Cards: sigmoid.slope-in-the-tail, sigmoid.peak, sigmoid.shape, tanh.slope, and 2 more.",
        "σ′ peaks at ¼; tanh′ peaks at 1 and is slimmer.",
        "declared dead at the first 0: 2 times, last 1.5 months ago. Cards: relu.dead.",
        "0 for one sample is a rest; off for all the data is dead.",
        "Mixed up once so far: 2. Only what happens again is listed.",
    )
    assert told(ONCE, "zh") == ("弄混过的", "还没有哪一处弄混过两次。", "只弄混过一次的有 1 处，再犯才会列出来。")
    assert told(EMPTY, "zh")[1:] == (
        "还没有哪一处弄混过两次。",
        "答错时，程序会记下是哪一种错；同一种错出现两次，就会列在这里，并告诉你怎么分清。",
    )


@pytest.mark.parametrize(
    ("days", "zh", "en"),
    [(0, "今天", "today"), (1, "昨天", "yesterday"), (2, "2 天前", "2 days ago"), (400, "1.1 年前", "1.1 years ago")],
)
def test_how_long_ago(days, zh, en):
    assert (ago(days, "zh"), ago(days, "en")) == (zh, en)


def test_both_languages_have_every_sentence():
    assert sentences("stats", "zh").keys() == sentences("stats", "en").keys()
