"""`tutor due` the long way: with settings, or when the course must be compiled first."""

from __future__ import annotations

from typing import Annotated

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.desk import open_desk
from tutor.cli.due import count, say_due


def due(
    context: typer.Context,
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
) -> None:
    """Print what is due, after bringing the compiled course up to date."""
    environment = environment_of(context)
    config = environment.config
    with open_desk(environment) as desk:
        day = desk.day
        caps = config.reviews_per_day, config.new_per_day
        found = count(desk.library.connection, day, *caps, together=not config.siblings)
    say_due(found, day, environment.language, as_json=json)
