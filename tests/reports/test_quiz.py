"""What a quiz came to."""

import pytest

from tutor.reports.quiz import Result, score
from tutor.syllabus.model import Mistake
from tutor.text import Text

KNOWN = {"swapped": Mistake("swapped", Text("弄反", "swapped"), Text("", ""))}


def of(*results, left_open=0):
    return score(results, left_open, Text.same, KNOWN.get, "again")


def test_the_share_counts_what_was_left_open():
    end = of(Result("a", 3, "", 0), Result("a", 1, "", 0), left_open=2)
    assert (end.right, end.asked, end.open, end.share) == (1, 2, 2, 0.25)


def test_nothing_answered_is_no_division():
    assert of().share == 0


def test_topics_come_weakest_first():
    end = of(Result("a", 3, "", 0), Result("b", 1, "", 0), Result("b", 3, "", 0), Result("c", 1, "", 0))
    assert [(topic.title.en, topic.right, topic.asked) for topic in end.topics] == [
        ("c", 0, 1),
        ("b", 1, 2),
        ("a", 1, 1),
    ]


def test_confusions_are_named_and_counted_for_misses_only():
    end = of(*[Result("a", 1, "swapped", 0)] * 2, Result("a", 3, "swapped", 0), Result("a", 1, "unknown", 0))
    assert [(found.name.en, found.times) for found in end.confusions] == [("swapped", 2)]


@pytest.mark.parametrize(("ms", "minutes"), [(30_000, 0.5), (600_000, 1.0)])
def test_a_long_pause_counts_as_a_minute(ms, minutes):
    assert of(Result("a", 3, "", ms)).minutes == minutes
