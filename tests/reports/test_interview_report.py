"""What an interview came to, from what was heard: input and claim in each test."""

from tutor.questions.phrases import Phrase, Slip
from tutor.reports.interview import Reached, RungHeard, again, better, lesson, missed, whole
from tutor.text import Text

ASK = Text("问", "ask")
POINTS = tuple(Text(f"点{n}", f"point {n}") for n in range(3))


def heard(card="a.1", grade=3, marked=(), points=POINTS, **more):
    return RungHeard("a", card, ASK, grade, points, frozenset(marked), **more)


def test_points_not_ticked_are_missed_the_most_often_missed_first():
    """Point 2 was missed twice before, so it leads; point 0 was said."""
    found = missed([heard(marked={0})], {("a.1", 2): 2})
    assert [(miss.point.en, miss.times) for miss in found] == [("point 2", 3), ("point 1", 1)]


def test_a_rung_passed_without_ticking_tells_nothing_a_broken_one_everything():
    assert missed([heard()], {}) == ()
    assert len(missed([heard(grade=1)], {})) == 3


def test_each_phrase_is_told_once():
    right = Text("对", "right")
    slip = Slip(Phrase("E1", "坏", right), "坏")
    found = better([heard(slips=(slip,)), heard(slips=(slip,))])
    assert [(one.said, one.right) for one in found] == [("坏", right)]


def test_what_broke_is_reviewed_first_then_what_was_said_in_part():
    """Days as the schedule has them; a rung said whole, or graded without a look at the points, is not listed."""
    rungs = [heard("part", marked={0}), heard("whole", marked={0, 1, 2}), heard("broke", grade=1), heard("blind")]
    found = again(rungs, {"part": 9, "broke": 1})
    assert [(one.card, one.broken, one.days) for one in found] == [("broke", True, 1), ("part", False, 9)]


def test_praise_needs_every_point():
    assert whole([heard(marked={0, 1, 2}), heard(points=())])
    assert not whole([heard(marked={0, 1, 2}), heard()])
    assert not whole([heard(marked={0, 1, 2}), heard(points=(), grade=1)])
    assert not whole([heard(points=())])


def reached(ladder, depth, of=5, broken=0, before=None):
    return Reached(ladder, ASK, ASK, depth, of, broken, before)


def test_the_lesson_of_the_ladder_that_broke_lowest_is_worth_reading():
    """2 of 5 is lower than 2 of 4; a top calls for none."""
    lessons = {name: (f"lesson-{name}", ASK) for name in "abc"}
    assert lesson([reached("a", 2, 4, 3), reached("b", 2, 5, 3), reached("c", 5)], lessons) == ("lesson-b", ASK)
    assert lesson([reached("c", 5)], lessons) is None


def test_depth_against_the_last_time():
    assert reached("a", 4, before=2).gained == 2
    assert reached("a", 1, before=2).gained == -1
    assert reached("a", 4).gained == 0
    assert reached("a", 5).top
