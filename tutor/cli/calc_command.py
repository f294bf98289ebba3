"""`tutor calc` as a command."""

from __future__ import annotations

from typing import Annotated

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.calc import DIGITS, run
from tutor.cli.expressions import restored


def calc(
    context: typer.Context,
    expression: Annotated[list[str], typer.Argument(metavar="EXPR", help=told("calc_expression"))],
    digits: Annotated[int, typer.Option(min=1, max=17, metavar="N", help=told("calc_digits"))] = DIGITS,
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
) -> None:
    """Compute an expression."""
    run(environment_of(context), " ".join(map(restored, expression)), digits, as_json=json)
