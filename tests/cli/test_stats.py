"""`tutor stats`: each section in words and in JSON; figures of hand-made journals."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, timedelta, timezone
from itertools import count

import pytest

from tutor.cli.stats import SECTIONS
from tutor.events import Fact
from tutor.store.journal import Journal

DAY = date(2026, 11, 20).toordinal()
ZONE = timezone(timedelta(hours=8))


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
    """Each by its name in the JSON, in the order of the overview; in words with an empty line between."""
    whole = mixed_up("stats", "--json").json
    assert list(whole) == list(SECTIONS)
    told = mixed_up("stats").out
    for name in SECTIONS:
        assert mixed_up("stats", f"--{name}", "--json").json == {name: whole[name]}
        assert mixed_up("stats", f"--{name}").out.strip() in told


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
    assert tutor("stats", "--mistakes", "--json").json == {"mistakes": []}
    tutor.lang = "zh"
    assert "还没有哪一处弄混过两次" in tutor("stats", "--mistakes").out


def test_an_empty_home_says_what_will_stand_here(tutor):
    """No percentage, no blame; a section that is asked for says that it is empty, the forecast has new cards."""
    out = tutor("stats", "--calendar", "--workload", "--answers", "--retention").out
    for said in (
        "The days you study will light up here.",
        "Nothing studied in the last 30 days.",
        "No question answered yet.",
    ):
        assert said in out
    assert "No card has come up for review yet." in out
    assert " %" not in out
    assert tutor("stats", "--calendar", "--json").json["calendar"]["days"] == {}
    assert len(tutor("stats", "--json").json) == len(SECTIONS)
    assert tutor("stats", "--forecast", "--json").json["forecast"]["week"]["new"] > 0


def test_before_the_first_answer_the_overview_does_not_repeat_that_there_is_nothing(tutor):
    out = tutor("stats").out
    assert "The days you study will light up here." in out
    assert "What comes next" in out
    assert out.count("yet") == 1


@pytest.fixture
def reviewed(tutor):
    """Make a home by hand: 25 cards learned ten days ago due after six; 20 of them right today, 2 early at day 3."""
    moment = [datetime(2026, 11, 10, 8, tzinfo=ZONE)]
    ids = count(1)

    def clock():
        moment[0] += timedelta(seconds=1)
        return round(moment[0].timestamp() * 1e6)

    def answer(card, grade, day, due, **body):
        journal.record(Fact("answered", card, {"grade": grade, "due": due, "ms": 6000, "kind": "choice", **body}), day)

    tutor.home.mkdir()
    with Journal(tutor.home / "journal.sqlite3", "d", clock, lambda: f"{next(ids):032x}") as journal:
        for number in range(25):
            answer(f"c{number}", 3, DAY - 10, DAY - 4)
        moment[0] = datetime(2026, 11, 13, 21, tzinfo=ZONE)
        for number in (0, 1):
            answer(f"c{number}", 3, DAY - 7, DAY - 1)
        moment[0] = datetime(2026, 11, 20, 7, tzinfo=ZONE)
        for number in range(25):
            answer(f"c{number}", 3 if number < 20 else 1, DAY, DAY + 30)
        journal.record(Fact("practised", "c24", {"grade": 3, "reason": "again", "ms": 90_000, "kind": "choice"}), DAY)
        journal.undo(DAY)
        journal.redo(DAY)
    return tutor


def test_true_retention_of_a_hand_made_journal(reviewed):
    """25 were due today, 20 known; the two of day −7 came three days early and stand apart."""
    kept = reviewed("stats", "--retention", "--json").json["retention"]
    assert kept["today"]["both"] == kept["all"]["both"] == {"n": 25, "right": 20, "rate": 0.8}
    assert kept["today"]["young"] == {"n": 25, "right": 20, "rate": 0.8}
    assert kept["today"]["mature"] == {"n": 0, "right": 0, "rate": None}
    assert kept["month"]["early"] == {"n": 2, "right": 2, "rate": None}
    out = reviewed("stats", "--retention").out
    assert "today, all: 80 % (of 25)" in out
    assert "ever, early: not enough data yet (2 of 20)" in out


def test_workload_grades_hours_and_calendar_of_a_hand_made_journal(reviewed):
    """52 rated answers of 6 s, one of practice of 90 s, which counts 60."""
    load = reviewed("stats", "--workload", "--json").json["workload"]
    assert load["days_studied"] == 3
    assert load["answers"] == {"mean": 17.67, "least": 2, "most": 26}
    assert load["days"][-1] == {"day": "2026-11-20", "answers": 26, "minutes": 3.5}
    answers = reviewed("stats", "--answers", "--json").json["answers"]
    assert answers["kinds"]["choice"] == {
        "again": 5, "hard": 0, "good": 47, "easy": 0, "guessed": 0, "right": {"n": 52, "right": 47, "rate": 0.9038},
    }  # fmt: skip
    assert answers["practice"] == 1
    hours = reviewed("stats", "--hours", "--json").json["hours"]
    assert hours == {
        "hours": [{"hour": 7, "n": 25, "right": 20, "rate": 0.8}, {"hour": 21, "n": 2, "right": 2, "rate": None}],
        "unknown": 0,
    }
    days = reviewed("stats", "--calendar", "--json").json["calendar"]
    assert (days["last"], days["days"]) == ("2026-11-20", {"2026-11-10": 25, "2026-11-13": 2, "2026-11-20": 26})


def test_a_clock_set_back_keeps_what_lies_ahead_out(reviewed):
    """The learner's clock says 12 November: what was answered later is not yet there, and nothing is negative."""
    reviewed.now = "2026-11-12T08:00+08:00"
    whole = reviewed("stats", "--json").json
    assert whole["calendar"]["days"] == {"2026-11-10": 25}
    assert whole["retention"]["all"]["both"]["n"] == 0
    assert whole["workload"]["days_studied"] == 1
    assert all(load["due"] >= 0 for load in whole["forecast"]["days"])


def test_the_ledger_reads_no_answers(mixed_up):
    """Each section loads its own modules only."""
    words = ["--home", str(mixed_up.home), "--content", str(mixed_up.content), "stats", "--mistakes"]
    program = (
        f"import sys; from tutor.cli.main import run; run({words!r}); assert 'tutor.memory.past' not in sys.modules"
    )
    done = subprocess.run((sys.executable, "-c", program), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
