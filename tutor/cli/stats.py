"""`tutor stats`: what the engine knows about the learner, section by section; `--mistakes` shows one of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.desk import Desk, open_desk
from tutor.cli.section import Section, Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.reports.mistakes import Confusion


def stats(
    context: typer.Context,
    mistakes: Annotated[bool, typer.Option("--mistakes", help=told("stats_mistakes"))] = False,
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
) -> None:
    """Show the sections that were asked for, all of them when none was."""
    asked = {"mistakes": mistakes}
    names = [name for name, wanted in asked.items() if wanted] or list(SECTIONS)
    with open_desk(environment_of(context)) as desk:
        source = Source(desk)
        show(desk, {name: SECTIONS[name](source) for name in names}, as_json=json)


def show(desk: Desk, sections: dict[str, Section], *, as_json: bool) -> None:
    """Print the sections one below the other."""
    environment = desk.environment
    if as_json:
        from json import dumps

        values = {name: section.values for name, section in sections.items()}
        print(dumps(values, ensure_ascii=False, indent=2))
    elif environment.plain:
        print("\n\n".join("\n".join(section.told(environment.language)) for section in sections.values()))
    else:
        from tutor.cli.printed import columns, emit

        lines = [line for one in sections.values() for line in one.lines(environment.language, columns())]
        emit(lines, environment)


def mistakes_made(source: Source) -> Section:
    """Return the ledger of mistakes."""
    from tutor.reports.mistakes import mistakes
    from tutor.store import ledger
    from tutor.ui.screens import mistakes as screen

    desk = source.desk
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


SECTIONS: dict[str, Callable[[Source], Section]] = {"mistakes": mistakes_made}
