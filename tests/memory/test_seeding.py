"""What memory a written history stands for."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.memory.making import answered, event
from tutor.memory.fields import mastery
from tutor.memory.fold import fold
from tutor.memory.fsrs import retrievability
from tutor.memory.seeding import seed_of, seeded
from tutor.memory.state import Memory
from tutor.memory.written import UNWRITTEN, Written

TODAY = 740_000
REVIEWED = Written(last_reviewed=TODAY - 10, next_review=TODAY + 2, review_count=4, difficulty="hard")


def memory_of(written, today=TODAY):
    return fold([seeded("c", seed_of(written, today))])["c"].memory


def test_a_count_and_both_dates():
    assert memory_of(REVIEWED) == Memory(12.0, 8.8, TODAY + 2, TODAY - 10, TODAY - 10, reviews=4, lapses=0, recent=())


@pytest.mark.parametrize(("label", "difficulty"), [("easy", 2.1), ("medium", 6.4), ("hard", 8.8), (None, 6.4)])
def test_the_difficulty(label, difficulty):
    assert memory_of(replace(REVIEWED, difficulty=label)).difficulty == difficulty


@pytest.mark.parametrize(
    ("last", "due", "stability", "in_fact_due"),
    [
        (TODAY - 10, TODAY - 10, 1.0, TODAY - 9),  # both on one day
        (TODAY - 10, TODAY - 40, 1.0, TODAY - 9),  # dates exchanged
        (TODAY - 10, TODAY - 3, 7.0, TODAY - 3),  # overdue
    ],
)
def test_a_next_review_is_after_the_last(last, due, stability, in_fact_due):
    memory = memory_of(replace(REVIEWED, last_reviewed=last, next_review=due))
    assert (memory.stability, memory.last_day, memory.due) == (stability, last, in_fact_due)


def test_a_review_in_the_future_was_today():
    memory = memory_of(replace(REVIEWED, last_reviewed=TODAY + 5, next_review=TODAY + 9))
    assert (memory.stability, memory.last_day, memory.due) == (4.0, TODAY, TODAY + 9)


@pytest.mark.parametrize("level", [0.01, 0.25, 0.5, 0.99, 1.0])
def test_a_mastery_alone_comes_back_as_the_same_mastery(level):
    state = fold([seeded("c", seed_of(Written(mastery_level=level), TODAY))])["c"]
    assert mastery(state) == level


def test_a_mastery_without_dates_is_asked_today_when_nine_in_ten_would_be_recalled():
    memory = memory_of(Written(mastery_level=0.75))
    assert (round(memory.stability), memory.due, memory.last_day) == (28, TODAY, TODAY - 28)
    assert retrievability(TODAY - memory.last_day, memory.stability) == pytest.approx(0.9, abs=0.002)


@pytest.mark.parametrize(
    ("written", "last", "due"),
    [
        (Written(mastery_level=0.5, last_reviewed=TODAY - 3), TODAY - 3, TODAY + 6),
        (Written(mastery_level=0.5, next_review=TODAY + 3), TODAY - 6, TODAY + 3),
        (Written(mastery_level=0.5, last_reviewed=TODAY - 3, next_review=TODAY + 20), TODAY - 3, TODAY + 20),
        (Written(mastery_level=0.5, next_review=TODAY + 40), TODAY, TODAY + 40),
        (Written(mastery_level=0.5, review_count=7), TODAY - 9, TODAY),
    ],
)
def test_a_mastery_with_some_dates(written, last, due):
    memory = memory_of(written)
    assert (memory.last_day, memory.due, round(memory.stability)) == (last, due, 9)
    assert memory.reviews == (written.review_count or 1)


@pytest.mark.parametrize(
    "written",
    [
        UNWRITTEN,
        Written(created=TODAY, next_review=TODAY, review_count=0, difficulty="medium", mastery_level=0.0),
        Written(last_reviewed=TODAY - 3, next_review=TODAY + 3),
        Written(last_reviewed=TODAY - 3, review_count=5),
        Written(next_review=TODAY - 3, review_count=5, mastery_level=0.0),
    ],
)
def test_no_history_no_memory(written):
    assert seed_of(written, TODAY) is None


def test_dates_at_the_ends_of_the_calendar():
    first, last = 1, date.max.toordinal()
    for written in (
        Written(last_reviewed=first, next_review=first, review_count=1),
        Written(last_reviewed=first, next_review=last, review_count=1),
        Written(next_review=first, mastery_level=1.0),
        Written(last_reviewed=last, next_review=last, review_count=1),
    ):
        memory = memory_of(written)
        assert 1 <= memory.last_day <= TODAY
        assert memory.last_day < memory.due <= last


def test_two_devices_that_read_one_note_write_one_event():
    body = seed_of(REVIEWED, TODAY)
    assert seeded("c", body) == seeded("c", dict(reversed(body.items())))
    assert seeded("c", body).id != seeded("d", body).id
    assert len(seeded("c", body).id) == 32


def test_a_seed_stands_before_the_answers_given_since():
    seed = seeded("c", seed_of(REVIEWED, TODAY))
    answer = replace(answered(1, 3, TODAY, TODAY + 30), instant=(TODAY - 719_163) * 86_400_000_000)
    assert seed.instant < answer.instant
    state = fold([answer, seed])["c"]
    assert (state.memory.reviews, state.memory.recent, state.memory.first_day) == (5, (3,), TODAY - 10)


def test_a_note_that_sums_up_answers_gives_way_to_them():
    """Two devices: one answered and wrote the note, the other read it; merged, the answers count."""
    last = REVIEWED.last_reviewed
    answers = [answered(1, 3, last - 9, last - 3), answered(2, 3, last - 3, last + 40)]
    seed = seeded("c", seed_of(REVIEWED, TODAY))
    assert fold([seed, *answers]) == fold(answers)
    later = answered(3, 3, last + 2, last + 50)
    assert fold([*answers, seed, later]) == fold([*answers, later])
    undo = [event(4 + place, "undone", event=one.id) for place, one in enumerate(answers)]
    assert fold([seed, *answers, *undo])["c"].memory == fold([seed])["c"].memory


def test_a_history_of_another_program_stays_when_answers_follow():
    seed = seeded("c", seed_of(REVIEWED, TODAY))
    answer = replace(answered(1, 3, TODAY, TODAY + 30), instant=seed.instant + 10**12)
    practice = event(2, "practised", REVIEWED.last_reviewed, grade=1)
    assert fold([seed, practice, answer])["c"].memory.reviews == REVIEWED.review_count + 1
    imported = replace(seed, device="anki", body={**seed.body, "source": "anki"})
    assert fold([imported, answered(1, 3, TODAY - 40)])["c"].memory.stability == seed.body["stability"]


def test_the_event_says_where_it_comes_from_and_stands_at_noon_of_the_last_day():
    last = date(2026, 11, 10).toordinal()
    seed = seeded("c", seed_of(replace(REVIEWED, last_reviewed=last, next_review=last + 4), TODAY))
    assert datetime.fromtimestamp(seed.instant / 1e6, UTC) == datetime(2026, 11, 10, 12, tzinfo=UTC)
    assert (seed.device, seed.kind, seed.day, seed.card) == ("notes", "seeded", last, "c")
    assert seed.body == {
        "stability": 4.0,
        "difficulty": 8.8,
        "day": last,
        "due": last + 4,
        "source": "notes",
        "reviews": 4,
    }


def test_no_stability_is_longer_than_the_longest_interval():
    assert memory_of(Written(last_reviewed=1, next_review=40_000, review_count=1)).stability == 36_500


def test_a_little_mastery_lasts_a_day():
    memory = memory_of(Written(mastery_level=0.02, last_reviewed=TODAY - 3))
    assert (memory.due, round(memory.stability, 2)) == (TODAY - 2, 0.09)
