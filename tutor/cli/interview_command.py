"""`tutor interview` as a command."""

from __future__ import annotations

from math import isnan
from typing import Annotated

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.interview import listed, run
from tutor.cli.interview_plan import LENGTH, Wish, role
from tutor.errors import UsageError

LEAST, MOST = 0.1, 600  # minutes of an interview
LONGEST = 50


def interview(
    context: typer.Context,
    topic: Annotated[str, typer.Option(metavar="NAME", help=told("interview_topic"))] = "",
    lesson: Annotated[str, typer.Option(metavar="ID", help=told("interview_lesson"))] = "",
    role_name: Annotated[str, typer.Option("--role", metavar="ROLE", help=told("interview_role"))] = "",
    n: Annotated[int | None, typer.Option("-n", min=1, max=LONGEST, metavar="N", help=told("interview_n"))] = None,
    minutes: Annotated[
        float | None, typer.Option(min=LEAST, max=MOST, metavar="N", help=told("interview_minutes"))
    ] = None,
    seed: Annotated[str, typer.Option(metavar="SEED", help=told("interview_seed"))] = "",
    report: Annotated[str, typer.Option(metavar="FILE", help=told("interview_report"))] = "",
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
) -> None:
    """Hold an interview, or list its ladders."""
    if json:
        listed(environment_of(context))
        return
    if minutes is not None and isnan(minutes):
        raise UsageError("cli.want_number_between", name="--minutes", least=LEAST, most=MOST)
    headlines = n if n is not None else LONGEST if minutes is not None else LENGTH
    wish = Wish(headlines, minutes, topic, lesson, role(role_name), seed, report)
    run(environment_of(context), wish, asked=bool(topic or lesson or role_name or n or minutes or seed))
