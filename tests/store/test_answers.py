"""Answers as columns: hand-made journals, and the fold as the judge of every number."""

from __future__ import annotations

from math import isnan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.learner import Learner, live, row, write
from tests.store.homes import TODAY, answer, numbered, opened
from tutor.events import Event, Fact
from tutor.memory import fold
from tutor.memory.state import Memory
from tutor.store import answers, history


@pytest.fixture
def journal(tmp_path):
    with opened(tmp_path) as one:
        yield one


def read(journal):
    return answers.read(journal.connection)


def column(found, name):
    return getattr(found, name).tolist()


def test_an_empty_journal_has_no_answers(journal):
    found = read(journal)
    assert (len(found), found.cards) == (0, ())


def test_an_answer_tells_what_was_said_and_what_it_met(journal):
    """Good on a new card, Again four days late: the second met a memory of 2.3 days that was due after five."""
    journal.record(answer(grade=3, due=TODAY + 5, ms=4000, kind="choice"), TODAY)
    journal.record(answer(grade=1, due=TODAY + 10, ms=9000, kind="choice"), TODAY + 9)
    found = read(journal)
    assert [found.cards[place] for place in found.card] == ["c", "c"]
    assert [found.kinds[place] for place in found.kind] == ["choice", "choice"]
    assert (column(found, "day"), column(found, "grade"), column(found, "ms")) == (
        [TODAY, TODAY + 9],
        [3, 1],
        [4000, 9000],
    )
    assert (column(found, "last"), column(found, "due"), column(found, "interval")) == (
        [0, TODAY],
        [0, TODAY + 5],
        [0, 5],
    )
    assert found.stability[1] == pytest.approx(2.3065)
    assert isnan(found.stability[0])
    assert (column(found, "reviews"), column(found, "early")) == ([False, True], [False, False])


def test_a_review_before_its_due_day_is_early(journal):
    journal.record(answer(due=TODAY + 5), TODAY)
    journal.record(answer(due=TODAY + 9), TODAY + 4)
    assert column(read(journal), "early") == [False, True]


def test_only_the_first_answer_of_a_day_is_rated(journal):
    """Missed, then right twice: practice; the miss afterwards makes the card due tomorrow."""
    journal.record(answer(grade=1, due=TODAY + 1), TODAY)
    journal.record(answer(grade=3), TODAY)
    journal.record(Fact("practised", "c", {"grade": 1, "reason": "again"}), TODAY + 3)
    journal.record(answer(grade=3), TODAY + 6)
    found = read(journal)
    assert column(found, "rated") == [True, False, False, True]
    assert column(found, "due") == [0, 0, 0, TODAY + 1]


def test_a_practice_miss_and_a_rescheduling_move_the_due_day(journal):
    journal.record(answer("missed", due=TODAY + 30), TODAY)
    journal.record(Fact("practised", "missed", {"grade": 1, "reason": "quiz"}), TODAY + 3)
    journal.record(answer("missed"), TODAY + 10)
    journal.record(answer("moved", due=TODAY + 30), TODAY)
    journal.record(Fact("rescheduled", "moved", {"due": TODAY + 20}), TODAY + 1)
    journal.record(answer("moved"), TODAY + 21)
    journal.record(answer("crammed", due=TODAY + 30), TODAY)
    journal.record(Fact("practised", "crammed", {"grade": 1, "reason": "cram"}), TODAY + 1)
    journal.record(answer("crammed"), TODAY + 31)
    found = read(journal)
    due = {found.cards[card]: day - TODAY for card, day in zip(found.card, found.due, strict=True) if day}
    assert due == {"missed": 4, "moved": 20, "crammed": 30}


def test_what_was_undone_is_not_there_and_a_regrade_counts(journal):
    journal.record(answer(grade=3), TODAY)
    journal.undo(TODAY)
    first = journal.record(answer(grade=3, due=TODAY + 5), TODAY)
    journal.record(
        Fact("regraded", "c", {"event": first.event.id, "grade": 1, "due": TODAY + 1, "guessed": True}), TODAY
    )
    journal.record(answer(grade=3), TODAY + 2)
    found = read(journal)
    assert (column(found, "grade"), column(found, "guessed")) == ([1, 3], [True, False])
    assert column(found, "due") == [0, TODAY + 1]
    journal.undo(TODAY + 2)
    journal.undo(TODAY + 2)  # the regrade
    assert column(read(journal), "grade") == [3]
    journal.redo(TODAY + 2)
    assert column(read(journal), "grade") == [1]


