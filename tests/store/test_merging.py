"""Merging is a set union: whatever the order and however often, the same journal, the same caches."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.homes import TODAY, Clock, answer, numbered, opened
from tutor.events import Event
from tutor.store import counts, journal, ledger, library_schema, merging
from tutor.store.doctor import agrees, examine

CARDS = ("a", "b", "old-b", "c")
NAMES = {"old-b": "b"}
DEVICES = ("laptop", "phone")


@st.composite
def events(draw):
    """Draw events of two devices, some of which name others: those may be anywhere, or in no file at all."""
    made = []
    for number in range(draw(st.integers(1, 14))):
        kind = draw(
            st.sampled_from(
                [
                    "answered",
                    "answered",
                    "practised",
                    "undone",
                    "undone",
                    "regraded",
                    "reset",
                    "suspended",
                    "step",
                    "seeded",
                    "rescheduled",
                    "buried",
                ]
            )
        )
        card, day = draw(st.sampled_from(CARDS)), TODAY + draw(st.integers(0, 6))
        body = {}
        if kind in ("answered", "practised"):
            body = {
                "grade": draw(st.integers(1, 4)),
                "due": day + draw(st.integers(1, 9)),
                "mistake": draw(st.sampled_from(["", "sign", "bell"])),
                "ms": 900,
            }
        elif kind in ("undone", "regraded"):
            about = draw(st.sampled_from([*made, None]))
            card = card if about is None else about.card
            body = {"event": "f" * 32 if about is None else about.id, "grade": draw(st.integers(1, 4)), "due": day + 2}
        elif kind == "step":
            card = draw(st.sampled_from(["mistake:sign", "lesson:relu"]))
        elif kind == "seeded":
            body = {"stability": 9.0, "difficulty": 5.0, "due": day + 4, "last": day}
        elif kind == "rescheduled":
            body = {"due": day + 8}
        elif kind == "buried":
            body = {"until": day + 1}
        instant = 10**15 + day * 86_400_000_000 + draw(st.integers(0, 5)) * 1000
        made.append(Event(f"{number:032x}", draw(st.sampled_from(DEVICES)), instant, day, kind, card, body))
    return made


@st.composite
def torn(draw):
    """Draw events, and the same in files: in any order, some twice, each at least once."""
    whole = draw(events())
    files = draw(st.lists(st.lists(st.sampled_from(whole), max_size=len(whole)), min_size=1, max_size=4))
    return whole, [*files, draw(st.permutations(whole))], draw(st.permutations(range(len(files) + 1)))


def shelf(path):
    """Return a library of four cards, two of one fact, with the journal attached."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    library_schema.create(connection)
    for place, (card, fact, previous) in enumerate(
        (("a", "a", None), ("b", "b", None), ("c", "b", "b"), ("d", "d", None))
    ):
        connection.execute(
            "INSERT INTO cards (id, position, lesson, place, part, kind, fact, previous, tags, file, zh, en, json)"
            " VALUES (?, ?, 'l', ?, 1, 'flash', ?, ?, '[]', 'f', '', '', '{}')",
            (card, place, place, fact, previous),
        )
    counts.attach(connection, str(path))
    return connection


def unseen(connection):
    counts.catch_up(connection)
    return set(connection.execute("SELECT card, open FROM unseen"))


def told(own):
    """Return everything a journal says of its events, whatever the order they came in."""
    rows = frozenset(own.connection.execute("SELECT id, device, instant, day, kind, card, body FROM events"))
    found = examine(own, 10**18)
    assert found.healthy, found
    return rows, own.fold_all(), ledger.mistakes(own.connection)


def same(one, other):
    assert one[0] == other[0]
    assert one[1].keys() == other[1].keys()
    assert all(agrees(one[1][card], other[1][card]) for card in one[1])
    assert one[2] == other[2]


