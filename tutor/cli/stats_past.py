"""The sections of `tutor stats` that count answers: calendar, forecast, retention, workload, grades, hours."""

from __future__ import annotations

import os
import sys
from dataclasses import asdict
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tutor.cli.stats_section import Section

if TYPE_CHECKING:
    from tutor.cli.desk import Desk
    from tutor.memory.past import Answers
    from tutor.reports.forecast import Forecast, Sum
    from tutor.reports.workload import Range


@lru_cache(maxsize=1)
def answers_of(desk: Desk) -> Answers:
    """Return all answers, read once for all sections of a run."""
    from tutor.cli.local_hours import hours_of
    from tutor.store.answers import read

    return read(desk.journal.connection, hours_of(desk.environment.clock, desk.environment.config.rollover))


def calendar(desk: Desk) -> Section:
    """Return the answers of the last 52 weeks, day by day."""
    import numpy as np

    from tutor.reports import calendar as report
    from tutor.ui.stats import calendar as screen

    days, counts = np.unique(answers_of(desk).day, return_counts=True)
    found = report.calendar(dict(zip(days.tolist(), counts.tolist(), strict=True)), desk.day)
    colour = desk.environment.colour and has_shades()
    studied = {_iso(day): count for day, count in enumerate(found.counts, found.first) if count}
    return Section(
        values={"first": _iso(found.first), "last": _iso(found.today), "days_studied": found.studied, "days": studied},
        lines=lambda language, columns: screen.lines(found, language, columns, colour=colour),
        told=lambda language: screen.told(found, language),
    )


def has_shades() -> bool:
    """Say whether this terminal shows 256 colours: two shades may then stand in one cell."""
    told = f"{os.environ.get('TERM', '')} {os.environ.get('COLORTERM', '')}"
    return sys.stdout.isatty() and any(word in told for word in ("256color", "truecolor", "24bit", "direct", "kitty"))


def forecast(desk: Desk) -> Section:
    """Return what the next thirty days will ask."""
    from tutor.reports import forecast as report
    from tutor.store import coming
    from tutor.store.pace import seconds_a_card
    from tutor.ui.stats import forecast as screen

    config, day, connection = desk.environment.config, desk.day, desk.library.connection
    found = report.forecast(
        coming.due_days(connection, day + report.DAYS),
        day,
        unseen=coming.unseen(connection),
        new_today=max(0, config.new_per_day - desk.waiting.new_today(day)),
        new_per_day=config.new_per_day,
        seconds=seconds_a_card(desk.journal.connection),
        retention=config.retention,
    )
    return Section(
        values=_forecast_values(found),
        lines=lambda language, columns: screen.lines(found, language, columns),
        told=lambda language: screen.told(found, language),
    )


def _forecast_values(found: Forecast) -> dict[str, Any]:
    from tutor.reports.forecast import DAYS, WEEK

    def values(one: Sum) -> dict[str, Any]:
        return {**asdict(one), "minutes": round(one.minutes, 1)}

    days = [{**asdict(load), "day": _iso(load.day)} for load in found.loads]
    return {
        "backlog": found.backlog,
        "week": values(found.total(WEEK)),
        "month": values(found.total(DAYS)),
        "days": days,
    }


def retention(desk: Desk) -> Section:
    """Return how many of the cards that were due were still known."""
    from tutor.reports import retention as report
    from tutor.ui.stats import retention as screen
    from tutor.ui.stats.section import share_values

    found, wished = report.retention(answers_of(desk), desk.day), desk.environment.config.retention
    return Section(
        values={kept.period: {name: share_values(getattr(kept, name)) for name in screen.COLUMNS} for kept in found},
        lines=lambda language, columns: screen.lines(found, language, columns, wished),
        told=lambda language: screen.told(found, language, wished),
    )


def workload(desk: Desk) -> Section:
    """Return answers and minutes of the last thirty days."""
    from tutor.reports import workload as report
    from tutor.ui.stats import workload as screen

    found = report.workload(answers_of(desk), desk.day)
    days = [{**asdict(day), "day": _iso(day.day), "minutes": round(day.minutes, 2)} for day in found.days]
    return Section(
        values={
            "days_studied": len(found.studied),
            "answers": _range_values(found.answers),
            "minutes": _range_values(found.minutes),
            "days": days,
        },
        lines=lambda language, columns: screen.lines(found, language, columns),
        told=lambda language: screen.told(found, language),
    )


def _range_values(one: Range | None) -> dict[str, float] | None:
    return None if one is None else {name: round(value, 2) for name, value in asdict(one).items()}


def grades(desk: Desk) -> Section:
    """Return how often each grade was given, by kind of question."""
    from tutor.reports import grades as report
    from tutor.ui.phrases import GRADES
    from tutor.ui.stats import grades as screen
    from tutor.ui.stats.section import share_values

    found = report.grades(answers_of(desk))

    def values(row: report.Row) -> dict[str, Any]:
        return {**dict(zip(GRADES, row.counts, strict=True)), "guessed": row.guessed, "right": share_values(row.rate)}

    kinds = {row.kind or "other": values(row) for row in found.kinds}
    return Section(
        values={"all": values(found.all), "kinds": kinds, "practice": found.practice},
        lines=lambda language, columns: screen.lines(found, language, columns),
        told=lambda language: screen.told(found, language),
    )


def hours(desk: Desk) -> Section:
    """Return the reviews by hour of the day."""
    from tutor.reports import hours as report
    from tutor.ui.stats import hours as screen
    from tutor.ui.stats.section import share_values

    found, start = report.hours(answers_of(desk)), desk.environment.config.rollover
    told = [{"hour": hour, **share_values(rate)} for hour, rate in found.from_hour(start) if rate.n]
    return Section(
        values={"hours": told, "unknown": found.unknown},
        lines=lambda language, columns: screen.lines(found, language, columns, start),
        told=lambda language: screen.told(found, language, start),
    )


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
