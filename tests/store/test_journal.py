"""The journal: what is recorded stands, what is kept equals the fold, undo and redo reach across restarts."""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.homes import TICK, TODAY, Clock, answer, numbered, opened
from tutor.events import Event, Fact
from tutor.memory import keeping
from tutor.memory.fold import fold_card
from tutor.memory.state import NEW, Memory
from tutor.store import states
from tutor.store.database import LOG_PAGES
from tutor.store.doctor import agrees, examine
from tutor.store.progress import progress


@pytest.fixture
def journal(tmp_path):
    with opened(tmp_path) as journal:
        yield journal


def kept_is_folded(journal, card="c"):
    own = journal.history(card)
    return journal.state(card) == fold_card(own.events, own.fallen)


def test_an_answer_is_an_event_and_a_state(journal):
    done = journal.record(answer(grade=3, due=TODAY + 2, values={"x": "2.10"}), TODAY)
    assert (done.event.kind, done.event.card, done.event.day, done.event.device) == ("answered", "c", TODAY, "here")
    assert done.before == NEW
    assert done.state == journal.state("c")
    assert done.state.memory.due == TODAY + 2
    assert done.rated
    assert journal.history("c").events == (done.event,)


def test_what_is_not_known_is_new(journal):
    assert journal.state("unheard-of") == NEW
    assert journal.states(["unheard-of"]) == {}
    assert journal.history("unheard-of").events == ()


def test_a_second_answer_on_one_day_becomes_practice(journal):
    journal.record(answer(grade=3), TODAY)
    again = journal.record(answer(grade=1, ms=900), TODAY)
    assert again.event.kind == "practised"
    assert dict(again.event.body) == {"grade": 1, "due": TODAY + 5, "ms": 900, "reason": "again"}
    assert not again.rated
    assert again.state.memory.due == TODAY + 1
    assert again.state.memory.reviews == 1
    assert journal.record(answer(), TODAY + 1).rated


def test_after_an_undo_the_next_answer_rates(journal):
    journal.record(answer(grade=1), TODAY)
    journal.undo(TODAY)
    assert journal.record(answer(grade=3), TODAY).rated
    assert journal.state("c").memory.recent == (3,)


def test_a_day_before_the_last_is_rated_once_too(journal):
    """The learner flew west: the study day goes back by one, then forward again."""
    assert journal.record(answer(), TODAY).rated
    assert journal.record(answer(), TODAY - 1).rated
    assert not journal.record(answer(), TODAY - 1).rated
    assert not journal.record(answer(), TODAY).rated
    assert journal.record(answer(), TODAY + 1).rated
    assert kept_is_folded(journal)


def test_undo_returns_what_it_took_back_and_the_card_as_it_is_now(journal):
    first = journal.record(answer(grade=3), TODAY)
    second = journal.record(answer(grade=1, due=TODAY + 4, order=[2, 0, 1]), TODAY + 3)
    back = journal.undo(TODAY + 3)
    assert back.event == second.event
    assert (back.before, back.state) == (second.state, first.state)
    assert journal.state("c") == first.state


def test_undo_and_redo_have_no_limit_and_survive_a_restart(tmp_path):
    """Forty answers, undone one by one, each by a new process; then all redone."""
    clock, new_id = Clock(), numbered()
    with opened(tmp_path, clock=clock, new_id=new_id) as journal:
        told = [journal.record(answer(f"c{n % 7}"), TODAY + n) for n in range(40)]
        final = journal.states([f"c{n}" for n in range(7)])
    for expected in reversed(told):
        with opened(tmp_path, clock=clock, new_id=new_id) as journal:
            assert journal.undo(TODAY + 50).event == expected.event
    with opened(tmp_path, clock=clock, new_id=new_id) as journal:
        assert journal.undo(TODAY + 50) is None
        assert set(journal.states([f"c{n}" for n in range(7)]).values()) == {NEW}
        assert [journal.redo(TODAY + 50).event for _ in told] == [one.event for one in told]
        assert journal.redo(TODAY + 50) is None
        assert journal.states([f"c{n}" for n in range(7)]) == final


def test_nothing_to_undo_or_redo_in_an_empty_journal(journal):
    assert journal.undo(TODAY) is None
    assert journal.redo(TODAY) is None


def test_a_redo_is_possible_only_until_something_new_is_recorded(journal):
    journal.record(answer("a"), TODAY)
    journal.undo(TODAY)
    journal.record(answer("b"), TODAY)
    assert journal.redo(TODAY) is None
    journal.undo(TODAY)
    assert journal.redo(TODAY).event.card == "b"
    assert journal.redo(TODAY) is None
    assert journal.state("a") == NEW


