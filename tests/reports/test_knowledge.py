"""How much would be recalled: sums of recall that can be added up by hand."""

from math import sqrt

import pytest

from tests.reports.logs import DAY, PARTS, deck
from tutor.reports.knowledge import knowledge

# Recall is 90 % when as many days have passed as the stability says, 100 % on the same day.
CARDS = deck(
    ("a", 1, "l", 5.0, 5),
    ("b", 1, "l", 8.0, 0),
    ("c", 1, "l", None, 0),
    ("d", 2, "m", 30.0, 30),
    ("e", 2, "m", 30.0, 30, {"suspended": True}),
)


def test_the_sum_of_recall_over_met_cards_part_by_part():
    found = knowledge(CARDS, PARTS, DAY)
    assert [(part.number, round(part.known.recalled, 6), part.known.met, part.known.cards) for part in found.parts] == [
        (1, 1.9, 2, 3),
        (2, 0.9, 1, 1),
    ]
    assert (round(found.total.recalled, 6), found.total.met, found.total.cards) == (2.8, 3, 4)


def test_the_spread_is_two_standard_deviations():
    assert knowledge(CARDS, PARTS, DAY).total.spread == pytest.approx(2 * sqrt(2 * 0.9 * 0.1))


def test_nothing_met_is_nothing_known():
    found = knowledge(deck(("a", 1, "l", None, 0)), PARTS, DAY)
    assert (found.total.recalled, found.total.spread, found.total.met) == (0.0, 0.0, 0)


def test_a_clock_set_back_makes_nobody_recall_more_than_everything():
    assert knowledge(deck(("a", 1, "l", 5.0, -3)), PARTS, DAY).total.recalled == 1.0
