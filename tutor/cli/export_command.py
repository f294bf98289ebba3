"""`tutor export`: what the learner takes away, one option a format."""

from __future__ import annotations

from typing import Annotated

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.export_recap import export_recap
from tutor.errors import UsageError


def export(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="[FILE]", help=told("export_file"))] = "",
    recap: Annotated[str, typer.Option(metavar="LESSON", help=told("export_recap"))] = "",
    force: Annotated[bool, typer.Option("--force", help=told("export_force"))] = False,
) -> None:
    """Write something to a file."""
    if not recap:
        raise UsageError("recap.nothing")
    export_recap(environment_of(context), recap, file, force=force)