def test_undo_redo_undo_redo_ends_as_it_was(journal):
    done = journal.record(answer(), TODAY)
    for _ in range(3):
        assert journal.undo(TODAY).state == NEW
        assert journal.redo(TODAY).state == done.state
    assert journal.redo(TODAY) is None


@pytest.mark.parametrize(
    "fact",
    [
        Fact("suspended", "c"),
        Fact("buried", "c", {"until": TODAY + 1}),
        Fact("reset", "c"),
        Fact("practised", "c", {"grade": 1, "reason": "quiz"}),
    ],
)
def test_every_deed_on_a_card_can_be_undone_and_redone(journal, fact):
    journal.record(answer(), TODAY - 2)
    before = journal.state("c")
    after = journal.record(fact, TODAY).state
    assert after != before
    assert journal.undo(TODAY).state == before
    assert journal.redo(TODAY).state == after


def test_a_regrade_is_recorded_and_undone(journal):
    done = journal.record(answer(grade=1, due=TODAY + 1), TODAY)
    regrade = Fact("regraded", "c", {"event": done.event.id, "grade": 3, "due": TODAY + 2, "disputed": True})
    assert journal.record(regrade, TODAY).state.memory.recent == (3,)
    assert journal.undo(TODAY).state == done.state
    assert journal.undo(TODAY).event == done.event


def test_what_a_program_decides_is_not_undone(journal):
    """A seed, a rescheduling and a step of a lesson are passed over; the answer before them is undone."""
    journal.record(answer(), TODAY)
    journal.record(Fact("rescheduled", "c", {"due": TODAY + 9}), TODAY)
    journal.record(Fact("seeded", "d", {"stability": 5, "difficulty": 5}), TODAY)
    journal.record(Fact("step", "lesson", {"step": 2}), TODAY)
    assert journal.undo(TODAY).event.kind == "answered"
    assert journal.state("c") == NEW
    assert isinstance(journal.state("d").memory, Memory)


def test_undo_takes_back_what_this_device_did(tmp_path):
    with (
        opened(tmp_path, "phone", new_id=numbered(1)) as phone,
        opened(tmp_path, "laptop", new_id=numbered(2)) as laptop,
    ):
        phone.record(answer("a"), TODAY)
        laptop.record(answer("b"), TODAY)
        assert phone.undo(TODAY).event.card == "a"
        assert phone.undo(TODAY) is None
        assert phone.redo(TODAY).event.card == "a"
        assert laptop.undo(TODAY).event.card == "b"


def test_what_another_device_took_back_is_not_taken_back_twice(journal):
    first = journal.record(answer("a"), TODAY)
    second = journal.record(answer("b"), TODAY)
    journal.absorb([Event("f" * 32, "phone", 10**15, TODAY, "undone", "b", {"event": second.event.id})])
    assert journal.state("b") == NEW
    assert journal.undo(TODAY).event == first.event


def test_a_step_of_a_lesson_is_an_event_but_no_card(journal):
    done = journal.record(Fact("step", "sigmoid", {"step": 3}), TODAY)
    assert done.state == NEW
    assert journal.connection.execute("SELECT count(*) FROM card_states").fetchone() == (0,)
    assert journal.connection.execute("SELECT kind, card, body FROM events").fetchall() == [
        ("step", "sigmoid", '{"step":3}')
    ]


