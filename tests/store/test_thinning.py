"""Which backups stay: twelve days, ten weeks, nine months, whatever happened in between."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tutor.store.thinning import DAYS, MONTHS, WEEKS, staying

START = datetime(2026, 1, 1, 9, tzinfo=UTC)
MOMENTS = st.sets(st.integers(0, 3 * 365 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes)))


def test_of_a_year_with_four_backups_a_day_stay_twelve_days_ten_weeks_nine_months():
    year = [START + timedelta(days=day, hours=hours) for day in range(365) for hours in (0, 1, 5, 12)]
    stay = sorted(staying(year))
    last = [START + timedelta(days=day, hours=12) for day in range(353, 365)]
    assert stay[-12:] == last
    sundays = [moment for moment in stay if moment.weekday() == 6]
    assert len(sundays) >= WEEKS - 1  # and the week that is under way
    assert {moment.month for moment in stay} == set(range(4, 13))
    assert len(stay) == 12 + 7 + 8  # two Sundays and the end of December are days, too


def test_the_last_backup_of_a_day_is_the_one_that_stays():
    morning, evening = START, START + timedelta(hours=11)
    assert staying([morning, evening]) == {evening}


def test_who_was_away_for_a_year_loses_nothing():
    before = [START + timedelta(days=day) for day in range(12)]
    back = START + timedelta(days=400)
    assert staying([*before, back]) >= {back, *before[1:]}


@given(MOMENTS)
def test_the_newest_stays_and_asking_again_changes_nothing(moments):
    stay = staying(moments)
    assert staying(stay) == stay
    assert stay <= moments
    assert len(stay) <= DAYS + WEEKS + MONTHS
    if moments:
        assert max(moments) in stay


@given(st.lists(st.integers(1, 40 * 24 * 60), min_size=1, max_size=80))
def test_thinning_after_each_backup_comes_to_the_same_as_thinning_once(minutes):
    """Backups at growing distances, thinned whenever one is made."""
    moment, kept, all_made = START, frozenset(), set()
    for distance in minutes:
        moment += timedelta(minutes=distance)
        all_made.add(moment)
        kept = staying(kept | {moment})
    assert kept == staying(all_made)
