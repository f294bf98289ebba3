"""The contrast of two things mixed up: one plot, where they differ, one sentence; in any width, and in words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.pictures.difference import difference
from tutor.syllabus.model import Mistake
from tutor.text import Text
from tutor.text.words import sentences as words
from tutor.ui.differing import difference_of, sentences
from tutor.ui.lines import measure, text_of
from tutor.ui.screens.contrast import in_words, lines

BELLS = Mistake(
    "tanh-for-sigmoid",
    Text("把 tanh 的事安到 σ 头上", "tanh taken for sigmoid"),
    Text(
        "σ′ = σ·(1 − σ)，顶高 ¼；tanh′ = 1 − tanh²，顶高 1，山形更瘦。",
        "σ′ = σ·(1 − σ) peaks at ¼; tanh′ = 1 − tanh² peaks at 1 and is slimmer.",
    ),
    ("sigmoid′", "tanh′"),
    (-5, 5),
)
SIGNS = Mistake(
    "tanh-for-probability",
    Text("拿 tanh 当概率", "tanh used as a probability"),
    Text(
        "概率在 0 与 1 之间；tanh 会给出负数，σ 不会。",
        "A probability lies between 0 and 1; tanh yields negative numbers, σ does not.",
    ),
    ("tanh", "sigmoid"),
    (-4, 4),
)
WORDS = Mistake(
    "sign-flipped",
    Text("符号反了", "sign reversed"),
    Text("先想方向：结果该往上推还是往下推？", "Think of the direction first: should this push up or down?"),
)
ONE = Mistake("kink", Text("折点", "kink"), Text("看折点。", "Mind the kink."), ("relu",), (-1, 1))
BROKEN = Mistake("broken", Text("坏", "broken"), Text("照样说。", "Said all the same."), ("nosuch(x)", "relu"), (-1, 1))
ALL = {"bells": BELLS, "signs": SIGNS, "words": WORDS, "one": ONE, "broken": BROKEN}
ROWS = 18  # what a frame of 24 rows leaves


def shown(mistake, columns, rows=ROWS, language="en"):
    return [text_of(row) for row in lines(mistake, columns, rows, language)]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("name", ["bells", "signs"])
def test_contrasts_as_they_were_looked_at(name, columns, language, golden):
    golden(f"contrast-{name}-{columns}-{language}", shown(ALL[name], columns - 4, language=language))


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_a_contrast_in_words_alone(language, golden):
    golden(f"contrast-words-80-{language}", shown(WORDS, 76, language=language))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["bells", "signs"])
def test_a_wide_screen_shows_it_without_scrolling(name, language):
    assert len(shown(ALL[name], 76, language=language)) <= ROWS


def test_a_higher_screen_shows_a_higher_plot():
    assert len(shown(BELLS, 100, 34)) > len(shown(BELLS, 100))


@given(st.sampled_from(sorted(ALL)), st.integers(8, 130), st.integers(-3, 60), st.sampled_from(["zh", "en", "both"]))
@settings(max_examples=60, deadline=None)
def test_it_fits_its_width_and_keeps_the_sentence(name, columns, rows, language):
    mistake = ALL[name]
    found = lines(mistake, columns, rows, language)
    assert all(measure(row) <= columns for row in found)
    told = "".join("".join(text_of(row) for row in found).split())
    for text in (*mistake.contrast.lines(language), *mistake.name.lines(language)):
        assert "".join(text.split()) in told


def test_the_spoken_contrast_says_what_the_plot_shows():
    assert in_words(SIGNS, "en") == (
        "Easily mixed up",
        "More than once now: tanh used as a probability",
        "Plot from −4 to 4: tanh(x) rises from −1 at −∞ through 0 at 0 to 1.",
        "Plot from −4 to 4: σ(x) rises from 0 at −∞ through ½ at 0 to 1.",
        "σ(x) lies higher for x < 0.881; tanh(x) for x > 0.881.",
        "Furthest apart at x = −1.66: tanh(x) = −0.931, σ(x) = 0.159.",
        "Opposite signs for x < 0: σ(x) > 0 > tanh(x).",
        "A probability lies between 0 and 1; tanh yields negative numbers, σ does not.",
    )
    assert in_words(WORDS, "zh") == (
        "这里值得再看一眼",
        "你不止一次碰到：符号反了",
        "先想方向：结果该往上推还是往下推？",
    )
    assert in_words(BROKEN, "en")[-1] == "Said all the same."


@pytest.mark.parametrize(
    ("curves", "x", "told"),
    [
        (
            ("relu", "abs(x)"),
            (-3, 3),
            [
                "abs(x) lies higher for x < 0; they agree for x > 0.",
                "Furthest apart at the edge, x = −3: ReLU(x) = 0, abs(x) = 3.",
            ],
        ),
        (
            ("gelu", "silu"),
            (-5, 3),
            [
                "GELU(x) lies higher all the way, except that they touch at x = 0.",
                "Furthest apart at x = 1.97: GELU(x) = 1.92, SiLU(x) = 1.72.",
            ],
        ),
        (
            ("tanh(x)", "2*σ(2*x)"),
            (-4, 4),
            [
                "2·σ(2·x) lies higher all the way.",
                "The distance is 1 everywhere.",
                "Opposite signs for x < 0: 2·σ(2·x) > 0 > tanh(x).",
            ],
        ),
        (
            ("relu6'", "hardtanh'"),
            (-5, 8),
            [
                (
                    "(hard tanh)′(x) lies higher for −1 < x < 0; ReLU6′(x) for 1 < x < 6;"
                    " they agree for x < −1 and 0 < x < 1 and x > 6."
                ),
                "Furthest apart just left of x = 6: ReLU6′(x) = 1, (hard tanh)′(x) = 0.",
            ],
        ),
        (
            ("sin(9*x)", "0"),
            (-3, 3),
            ["They change places 17 times.", "Furthest apart at x = 1.92: sin(9·x) = −1, 0."],
        ),
        (
            ("exp(x)", "-1"),
            (-1, 0),
            [
                "exp(x) lies higher all the way.",
                "Furthest apart at the edge, x = 0: exp(x) = 1, −1.",
                "Opposite signs all the way: exp(x) > 0 > −1.",
            ],
        ),
        (("tanh", "2*sigmoid(2*x)-1"), (-4, 4), []),
        (("relu",), (-1, 1), []),
        (("relu", "nosuch(x)"), (-1, 1), []),
    ],
)
def test_what_is_said_about_two_curves(curves, x, told):
    assert list(sentences(difference_of(curves, x), "en")) == told


def test_chinese_says_the_same():
    assert sentences(difference("tanh", "sigmoid", (-5, 5)), "zh") == (
        "x < 0.881 时 σ(x) 更高，x > 0.881 时 tanh(x) 更高。",
        "x = −1.66 处差得最多：tanh(x) = −0.931，σ(x) = 0.159。",
        "x < 0 时一正一负：σ(x) > 0 > tanh(x)。",
    )


def test_both_languages_have_every_sentence():
    assert words("contrast", "zh").keys() == words("contrast", "en").keys()
