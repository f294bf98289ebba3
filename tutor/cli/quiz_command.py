"""`tutor quiz` as a command."""

from __future__ import annotations

from math import isnan
from typing import Annotated

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.quiz import run
from tutor.cli.quiz_plan import LENGTH, LONGEST, Wish
from tutor.errors import UsageError

LEAST, MOST = 0.1, 600  # minutes of an exam


def quiz(
    context: typer.Context,
    n: Annotated[int | None, typer.Option("-n", min=1, max=LONGEST, metavar="N", help=told("quiz_n"))] = None,
    part: Annotated[int | None, typer.Option(min=0, metavar="N", help=told("part"))] = None,
    lesson: Annotated[str, typer.Option(metavar="ID", help=told("lesson"))] = "",
    function: Annotated[str, typer.Option(metavar="NAME", help=told("quiz_function"))] = "",
    kind: Annotated[str, typer.Option(metavar="KIND", help=told("quiz_kind"))] = "",
    seed: Annotated[str, typer.Option(metavar="SEED", help=told("quiz_seed"))] = "",
    exam: Annotated[bool, typer.Option("--exam", help=told("quiz_exam"))] = False,
    minutes: Annotated[float | None, typer.Option(min=LEAST, max=MOST, metavar="N", help=told("quiz_minutes"))] = None,
    no_record: Annotated[bool, typer.Option("--no-record", help=told("quiz_no_record"))] = False,
) -> None:
    """Run a quiz."""
    if minutes is not None and isnan(minutes):
        raise UsageError("cli.want_number_between", name="--minutes", least=LEAST, most=MOST)
    wish = Wish(n or LENGTH, part, lesson, function, kind, seed, exam or minutes is not None, minutes, not no_record)
    run(environment_of(context), wish, n)
