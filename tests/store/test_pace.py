"""How long a card takes: the last answers tell; turns of games and interviews do not."""

import pytest

from tests.store.homes import TODAY, answer, opened
from tutor.events import Fact
from tutor.store.pace import AT_FIRST, ENOUGH, seconds_a_card, was_asked


@pytest.fixture
def journal(tmp_path):
    with opened(tmp_path) as journal:
        yield journal


def practised(card, reason, ms):
    return Fact("practised", card, {"grade": 3, "reason": reason, "ms": ms})


def test_until_there_are_enough_answers_a_usual_pace_is_assumed(journal):
    for place in range(ENOUGH - 1):
        journal.record(answer(f"c{place}", ms=4000), TODAY)
    assert seconds_a_card(journal.connection) == AT_FIRST
    journal.record(answer("last", ms=4000), TODAY)
    assert seconds_a_card(journal.connection) == 4.0


def test_turns_of_a_game_do_not_change_the_pace_of_cards(journal):
    for place in range(ENOUGH):
        journal.record(answer(f"c{place}", ms=4000), TODAY)
    for _ in range(ENOUGH):
        journal.record(practised("~name-of-a-curve.gelu", "game", 50_000), TODAY)
    assert seconds_a_card(journal.connection) == 4.0
    journal.record(practised("~name-of-a-curve.gelu", "quiz", 25_000), TODAY)
    assert seconds_a_card(journal.connection) == 5.0


def test_what_was_said_in_an_interview_does_not_change_the_pace_of_cards(journal):
    """Two minutes of talking are no two minutes of review."""
    for place in range(ENOUGH):
        journal.record(answer(f"c{place}", ms=4000), TODAY)
        said = answer(f"rung{place}", ms=120_000)
        journal.record(Fact(said.kind, said.card, {**said.body, "ladder": "l", "rung": 1, "climb": "1"}), TODAY)
    assert seconds_a_card(journal.connection) == 4.0


def test_a_question_of_the_day_was_not_answered_by_a_game_about_its_function(journal):
    journal.record(practised("~name-of-a-curve.gelu", "game", 1), TODAY)
    assert not was_asked(journal.connection, "gelu", TODAY)
    journal.record(practised("~name-of-a-curve.gelu", "quiz", 1), TODAY)
    assert was_asked(journal.connection, "gelu", TODAY)
