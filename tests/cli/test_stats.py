"""`tutor stats --mistakes`: what was chosen wrongly twice stands there, in words and in JSON."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest

from tutor.events import Fact
from tutor.store.journal import Journal

DAY = date(2026, 11, 20).toordinal()


@pytest.fixture
def mixed_up(tutor):
    """Make a home in which one mistake was made three times, another once."""
    instants, ids = count(10**15, 10**6), count(1)
    tutor.home.mkdir()
    with Journal(tutor.home / "journal.sqlite3", "d", lambda: next(instants), lambda: f"{next(ids):032x}") as journal:
        for mistake, card, ago in MADE:
            journal.record(Fact("answered", card, {"grade": 1, "due": DAY, "mistake": mistake}), DAY - ago)
    return tutor


MADE = [
    ("value-for-slope", "first.peak", 6),
    ("value-for-slope", "first.tail", 3),
    ("value-for-slope", "first.peak", 2),
    ("peak-for-tail", "first.tail", 1),
]


def test_the_mistakes_in_words(mixed_up):
    done = mixed_up("stats", "--mistakes")
    assert done.code == 0
    assert done.out.splitlines()[0] == "What got mixed up"
    assert "3 times, last 2 days ago. Cards: first.peak, first.tail." in done.out
    assert "Mixed up once so far: 1." in done.out


def test_without_a_section_all_are_shown(mixed_up):
    assert mixed_up("stats").out == mixed_up("stats", "--mistakes").out


def test_json_is_one_object(mixed_up):
    found = mixed_up("stats", "--mistakes", "--json").json
    assert list(found) == ["mistakes"]
    often, once = found["mistakes"]
    assert (often["id"], often["times"], often["last_made"], often["days_ago"]) == (
        "value-for-slope",
        3,
        "2026-11-18",
        2,
    )
    assert often["cards"] == ["first.peak", "first.tail"]
    assert often["name"].keys() == often["contrast"].keys() == {"zh", "en"}
    assert (once["id"], once["times"]) == ("peak-for-tail", 1)


def test_nothing_yet_is_said_kindly(tutor):
    done = tutor("stats", "--mistakes")
    assert done.code == 0
    assert "Nothing has been mixed up twice yet." in done.out
    assert tutor("stats", "--json").json == {"mistakes": []}
    tutor.lang = "zh"
    assert "还没有哪一处弄混过两次" in tutor("stats").out
