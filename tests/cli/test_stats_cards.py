"""`tutor stats` about cards: JSON of a hand-made home, filters, refusals, an empty home."""

from __future__ import annotations

from datetime import date
from itertools import count
from shutil import copytree

import pytest

from tests.cli.conftest import COURSE
from tutor.cli.stats import SECTIONS
from tutor.cli.stats_cards import cards_of
from tutor.events import Fact
from tutor.memory.fsrs import DEFAULT_WEIGHTS, first_memory, next_memory, retrievability
from tutor.store.journal import Journal

DAY = date(2026, 11, 20).toordinal()
OF_CARDS = [name for name, (module, _) in SECTIONS.items() if module == "stats_cards"]
GOOD = DEFAULT_WEIGHTS[2]
LOST = next_memory(*first_memory(3), 1, 4)  # Good, and forgotten four days later


@pytest.fixture
def home(tutor):
    """first.peak: Good ten days ago. first.tail: Good nine days ago, forgotten five days ago. second.plain: set aside."""
    instants, ids = count(10**15, 10**6), count(1)
    tutor.home.mkdir()
    with Journal(tutor.home / "journal.sqlite3", "d", lambda: next(instants), lambda: f"{next(ids):032x}") as journal:
        for card, grade, ago in (
            ("first.peak", 3, 10),
            ("first.tail", 3, 9),
            ("first.tail", 1, 5),
            ("second.plain", 3, 3),
        ):
            journal.record(Fact("answered", card, {"grade": grade, "due": DAY - ago + 2}), DAY - ago)
        journal.record(Fact("suspended", "second.plain", {}), DAY - 3)
    return tutor


def section(tutor, name, *more):
    return tutor("stats", f"--{name}", *more, "--json").json[name]


def test_knowledge(home):
    recall = retrievability(10, GOOD) + retrievability(5, LOST[0])
    found = section(home, "knowledge")
    assert found.pop("parts")[0].keys() == {"part", "title", "recalled", "spread", "met", "cards"}
    assert (found["met"], found["cards"], found["recalled"]) == (2, 6, pytest.approx(recall))


def test_growth_ends_with_the_mastery_of_the_part(home):
    found = section(home, "growth")
    assert found["week_ends"] == ["2026-11-13", "2026-11-20"]
    assert [part["part"] for part in found["parts"]] == [1]
    outline = home("--json").json["parts"][0]["mastery"]
    assert found["parts"][0]["mastery_levels"][-1] == pytest.approx(outline, abs=1e-4)


def test_hardest(home):
    found = section(home, "hardest")
    assert (found["met"], found["forgotten"], found["held"], found["leeches"]) == (2, 1, 0, 0)
    (card,) = found["cards"]
    assert (card["id"], card["lapses"], card["review_count"], card["advice"], card["mistake"]) == (
        "first.tail",
        1,
        2,
        "wait",
        None,
    )
    assert card["stability"] == pytest.approx(LOST[0])
    assert card["ask"].keys() == {"zh", "en"}
    assert "first.tail: forgotten 1× in 2 reviews" in home("stats", "--hardest").out


def test_calibration_counts_reviews_and_tells_no_share_of_one(home):
    found = section(home, "calibration")
    assert (found["n"], found["predicted"], found["recalled"], found["rmse_bins"], found["verdict"]) == (
        1,
        None,
        None,
        None,
        "little",
    )
    assert found["enough_from"] == 20
    assert sum(one["n"] for one in found["bins"]) == 1
    assert "Not enough data yet: 1 of 20 reviews." in home("stats", "--calibration").out


def test_memory(home):
    found = section(home, "memory")
    assert (found["met"], found["new"], found["suspended"]) == (2, 4, 1)
    stability = {(one["from"], one["to"]): one["cards"] for one in found["stability"]["bars"]}
    assert stability[(1, 3)] == 1
    assert found["stability"]["median"] is None
    assert sum(stability.values()) == found["stability"]["n"] == 2
    assert found["recall"]["bars"][-1]["to"] == 1


def test_items(home):
    (item,) = section(home, "items")
    assert (item["id"], item["part"], item["evidence"], item["met"]) == ("1.1", 1, "known", 2)
    assert item["lessons"] == ["first", "second"]
    assert 0 < item["mastery_level"] < 0.5
    assert "1.1 slopes: " in home("stats", "--items").out


def test_a_lesson_narrows_the_sections_about_cards_and_shows_only_those(home):
    found = home("stats", "--lesson", "second", "--json").json
    assert list(found) == OF_CARDS
    assert (found["memory"]["met"], found["memory"]["suspended"]) == (0, 1)
    assert found["calibration"]["n"] == 0
    assert [(item["id"], item["met"], item["cards"]) for item in found["items"]] == [("1.1", 2, 6)]  # by both lessons
    assert section(home, "knowledge", "--lesson", "first")["cards"] == 4
    assert section(home, "knowledge", "--part", "1")["cards"] == 6
    assert section(home, "items", "--part", "1")[0]["met"] == 2


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--part", "9"), 4, "no part 9"),
        (("--lesson", "frist"), 4, "first"),
        (("--calendar", "--part", "1"), 2, "--calendar counts the whole course"),
        (("--part", "0"), 4, "no part 0"),
        (("--part", "-1"), 2, "--part"),
    ],
)
def test_what_cannot_be_narrowed_is_refused(tutor, words, code, said):
    done = tutor("stats", *words)
    assert (done.code, done.out) == (code, "")
    assert said in done.err


def test_nothing_yet(tutor):
    """An empty home: zeros and nulls, no share, kind words in both languages."""
    found = tutor("stats", "--json").json
    assert found["knowledge"]["recalled"] == 0
    assert found["growth"]["week_ends"] == ["2026-11-20"]
    assert found["hardest"]["cards"] == []
    assert {item["evidence"] for item in found["items"]} == {"unmet"}
    assert {item["mastery_level"] for item in found["items"]} == {None}
    assert "No card has been answered yet." in tutor("stats", "--memory").out
    tutor.lang = "zh"
    assert "还没有答过的卡片" in tutor("stats", "--knowledge").out


def test_a_clock_set_back_makes_no_one_recall_better_than_surely(home):
    """On 8 November nothing had happened yet; what the journal already knows is not told as a review."""
    home.now = "2026-11-08T08:00+08:00"
    found = home("stats", "--json").json
    assert found["calibration"]["n"] == 0
    assert found["knowledge"]["recalled"] == found["knowledge"]["met"] == 2
    assert found["growth"]["week_ends"] == ["2026-11-08"]


def test_the_cards_are_read_once(home, monkeypatch):
    from tutor.store import all_cards

    reads = []
    read = all_cards.read
    monkeypatch.setattr(all_cards, "read", lambda *words: reads.append(words) or read(*words))
    cards_of.cache_clear()
    home("stats")
    assert len(reads) == 1


def test_a_part_that_the_course_does_not_name_has_its_line(home, tmp_path):
    home.content = tmp_path / "content"
    copytree(COURSE, home.content)
    (home.content / "1-demo").rename(home.content / "4-demo")
    assert [part["part"] for part in home("stats", "--knowledge", "--json").json["knowledge"]["parts"]] == [4]
    assert [part["part"] for part in home("stats", "--growth", "--json").json["growth"]["parts"]] == [4]
