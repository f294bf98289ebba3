"""Which day of the fuzz range a card gets: quieter days are likelier, free days are left out, no range is left."""

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tutor.memory.balance import Balance, chosen
from tutor.memory.scheduling import Policy, moved_due, next_outcomes
from tutor.memory.state import NEW, CardState, Memory

MONDAY = date(2026, 11, 16).toordinal()
WEEKEND_FREE = (1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0)
DRAWS = [(place + 0.5) / 1000 for place in range(1000)]


def state(*, stability, last_day, due, first_day=MONDAY - 400, reviews=5, seen_day=0):
    return CardState(Memory(stability, 5.0, due, first_day, last_day, reviews, 0, (3,)), seen_day or last_day)


def shares(first, last, balance):
    counted = Counter(chosen(first, last, luck, balance) for luck in DRAWS)
    return {day - first: round(n / 10) for day, n in sorted(counted.items())}


def test_days_alike_are_equally_likely():
    assert shares(MONDAY, MONDAY + 3, Balance()) == {0: 25, 1: 25, 2: 25, 3: 25}


def test_free_days_get_nothing_and_half_days_half():
    assert shares(MONDAY + 3, MONDAY + 6, Balance(shares=WEEKEND_FREE)) == {0: 50, 1: 50}
    half = (1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 1.0)
    assert shares(MONDAY + 4, MONDAY + 6, Balance(shares=half)) == {0: 40, 1: 20, 2: 40}


def test_where_every_day_is_free_all_count_alike():
    assert shares(MONDAY + 5, MONDAY + 6, Balance(shares=WEEKEND_FREE)) == {0: 50, 1: 50}


def test_a_day_with_many_cards_is_seldom_chosen():
    loads = {MONDAY: 9, MONDAY + 1: 0, MONDAY + 2: 1}
    assert shares(MONDAY, MONDAY + 2, Balance(loads.__getitem__)) == {0: 1, 1: 79, 2: 20}


@given(
    st.integers(1, 800_000),
    st.integers(0, 30),
    st.floats(0, 1, exclude_max=True),
    st.lists(st.floats(0, 1), min_size=7, max_size=7),
)
def test_the_day_lies_in_the_range(first, length, luck, weights):
    balance = Balance(lambda day: day % 50, tuple(weights))
    assert first <= chosen(first, first + length, luck, balance) <= first + length


@given(st.integers(1, 365), st.integers(0, 40), st.text(max_size=8))
def test_the_grades_stay_in_order_and_within_the_reach_of_fuzz(days, away, card):
    known = state(stability=float(days), last_day=MONDAY - away, due=MONDAY)
    balance = Balance(lambda day: day % 7, WEEKEND_FREE)
    plain = next_outcomes(card, known, MONDAY, policy=Policy(fuzz=False))
    moved = next_outcomes(card, known, MONDAY, policy=Policy(balance=balance))
    assert [one.due for one in moved] == sorted(one.due for one in moved)
    assert next_outcomes(card, known, MONDAY, policy=Policy(balance=balance)) == moved
    for one, other in zip(plain, moved, strict=True):
        assert abs(one.interval - other.interval) <= max(3, 0.2 * one.interval)
        assert one.stability == other.stability


def test_without_fuzz_nothing_is_moved():
    known = state(stability=30.0, last_day=MONDAY - 30, due=MONDAY)
    balanced = Policy(fuzz=False, balance=Balance(shares=WEEKEND_FREE))
    assert next_outcomes("a", known, MONDAY, policy=balanced) == next_outcomes(
        "a", known, MONDAY, policy=Policy(fuzz=False)
    )


def test_a_due_day_moves_with_the_retention_and_back_again():
    good = next_outcomes("card", NEW, MONDAY)[2]
    known = state(stability=good.stability, last_day=MONDAY, due=good.due, first_day=MONDAY, reviews=1, seen_day=MONDAY)
    assert moved_due("card", known) is None
    later = moved_due("card", known, policy=Policy(retention=0.75))
    assert later is not None
    assert later > good.due


def test_what_returns_tomorrow_anyway_stays():
    known = state(stability=50.0, last_day=MONDAY, due=MONDAY + 1, reviews=1, seen_day=MONDAY)
    assert moved_due("card", known, policy=Policy(retention=0.75)) is None
    assert moved_due("card", NEW) is None
