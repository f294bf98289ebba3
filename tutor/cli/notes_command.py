"""`tutor notes`: the learner's own notes, registered, listed, kept true."""

from __future__ import annotations

from typing import Annotated

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.helping import Command

notes = typer.Typer(invoke_without_command=True, help=told("notes"))

Json = Annotated[bool, typer.Option("--json", help=told("json"))]


@notes.callback()
def listed(context: typer.Context, json: Json = False) -> None:
    """List the folders and their notes."""
    if context.invoked_subcommand is None:
        from tutor.cli.notes_list import show

        show(environment_of(context), as_json=json)


@notes.command(help=told("notes_add"), cls=Command)
def add(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help=told("notes_paths"))],
    json: Json = False,
) -> None:
    """Register folders and files, and read the notes in them."""
    from tutor.cli.notes_roots import add_roots

    add_roots(environment_of(context), paths, as_json=json)


@notes.command(help=told("notes_remove"), cls=Command)
def remove(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help=told("notes_paths"))],
) -> None:
    """Take folders and files out of the register; what was learned is kept."""
    from tutor.cli.notes_roots import remove_roots

    remove_roots(environment_of(context), paths)


@notes.command(help=told("notes_sync"), cls=Command)
def sync(
    context: typer.Context,
    path: Annotated[str, typer.Argument(metavar="[PATH]", help=told("notes_path"))] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help=told("notes_dry_run"))] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help=told("notes_yes"))] = False,
    json: Json = False,
) -> None:
    """Write the review fields into the notes."""
    from tutor.cli.notes_synced import sync as synced

    raise typer.Exit(synced(environment_of(context), path, dry_run=dry_run, yes=yes, as_json=json))


@notes.command(help=told("notes_related"), cls=Command)
def related(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help=told("notes_file"))],
    write: Annotated[bool, typer.Option("--write", help=told("notes_write"))] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help=told("notes_yes"))] = False,
    json: Json = False,
) -> None:
    """Find what is like a note."""
    from tutor.cli.notes_related import show_related

    show_related(environment_of(context), file, write=write, yes=yes, as_json=json)
