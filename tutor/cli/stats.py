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
from tutor.errors import NotFoundError, UsageError
from tutor.store.filters import NO_FILTERS, Filters
from tutor.store.pace import days_studied

BEGINNING = ("calendar", "forecast")  # all there is to tell before the first answer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
    knowledge: Annotated[bool, typer.Option("--knowledge", help=told("stats_knowledge"))] = False,
    growth: Annotated[bool, typer.Option("--growth", help=told("stats_growth"))] = False,
    hardest: Annotated[bool, typer.Option("--hardest", help=told("stats_hardest"))] = False,
    mistakes: Annotated[bool, typer.Option("--mistakes", help=told("stats_mistakes"))] = False,
    calibration: Annotated[bool, typer.Option("--calibration", help=told("stats_calibration"))] = False,
    memory: Annotated[bool, typer.Option("--memory", help=told("stats_memory"))] = False,
    interview: Annotated[bool, typer.Option("--interview", help=told("stats_interview"))] = False,
    items: Annotated[bool, typer.Option("--items", help=told("stats_items"))] = False,
    part: Annotated[int | None, typer.Option(min=0, metavar="N", help=told("stats_part"))] = None,
    lesson: Annotated[str, typer.Option(metavar="ID", help=told("stats_lesson"))] = "",
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
) -> None:
    """Show the sections that were asked for, all of them when none was."""
    asked = [name for name, value in locals().items() if name in SECTIONS and value]
    filters = Filters(parts=() if part is None else (part,), lessons=(lesson,) if lesson else ())
    names = _named(asked, filters)
    with open_desk(environment_of(context)) as desk:
        _must_have(desk, filters)
        if not asked and not json and not days_studied(desk.journal.connection, 0):
            names = [name for name in names if name in BEGINNING] or names
        show(desk, {name: made(name, desk, filters) for name in names}, as_json=json)


def _named(asked: Sequence[str], filters: Filters) -> list[str]:
    """Return the sections to show; a part or a lesson can be named for those about cards only."""
    if filters == NO_FILTERS:
        return [name for name in SECTIONS if name in asked or not asked]
    whole = next((name for name in asked if SECTIONS[name][0] != OF_CARDS), None)
    if whole is not None:
        raise UsageError("knowing.whole_only", name=f"--{whole}")
    return [name for name in SECTIONS if SECTIONS[name][0] == OF_CARDS and (name in asked or not asked)]


def _must_have(desk: Desk, filters: Filters) -> None:
    """Refuse a lesson or a part that the course does not have."""
    for lesson in filters.lessons:
        desk.library.must_have_lesson(lesson)
    for part in filters.parts:
        if part not in {one.number for one in desk.library.all_parts()}:
            raise NotFoundError("cli.no_part", name=part)


def made(name: str, desk: Desk, filters: Filters = NO_FILTERS) -> Section:
    """Return a section; its module is loaded only now."""
    module, function = SECTIONS[name]
    make = getattr(import_module(f"tutor.cli.{module}"), function)
    section: Section = make(desk, filters) if module == OF_CARDS else make(desk)
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


OF_CARDS = "stats_cards"  # the module of sections that can be narrowed to a part or a lesson
# name: (module in this package, function), in the order of the overview
SECTIONS: dict[str, tuple[str, str]] = {
    "calendar": ("stats_past", "calendar"),
    "workload": ("stats_past", "workload"),
    "forecast": ("stats_past", "forecast"),
    "retention": ("stats_past", "retention"),
    "knowledge": (OF_CARDS, "knowledge"),
    "growth": (OF_CARDS, "growth"),
    "hardest": (OF_CARDS, "hardest"),
    "mistakes": ("stats", "mistakes_made"),
    "calibration": (OF_CARDS, "calibration"),
    "memory": (OF_CARDS, "memory"),
    "answers": ("stats_past", "grades"),
    "hours": ("stats_past", "hours"),
    "interview": ("stats_interview", "interview"),
    "items": (OF_CARDS, "items"),
}
