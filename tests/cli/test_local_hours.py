"""Hours of the wall clock from instants: summer time, other zones, clocks that contradict."""

import os
import time
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from tutor.cli.local_hours import hours, offset_by

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def in_berlin(monkeypatch):
    before = os.environ.get("TZ")
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    assert os.environ.get("TZ") == before
    time.tzset()


def at(moment):
    """Return the instant of a moment and its study day."""
    return int(moment.timestamp() * 1e6), moment.toordinal() - (moment.hour < 4)


def told(moments, offset, **rest):
    instants, days = np.array([at(moment) for moment in moments]).T
    return hours(instants, days, offset, **rest).tolist()


def test_summer_time_moves_the_hour_not_the_answer(in_berlin):
    """Eight in the morning in winter and in summer; half past two twice in the night the clocks go back."""
    moments = [datetime(2026, 1, 9, 8, tzinfo=BERLIN), datetime(2026, 7, 9, 8, tzinfo=BERLIN)]
    twice = [datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=fold) for fold in (0, 1)]
    now = datetime(2026, 11, 20, 8, tzinfo=timezone(timedelta(hours=1)))
    assert told([*moments, *twice], offset_by(now)) == [8, 8, 2, 2]


def test_a_pretended_zone_elsewhere_stays_what_it_is(in_berlin):
    shanghai = timezone(timedelta(hours=8))
    now = datetime(2026, 11, 20, 8, tzinfo=shanghai)
    assert told([datetime(2026, 7, 9, 23, 10, tzinfo=shanghai)], offset_by(now)) == [23]


def test_the_hour_is_not_known_where_the_study_day_says_otherwise(in_berlin):
    """Half past nine in New York is half past three here; half past eleven at night is half past five, of the next day.

    Then the learner was elsewhere: at half past five here another study day has begun.
    """
    new_york = ZoneInfo("America/New_York")
    moments = [datetime(2026, 1, 9, hour, 30, tzinfo=new_york) for hour in (9, 23)]
    now = datetime(2026, 1, 20, 8, tzinfo=timezone(timedelta(hours=1)))
    assert told(moments, offset_by(now)) == [15, -1]
    assert told(moments, offset_by(now), rollover=6) == [15, 5]


def test_no_answers_no_hours():
    assert hours(np.array([], dtype=np.int64), np.array([], dtype=np.int64), lambda _: 0).tolist() == []


def test_an_instant_beyond_the_calendar_has_no_hour(in_berlin):
    now = datetime(2026, 1, 20, 8, tzinfo=timezone(timedelta(hours=1)))
    far = np.array([2**62, -(2**62)])
    assert hours(far, np.array([date(2026, 1, 9).toordinal()] * 2), offset_by(now)).tolist() == [-1, -1]
