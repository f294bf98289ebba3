"""Chance from names: repeatable, uniform enough, nothing lost."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tutor import chance


def test_the_same_parts_give_the_same_draw_for_ever():
    assert chance.number("card", 3) == chance.number("card", "3") == 0xB41C9A7D7F280440


@given(st.lists(st.integers(), max_size=30), st.text())
def test_a_shuffle_keeps_every_item(items, seed):
    assert Counter(chance.shuffled(items, seed)) == Counter(items)


def test_every_order_of_three_is_about_equally_likely():
    counts = Counter(chance.shuffled("abc", seed) for seed in range(6000))
    assert len(counts) == 6
    assert all(850 < count < 1150 for count in counts.values())


@given(st.text(), st.integers())
def test_a_fraction_is_below_one(name, seed):
    assert 0 <= chance.fraction(name, seed) < 1


def test_picks_reach_every_item():
    assert {chance.pick("abcd", n) for n in range(200)} == set("abcd")
