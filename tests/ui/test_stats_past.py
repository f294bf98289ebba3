"""Sections of the statistics as golden screens: a lived year, the first day, nothing; widths by property."""

from __future__ import annotations

from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.learner import TODAY, Learner, live, write
from tutor.reports import calendar, forecast, grades, hours, retention, workload
from tutor.reports.rate import Rate
from tutor.store import answers
from tutor.store.journal import Journal
from tutor.ui.lines import measure, text_of
from tutor.ui.paint import painted
from tutor.ui.stats import calendar as calendar_screen
from tutor.ui.stats import columns, section
from tutor.ui.stats import forecast as forecast_screen
from tutor.ui.stats import grades as grades_screen
from tutor.ui.stats import hours as hours_screen
from tutor.ui.stats import retention as retention_screen
from tutor.ui.stats import workload as workload_screen
from tutor.ui.theme import Look

YEAR = Learner(days=330)
LIVES = {"year": YEAR, "day": Learner(days=1), "empty": Learner(days=0)}


@cache
def lived(name):
    """Return the answers of a life; the hour is that of Shanghai, as the clock of the machine tells it."""
    ids = count()

    def shanghai(instants, days):
        return (instants // 3_600_000_000 + 8) % 24

    with (
        TemporaryDirectory() as folder,
        Journal(Path(folder) / "j", "d", lambda: 0, lambda: f"{next(ids):032x}") as one,
    ):
        return answers.read(write(one, live(LIVES[name])).connection, shanghai)


def by_day(found):
    days, counts = np.unique(found.day, return_counts=True)
    return dict(zip(days.tolist(), counts.tolist(), strict=True))


def coming(name):
    """Return a forecast by hand: a wave of due cards, a backlog of 40 in the year."""
    known = {
        "year": {TODAY - 3: 40, **{TODAY + day: 12 + day * 7 % 11 for day in range(30)}},
        "day": {TODAY + 2: 5, TODAY + 1: 3},
    }
    unseen = {"year": 100, "day": 292, "empty": 300}[name]
    return forecast.forecast(known.get(name, {}), TODAY, unseen=unseen, new_today=8, new_per_day=8, seconds=15.0)


def screens(name, language, columns, colour=False):
    found = lived(name)
    return {
        "calendar": calendar_screen.lines(calendar.calendar(by_day(found), TODAY), language, columns, colour=colour),
        "workload": workload_screen.lines(workload.workload(found, TODAY), language, columns),
        "forecast": forecast_screen.lines(coming(name), language, columns),
        "retention": retention_screen.lines(retention.retention(found, TODAY), language, columns, 0.9),
        "answers": grades_screen.lines(grades.grades(found), language, columns),
        "hours": hours_screen.lines(hours.hours(found), language, columns),
    }


def told(name, language):
    found = lived(name)
    return [
        *calendar_screen.told(calendar.calendar(by_day(found), TODAY), language),
        *workload_screen.told(workload.workload(found, TODAY), language),
        *forecast_screen.told(coming(name), language),
        *retention_screen.told(retention.retention(found, TODAY), language, 0.9),
        *grades_screen.told(grades.grades(found), language),
        *hours_screen.told(hours.hours(found), language),
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_year(golden, language, width):
    whole = [row for one in screens("year", language, width).values() for row in one]
    golden(f"stats-past-year-{width}-{language}", [text_of(row) for row in whole])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("name", ["day", "empty"])
def test_a_beginning(golden, language, name, width):
    whole = [row for one in screens(name, language, width).values() for row in one]
    golden(f"stats-past-{name}-{width}-{language}", [text_of(row) for row in whole])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_in_words(golden, language):
    golden(f"stats-past-told-{language}", told("year", language))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_calendar_in_two_days_a_cell(golden, language):
    golden(
        f"stats-past-halves-80-{language}",
        [text_of(row) for row in screens("year", language, 80, colour=True)["calendar"]],
    )


@pytest.mark.parametrize("theme", ["auto", "light", "dark"])
def test_the_calendar_can_be_painted(theme):
    """Two shades in one cell: one is the colour of the sign, the other that of its ground; none is red."""
    rows = screens("year", "en", 80, colour=True)["calendar"]
    whole = "".join(painted(row, Look(theme=theme)) for row in rows)
    assert "\x1b[38;5;" in whole
    assert ";48;5;" in whole
    assert "\x1b[31m" not in whole
    assert "38;5" not in "".join(painted(row, Look(colour=False)) for row in rows)


@settings(deadline=None)  # whole sections are drawn
@given(st.integers(20, 140), st.sampled_from(["zh", "en"]), st.sampled_from(sorted(LIVES)), st.booleans())
def test_every_width_holds_every_section(width, language, name, colour):
    for one in screens(name, language, width, colour).values():
        assert all(measure(row) <= width for row in one)


def test_a_share_is_told_from_twenty_on():
    assert section.share(Rate(18, 19)) == "— (19)"
    assert section.share(Rate(18, 20)) == "90 % (20)"
    assert section.share_told(Rate(1, 3), "zh") == "数据还不够（3/20）"
    assert section.share_values(Rate(18, 20)) == {"n": 20, "right": 18, "rate": 0.9}


def test_a_chart_shows_what_is_small():
    """One of a hundred is still seen; nothing at all is not; a whole column is full."""
    rows = [
        text_of(row) for row in columns.chart([(1,), (0,), (100,)], ((columns.FULL, "accent"),), {0: "a"}, 40, height=2)
    ]
    assert rows == ["100     █ ", "    ▁   █ ", "  0 ──────", "    a"]


def test_an_empty_chart_has_a_ground_only():
    rows = [text_of(row).strip() for row in columns.chart([(0,), (0,)], ((columns.FULL, "accent"),), {}, 40, height=1)]
    assert rows == ["", "0 ────", ""]
