"""`tutor review` as a command."""

from __future__ import annotations

from typing import Annotated

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.plan import Wanted
from tutor.cli.review import run


def review(
    context: typer.Context,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help=told("limit"))] = None,
    new: Annotated[int | None, typer.Option(min=0, metavar="N", help=told("new"))] = None,
    minutes: Annotated[float | None, typer.Option(min=0.1, metavar="N", help=told("minutes"))] = None,
    part: Annotated[int | None, typer.Option(min=0, metavar="N", help=told("part"))] = None,
    lesson: Annotated[str, typer.Option(metavar="ID", help=told("lesson"))] = "",
    tag: Annotated[str, typer.Option(metavar="TAG", help=told("tag"))] = "",
    cram: Annotated[bool, typer.Option("--cram", help=told("cram"))] = False,
) -> None:
    """Run a review session."""
    run(environment_of(context), Wanted(limit, new, part, lesson, tag, cram), minutes)
