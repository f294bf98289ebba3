"""`tutor learn` as a command."""

from __future__ import annotations

from typing import Annotated

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.outline import learn as show


def learn(
    context: typer.Context,
    lesson: Annotated[list[str] | None, typer.Argument(metavar="[LESSON|PART]", help=told("learn_lesson"))] = None,
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
) -> None:
    """Show the course, or take a lesson."""
    show(environment_of(context), " ".join(lesson or []), as_json=json)
