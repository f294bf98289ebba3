"""Mastery over time, from logs whose levels can be worked out on paper."""

import pytest

from tests.reports.learner import Learner, live, write
from tests.reports.logs import DAY, PARTS, answered, deck
from tutor.events import Event
from tutor.memory.fields import mastery, mastery_at
from tutor.memory.fsrs import DEFAULT_WEIGHTS, next_memory
from tutor.reports.growth import growth
from tutor.store import answers, states
from tutor.store.journal import Journal

GOOD = DEFAULT_WEIGHTS[2]  # stability after a first Good
TWICE = next_memory(GOOD, 2.118, 3, 7)[0]  # and after another Good a week later (difficulty of a first Good: 2.118)


def levels(found):
    return {part.number: list(part.levels) for part in found.parts}


def test_a_week_ends_with_the_mastery_of_its_last_answers(tmp_path):
    """Two cards in part 1; one is answered 15 and 8 days ago, the other never; part 2 has a new card."""
    log = answered(tmp_path, [(15, "a", 3), (8, "a", 3)])
    cards = deck(("a", 1, "l", TWICE, 8), ("b", 1, "l", None, 0), ("c", 2, "m", None, 0))
    found = growth(log, cards, PARTS, DAY)
    assert [DAY - day for day in found.weeks] == [14, 7, 0]
    first, second = mastery_at(GOOD) / 2, mastery_at(TWICE) / 2
    assert levels(found) == {1: pytest.approx([first, second, second], abs=1e-4), 2: [0.0, 0.0, 0.0]}
    assert [(part.cards, part.met) for part in found.parts] == [(2, 1), (1, 0)]


def test_practice_changes_nothing(tmp_path):
    """A second answer on the same day is practice."""
    once = growth(answered(tmp_path / "1", [(7, "a", 3)]), deck(("a", 1, "l", GOOD, 7)), PARTS, DAY)
    twice = growth(answered(tmp_path / "2", [(7, "a", 3), (7, "a", 1)]), deck(("a", 1, "l", GOOD, 7)), PARTS, DAY)
    assert levels(once) == levels(twice) == {1: pytest.approx([mastery_at(GOOD)] * 2, abs=1e-4)}


def test_what_lies_before_the_year_is_where_it_begins(tmp_path):
    found = growth(answered(tmp_path, [(500, "a", 3)]), deck(("a", 1, "l", GOOD, 500)), PARTS, DAY)
    assert len(found.weeks) == 52
    assert levels(found)[1] == pytest.approx([mastery_at(GOOD)] * 52, abs=1e-4)


def test_a_memory_brought_from_elsewhere_counts_from_its_day(tmp_path):
    """It has no answers in this journal; the cards as they stand tell of it."""
    found = growth(answered(tmp_path, []), deck(("a", 1, "l", 30.0, 10)), PARTS, DAY)
    assert levels(found)[1] == pytest.approx([mastery_at(30.0)] * 2, abs=1e-4)


def test_a_memory_brought_from_elsewhere_and_answered_since(tmp_path):
    """It held for 30 days from 20 days ago on; six days ago it was answered, which moves it from there."""
    brought = {"stability": 30.0, "difficulty": 5.0, "due": DAY + 10, "day": DAY - 20}
    events = [
        Event("1" * 32, "d", 10**15, DAY - 8, "seeded", "a", brought),
        Event("2" * 32, "d", 10**15 + 1, DAY - 6, "answered", "a", {"grade": 3, "due": DAY + 40}),
    ]
    with Journal(tmp_path / "journal.sqlite3", "d", lambda: 0, lambda: "") as journal:
        log = answers.read(write(journal, events).connection)
    after = next_memory(30.0, 5.0, 3, 14)[0]
    found = growth(log, deck(("a", 1, "l", after, 6)), PARTS, DAY)
    expected = [mastery_at(30.0), mastery_at(30.0), mastery_at(after)]
    assert levels(found)[1] == pytest.approx(expected, abs=1e-4)


def test_a_card_that_was_reset_is_new_today(tmp_path):
    found = growth(answered(tmp_path, [(7, "a", 3)]), deck(("a", 1, "l", None, 0)), PARTS, DAY)
    assert levels(found)[1] == pytest.approx([mastery_at(GOOD), 0.0], abs=1e-4)


def test_answers_of_days_to_come_count_today(tmp_path):
    """The clock was set back: the journal knows tomorrow."""
    found = growth(answered(tmp_path, [(-1, "a", 3)]), deck(("a", 1, "l", GOOD, -1)), PARTS, DAY)
    assert levels(found)[1] == pytest.approx([mastery_at(GOOD)], abs=1e-4)


def test_suspended_and_dropped_cards_do_not_count(tmp_path):
    log = answered(tmp_path, [(7, "gone", 3), (7, "aside", 3)])
    cards = deck(("aside", 1, "l", GOOD, 7, {"suspended": True}), ("b", 1, "l", None, 0))
    assert levels(growth(log, cards, PARTS, DAY)) == {1: [0.0]}


def test_nothing_yet(tmp_path):
    found = growth(answered(tmp_path, []), deck(("b", 1, "l", None, 0)), PARTS, DAY)
    assert (found.weeks, levels(found)) == ((DAY,), {1: [0.0]})
    assert growth(answered(tmp_path / "2", []), deck(), PARTS, DAY).parts == ()


def test_the_last_week_of_a_simulated_life_is_the_mean_of_the_cards(tmp_path):
    learner = Learner(days=150)
    with Journal(tmp_path / "journal.sqlite3", "d", lambda: 0, lambda: "") as journal:
        write(journal, live(learner))
        found = answers.read(journal.connection)
        kept = {card: one.state for card, one in states.read_all(journal.connection)}
    rows = [
        (
            card,
            1,
            "l",
            kept[card].memory.stability if card in kept else None,
            DAY - kept[card].memory.last_day if card in kept else 0,
        )
        for card, _ in learner.cards
    ]
    grown = growth(found, deck(*rows), PARTS, learner.today).parts[0].levels
    assert grown[-1] == pytest.approx(sum(mastery(state) for state in kept.values()) / len(rows), abs=1e-4)
    assert grown[0] < grown[10] < grown[-1]
