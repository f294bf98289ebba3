"""Progress in lessons: the latest step counts, done stays done, whatever order the steps come in."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.homes import TODAY, answer, numbered, opened
from tutor.events import Event, Fact
from tutor.memory.state import NEW
from tutor.store import progress as store
from tutor.store.doctor import examine
from tutor.store.progress import Progress, declined, progress, stepped, welcomed


@pytest.fixture
def journal(tmp_path):
    with opened(tmp_path) as journal:
        yield journal


def test_nothing_was_opened_yet(journal):
    journal.record(answer("relu.range"), TODAY)
    assert progress(journal.connection) == {}
    assert store.finished(journal.connection) == frozenset()


def test_the_latest_step_tells_where_to_go_on(journal):
    for at in (1, 2, 3, 2):
        journal.record(stepped("relu", at, 19), TODAY)
    journal.record(stepped("tanh", 7, 12), TODAY + 1)
    assert progress(journal.connection) == {
        "relu": Progress(2, 19, done=False, last_day=TODAY, times_done=0),
        "tanh": Progress(7, 12, done=False, last_day=TODAY + 1, times_done=0),
    }


def test_done_stays_done_and_days_are_counted_once(journal):
    journal.record(stepped("relu", 19, 19, done=True), TODAY)
    assert progress(journal.connection)["relu"] == Progress(0, 19, done=True, last_day=TODAY, times_done=1)
    journal.record(stepped("relu", 19, 19, done=True), TODAY)
    journal.record(stepped("relu", 4, 19), TODAY + 3)
    found = progress(journal.connection)["relu"]
    assert found == Progress(4, 19, done=True, last_day=TODAY + 3, times_done=1)
    assert found.under_way
    journal.record(stepped("relu", 19, 19, done=True), TODAY + 3)
    assert progress(journal.connection)["relu"] == Progress(0, 19, done=True, last_day=TODAY + 3, times_done=2)
    assert store.finished(journal.connection) == {"relu"}


@pytest.mark.parametrize(
    ("body", "at", "of"),
    [({}, 0, 0), ({"at": "3", "of": None}, 0, 0), ({"at": -1, "of": True}, 0, 0), ({"at": 5, "of": 2}, 5, 2)],
)
def test_a_step_of_another_program_may_be_broken(journal, body, at, of):
    journal.record(Fact("step", "lesson:relu", {**body, "done": "yes"}), TODAY)
    assert progress(journal.connection)["relu"] == Progress(at, of, done=False, last_day=TODAY, times_done=0)


def test_names_around_the_lessons_are_none(journal):
    for name in ("lesson:", "lesson;", "lesson", "lessons:x"):
        journal.record(Fact("step", name, {"at": 1, "of": 2, "done": True}), TODAY)
    assert progress(journal.connection) == {}


def test_steps_are_no_cards_and_cannot_be_undone(journal):
    journal.record(stepped("relu", 19, 19, done=True), TODAY)
    assert journal.state("lesson:relu") == NEW
    assert journal.undo(TODAY) is None
    assert examine(journal, 2 * 10**15).differences == ()


def test_the_welcome_happens_once_and_a_lesson_is_declined_for_a_day(journal):
    assert not store.was_welcomed(journal.connection)
    assert not store.was_declined(journal.connection, TODAY)
    journal.record(welcomed(), TODAY)
    journal.record(declined("relu"), TODAY)
    assert store.was_welcomed(journal.connection)
    assert store.was_declined(journal.connection, TODAY)
    assert not store.was_declined(journal.connection, TODAY + 1)
    assert progress(journal.connection) == {}, "to decline a lesson is not to open it"


STEPS = st.lists(
    st.tuples(st.sampled_from(["a", "b"]), st.integers(0, 5), st.booleans(), st.integers(0, 3)), max_size=8
)


@given(STEPS, st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_two_devices_that_merge_agree(steps, chance):
    new_id = numbered()
    events = []
    for instant, (lesson, at, done, day) in enumerate(steps, 10**15):
        fact = stepped(lesson, at, 5, done=done)
        events.append(Event(new_id(), "there", instant, TODAY + day, "step", fact.card, fact.body))
    shuffled = list(events)
    chance.shuffle(shuffled)
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder)) as journal:
        journal.absorb(shuffled)
        found = progress(journal.connection)
    for lesson, stands in found.items():
        own = [event for event in events if event.card == f"lesson:{lesson}"]
        assert stands.last_day == own[-1].day
        assert stands.at == (0 if own[-1].body["done"] else own[-1].body["at"])
        assert stands.times_done == len({event.day for event in own if event.body["done"]})
    assert set(found) == {lesson for lesson, *_ in steps}
