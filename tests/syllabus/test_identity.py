"""Which question of an edited note is which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.syllabus.identity import Asked, Remembered, card_name, note_name, recognised

WHY = "为什么神经网络需要激活函数？"
ANSWER = "没有激活函数，多层网络等价于单层线性模型。"


def old(*asked):
    return [Remembered(f"c{place}", one) for place, one in enumerate(asked)]


def flash(ask, answer="", author=""):
    return Asked("flash", ask, answer, author)


@pytest.mark.parametrize(
    ("before", "now", "cards"),
    [
        ([flash("a?", "x")], [flash("a?", "x")], ("c0",)),
        ([flash("a?", "x")], [flash("  A?  ", "changed")], ("c0",)),
        ([flash("a?"), flash("b?")], [flash("b?"), flash("a?")], ("c1", "c0")),
        ([flash("a?"), flash("b?")], [flash("b?")], ("c1",)),
        ([flash("a?")], [flash("new!"), flash("a?")], ("", "c0")),
        ([flash(WHY, ANSWER)], [flash("激活函数的作用？", ANSWER)], ("c0",)),
        ([flash(WHY, ANSWER)], [flash("为什么神经网络一定需要激活函数？", "因为…")], ("c0",)),
        ([flash(WHY, ANSWER)], [flash("ReLU 为什么流行？", "计算简单，梯度为 1。")], ("",)),
        ([flash("a?", "x", "mine")], [flash("something else", "y", "mine")], ("c0",)),
        ([flash("a?", "one"), flash("a?", "two")], [flash("a?", "two"), flash("a?", "one")], ("c1", "c0")),
        ([flash("a?", "one"), flash("a?", "two")], [flash("a?", "three")], ("c0",)),
        ([Asked("choice", WHY)], [Asked("cloze", WHY + "！")], ("",)),
        ([], [flash("a?")], ("",)),
    ],
)
def test_questions_are_recognised(before, now, cards):
    assert recognised(old(*before), now) == cards


NEVER = frozenset[str]().__contains__
TEXT = st.text(alphabet="ab 为什么?", max_size=30)
ASKED = st.builds(Asked, st.sampled_from(["flash", "cloze"]), TEXT, TEXT, st.sampled_from(["", "", "x", "y"]))


@given(st.lists(ASKED, max_size=8), st.lists(ASKED, max_size=8))
def test_no_card_is_given_twice_and_none_is_invented(before, now):
    given_cards = [card for card in recognised(old(*before), now) if card]
    assert len(given_cards) == len(set(given_cards))
    assert set(given_cards) <= {one.card for one in old(*before)}


@given(st.lists(ASKED, max_size=8, unique_by=lambda one: one.words), st.randoms())
def test_a_note_whose_questions_are_only_moved_keeps_every_card(asked, random):
    plain = [Asked(one.kind, one.ask, one.answer) for one in asked]
    moved = random.sample(plain, len(plain))
    cards = recognised(old(*plain), moved)
    assert [plain[int(card[1:])] for card in cards if card] == [
        one for one, card in zip(moved, cards, strict=True) if card
    ]
    assert all(card for one, card in zip(moved, cards, strict=True) if one.words or one.answer)


def test_names_follow_from_texts_and_are_never_given_twice():
    first = note_name("激活函数", "x", "/a", NEVER)
    assert first == note_name("激活函数", "y", "/b", NEVER)
    second = note_name("激活函数", "x", "/a", lambda name: name == first)
    assert second == note_name("激活函数", "x", "/b", lambda name: name == first) != first
    third = note_name("激活函数", "x", "/a", lambda name: name in {first, second})
    assert third not in {first, second, note_name("激活函数", "x", "/b", lambda name: name in {first, second})}
    assert note_name("激活函数", "x", "/a", lambda name: name in {first, second, third}) != third
    card = card_name(first, flash(WHY), NEVER)
    assert card.startswith(first)
    assert card != card_name(first, flash(WHY), lambda name: name == card)
    assert card_name(first, flash(WHY, author="My Id!"), NEVER) == "my-my-id"
    assert card_name(first, flash(WHY, author="My Id!"), lambda name: name == "my-my-id") == card
