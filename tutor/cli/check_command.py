"""`tutor check [PATH]` as a command."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotation
from typing import Annotated

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.check import content_of, run


def check(
    context: typer.Context,
    path: Annotated[Path | None, typer.Argument(metavar="[PATH]", help=told("path"))] = None,
    coverage: Annotated[bool, typer.Option("--coverage", help=told("coverage"))] = False,
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
) -> None:
    """Check the course, or one file or folder of it."""
    environment = environment_of(context)
    root, only = content_of(path or environment.content)
    raise typer.Exit(run(root, json=json, language=environment.language, only=only, coverage=coverage))
