"""Texts cut into units: what is the same in other words, what is denied, what tells nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.questions.units import Unit, sentences, stem

LEXICON = (("rate", ("学习率", "learning rate", "step size")), ("non-linear", ("非线性", "non-linear", "nonlinear")))


def names(text, *, denied=False):
    found = [unit for units in sentences(text, LEXICON) for unit in units if unit.weight]
    return [unit.name for unit in found if unit.denied is denied]


@pytest.mark.parametrize(
    "form", ["学习率", "learning rate", "Learning-Rate", "learning rates", "step size", "Step  Sizes"]
)
def test_every_form_of_a_term_is_the_term(form):
    assert names(form) == ["[rate]"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("saturates", "saturation"), ("exists", "existence"), ("layer's", "layers"), ("vanish", "vanishing")],
)
def test_forms_of_an_english_word_share_a_stem(one, other):
    assert stem(one) == stem(other)


def test_empty_words_tell_nothing():
    assert names("it is the one that was") == ["one"]
    assert names("的了是在和与") == []


def test_chinese_gives_characters_and_their_pairs():
    assert names("漏气") == ["漏", "漏气", "气"]
    assert names("漏的气") == ["漏", "气"]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("裁剪不治消失", ["治", "治消", "消", "消失", "失"]),
        ("clipping does not cure it", ["cure"]),
        ("非线性的映射", []),  # part of a term
        ("方向不变", []),  # a word of its own
        ("不是不治", []),  # twice
        ("no error gets in, weights stay", ["error", "get"]),
        ("it never stops and weights grow", ["stop"]),  # another clause
    ],
)
def test_what_is_denied(text, denied):
    assert names(text, denied=True) == denied


def test_sentences_end_at_points_but_not_inside_numbers():
    assert len(sentences("斜率是 0.25。然后呢？")) == 2
    assert len(sentences("a slope of 0.25 is small. It shrinks.")) == 2


def test_a_term_says_its_parts_but_they_weigh_nothing():
    (units,) = sentences("学习率", LEXICON)
    assert Unit("学习", 0.0) in units
    assert sum(unit.weight for unit in units) == units[0].weight


@pytest.mark.parametrize("form", ["¼", "1/4", "0.25", "四分之一", "a quarter", "２／８"])
def test_one_number_in_many_forms(form):
    assert names(form) == ["1/4"]


@pytest.mark.parametrize("form", ["1/0", "1.2.3", "0.3", "25"])
def test_other_numbers_stay_what_they_are(form):
    assert "1/4" not in names(form)


NORMS = (
    ("norm", ("归一化", "normalisation")),
    ("batch-norm", ("批量归一化", "batch normalisation", "BN")),
    ("monotone", ("单调", "monotone")),
    ("non-monotone", ("非单调", "non-monotone")),
)


def test_a_kind_is_what_it_is_a_kind_of():
    """Who says BN says normalisation, and not the other way round; what is not monotone is not monotone."""

    def said(text):
        return {unit.name for units in sentences(text, NORMS) for unit in units}

    assert {"[batch-norm]", "[norm]"} <= said("加 BN")
    assert {"[batch-norm]", "[norm]"} <= said("batch normalisation")
    assert "[batch-norm]" not in said("归一化")
    assert "[monotone]" not in said("非单调")
    assert "[monotone]" not in said("non-monotone")


@given(st.text(max_size=200))
def test_any_text_can_be_cut(text):
    for units in sentences(text, LEXICON):
        assert units
        assert all(unit.name and unit.weight >= 0 for unit in units)
