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


def test_the_first_new_card_comes_after_exactly_five_reviews():
    order = interleave([f"d{n}" for n in range(15)], [f"n{n}" for n in range(20)])
    assert [card[0] for card in order[:7]] == ["d", "d", "d", "d", "d", "n", "d"]


def test_the_more_numerous_comes_first_by_a_hair():
    """Of R reviews and F new cards the first stand at ½/R and ½/F of the way."""
    due = [f"d{n}" for n in range(105)]
    assert interleave(due, [f"n{n}" for n in range(102)])[5] == "n0"
    assert interleave(due, [f"n{n}" for n in range(98)])[5] == "d5"
    assert interleave(due, [f"n{n}" for n in range(100)])[5] == "d5"


@pytest.mark.parametrize("seed", range(12))
def test_each_card_of_a_lesson_stays_in_its_share_of_the_whole(seed):
    """Two of b among twenty of a: one in each half; five of c: one in each fifth."""
    order = apart([*(f"a{n}" for n in range(20)), "b0", "b1", *(f"c{n}" for n in range(5))], lesson, seed)
    before = [sum(card[0] == "a" for card in order[:place]) for place, card in enumerate(order) if card[0] == "b"]
    assert before[0] <= 10 <= before[1]
    fifths = [sum(card[0] == "a" for card in order[:place]) // 4 for place, card in enumerate(order) if card[0] == "c"]
    assert all(abs(fifth - place) <= 1 for place, fifth in enumerate(fifths))


def test_where_a_card_stands_in_its_share_is_chance():
    """Otherwise the rarer lesson would always open the session, or never."""
    first = {apart([*(f"a{n}" for n in range(20)), "b0"], lesson, seed).index("b0") // 7 for seed in range(40)}
    assert first == {0, 1, 2}