def test_events_cannot_be_changed_deleted_or_replaced(journal):
    journal.record(answer(), TODAY)
    row = journal.connection.execute("SELECT * FROM events").fetchall()
    for statement in (
        "UPDATE events SET day = 1",
        "DELETE FROM events",
        "REPLACE INTO events SELECT * FROM events",
        "INSERT OR REPLACE INTO events (id, device, instant, day, kind, card, body) SELECT id, 'x', instant, 1, 'step', card, '{}' FROM events",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            journal.connection.execute(statement)
    assert journal.connection.execute("SELECT * FROM events").fetchall() == row


def test_a_body_that_is_not_json_is_refused_and_nothing_is_recorded(journal):
    for body in ({"x": float("nan")}, {"x": object()}):
        with pytest.raises((ValueError, TypeError)):
            journal.record(Fact("practised", "c", body), TODAY)
    assert journal.history("c").events == ()
    assert journal.record(answer(), TODAY).rated


def test_bytes_that_are_no_text_are_kept(journal):
    """A terminal that is not UTF-8 hands over lone surrogates; everything else is kept readable."""
    typed = "σ′ \udcff 中文"
    journal.record(answer(typed=typed), TODAY)
    journal.record(answer("d", typed="σ′ 中文"), TODAY)
    assert journal.history("c").events[0].body["typed"] == typed
    assert "中文" in journal.connection.execute("SELECT body FROM events WHERE card = 'd'").fetchone()[0]
    assert examine(journal, 10**16).broken == ()


def test_a_clock_that_stands_still_keeps_the_order_of_answers(tmp_path):
    """Ids count downwards, so that they would put ties in the wrong order."""
    ids = iter(range(99, 0, -1))
    with opened(tmp_path, clock=lambda: 10**15, new_id=lambda: f"{next(ids):032x}") as journal:
        done = [journal.record(answer(grade=grade), TODAY + grade).event for grade in (1, 2, 3, 4)]
    with opened(tmp_path, clock=lambda: 10**15, new_id=lambda: f"{next(ids):032x}") as journal:
        done.append(journal.record(answer(grade=1), TODAY + 5).event)
        assert journal.history("c").events == tuple(done)
        assert journal.state("c").memory.recent == (1, 2, 3, 4, 1)
        assert [one.instant - 10**15 for one in done] == [0, 1, 2, 3, 4]


def test_a_clock_set_back_is_believed(tmp_path):
    """An hour back: the later answer lies before the earlier one, and the card is folded anew."""
    clock = Clock()
    with opened(tmp_path, clock=clock) as journal:
        journal.record(answer(grade=3), TODAY + 1)
        clock.now -= 3600 * TICK
        done = journal.record(answer(grade=4, due=TODAY + 8), TODAY)
        assert done.event.instant == clock.now
        assert done.state.memory.recent == (4, 3)
        assert done.state.memory.last_day == TODAY + 1
        assert kept_is_folded(journal)


def test_a_clock_far_ahead_and_then_right_rates_every_day_and_never_counts_negative_days(tmp_path):
    clock = Clock()
    with opened(tmp_path, clock=clock) as journal:
        journal.record(answer(due=TODAY + 3), TODAY)
        clock.now += 4 * 365 * 86_400 * TICK
        ahead = journal.record(answer(due=TODAY + 1500), TODAY + 1460)
        clock.now -= 4 * 365 * 86_400 * TICK
        done = journal.record(answer(due=TODAY + 9), TODAY + 1)
        assert ahead.rated
        assert done.rated
        assert journal.state("c").memory.reviews == 3
        assert examine(journal, clock.now).future == (ahead.event.id,)
        assert journal.undo(TODAY + 1).event == done.event
        assert journal.undo(TODAY + 1).event == ahead.event
        assert journal.state("c").memory.due == TODAY + 3


@pytest.mark.parametrize("lag", [0, 1, 999_999])
def test_a_lag_below_a_second_is_a_coarse_clock(tmp_path, lag):
    clock = Clock(tick=0)
    with opened(tmp_path, clock=clock) as journal:
        first = journal.record(answer("a"), TODAY).event
        clock.now -= lag
        assert journal.record(answer("b"), TODAY).event.instant == first.instant + 1


def test_a_lag_of_a_second_is_a_clock_set_back(tmp_path):
    clock = Clock(tick=0)
    with opened(tmp_path, clock=clock) as journal:
        first = journal.record(answer("a"), TODAY).event
        clock.now -= 1_000_000
        assert journal.record(answer("b"), TODAY).event.instant == first.instant - 1_000_000


def test_the_journal_keeps_its_own_name_and_that_of_its_device(tmp_path):
    with opened(tmp_path, device="", new_id=numbered(5)) as journal:
        name, device = journal.id, journal.device
        assert len(name) == len(device) == 32
        assert name != device
        journal.record(answer(), TODAY)
    with opened(tmp_path, device="", new_id=numbered(6)) as journal:
        assert (journal.id, journal.device) == (name, device)
        assert journal.undo(TODAY).event.device == device
    with opened(tmp_path, device="phone") as journal:
        assert journal.device == "phone"
        assert journal.id == name
    with opened(tmp_path, device="") as journal:
        assert journal.device == device


def test_events_from_elsewhere_are_added_once_and_refold_their_cards(tmp_path):
    """The same answers in both journals, whichever came first."""
    one, other = tmp_path / "one", tmp_path / "other"
    with (
        opened(one, "phone", Clock(10**15), numbered(1)) as phone,
        opened(other, "laptop", Clock(10**15 + 7), numbered(2)) as laptop,
    ):
        for day in range(5):
            phone.record(answer(grade=3, due=TODAY + day + 2), TODAY + day)
            laptop.record(answer(grade=2, due=TODAY + day + 1), TODAY + day)
        laptop.record(Fact("step", "lesson"), TODAY)
        theirs = [*laptop.history("c").events, Event("e" * 32, "laptop", 5, TODAY, "step", "lesson", {})]
        assert phone.absorb(theirs) == 6
        assert phone.absorb(theirs) == 0
        assert laptop.absorb(phone.history("c").events) == 5
        assert phone.state("c") == laptop.state("c")
        assert phone.state("c").memory.reviews == 5
        assert kept_is_folded(phone)
        assert not examine(phone, 10**16).differences


def test_two_sessions_rate_a_card_once(tmp_path):
    """Both screens show the card as due; the second answer to arrive is practice."""
    clock = Clock()
    with (
        opened(tmp_path, clock=clock, new_id=numbered(1)) as one,
        opened(tmp_path, clock=clock, new_id=numbered(2)) as other,
    ):
        assert one.state("c") == other.state("c") == NEW
        assert one.record(answer(grade=3), TODAY).rated
        late = other.record(answer(grade=1), TODAY)
        assert not late.rated
        assert late.before.memory.recent == (3,)
        assert one.state("c") == other.state("c") == late.state


def test_a_suspended_new_card_is_known(journal):
    journal.record(Fact("suspended", "a"), TODAY)
    assert journal.states(["a", "b"]) == {"a": journal.state("a")}
    assert journal.state("a").suspended


def test_the_due_cards_are_found_by_an_index_alone(journal):
    due = "stability IS NOT NULL AND suspended = 0 AND due <= 9 AND buried_until <= 9"
    for columns in ("count(*)", "card, (9 - last_day) / stability"):
        plan = journal.connection.execute(
            f"EXPLAIN QUERY PLAN SELECT {columns} FROM card_states WHERE {due}"
        ).fetchall()
        assert "COVERING INDEX card_states_due" in plan[0][-1]


def test_many_states_are_read_at_once(journal):
    names = [f"c{n}" for n in range(1201)]
    journal.absorb(
        Event(f"{n:032x}", "d", n, TODAY, "answered", card, {"grade": 3, "due": TODAY + n})
        for n, card in enumerate(names)
    )
    found = journal.states([*names, "unheard-of"])
    assert [found[card].memory.due - TODAY for card in names] == list(range(1201))


DEEDS = st.one_of(
    st.tuples(st.just("answered"), st.integers(1, 4)),
    st.tuples(st.just("practised"), st.integers(1, 4)),
    st.tuples(
        st.sampled_from(("undo", "redo", "suspended", "resumed", "buried", "reset", "rescheduled", "regraded")),
        st.integers(1, 4),
    ),
)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(DEEDS, st.sampled_from("ab"), st.integers(-1, 2), st.sampled_from((0, TICK, -9 * TICK))), max_size=25
    )
)
def test_whatever_is_done_the_cache_is_the_fold(deeds):
    """Any deeds, on days that go forwards and backwards, by a clock that stands, ticks or goes back."""
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        with opened(Path(folder), clock=clock) as journal:
            day, last, kept = TODAY, "0" * 32, {}
            for (kind, grade), card, forward, tick in deeds:
                day, clock.tick = day + forward, tick
                if kind in {"undo", "redo"}:
                    getattr(journal, kind)(day)
                else:
                    last = journal.record(
                        Fact(kind, card, {"grade": grade, "due": day + grade, "event": last}), day
                    ).event.id
                kept = dict(states.read_all(journal.connection))
                for name, one in kept.items():
                    assert one == keeping.keep(journal.history(name).events)
            folded = journal.fold_all()
            assert folded.keys() == kept.keys()
            assert all(agrees(one, folded[name]) for name, one in kept.items())
            assert examine(journal, clock.now + 10**9).healthy


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(("answer", "undo", "redo", "suspend")), max_size=25))
def test_an_undo_and_its_redo_change_nothing(deeds):
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder)) as journal:
        for day, deed in enumerate(deeds):
            match deed:
                case "answer":
                    journal.record(answer("ab"[day % 2], 1 + day % 4, TODAY + day + 3), TODAY + day)
                case "suspend":
                    journal.record(Fact("suspended", "a"), TODAY + day)
                case _:
                    getattr(journal, deed)(TODAY + day)
            before = journal.states(["a", "b"])
            undone = journal.undo(TODAY)
            if undone is not None:
                assert journal.redo(TODAY).event == undone.event
            assert {k: v for k, v in journal.states(["a", "b"]).items() if v != NEW} == {
                k: v for k, v in before.items() if v != NEW
            }


def test_the_log_beside_the_journal_stays_short(journal, tmp_path):
    """It is written over from its start again and again, so that an answer seldom has to wait for a file to grow."""
    for number in range(150):
        journal.record(answer(f"card-{number}"), TODAY)
    (log,) = tmp_path.rglob("*-wal")
    assert log.stat().st_size < 3 * LOG_PAGES * 4096


def test_steps_of_a_lesson_keep_their_order_across_restarts_of_a_coarse_clock(tmp_path):
    """A second start looks at the same moment again: its step is still the later one."""
    for at in range(1, 6):
        with opened(tmp_path, clock=Clock(now=10**15, tick=0), new_id=numbered(9 - at)) as journal:
            journal.record(Fact("step", "lesson:first", {"at": at, "of": 9, "done": False}), TODAY)
            assert progress(journal.connection)["first"].at == at
