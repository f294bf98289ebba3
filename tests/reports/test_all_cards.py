"""Cards as columns say the same as the card by card definitions."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.logs import DAY, deck
from tutor.memory.fields import mastery_at
from tutor.memory.fsrs import retrievability
from tutor.reports.all_cards import mastery_of, recall_of

STABILITIES = st.floats(0.001, 36500)


@given(STABILITIES)
def test_mastery_is_that_of_a_single_card(stability):
    assert mastery_of(np.array([stability]))[0] == pytest.approx(mastery_at(stability), abs=0.0101)
    assert round(float(mastery_of(np.array([stability]))[0]), 2) == mastery_of(np.array([stability]))[0]


@given(st.integers(-5, 4000), STABILITIES)
def test_recall_is_that_of_a_single_memory_and_a_clock_set_back_changes_nothing(elapsed, stability):
    found = recall_of(np.array([elapsed]), np.array([stability]))[0]
    assert found == pytest.approx(retrievability(max(0, elapsed), stability), rel=1e-12)


def test_new_cards_have_no_mastery_and_no_recall():
    cards = deck(("a", 1, "l", None, 0), ("b", 1, "l", 9.0, 0))
    assert cards.mastery.tolist() == [0.0, 0.51]
    assert cards.recall(DAY).tolist() == [0.0, 1.0]
    assert cards.met.tolist() == [False, True]


def test_a_leech_was_forgotten_four_times_and_does_not_hold():
    cards = deck(*(("c", 1, "l", days, 0, {"lapses": n}) for days, n in ((20.0, 4), (21.0, 9), (1.0, 3))))
    assert cards.leech.tolist() == [True, False, False]


def test_suspended_cards_are_set_aside():
    cards = deck(("a", 1, "l", 3.0, 0, {"suspended": True}), ("b", 1, "m", 3.0, 0))
    assert cards.active().card == ("b",)
    assert cards.active().lesson.tolist() == [1]
