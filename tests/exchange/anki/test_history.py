"""The review log of a card as events: what rates, what is practice, what a reset does, where the card ends up."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from tutor.exchange.anki.history import Calendar, Past, calendar, past, standing
from tutor.exchange.anki.records import CardRow, Collection, LogRow, Memory
from tutor.memory.fold import fold

FIRST = 739_900  # the study day that Anki calls 0
TODAY = FIRST + 41
EPOCH_DAY = 719_163
DAY_MS = 86_400_000
GOOD = Memory(12.5, 4.25, 0)
CARD = CardRow(1, 1, 1, 0, 2, suspended=False, due=45, ivl=9, factor=2500, reps=3, changed=0, memory=GOOD)


def study_day(instant):
    return (instant // 1000 - 4 * 3_600_000) // DAY_MS + EPOCH_DAY


WHEN = Calendar(study_day, FIRST, TODAY)


def at(day, ms=0):
    """Return a millisecond at noon of Anki's day `day`."""
    return (FIRST + day - EPOCH_DAY) * DAY_MS + DAY_MS // 2 + ms


def row(day, ease, ivl, *, ms=0, factor=500, kind=1):
    return LogRow(at(day, ms), ease, ivl, factor, 4000, kind)


def told(*rows):
    return [
        (event.kind, event.day - FIRST, event.body.get("due", FIRST) - FIRST, event.body.get("reason"))
        for event in past("c", rows, WHEN).events
    ]


def test_steps_of_one_day_are_one_answer_and_practice():
    """Two learning steps, then four days: due as the last step said; a lapse with its relearning step."""
    steps = row(0, 1, -60, kind=0), row(0, 3, -600, ms=1, kind=0), row(0, 3, 4, ms=2, kind=0)
    lapse = row(4, 1, -600), row(4, 3, 1, ms=1, kind=2)
    assert told(*steps, *lapse) == [
        ("answered", 0, 4, None),
        ("practised", 0, 0, "again"),
        ("practised", 0, 0, "again"),
        ("answered", 4, 5, None),
        ("practised", 4, 0, "again"),
    ]


def test_cramming_is_practice_and_rates_nothing():
    """A filtered deck that does not reschedule writes type 3 with factor 0; with a factor it is a review."""
    assert told(row(3, 1, 0, factor=0, kind=3), row(3, 3, 5, ms=1), row(9, 3, 8, kind=3)) == [
        ("practised", 3, 0, "cram"),
        ("answered", 3, 8, None),
        ("answered", 9, 17, None),
    ]


def test_a_card_that_was_forgotten_begins_anew():
    """Manual rows: setting a due day says nothing, forgetting is a reset; the same day rates again."""
    forgotten = row(5, 0, 0, factor=0, kind=4)
    moved = row(4, 0, 30, factor=2500, kind=4)
    assert [kind for kind, *_ in told(row(1, 3, 4), moved, forgotten, row(5, 3, 2, ms=1))] == [
        "answered",
        "reset",
        "answered",
    ]
    assert told(forgotten) == []
    assert [kind for kind, *_ in told(row(5, 3, 2), replace(forgotten, at=at(5, 1)), row(5, 3, 2, ms=2))] == [
        "answered",
        "reset",
        "answered",
    ]


def test_rows_from_nowhere_are_counted():
    """Before 1970, in the year 9000, the day after tomorrow."""
    rows = [replace(row(1, 3, 4), at=ms) for ms in (-5, 0, 221_845_392_000_000, at(43))]
    assert past("c", rows, WHEN).unread == 4
    assert told(*rows) == []
    assert past("c", [row(42, 3, 4)], WHEN).unread == 0, "a clock a little ahead"


def test_a_seed_says_exactly_what_anki_knows():
    before = past("c", [row(30, 3, 6), row(36, 3, 9)], WHEN)
    (seed,) = standing("c", CARD, before, WHEN)
    state = fold((*before.events, seed))["c"]
    assert (state.memory.stability, state.memory.difficulty) == (12.5, 4.25)
    assert (state.memory.due, state.memory.last_day, state.memory.first_day) == (FIRST + 45, FIRST + 36, FIRST + 30)
    assert (state.memory.reviews, state.memory.recent) == (3, (3, 3))
    assert seed.instant // 1000 == at(36), "in the millisecond of the last answer: our own later ones stay later"


