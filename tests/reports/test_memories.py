"""Histograms of what the memories look like, against decks that can be counted by hand."""

import pytest

from tests.reports.logs import DAY, deck
from tutor.reports.memories import memories


def counts(found, name):
    return {(bar.low, bar.high): bar.cards for bar in found.histograms[NAMES.index(name)].bars if bar.cards}


NAMES = ["stability", "difficulty", "recall"]
INF = float("inf")


def test_each_card_is_in_one_bar_and_the_ends_belong_somewhere():
    """A border belongs to the bar above it; difficulty 10 and recall 1 to the last."""
    found = memories(
        deck(
            ("a", 1, "l", 0.5, 0, {"difficulty": 10.0}),
            ("b", 1, "l", 7.0, 0, {"difficulty": 1.0}),
            ("c", 1, "l", 400.0, 400, {"difficulty": 9.99}),
        ),
        DAY,
    )
    assert counts(found, "stability") == {(0, 1): 1, (7, 14): 1, (365, INF): 1}
    assert counts(found, "difficulty") == {(9, 10): 2, (1, 2): 1}
    assert counts(found, "recall") == {(0.95, 1): 2, (0.9, 0.95): 1}  # S days after, recall is 90 %


def test_new_and_suspended_cards_are_counted_apart():
    found = memories(
        deck(("a", 1, "l", None, 0), ("b", 1, "l", 3.0, 0), ("c", 1, "l", 3.0, 0, {"suspended": True})), DAY
    )
    assert (found.met, found.new, found.suspended) == (1, 1, 1)
    assert counts(found, "stability") == {(3, 7): 1}


@pytest.mark.parametrize(("cards", "median"), [(19, None), (20, 10.5)])
def test_a_median_needs_twenty_cards(cards, median):
    found = memories(deck(*((f"c{n}", 1, "l", float(n), 0) for n in range(1, cards + 1))), DAY)
    assert found.histograms[0].median == median


def test_an_empty_course():
    assert [sum(bar.cards for bar in one.bars) for one in memories(deck(), DAY).histograms] == [0, 0, 0]
