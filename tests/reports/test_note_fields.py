"""The fields of a note from its cards."""

from dataclasses import replace

import pytest

from tests.memory.making import TODAY, answered, event, undone
from tutor.memory.fold import fallen, fold_card
from tutor.memory.seeding import seed_of, seeded
from tutor.memory.state import NEW, CardState, Memory
from tutor.memory.written import Written
from tutor.reports.note_fields import WRITTEN, Past, fields_of, past_of


def card(stability, due, last=TODAY, recent=(3,), *, days=(TODAY,), suspended=False):
    memory = Memory(stability, 5.0, due, last, last, len(recent), 0, recent)
    return CardState(memory, last, suspended), Past(frozenset(days))


def of_events(*events):
    gone = fallen(events)
    return fold_card(events, gone), past_of(events, gone)


UNSEEN = (NEW, Past())


@pytest.mark.parametrize("cards", [[], [UNSEEN], [UNSEEN, (NEW, Past(frozenset({TODAY})))]])
def test_a_note_without_a_started_card_stays_as_written(cards):
    assert fields_of(cards) is None


def test_the_earliest_next_review_the_latest_last_one_the_hardest_the_mean():
    found = fields_of(
        [
            card(9.0, TODAY + 9, recent=(3, 3), days=(TODAY - 1, TODAY)),
            card(2.0, TODAY + 2, TODAY - 4, recent=(1, 1, 3), days=(TODAY - 9, TODAY - 4)),
            UNSEEN,
        ]
    )
    assert found == {
        "last_reviewed": TODAY,
        "next_review": TODAY + 2,
        "review_count": 4,
        "difficulty": "hard",
        "mastery_level": 0.25,  # (0.51 + 0.24 + 0) / 3
    }


def test_all_fields_that_are_written_are_told():
    assert tuple(fields_of([card(9.0, TODAY + 9)])) == WRITTEN


def test_a_mean_has_two_decimals():
    assert fields_of([card(9.0, TODAY + 9), UNSEEN, UNSEEN])["mastery_level"] == 0.17


def test_one_day_with_many_answers_counts_once():
    found = fields_of([card(9.0, TODAY + 9), card(5.0, TODAY + 5)])
    assert found["review_count"] == 1


def test_a_suspended_card_is_neither_coming_nor_mastered_but_was_reviewed():
    found = fields_of(
        [card(90.0, TODAY + 90, TODAY - 3), card(1.0, TODAY + 1, TODAY - 2, recent=(1, 1), suspended=True)]
    )
    assert (found["next_review"], found["mastery_level"]) == (TODAY + 90, 1.0)
    assert (found["last_reviewed"], found["difficulty"]) == (TODAY - 2, "hard")


def test_when_all_cards_are_suspended_they_count():
    found = fields_of([card(9.0, TODAY + 9, suspended=True)])
    assert (found["next_review"], found["mastery_level"]) == (TODAY + 9, 0.51)


def test_a_started_note_has_some_mastery():
    assert fields_of([card(0.5, TODAY + 1), *[UNSEEN] * 100])["mastery_level"] == 0.01


HISTORY = Written(last_reviewed=TODAY - 10, next_review=TODAY, review_count=4, difficulty="hard", mastery_level=0.6)


def seed(name="c"):
    return seeded(name, seed_of(HISTORY, TODAY))


def test_a_history_that_was_taken_over_stays_as_written_until_an_answer():
    assert fields_of([of_events(seed()), of_events(seed("d"))]) is None


def test_an_answer_is_counted_on_top_of_the_history():
    first, second = answered(2, 3, TODAY), answered(3, 3, TODAY + 1)
    seeds = replace(seed(), instant=1), replace(seed("d"), instant=1)
    found = fields_of([of_events(seeds[0], first), of_events(seeds[1], second)])
    assert found["review_count"] == 6
    assert found["last_reviewed"] == TODAY + 1


def test_a_card_that_was_not_answered_here_is_as_hard_as_its_history_said():
    unanswered, easy = of_events(seed("d")), card(9.0, TODAY + 9, recent=(3, 3, 3))
    assert fields_of([easy, unanswered])["difficulty"] == "hard"
    assert fields_of([easy])["difficulty"] == "easy"


def test_days_that_a_count_includes_are_not_counted_again():
    """Another device answered, wrote the note, and its journal arrives here later: the note knew of four days.

    That its answers take the place of the memory which the note told takes none of these days away.
    """
    first, second = answered(1, 3, TODAY - 12), answered(2, 3, TODAY - 10)
    assert fields_of([of_events(first, second, seed(), answered(3, 3, TODAY))])["review_count"] == 5
    undo = undone(4, int(seed().id, 16))
    assert fields_of([of_events(first, second, seed(), answered(3, 3, TODAY), undo)])["review_count"] == 3


def test_days_before_a_history_of_another_card_are_within_its_count():
    """One card was answered on the other device, the other one is known here by what the note said of it."""
    answers = answered(1, 3, TODAY - 12), answered(2, 3, TODAY - 10)
    cards = [of_events(*answers, seed()), of_events(seed("d"), answered(3, 3, TODAY))]
    assert fields_of(cards)["review_count"] == HISTORY.review_count + 1


def test_what_was_taken_back_never_happened():
    one, other, undo = answered(1, 3, TODAY - 1), answered(2, 3, TODAY), undone(3, 2)
    assert past_of([one, other, undo], fallen([one, other, undo])) == Past(frozenset({TODAY - 1}))


def test_practice_is_a_day_of_study_and_a_bury_is_not():
    past = of_events(answered(1, 3), event(2, "practised", TODAY + 1, grade=3), event(3, "buried", TODAY + 2))[1]
    assert past == Past(frozenset({TODAY, TODAY + 1}))


def test_a_memory_that_came_from_anki_counts_no_days():
    """The answers that led to it came, too."""
    body = {"stability": 9.0, "difficulty": 5.0, "day": TODAY, "due": TODAY + 9, "reviews": 4, "source": "anki"}
    events = (answered(1, 3, TODAY - 4), answered(2, 3), event(3, "seeded", **body))
    assert of_events(*events)[1] == Past(frozenset({TODAY - 4, TODAY}))
    assert fields_of([of_events(*events)])["review_count"] == 2


def test_of_several_histories_the_latest_counts():
    first, second = (
        seeded("c", {"day": TODAY - ago, "reviews": count, "source": "notes"}) for ago, count in ((9, 9), (4, 2))
    )
    assert past_of([second, first], ()) == Past(frozenset(), 2, TODAY - 4)
    found = fields_of(
        [(card(9.0, TODAY)[0], Past(frozenset({TODAY}), 9, TODAY - 9)), (NEW, Past(frozenset(), 2, TODAY - 4))]
    )
    assert found["review_count"] == 3


@pytest.mark.parametrize(
    "body", [{}, {"day": "x", "reviews": 2.5}, {"day": -1, "reviews": True}, {"day": 0, "reviews": 0}]
)
def test_a_broken_history_is_none(body):
    assert past_of([replace(event(1, "seeded"), body={**body, "source": "notes"})], ()) == Past()


def test_a_history_of_one_review_on_the_first_day_of_the_calendar():
    assert past_of([replace(event(1, "seeded"), body={"day": 1, "reviews": 1, "source": "notes"})], ()) == Past(
        frozenset(), 1, 1
    )