def test_a_reset_card_begins_anew_and_its_answers_still_count(journal):
    journal.record(answer(), TODAY)
    journal.record(Fact("reset", "c"), TODAY)
    journal.record(answer(), TODAY)
    found = read(journal)
    assert (column(found, "rated"), column(found, "last")) == ([True, True], [0, 0])


def test_a_memory_brought_from_elsewhere_is_met(journal):
    seed = {"stability": 40.0, "difficulty": 6.0, "day": TODAY - 30, "due": TODAY + 2}
    journal.record(Fact("seeded", "c", seed), TODAY)
    journal.record(answer(grade=4, due=TODAY + 99), TODAY + 3)
    found = read(journal)
    assert (column(found, "stability"), column(found, "difficulty")) == ([40.0], [6.0])
    assert (column(found, "last"), column(found, "due")) == ([TODAY - 30], [TODAY + 2])
    assert found.stability_after[0] == pytest.approx(journal.state("c").memory.stability)


@pytest.mark.parametrize(("source", "met"), [("notes", TODAY - 9), ("anki", TODAY - 2)])
def test_what_a_note_summed_up_gives_way_to_the_answers_themselves(journal, source, met):
    """Two devices were merged: one had answered ten days ago, the other read that in the fields of a note."""
    journal.record(answer(due=TODAY + 30), TODAY - 9)
    seed = {"stability": 2.0, "difficulty": 6.4, "day": TODAY - 2, "due": TODAY, "source": source}
    journal.absorb([Event("f" * 32, "notes", 2 * 10**15, TODAY - 2, "seeded", "c", seed)])
    check(read(journal), journal.history("c").events)
    after = Event("e" * 32, "d", 3 * 10**15, TODAY + 30, "answered", "c", {"grade": 3, "due": TODAY + 99})
    journal.absorb([after])
    check(read(journal), journal.history("c").events)
    assert column(read(journal), "last") == [0, met]


def test_a_renamed_card_keeps_one_history(journal):
    journal.record(answer("old", due=TODAY + 3), TODAY)
    journal.adopt({"old": "new"})
    journal.record(answer("new"), TODAY + 4)
    found = read(journal)
    assert [found.cards[place] for place in found.card] == ["new", "new"]
    assert column(found, "last") == [0, TODAY]


def test_merged_devices_are_one_life(tmp_path, journal):
    """The other device answered in between and first on a day: order is (instant, id), not arrival."""
    here = [journal.record(answer(due=TODAY + 3), TODAY + day).event for day in (0, 5)]
    between = Event(
        "f" * 32,
        "there",
        (here[0].instant + here[1].instant) // 2,
        TODAY + 2,
        "answered",
        "c",
        {"grade": 1, "due": TODAY + 4},
    )
    journal.absorb([between])
    found = read(journal)
    assert (column(found, "grade"), column(found, "last")) == ([3, 1, 3], [0, TODAY, TODAY + 2])


def test_bodies_that_cannot_be_read_stop_nobody(journal):
    """Broken JSON, a grade in words, nested lists, a number without end: left out or 0, the others stay."""
    bodies = [
        "{", "[]", '"x"', '{"grade":"3"}', '{"grade":3.0,"due":1}', '{"grade":true}', '{"grade":[3]}', '{"grade":{"a":1}}',
        '{"grade":3,"due":123456789012345678901234567890,"ms":-5}', '{"grade":2,"ms":1e3,"guessed":true}', '{ "grade" : 4 , "ms" : 7 }',
    ]  # fmt: skip
    for number, body in enumerate(bodies):
        journal.connection.execute(
            history.INSERT, (f"{number:032x}", "d", 10**15 + number, TODAY, "answered", f"c{number:02}", body)
        )
    found = read(journal)
    assert [found.cards[place] for place in found.card] == ["c08", "c09", "c10"]
    assert (column(found, "grade"), column(found, "ms"), column(found, "guessed")) == (
        [3, 2, 4],
        [0, 0, 7],
        [False, True, False],
    )


