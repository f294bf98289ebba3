"""`tutor export`: what the learner takes away, one option a format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.app import environment_of, told
from tutor.errors import UsageError

if TYPE_CHECKING:
    from tutor.cli.export_cards import Format


def export(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="[FILE]", help=told("export_file"))] = "",
    anki: Annotated[bool, typer.Option("--anki", help=told("export_anki"))] = False,
    csv: Annotated[bool, typer.Option("--csv", help=told("export_csv"))] = False,
    hashcards: Annotated[bool, typer.Option("--hashcards", help=told("export_hashcards"))] = False,
    revlog: Annotated[bool, typer.Option("--revlog", help=told("export_revlog"))] = False,
    everything: Annotated[bool, typer.Option("--all", "--json", help=told("export_all"))] = False,
    recap: Annotated[str, typer.Option(metavar="LESSON", help=told("export_recap"))] = "",
    part: Annotated[int | None, typer.Option(min=0, metavar="N", help=told("part"))] = None,
    lesson: Annotated[str, typer.Option(metavar="ID", help=told("lesson"))] = "",
    tag: Annotated[str, typer.Option(metavar="TAG", help=told("tag"))] = "",
    started: Annotated[bool, typer.Option("--started", help=told("export_started"))] = False,
    force: Annotated[bool, typer.Option("--force", help=told("export_force"))] = False,
) -> None:
    """Write something to a file or to standard output."""
    environment = environment_of(context)
    chosen: dict[Format, bool] = {"anki": anki, "csv": csv, "hashcards": hashcards, "revlog": revlog}
    formats = [name for name, is_chosen in chosen.items() if is_chosen]
    if len(formats) + everything + bool(recap) != 1:
        raise UsageError("exporting.one" if formats or everything or recap else "exporting.nothing")
    if (recap or everything) and (part is not None or lesson or tag or started):
        raise UsageError("exporting.no_filter")
    if recap:
        from tutor.cli.export_recap import export_recap

        export_recap(environment, recap, file, force=force)
    elif everything:
        from tutor.cli.export_whole import export_whole

        export_whole(environment, file, force=force)
    else:
        from tutor.cli.export_cards import Wish, export_cards
        from tutor.cli.plan import Wanted

        wish = Wish(formats[0], Wanted(part=part, lesson=lesson, tag=tag), started)
        export_cards(environment, wish, file, force=force)
