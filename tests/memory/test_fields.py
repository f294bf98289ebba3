"""What a learner is told about a card."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.memory.making import TODAY, answered
from tutor.memory.fields import (
    difficulty_label,
    is_leech,
    iso,
    leech_alarm,
    mastery,
    recall,
    review_fields,
)
from tutor.memory.fold import fold_card
from tutor.memory.fsrs import retrievability
from tutor.memory.state import NEW, CardState, Memory

MEMORY = Memory(12.5, 4.25, TODAY + 9, TODAY - 30, TODAY - 3, 4, 0, (3, 3))


def known(**changes):
    return CardState(replace(MEMORY, **changes), TODAY - 3)


@pytest.mark.parametrize(
    ("stability", "level"),
    [
        (0.001, 0.01),
        (0.03, 0.01),
        (2.09, 0.25),
        (8.54, 0.5),
        (28.5, 0.75),
        (89.0, 1.0),
        (90.0, 1.0),
        (5000.0, 1.0),
        (80.0, 0.97),
    ],
)
def test_mastery_is_a_logarithm_of_stability(stability, level):
    assert mastery(known(stability=stability)) == level


def test_a_new_card_has_no_mastery_and_an_answered_one_has_some():
    assert mastery(NEW) == mastery(CardState(seen_day=TODAY, suspended=True)) == 0.0
    assert mastery(known(stability=0.001)) == 0.01


@pytest.mark.parametrize(
    ("recent", "label"),
    [
        ((), "medium"),
        ((3,), "medium"),
        ((1,), "medium"),
        ((3, 2), "easy"),
        ((4, 4, 3, 3, 2), "easy"),
        ((1, 3), "medium"),
        ((3, 3, 1, 3, 3), "medium"),
        ((1, 1), "hard"),
        ((1, 3, 3, 3, 1), "hard"),
    ],
)
def test_difficulty_counts_the_misses_among_the_last_five(recent, label):
    assert difficulty_label(known(recent=recent)) == label


def test_a_new_card_is_of_medium_difficulty():
    assert difficulty_label(NEW) == "medium"


@pytest.mark.parametrize(
    ("lapses", "stability", "leech"),
    [
        (3, 2.0, False),
        (4, 2.0, True),
        (5, 20.99, True),
        (9, 21.0, False),
        (4, 40.0, False),
    ],
)
def test_a_leech_has_four_lapses_until_it_holds_three_weeks(lapses, stability, leech):
    assert is_leech(known(lapses=lapses, stability=stability)) is leech


@pytest.mark.parametrize(
    ("before", "after", "alarm"),
    [
        (1, 2, False),
        (2, 3, False),
        (3, 4, True),
        (4, 4, False),
        (4, 5, False),
        (5, 6, True),
        (6, 7, False),
        (7, 8, True),
        (0, 1, False),
    ],
)
def test_the_leech_alarm_sounds_at_the_fourth_lapse_and_every_second_after(before, after, alarm):
    assert leech_alarm(known(lapses=before), known(lapses=after)) is alarm


def test_a_new_card_is_no_leech():
    assert not is_leech(NEW)
    assert not leech_alarm(NEW, NEW)
    assert not leech_alarm(NEW, known(lapses=0))


def test_recall_counts_whole_days_and_never_negative_ones():
    assert recall(NEW, TODAY) is None
    assert recall(known(), TODAY) == retrievability(3, 12.5)
    assert recall(known(), TODAY - 3) == recall(known(), TODAY - 50) == 1.0


def test_the_review_fields_of_a_new_card():
    assert review_fields(NEW, TODAY) == {
        "last_reviewed": None,
        "next_review": None,
        "review_count": 0,
        "difficulty": "medium",
        "mastery_level": 0.0,
        "stability": None,
        "fsrs_difficulty": None,
        "retrievability": None,
        "lapses": 0,
        "suspended": False,
        "buried_until": None,
    }


def test_the_review_fields_of_a_known_card():
    """Day 740 000 is 2027-01-19."""
    state = CardState(replace(MEMORY, lapses=2), TODAY - 3, suspended=True, buried_until=TODAY + 1)
    assert review_fields(state, TODAY) == {
        "last_reviewed": "2027-01-16",
        "next_review": "2027-01-28",
        "review_count": 4,
        "difficulty": "easy",
        "mastery_level": mastery(state),
        "stability": 12.5,
        "fsrs_difficulty": 4.25,
        "retrievability": retrievability(3, 12.5),
        "lapses": 2,
        "suspended": True,
        "buried_until": "2027-01-20",
    }


def test_a_bury_that_has_ended_is_not_told():
    state = CardState(MEMORY, buried_until=TODAY)
    assert review_fields(state, TODAY)["buried_until"] is None
    assert review_fields(state, TODAY - 1)["buried_until"] == "2027-01-19"


def test_the_first_answer_shows():
    fields = review_fields(fold_card([answered(1, 3, due=TODAY + 2)], frozenset()), TODAY)
    assert (fields["last_reviewed"], fields["next_review"], fields["review_count"]) == ("2027-01-19", "2027-01-21", 1)
    assert fields["mastery_level"] == 0.27


def test_days_outside_the_calendar_are_shown_as_its_ends():
    assert (iso(-5), iso(1), iso(10**9)) == ("0001-01-01", "0001-01-01", "9999-12-31")
