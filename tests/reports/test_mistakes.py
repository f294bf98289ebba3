"""The ledger as a report: what the course names, twice or more apart from once, days counted."""

from dataclasses import dataclass

from tutor.reports.mistakes import mistakes
from tutor.syllabus.model import Mistake
from tutor.text import Text

DAY = 739_940
KNOWN = {name: Mistake(name, Text.same(name), Text.same(f"clear {name}")) for name in ("peak", "tail", "sign")}


@dataclass
class Made:
    mistake: str
    times: int
    last_day: int
    cards: tuple[str, ...] = ("c",)


def report(*made):
    return mistakes(made, KNOWN.get, DAY)


def test_nothing_made_is_an_empty_ledger():
    found = report()
    assert (found.often, found.once) == ((), ())


def test_twice_or_more_comes_most_often_first_and_once_apart():
    found = report(Made("tail", 2, DAY - 9), Made("sign", 1, DAY - 1), Made("peak", 5, DAY - 3, ("a", "b")))
    assert [(one.id, one.times, one.days_ago, one.cards) for one in found.often] == [
        ("peak", 5, 3, ("a", "b")),
        ("tail", 2, 9, ("c",)),
    ]
    assert [(one.id, one.contrast.en) for one in found.once] == [("sign", "clear sign")]


def test_of_two_made_as_often_the_later_comes_first():
    assert [one.id for one in report(Made("tail", 2, DAY - 9), Made("peak", 2, DAY)).often] == ["peak", "tail"]


def test_what_the_course_no_longer_names_is_left_out():
    found = report(Made("dropped", 7, DAY), Made("gone", 1, DAY))
    assert (found.often, found.once) == ((), ())


def test_a_clock_that_was_set_back_makes_no_negative_days():
    assert report(Made("peak", 2, DAY + 3)).often[0].days_ago == 0
