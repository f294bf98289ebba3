"""The ledger: what stands is counted, whatever way the events came; a contrast starts the count anew."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.homes import TODAY, Clock, answer, numbered, opened
from tutor.events import Event, Fact
from tutor.store import ledger
from tutor.store.doctor import examine, rebuild
from tutor.store.ledger import Made, mistakes, to_contrast
from tutor.store.schema import APPLICATION, first

NOW = 10**15


@pytest.fixture
def journal(tmp_path):
    with opened(tmp_path) as journal:
        yield journal


def wrong(journal, mistake="peak", card="a", day=TODAY, kind="answered", **body):
    fact = Fact(kind, card, {"grade": 1, "due": day + 1, "given": "", "mistake": mistake, **body})
    return journal.record(fact, day).event.id


def contrasted(journal, mistake="peak", day=TODAY):
    journal.record(Fact("step", f"mistake:{mistake}", {"contrast": mistake}), day)


def made(journal):
    return {one.mistake: (one.times, one.since_contrast) for one in mistakes(journal.connection)}


def test_nothing_was_mixed_up_yet(journal):
    assert mistakes(journal.connection) == ()
    journal.record(answer("a", 3, mistake=""), TODAY)
    journal.record(answer("b", 1), TODAY)
    assert mistakes(journal.connection) == ()
    assert to_contrast(journal.connection) == ()


def test_mistakes_are_told_with_their_cards_most_often_first(journal):
    for mistake, card, day in [
        ("tail", "a", 0),
        ("peak", "b", 0),
        ("peak", "a", 1),
        ("peak", "b", 2),
        ("sign", "c", 3),
    ]:
        wrong(journal, mistake, card, TODAY + day)
    assert mistakes(journal.connection) == (
        Made("peak", 3, TODAY + 2, 3, ("b", "a")),
        Made("sign", 1, TODAY + 3, 1, ("c",)),
        Made("tail", 1, TODAY, 1, ("a",)),
    )


def test_a_practised_answer_counts_and_a_right_one_does_not(journal):
    wrong(journal, "peak", kind="practised", reason="quiz")
    wrong(journal, "", grade=3)
    assert made(journal) == {"peak": (1, 1)}


def test_what_is_taken_back_does_not_count_until_it_is_restored(journal):
    wrong(journal)
    wrong(journal, day=TODAY + 1)
    assert made(journal) == {"peak": (2, 2)}
    journal.undo(TODAY + 1)
    assert made(journal) == {"peak": (1, 1)}
    journal.redo(TODAY + 1)
    assert made(journal) == {"peak": (2, 2)}
    journal.undo(TODAY + 1)
    journal.undo(TODAY + 1)
    assert made(journal) == {}


def test_an_unfair_verdict_is_no_mistake_but_other_corrections_leave_it_one(journal):
    event = wrong(journal)
    assert made(journal) == {"peak": (1, 1)}
    journal.record(Fact("regraded", "a", {"event": event, "grade": 3, "due": TODAY + 4, "disputed": True}), TODAY)
    assert made(journal) == {}
    journal.undo(TODAY)
    assert made(journal) == {"peak": (1, 1)}
    journal.record(Fact("regraded", "a", {"event": event, "grade": 1, "due": TODAY + 1, "guessed": True}), TODAY)
    assert made(journal) == {"peak": (1, 1)}


def test_a_contrast_is_due_from_the_second_time_and_again_after_two_more(journal):
    wrong(journal)
    assert to_contrast(journal.connection) == ()
    wrong(journal, card="b")
    assert to_contrast(journal.connection) == ("peak",)
    contrasted(journal)
    assert to_contrast(journal.connection) == ()
    wrong(journal, card="c", day=TODAY + 1)
    assert made(journal) == {"peak": (3, 1)}
    assert to_contrast(journal.connection) == ()
    wrong(journal, card="b", day=TODAY + 1)
    assert to_contrast(journal.connection) == ("peak",)
    assert made(journal) == {"peak": (4, 2)}


def test_the_most_frequent_since_its_contrast_comes_first(journal):
    for mistake, times in {"once": 1, "twice": 2, "thrice": 3, "cleared": 5}.items():
        for place in range(times):
            wrong(journal, mistake, f"{mistake}{place}")
    contrasted(journal, "cleared")
    assert to_contrast(journal.connection) == ("thrice",)
    assert to_contrast(journal.connection, most=9) == ("thrice", "twice")
    assert to_contrast(journal.connection, most=9, known={"twice", "once"}) == ("twice",)


def test_other_steps_and_names_around_the_contrasts_change_nothing(journal):
    wrong(journal)
    for name in ("lesson:peak", "mistake", "mistakes:peak", "mistake:", "mistake:other", "welcome"):
        journal.record(Fact("step", name, {"contrast": "peak"}), TODAY)
    assert made(journal) == {"peak": (1, 1)}


def test_a_contrast_is_no_card_and_cannot_be_undone(journal):
    wrong(journal)
    contrasted(journal)
    undone = journal.undo(TODAY)
    assert undone.event.card == "a", "the answer before it is taken back"
    assert "mistake:peak" not in journal.fold_all()
    assert examine(journal, 2 * NOW).healthy


def test_a_renamed_card_goes_by_its_present_id(journal):
    wrong(journal, card="old")
    wrong(journal, card="new", day=TODAY + 1)
    journal.adopt({"old": "new"})
    assert [one.cards for one in mistakes(journal.connection)] == [("new",)]


def test_it_follows_without_a_pass_over_all_events(journal, monkeypatch):
    wrong(journal)
    assert made(journal) == {"peak": (1, 1)}
    monkeypatch.setattr(ledger, "EVENTS", "SELECT nothing")
    wrong(journal, card="b")
    contrasted(journal)
    wrong(journal, card="c")
    assert made(journal) == {"peak": (3, 1)}
    journal.undo(TODAY)
    assert made(journal) == {"peak": (2, 0)}


def test_many_touched_cards_are_counted_in_one_pass(journal, monkeypatch):
    monkeypatch.setattr(ledger, "REBUILD_AT", 2)
    wrong(journal)
    assert made(journal) == {"peak": (1, 1)}
    monkeypatch.setattr(ledger, "OF_CARD", "SELECT nothing")
    for card in "bcd":
        wrong(journal, card=card)
    assert made(journal) == {"peak": (4, 4)}


def test_asking_twice_writes_once(journal):
    wrong(journal)
    mistakes(journal.connection)
    changes = journal.connection.total_changes
    mistakes(journal.connection)
    to_contrast(journal.connection)
    assert journal.connection.total_changes == changes


def test_the_doctor_finds_a_wrong_ledger_and_rebuilding_mends_it(journal):
    wrong(journal)
    wrong(journal, "tail", "b")
    mistakes(journal.connection)
    wrong(journal, card="c")
    assert examine(journal, 2 * NOW).healthy, "what it has not seen yet is no fault"
    journal.connection.execute("UPDATE ledger SET times = 7 WHERE card = 'b'")
    assert examine(journal, 2 * NOW).differences == ("b",)
    rebuild(journal)
    assert examine(journal, 2 * NOW).healthy
    assert made(journal) == {"peak": (2, 2), "tail": (1, 1)}


def test_a_journal_of_the_first_version_gets_its_ledger(tmp_path):
    path = tmp_path / "home" / "journal.sqlite3"
    path.parent.mkdir()
    connection = sqlite3.connect(path, isolation_level=None)
    first(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute("PRAGMA user_version = 1")
    body = json.dumps({"grade": 1, "mistake": "peak"}, separators=(",", ":"))
    for number in range(3):
        row = (f"{number:032x}", "d", NOW + number, TODAY, "answered", f"c{number}", body)
        connection.execute("INSERT INTO events VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", row)
    connection.close()
    with opened(tmp_path) as journal:
        assert made(journal) == {"peak": (3, 3)}


@pytest.mark.parametrize(
    "body",
    [
        '{"grade":1,"mistake":"peak"',
        '{"grade":1,"mistake":["peak"]}',
        '{"grade":1,"mistake":"\\ud800"}',
        '{"grade":1,"mistake":"\\u001b[31m"}',
        '["mistake","peak"]',
        '{"grade":3,"given":"\\"mistake\\":\\"peak\\"","mistake":""}',
    ],
)
def test_a_broken_body_is_no_mistake(journal, body):
    wrong(journal)
    row = ("f" * 32, "d", NOW, TODAY, "answered", "b", body)
    journal.connection.execute("INSERT INTO events VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", row)
    assert made(journal) == {"peak": (1, 1)}


DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["wrong", "right", "undone", "disputed", "contrast"]),
        st.sampled_from("ab"),
        st.sampled_from(["peak", "tail"]),
        st.integers(0, 9),
    ),
    max_size=14,
)


def events_of(deeds):
    """Return the events of what a learner did; undos and disputes name an earlier event of theirs."""
    new_id, events = numbered(), []
    for instant, (deed, place, mistake, which) in enumerate(deeds, NOW):
        named = events[which % len(events)] if events else None
        match deed:
            case "wrong" | "right":
                kind, card, body = (
                    "answered",
                    place,
                    {"grade": 1, "due": TODAY, "mistake": mistake if deed == "wrong" else ""},
                )
            case "contrast":
                kind, card, body = "step", f"mistake:{mistake}", {"contrast": mistake}
            case _ if named is None or named.kind == "step":
                continue
            case "undone":
                kind, card, body = "undone", named.card, {"event": named.id}
            case _:
                kind, card, body = "regraded", named.card, {"event": named.id, "grade": 3, "disputed": True}
        events.append(Event(new_id(), "there", instant, TODAY, kind, card, body))
    return events


def expected(events):
    """Count the slow way: walk backwards, so that what takes back is known before what falls."""
    gone, disputed, counts = set(), set(), {}
    contrasts = {e.body["contrast"]: e.instant for e in events if e.kind == "step"}
    for event in reversed(events):
        if event.kind == "undone" and event.id not in gone:
            gone.add(event.body["event"])
        elif event.kind == "regraded" and event.id not in gone:
            disputed.add(event.body["event"])
        elif event.kind == "answered" and event.body["mistake"] and event.id not in gone | disputed:
            times, since = counts.get(event.body["mistake"], (0, 0))
            later = event.instant > contrasts.get(event.body["mistake"], 0)
            counts[event.body["mistake"]] = (times + 1, since + later)
    return counts


@given(DEEDS, st.randoms(use_true_random=False), st.integers(0, 14))
@settings(max_examples=60, deadline=None)
def test_whatever_order_two_devices_merge_in_the_count_is_the_same(deeds, chance, cut):
    events = events_of(deeds)
    shuffled = list(events)
    chance.shuffle(shuffled)
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder), clock=Clock()) as journal:
        journal.absorb(shuffled[:cut])
        mistakes(journal.connection)
        journal.absorb(shuffled[cut:])
        assert made(journal) == expected(events)
        assert ledger.differences(journal.connection) == frozenset()
