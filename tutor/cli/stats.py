"""`tutor stats`: what the engine knows about the learner, section by section; `--retention` shows one of them."""

from __future__ import annotations

import sys
from datetime import date
from importlib import import_module
from itertools import accumulate
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.desk import Desk, open_desk
from tutor.cli.stats_section import Section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.reports.mistakes import Confusion
    from tutor.ui.lines import Line


def stats(
    context: typer.Context,
    calendar: Annotated[bool, typer.Option("--calendar", help=told("stats_calendar"))] = False,
    workload: Annotated[bool, typer.Option("--workload", help=told("stats_workload"))] = False,
    forecast: Annotated[bool, typer.Option("--forecast", help=told("stats_forecast"))] = False,
    retention: Annotated[bool, typer.Option("--retention", help=told("stats_retention"))] = False,
    answers: Annotated[bool, typer.Option("--answers", help=told("stats_answers"))] = False,
    hours: Annotated[bool, typer.Option("--hours", help=told("stats_hours"))] = False,
    mistakes: Annotated[bool, typer.Option("--mistakes", help=told("stats_mistakes"))] = False,
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
) -> None:
    """Show the sections that were asked for, all of them when none was."""
    asked = {name: value for name, value in locals().items() if name in SECTIONS}
    names = [name for name in SECTIONS if asked[name]] or list(SECTIONS)
    with open_desk(environment_of(context)) as desk:
        show(desk, {name: made(name, desk) for name in names}, as_json=json)


def made(name: str, desk: Desk) -> Section:
    """Return a section; its module is loaded only now."""
    module, function = SECTIONS[name]
    section: Section = getattr(import_module(f"tutor.cli.{module}"), function)(desk)
    return section


def show(desk: Desk, sections: Mapping[str, Section], *, as_json: bool) -> None:
    """Show the sections one below the other: page by page where they are taller than the terminal."""
    environment = desk.environment
    if as_json:
        from json import dumps

        values = {name: section.values for name, section in sections.items()}
        print(dumps(values, ensure_ascii=False, indent=2))
    elif environment.plain:
        print("\n\n".join("\n".join(section.told(environment.language)) for section in sections.values()))
    else:
        from tutor.cli.printed import columns, emit

        lines = _drawn(desk, sections, columns())
        if sys.stdout.isatty() and sys.stdin.isatty() and sum(map(len, lines)) >= get_terminal_size().lines:
            _page(desk, sections)
        else:
            emit([line for one in lines for line in one], environment)


def _drawn(desk: Desk, sections: Mapping[str, Section], columns: int) -> list[list[Line]]:
    return [section.lines(desk.environment.language, columns) for section in sections.values()]


def _page(desk: Desk, sections: Mapping[str, Section]) -> None:
    """Show the sections on the whole screen; a page begins with a section where it can."""
    from tutor.cli.screen import look_of, terminal_of
    from tutor.ui.pager import run

    environment = desk.environment
    run(
        lambda columns: [line for one in _drawn(desk, sections, columns) for line in one],
        terminal_of(environment),
        look_of(environment),
        environment.language,
        lambda columns: list(accumulate(map(len, _drawn(desk, sections, columns)), initial=0))[:-1],
    )


def mistakes_made(desk: Desk) -> Section:
    """Return the ledger of mistakes."""
    from tutor.reports.mistakes import mistakes
    from tutor.store import ledger
    from tutor.ui.screens import mistakes as screen

    known = {mistake.id: mistake for mistake in desk.library.mistakes()}
    found = mistakes(ledger.mistakes(desk.journal.connection), known.get, desk.day)
    return Section(
        values=[_values(one, desk.day) for one in (*found.often, *found.once)],
        lines=lambda language, columns: screen.lines(found, language, columns),
        told=lambda language: screen.told(found, language),
    )


def _values(one: Confusion, day: int) -> dict[str, Any]:
    """Return one confusion as `--json` prints it, those made once among them."""
    last = date.fromordinal(day - one.days_ago).isoformat()
    about = {"id": one.id, "name": {"zh": one.name.zh, "en": one.name.en}, "times": one.times}
    cards = {"last_made": last, "days_ago": one.days_ago, "cards": list(one.cards)}
    return {**about, **cards, "contrast": {"zh": one.contrast.zh, "en": one.contrast.en}}


# name: (module in this package, function), in the order of the overview
SECTIONS: dict[str, tuple[str, str]] = {
    "calendar": ("stats_past", "calendar"),
    "workload": ("stats_past", "workload"),
    "forecast": ("stats_past", "forecast"),
    "retention": ("stats_past", "retention"),
    "answers": ("stats_past", "grades"),
    "hours": ("stats_past", "hours"),
    "mistakes": ("stats", "mistakes_made"),
}