@settings(max_examples=40, deadline=None)
@given(torn(), st.booleans(), st.booleans())
def test_any_order_and_any_repetition_give_the_same_journal_and_right_caches(drawn, renamed, large):
    """Caches are asked between two files, so that they must follow; a rename happens before or in the middle."""
    whole, files, order = drawn
    before, journal.MANY = journal.MANY, 1 if large else journal.MANY
    try:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            with opened(root / "one", "here", new_id=numbered(7)) as one, opened(root / "two", "there") as two:
                if renamed:
                    one.adopt(NAMES)
                one.absorb(iter(whole))
                with closing(shelf(two.path)) as kept:
                    for number, place in enumerate(order):
                        if renamed and number == len(order) // 2:
                            two.adopt(NAMES)
                            kept.execute("DELETE FROM meta WHERE name = 'seen'")  # as compiling a rename does
                        known = {event.id for earlier in order[:number] for event in files[earlier]}
                        assert two.absorb(files[place]) == len({event.id for event in files[place]} - known)
                        ledger.catch_up(two.connection)
                        with closing(shelf(two.path)) as fresh:
                            assert unseen(kept) == unseen(fresh)
                    same(told(one), told(two))
    finally:
        journal.MANY = before


def test_a_card_that_was_renamed_is_no_longer_new_when_its_old_answers_arrive(tmp_path):
    """The unseen cards are known already; then another device's answers under the old id are merged."""
    with opened(tmp_path) as own, closing(shelf(own.path)) as library:
        own.adopt(NAMES)
        own.record(answer("a"), TODAY)
        assert {card for card, _ in unseen(library)} == {"b", "c", "d"}
        own.absorb([Event("e" * 32, "phone", 10**15, TODAY, "answered", "old-b", {"grade": 3, "due": TODAY + 3})])
        assert own.state("b").memory.reviews == 1
        assert {card for card, _ in unseen(library)} == {"c", "d"}


def test_an_undo_that_came_before_what_it_takes_back(tmp_path):
    """The phone's undo arrives first; when the answer comes it has fallen already, and nobody can undo it again."""
    taken = Event("a" * 32, "phone", 10**15, TODAY, "answered", "c", {"grade": 3, "due": TODAY + 3})
    undo = Event("b" * 32, "phone", 10**15 + 5, TODAY, "undone", "c", {"event": taken.id})
    with opened(tmp_path, "laptop") as own:
        assert own.absorb([undo]) == 1
        assert own.state("c").seen_day == 0
        assert own.absorb([taken, undo]) == 1
        assert own.state("c").seen_day == 0
        assert examine(own, 10**18).healthy


def test_events_of_this_device_that_were_not_here_make_it_a_new_device(tmp_path):
    """A home was copied to a second machine, both went on: their answers must not be undone as the last ones here."""
    with opened(tmp_path, "same", new_id=numbered(1)) as one:
        one.record(answer("a"), TODAY)
        first = one.history("a").events
    shutil.copytree(tmp_path / "home", tmp_path / "copy" / "home")
    with opened(tmp_path / "copy", "", Clock(2 * 10**15), numbered(2)) as copy:
        theirs = copy.record(answer("b"), TODAY + 1).event
    with opened(tmp_path, "", Clock(3 * 10**15), numbered(3)) as one:
        own = one.record(answer("c"), TODAY + 2).event
        assert one.device == "same"
        assert one.absorb([*first, theirs]) == 1
        assert one.device != "same"
        assert one.undo(TODAY + 2) is None
        last = one.record(answer("d"), TODAY + 2).event
        assert one.undo(TODAY + 2).event == last != own
    with opened(tmp_path, "") as again:
        assert again.device != "same"


def test_nothing_changes_when_reading_fails_in_the_middle(tmp_path):
    def failing():
        yield Event("a" * 32, "phone", 10**15, TODAY, "answered", "c", {"grade": 3, "due": TODAY + 3})
        raise ValueError

    with opened(tmp_path) as own:
        with suppress(ValueError):
            own.absorb(failing())
        assert own.history("c").events == ()
        assert not own.recorded


def test_what_was_new_is_counted(tmp_path):
    with opened(tmp_path) as own:
        there = [
            Event(f"{n:032x}", "phone", 10**15 + n, TODAY + n, kind, "c", {"grade": 3, "due": TODAY + 9})
            for n, kind in enumerate(("answered", "suspended", "practised", "step"))
        ]
        assert merging.union(own, iter(there)) == (4, 2)
        assert merging.union(own, iter(there)) == (0, 0)
