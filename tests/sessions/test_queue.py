"""Today's order: caps, a shuffle that keeps lessons apart, new cards spread among reviews."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.sessions.queue import allowed, apart, interleave


@pytest.mark.parametrize(
    ("due", "reviewed", "new_today", "expected"),
    [
        (0, 0, 0, (0, 8)),
        (10, 0, 0, (10, 8)),
        (60, 0, 0, (60, 8)),
        (61, 0, 0, (60, 0)),
        (10, 55, 0, (5, 0)),
        (5, 55, 0, (5, 8)),
        (5, 70, 0, (0, 0)),
        (0, 70, 0, (0, 8)),
        (10, 0, 3, (10, 5)),
        (10, 0, 9, (10, 0)),
    ],
)
def test_caps(due, reviewed, new_today, expected):
    assert allowed(due, reviewed, new_today, reviews=60, new=8) == expected


def lesson(card):
    return card[0]


def test_cards_of_one_lesson_are_kept_apart():
    cards = [f"a{n}" for n in range(10)] + [f"b{n}" for n in range(10)]
    order = apart(cards, lesson, "seed")
    runs = max(len(run) for run in "".join(map(lesson, order)).replace("ab", "a b").replace("ba", "b a").split())
    assert runs <= 3


@given(st.lists(st.sampled_from("abcde"), max_size=30), st.text())
def test_nothing_is_lost_and_the_seed_decides(lessons, seed):
    cards = [f"{name}{n}" for n, name in enumerate(lessons)]
    order = apart(cards, lesson, seed)
    assert Counter(order) == Counter(cards)
    assert order == apart(cards, lesson, seed)


def test_another_seed_gives_another_order():
    assert len({apart("abcdefgh", str, seed) for seed in range(10)}) > 5


def test_new_cards_are_spread_after_the_first_five():
    order = interleave([f"d{n}" for n in range(15)], ["n0", "n1"])
    assert order[:5] == ("d0", "d1", "d2", "d3", "d4")
    assert [order.index("n0"), order.index("n1")] == [8, 14]


def test_with_few_reviews_the_new_ones_follow():
    assert interleave(["d0"], ["n0", "n1"]) == ("d0", "n0", "n1")
    assert interleave([], ["n0", "n1"]) == ("n0", "n1")


@given(st.integers(0, 40), st.integers(0, 10))
def test_both_keep_their_own_order(due, new):
    order = interleave([f"d{n}" for n in range(due)], [f"n{n}" for n in range(new)])
    assert [c for c in order if c[0] == "d"] == [f"d{n}" for n in range(due)]
    assert [c for c in order if c[0] == "n"] == [f"n{n}" for n in range(new)]
