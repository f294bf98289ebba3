"""Reports of the past against logs small enough to count by hand."""

from datetime import date
from types import SimpleNamespace

import numpy as np

from tutor.memory.fsrs import interval
from tutor.memory.past import Answers
from tutor.reports.calendar import calendar
from tutor.reports.forecast import DAYS, first_returns, forecast
from tutor.reports.grades import grades
from tutor.reports.hours import hours
from tutor.reports.rate import Rate
from tutor.reports.retention import retention
from tutor.reports.workload import workload

TODAY = date(2026, 11, 20).toordinal()  # a Friday
NAMES = ("day", "grade", "last", "due", "hour", "ms", "rated", "guessed", "kind")
START = {"grade": 3, "last": 0, "due": 0, "hour": 8, "ms": 6000, "rated": True, "guessed": False, "kind": 0}


def log(*rows):
    """Return answers of which each row names what is not usual."""
    columns = {
        name: np.array([{**START, **row}[name] for row in rows], dtype=bool if name in ("rated", "guessed") else int)
        for name in NAMES
    }
    rest = np.full(len(rows), np.nan)
    one = SimpleNamespace(**columns)
    return Answers(
        ("c",), ("choice", "flash"), np.zeros(len(rows), int), one.kind, np.zeros(len(rows), int), one.day, one.hour, one.grade,
        one.rated, one.guessed, one.ms, one.last, one.due, rest, rest, rest, rest,
    )  # fmt: skip


def review(ago, right, rested, late=0):
    """Return a review `ago` days ago of a card that was to rest `rested` days and came `late` days after."""
    day = TODAY - ago
    return {"day": day, "grade": 3 if right else 1, "last": day - rested - late, "due": day - late}


def test_retention_counts_what_was_due_by_how_long_it_rested():
    rows = [
        review(0, True, 5),
        review(0, False, 20),
        review(6, True, 21),
        review(7, True, 90),
        review(29, False, 21, late=4),
        review(30, True, 3),
    ]
    early = review(0, True, 30, late=-2)
    first = {"day": TODAY}
    practice = {"day": TODAY, "rated": False, "grade": 1}
    today, week, month, whole = retention(log(*rows, early, first, practice), TODAY)
    assert (today.young, today.mature, today.both, today.early) == (Rate(1, 2), Rate(0, 0), Rate(1, 2), Rate(1, 1))
    assert (week.young, week.mature, week.both) == (Rate(1, 2), Rate(1, 1), Rate(2, 3))
    assert (month.young, month.mature, month.both) == (Rate(1, 2), Rate(2, 3), Rate(3, 5))
    assert (whole.young, whole.mature, whole.both) == (Rate(2, 3), Rate(2, 3), Rate(4, 6))


def test_workload_counts_a_long_pause_as_a_minute_and_skips_days_without_study():
    found = workload(
        log(
            {"day": TODAY, "ms": 30_000},
            {"day": TODAY, "ms": 900_000},
            {"day": TODAY - 29, "ms": 0},
            {"day": TODAY - 30},
        ),
        TODAY,
    )
    assert [(day.day - TODAY, day.answers, day.minutes) for day in found.studied] == [(-29, 1, 0.0), (0, 2, 1.5)]
    assert (found.answers.mean, found.answers.least, found.answers.most) == (1.5, 1, 2)
    assert workload(log(), TODAY).answers is None


def test_grades_by_kind_without_practice():
    rows = [
        {"day": 1},
        {"day": 1, "grade": 1, "guessed": True},
        {"day": 1, "kind": 1, "grade": 4},
        {"day": 1, "grade": 1, "rated": False},
    ]
    found = grades(log(*rows))
    assert [(row.kind, row.counts, row.guessed) for row in found.kinds] == [
        ("choice", (1, 0, 1, 0), 1),
        ("flash", (0, 0, 0, 1), 0),
    ]
    assert (found.all.counts, found.all.guessed, found.practice) == ((1, 0, 1, 1), 1, 1)


def test_hours_count_reviews_and_leave_out_the_unknown():
    known = [{**review(0, True, 3), "hour": 23}, {**review(0, False, 3), "hour": 23}, {**review(0, True, 3), "hour": 4}]
    found = hours(log(*known, {**review(0, True, 3), "hour": -1}, {"day": TODAY, "hour": 9}))
    assert found.from_hour(4)[0] == (4, Rate(1, 1))
    assert found.rates[23] == Rate(1, 2)
    assert (found.n, found.unknown) == (3, 1)


def test_the_calendar_begins_on_a_monday_and_ends_today():
    found = calendar({TODAY: 5, TODAY - 1: 1, TODAY + 1: 9, TODAY - 400: 7}, TODAY)
    assert date.fromordinal(found.first).weekday() == 0
    assert len(found.weeks) == 52
    assert (found.studied, found.answers, len(found.counts)) == (2, 6, 51 * 7 + 5)
    assert (found.level(TODAY), found.level(TODAY - 2), found.level(TODAY + 1)) == (2, 0, None)


def test_the_shades_are_quarters_of_the_days_studied():
    """Days with 1 … 8 answers: two of each shade; days that are all alike get one shade."""
    found = calendar({TODAY - day: day + 1 for day in range(8)}, TODAY)
    assert found.bounds == (1, 3, 5, 7)
    assert calendar(dict.fromkeys(range(TODAY - 9, TODAY), 60), TODAY).bounds == (60,)


def test_the_forecast_keeps_backlog_and_new_cards_apart():
    found = forecast(
        {TODAY - 9: 30, TODAY: 4, TODAY + 6: 2, TODAY + 7: 1}, TODAY, unseen=11, new_today=3, new_per_day=8, seconds=30
    )
    assert found.backlog == 30
    assert [load.new for load in found.loads[:3]] == [3, 8, 0]
    week = found.total(7)
    assert (week.due, week.new) == (6, 11)
    assert week.returns == 3 * sum(day < 7 for day in first_returns(0.9)) + 8 * sum(
        day < 6 for day in first_returns(0.9)
    )
    assert week.minutes == (week.due + week.new + week.returns) / 2
    assert found.total(DAYS).due == 7


def test_new_cards_return_as_fsrs_has_it():
    """Good each time at 90 %: two days, then about eleven more; a higher wish brings them sooner."""
    assert first_returns(0.9)[0] == round(interval(2.3065, 0.9)) == 2
    assert len(first_returns(0.97)) > len(first_returns(0.9)) > 1