def test_without_fsrs_the_due_day_is_kept_and_the_answers_make_the_memory():
    before = past("c", [row(36, 3, 9)], WHEN)
    (moved,) = standing("c", replace(CARD, memory=None, due=60), before, WHEN)
    assert (moved.kind, moved.body["due"]) == ("rescheduled", FIRST + 60)
    assert fold((*before.events, moved))["c"].memory.stability == pytest.approx(2.3065)


def test_without_a_log_the_last_day_follows_from_the_interval():
    nothing = Past((), 0, 0, 0)
    (seed,) = standing("c", replace(CARD, memory=None, factor=2100, ivl=40), nothing, WHEN)
    assert seed.body["stability"] == pytest.approx(40)
    assert seed.body["day"] == FIRST + 5
    (seed,) = standing("c", CARD, nothing, WHEN)
    assert seed.body["day"] == FIRST + 36
    (seed,) = standing("c", replace(CARD, memory=replace(GOOD, last=at(33) // 1000)), nothing, WHEN)
    assert seed.body["day"] == FIRST + 33


def test_new_cards_say_nothing_unless_they_are_suspended():
    new = replace(CARD, type=0, ivl=0, memory=None, note=at(2))
    nothing = Past((), 0, 0, 0)
    assert list(standing("c", new, nothing, WHEN)) == []
    (event,) = standing("c", replace(new, suspended=True, changed=at(7) // 1000), nothing, WHEN)
    assert (event.kind, event.day, event.instant) == ("suspended", FIRST + 7, at(7) * 1000)


@pytest.mark.parametrize("due", [10**12, -(10**12), 4_200_000_000])
def test_a_due_day_beyond_every_calendar_is_left_to_the_memory(due):
    before = past("c", [row(36, 3, 9)], WHEN)
    (seed,) = standing("c", replace(CARD, due=due), before, WHEN)
    assert "due" not in seed.body
    assert fold([seed])["c"].memory.due == FIRST + 36 + 12


def test_a_card_in_its_learning_steps_is_due_on_the_day_of_the_next_one():
    before = past("c", [row(41, 1, -60, kind=0)], WHEN)
    (seed,) = standing("c", replace(CARD, type=1, due=at(41, 600_000) // 1000), before, WHEN)
    assert seed.body["due"] == TODAY


def test_of_two_files_the_newer_has_the_last_word():
    """The same last answer, but Anki has since reconsidered: the later change comes later, within the millisecond."""
    before = past("c", [row(36, 3, 9)], WHEN)
    changes = [at(36) // 1000 + seconds for seconds in (0, 60, 3600, 86_400, 30 * 86_400, 10 * 365 * 86_400)]
    seeds = [next(standing("c", replace(CARD, changed=changed), before, WHEN)) for changed in changes]
    instants = [seed.instant for seed in seeds]
    assert instants == sorted(set(instants))
    assert {instant // 1000 for instant in instants} == {at(36)}


def test_the_first_day_is_a_date_where_the_collection_was_made():
    """Made at four in the morning in Shanghai, read in UTC; with an old file only the learner's own days tell."""
    made = (FIRST - EPOCH_DAY) * 86_400 + 4 * 3600 - 8 * 3600
    whole = Collection(made, -480, {}, {}, {}, (), {})
    assert calendar(whole, study_day, TODAY).first == FIRST
    here = (FIRST - EPOCH_DAY) * 86_400 + 4 * 3600
    for rollover in (0, 4, 6):
        days = calendar(
            replace(whole, created=here, west=None),
            lambda us, hours=rollover: study_day(us + (4 - hours) * 3_600_000_000),
            TODAY,
        )
        assert days.first == FIRST
    assert calendar(replace(whole, created=-1), study_day, TODAY).first == TODAY


def test_reading_a_package_loads_nothing_heavy():
    code = (
        "import sys, tutor.exchange.anki.reading, tutor.exchange.anki.package;"
        " print({'numpy', 'json', 'yaml', 'rich', 'backports.zstd', 'compression.zstd', 'anki'} & set(sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"
