"""`tutor why ID` as a command."""

from __future__ import annotations

from typing import Annotated

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.why import show


def why(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="ID", help=told("card_id"))],
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
) -> None:
    """Print why a card comes now or does not."""
    show(environment_of(context), name, as_json=json)