def test_days_outside_the_calendar_are_left_out(journal):
    for number, day in enumerate((0, -4, fold.LAST_DAY + 1)):
        journal.connection.execute(history.INSERT, (f"{number:032x}", "d", number, day, "answered", "c", '{"grade":3}'))
    assert len(read(journal)) == 0


def test_many_rows_are_read_in_parts(journal, monkeypatch):
    for day in range(10):
        journal.record(answer(f"c{day % 3}"), TODAY + day)
    whole = read(journal)
    monkeypatch.setattr(answers, "AT_ONCE", 3)
    parts = read(journal)
    assert all(
        np.array_equal(getattr(whole, name), getattr(parts, name), equal_nan=True)
        for name in ("card", "day", "stability")
    )


def told(events):
    """Return what the fold says of every rated answer: card, instant, then the memory before and after."""
    rows = {}
    for card in {event.card for event in events}:
        own = sorted((event for event in events if event.card == card), key=lambda event: event.order)
        gone = fold.fallen(own)
        ids = {event.id for event in own if event.kind in ("answered", "practised") and event.id not in gone}
        corrections = {str(e.body.get("event")): e.body for e in own if e.kind == "regraded" and e.id not in gone}
        for place, event in enumerate(own):
            if event.id not in ids or fold.grade_of(fold.corrected(event.body, corrections.get(event.id))) is None:
                continue
            speaking = [other for other in own[place:] if other.kind in ("undone", "regraded")]
            before = fold.replay([*own[:place], *speaking], gone)
            after = fold.replay([*own[: place + 1], *speaking], gone)
            rates = event.kind == "answered" and event.day not in before.rated
            rows[(card, event.instant, event.id)] = (rates, before.state.memory, after.state.memory)
    return rows


def check(found, events):
    expected = told(events)
    assert len(found) == len(expected)
    keys = sorted(expected, key=lambda key: (found.cards.index(key[0]), key[1], key[2]))
    for place, key in enumerate(keys):
        rates, before, after = expected[key]
        assert (found.cards[found.card[place]], found.instant[place]) == key[:2]
        assert found.rated[place] == rates
        met = rates and isinstance(before, Memory)
        assert (found.last[place], found.due[place]) == ((before.last_day, before.due) if met else (0, 0))
        if met:
            assert (found.stability[place], found.difficulty[place]) == pytest.approx(
                (before.stability, before.difficulty)
            )
        if rates:
            assert (found.stability_after[place], found.difficulty_after[place]) == pytest.approx(
                (after.stability, after.difficulty)
            )


KINDS = (
    "answered",
    "answered",
    "answered",
    "practised",
    "undone",
    "regraded",
    "reset",
    "rescheduled",
    "seeded",
    "suspended",
)


@st.composite
def journals(draw):
    """Draw events of two cards: clocks go backwards, undos and regrades name any event."""
    events = []
    for number in range(draw(st.integers(1, 14))):
        kind = draw(st.sampled_from(KINDS))
        body = {"grade": draw(st.integers(0, 4)), "reason": draw(st.sampled_from(("again", "cram", "pretest")))}
        if draw(st.booleans()):
            body["due"] = TODAY + draw(st.integers(-3, 20))
        if kind in ("undone", "regraded") and events:
            body["event"] = draw(st.sampled_from(events)).id
        if kind == "seeded":
            body |= {"stability": draw(st.floats(0.1, 90)), "difficulty": 5.0, "day": TODAY + draw(st.integers(-9, 9))}
            body["source"] = draw(st.sampled_from(("notes", "anki")))
        instant, day = draw(st.integers(0, 9)), TODAY + draw(st.integers(0, 9))
        events.append(Event(f"{number:032x}", "d", 10**15 + instant, day, kind, draw(st.sampled_from("ab")), body))
    return events


@given(journals())
@settings(deadline=None, max_examples=60)  # each writes a journal
def test_the_fold_says_the_same(tmp_path_factory, events):
    with opened(tmp_path_factory.mktemp("j"), new_id=numbered(9)) as journal:
        journal.connection.executemany(history.INSERT, map(row, events))
        check(read(journal), events)


def test_the_fold_says_the_same_of_a_lived_life(journal):
    events = live(Learner(days=40, cards=Learner().cards[:40]))
    check(read(write(journal, events)), events)
