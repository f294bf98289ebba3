"""What counts as a slip of the fingers, and what is another word."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.questions.spelling import confusable, is_slip, matching, typing_distance

CONTENT = Path(__file__).parents[2] / "content"


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("saturatoin", "saturation"),
        ("saturaxxon", "saturation"),
        ("vanising gradient", "vanishing gradient"),
        ("vanishing gradeint", "vanishing gradient"),
        ("isgmoidal", "sigmoidal"),
        ("swih", "swish"),
        ("阀值", "阈值"),
        ("梯渡消失", "梯度消失"),
        ("饱合", "饱和"),
        ("梯度消消失", "梯度消失"),
        ("梯消度失", "梯度消失"),
        ("线形函数", "线性函数"),
    ],
)
def test_a_slip(typed, form):
    assert matching(typed, [form]) == (form, False)


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("梯度爆炸", "梯度消失"),
        ("双曲正弦", "双曲正切"),
        ("左侧饱和", "右侧饱和"),
        ("单侧饱和", "两侧饱和"),
        ("凸函数", "凹函数"),
        ("sigmoidal", "sigmoid"),
        ("sigmoid", "sigmoidal"),
        ("nonmonotonic", "monotonic"),
        ("non-monotonic", "monotonic"),
        ("monotone", "monotonic"),
        ("unbounded", "bounded"),
        ("asymmetric", "symmetric"),
        ("increasing", "decreasing"),
        ("underfitting", "overfitting"),
        ("minimization", "maximization"),
        ("derivation", "derivative"),
        ("right saturation", "left saturation"),
        ("arctan", "arctanh"),
        ("softmin", "softmax"),
        ("softsign", "softplus"),
        ("relu6", "relu"),
        ("relu6", "relu7"),
        ("rel", "relu"),
        ("exploding gradient", "vanishing gradient"),
        ("saturxxxon", "saturation"),
    ],
)
def test_another_word(typed, form):
    assert matching(typed, [form]) == ("", False)


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("Vanishing-Gradients", "vanishing gradient"),
        ("the vanishing gradient", "vanishing gradient"),
        ("He Initialization", "He initialisation"),
        ("zero centered", "zero-centred"),
        ("ｓａｔｕｒａｔｅｄ", "saturated"),
        ("梯度 消失", "梯度消失"),
        ("He初始化", "He 初始化"),
    ],
)
def test_the_same_word(typed, form):
    found = matching(typed, [form])
    assert found is not None
    assert found[0] == form
    assert found[1] is (typed != "zero centered")


@pytest.mark.parametrize("typed", ["", "  ", "，。", "—"])
def test_nothing_typed(typed):
    assert matching(typed, ["饱和"]) is None


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [("abc", "abc", 0), ("abc", "acb", 1), ("abc", "abcd", 1), ("abc", "axc", 1), ("abcd", "badc", 2), ("", "ab", 2)],
)
def test_distance(one, other, distance):
    assert typing_distance(one, other) == typing_distance(other, one) == distance


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_two_texts_can_be_compared(typed, form):
    """Nothing raises; a term is never a slip of itself and found whenever it is spelt so."""
    is_slip(typed, form)
    if any(map(str.isalnum, form)):
        assert matching(form, ["饱和", form]) in {(form, True), ("饱和", True)}


def _course():
    """Return the accepted forms of each cloze card of the course, and all forms of each term of the glossary."""
    from tutor.questions.model import Cloze
    from tutor.syllabus.load import load

    loaded = load(CONTENT)
    cards = [source.card for file in loaded.files for source in file.cards]
    bodies = {card.id: card.body for card in cards if isinstance(card.body, Cloze)}
    gaps = {name: (body.gap.zh, body.gap.en, *body.accept_zh, *body.accept_en) for name, body in bodies.items()}
    terms = [(term.text.zh, term.text.en, *term.accept_zh, *term.accept_en) for term in loaded.glossary]
    return gaps, terms


def test_no_term_of_the_course_passes_for_a_slip_of_another():
    """Every term of the glossary that no card accepts is wrong there, never a slip."""
    gaps, terms = _course()
    assert len(gaps) >= 6
    found = {}
    for card, forms in gaps.items():
        accepted = set(forms)
        others = [form for term in terms if not accepted & set(term) for form in term]
        others += [form for name, more in gaps.items() if name != card and not accepted & set(more) for form in more]
        found |= {card: pairs} if (pairs := confusable(forms, others)) else {}
    assert found == {}
