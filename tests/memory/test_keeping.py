"""What is kept equals the fold of everything, event by event, whatever comes in whatever order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.memory.making import TODAY, answered, event, histories, undone
from tutor.memory.keeping import NOTHING_KEPT, Kept, add, keep
from tutor.memory.state import NEW


@settings(max_examples=200)
@given(histories() | histories(forward=True))
def test_added_one_by_one_or_folded_at_once_is_the_same(events):
    """But for an event that is new nothing may speak of it yet: ids are drawn by chance."""
    kept, named = NOTHING_KEPT, set()
    for count, one in enumerate(events, 1):
        kept = (one.id not in named and add(kept, one)) or keep(events[:count])
        named.add(one.body.get("event"))
        assert kept == keep(events[:count])


def test_nothing_is_kept_of_no_events():
    assert keep([]) == NOTHING_KEPT == Kept(NEW, (0, ""), 0)


def test_ordinary_answers_are_added_without_a_fold():
    first = add(NOTHING_KEPT, answered(1, 3))
    second = add(first, answered(2, 1))
    third = add(second, answered(3, 3, TODAY + 1))
    assert third == keep([answered(1, 3), answered(2, 1), answered(3, 3, TODAY + 1)])
    assert (third.rated, third.last) == (TODAY + 1, (3000, f"{3:032x}"))


def test_late_events_speaking_events_and_days_gone_back_need_a_fold():
    kept = keep([answered(5, 3)])
    assert add(kept, answered(4, 3, TODAY + 1)) is None
    assert add(kept, answered(5, 3)) is None
    assert add(kept, answered(6, 3, TODAY - 1)) is None
    assert add(kept, undone(6, 5)) is None
    assert add(kept, event(6, "reset")) is None
    assert add(kept, event(6, "suspended", TODAY - 9)) is not None


def test_what_speaks_of_the_card_alone_is_added_without_a_fold():
    kept = keep([answered(1, 3)])
    for kind in ("answered", "practised", "suspended", "resumed", "buried", "rescheduled"):
        one = event(2, kind, TODAY + 1, grade=1, due=TODAY + 9)
        assert add(kept, one) == keep([answered(1, 3), one]), kind


def test_a_day_reached_again_after_the_clock_went_back_needs_a_fold():
    kept = keep([answered(1, 3), answered(2, 3, TODAY - 1)])
    assert kept.rated == TODAY
    assert add(kept, answered(3, 3, TODAY)) is None
    assert add(kept, answered(3, 3, TODAY + 1)) is not None


@given(histories(), st.randoms())
def test_the_order_of_arrival_does_not_matter(events, random):
    shuffled = list(events)
    random.shuffle(shuffled)
    assert keep(shuffled) == keep(events)
