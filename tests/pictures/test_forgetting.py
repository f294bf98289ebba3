"""The forgetting curve: it falls as FSRS says, jumps at each review, and today is at 0."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.memory.fsrs import retrievability
from tutor.pictures.forgetting import MOST, Review, forgetting

DAY = 740_000


def drawn(*reviews, due, language="en"):
    return forgetting([Review(DAY + day, right, s) for day, right, s in reviews], DAY + due, DAY, 0.9, language)


def test_two_reviews_and_the_next_day():
    """Seen 10 days ago (lasts 5 days) and 4 days ago (lasts 12), due in 8."""
    past, future, wished = drawn((-10, True, 5.0), (-4, False, 12.0), due=8).picture.panels[0].curves
    assert [(mark.kind, mark.x) for mark in past.marks] == [("hit", -10), ("miss", -4)]
    assert past.marks[1].y == pytest.approx(100 * retrievability(6, 5.0))
    points = past.segments[0]
    assert points[0] == (-10, 100.0)
    assert points[-1] == (0, pytest.approx(100 * retrievability(4, 12.0)))
    assert max(y for x, y in points if x == -4) == 100.0
    assert [(mark.kind, mark.x, mark.y) for mark in future.marks] == [("next", 8, 90)]
    assert {y for _, y in wished.segments[0]} == {90.0}


def test_an_overdue_card_has_no_next_point_and_today_is_on_the_axis():
    panel = drawn((-30, True, 5.0), due=-20).picture.panels[0]
    assert panel.curves[1].marks == ()
    assert panel.x.holds(0.0)
    assert panel.y.low < 100 * retrievability(30, 5.0)


def test_a_card_first_seen_today_is_drawn():
    panel = drawn((0, True, 2.3), due=2).picture.panels[0]
    assert panel.x.low < 0 < panel.x.high
    assert panel.curves[1].segments


@given(
    st.lists(st.tuples(st.integers(1, 400), st.booleans(), st.floats(0.001, 36500)), min_size=1, max_size=60),
    st.integers(-500, 36500),
)
def test_it_stays_in_its_frame(steps, due):
    day, reviews = -sum(gap for gap, *_ in steps), []
    for gap, right, stability in steps:
        reviews.append((day, right, stability))
        day += gap
    panel = drawn(*reviews, due=due).picture.panels[0]
    assert len(panel.curves[0].marks) == min(MOST, len(reviews))
    for curve in panel.curves:
        for x, y in (*(point for segment in curve.segments for point in segment), *((m.x, m.y) for m in curve.marks)):
            assert panel.x.low <= x <= panel.x.high + 1e-9
            assert panel.y.holds(y)
