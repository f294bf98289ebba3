"""`tutor card ID` as a command."""

from __future__ import annotations

from typing import Annotated

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.card import show


def card(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="ID", help=told("card_id"))],
    related: Annotated[bool, typer.Option("--related", help=told("related"))] = False,
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
) -> None:
    """Print one card with its review fields."""
    show(environment_of(context), name, as_json=json, with_related=related)
