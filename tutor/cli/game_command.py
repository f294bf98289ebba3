"""`tutor game [NAME]` as a command."""

from __future__ import annotations

from math import isnan
from typing import Annotated

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.game import Wish, listed, run
from tutor.errors import UsageError

MOST = 99  # rounds
SLOWEST = 3600  # seconds of a pace


def game(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="[NAME]", help=told("game_name"))] = "",
    seed: Annotated[str, typer.Option(metavar="SEED", help=told("game_seed"))] = "",
    rounds: Annotated[int | None, typer.Option(min=1, max=MOST, metavar="N", help=told("game_rounds"))] = None,
    seconds: Annotated[float | None, typer.Option(min=1, max=SLOWEST, metavar="N", help=told("game_seconds"))] = None,
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
) -> None:
    """Play a game."""
    if seconds is not None and isnan(seconds):
        raise UsageError("cli.want_number_between", name="--seconds", least=1, most=SLOWEST)
    environment = environment_of(context)
    if json:
        listed(environment, name)
    else:
        run(environment, Wish(name, seed, rounds, seconds))
