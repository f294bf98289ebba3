"""`tutor import`: cards and history from other programs, and everything of ours from elsewhere."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tutor.cli.app import environment_of, told
from tutor.cli.desk import Desk, open_desk
from tutor.cli.printed import tell
from tutor.errors import TutorError, UsageError
from tutor.text.sizes import size
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.cli.environment import Environment
    from tutor.cli.import_taking import Taken

LARGE = 3_000_000  # bytes that take more than a moment


def import_(
    context: typer.Context,
    files: Annotated[list[str] | None, typer.Argument(metavar="[FILE]…", help=told("import_files"))] = None,
    deck: Annotated[str, typer.Option("--deck", metavar="NAME", help=told("import_deck"))] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help=told("import_dry_run"))] = False,
    remove: Annotated[str, typer.Option("--remove", metavar="DECK", help=told("import_remove"))] = "",
    yes: Annotated[bool, typer.Option("--yes", "-y", help=told("import_yes"))] = False,
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
) -> None:
    """Import files, list the imported decks, or take one away."""
    environment = environment_of(context)
    if remove:
        if files or deck or dry_run:
            raise UsageError("importing.remove_alone")
        from tutor.cli.import_decks import remove_deck

        remove_deck(environment, remove, yes=yes, as_json=json)
    elif files:
        if _import(environment, files, deck.strip(), dry_run=dry_run, as_json=json):
            raise typer.Exit(1)
    else:
        from tutor.cli.import_decks import list_decks

        list_decks(environment, as_json=json)


def _import(environment: Environment, files: Sequence[str], deck: str, *, dry_run: bool, as_json: bool) -> bool:
    """Import each file, whatever becomes of the others; return whether one of them could not be imported."""
    from tutor.cli import import_told

    failed: list[tuple[str, TutorError]] = []
    done: list[Taken] = []
    with open_desk(environment, write=not dry_run) as desk:
        backup = _Backup(desk)
        for file in files:
            try:
                done.append(_one(desk, file, deck, backup, dry_run=dry_run))
            except TutorError as error:
                failed.append((file, error))
                continue
            if not as_json:
                tell(import_told.told(done[-1], environment.language))
    changed = any(one.changes for one in done)
    if as_json:
        _print_json(environment, done, failed, backup, changed=changed, dry_run=dry_run)
    elif done:
        tell(_ending(environment, backup, changed=changed, dry_run=dry_run))
    if len(failed) == len(files) == 1 and not as_json:
        raise failed[0][1]
    for _, why in failed:
        print(say(why.key, environment.language, **why.facts), file=sys.stderr)
    return bool(failed)


class _Backup:
    """Makes one backup before the first change; `path` is where it is, "" while there is none."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._done = False
        self.path = ""

    def make(self) -> None:
        """Back the home up, once."""
        from tutor.cli.backing import before
        from tutor.cli.import_taking import is_empty

        if not self._done:
            made = None if is_empty(self._desk) else before(self._desk.environment, "import")
            self.path = str(made.path) if made else ""
            self._done = True


def _one(desk: Desk, file: str, deck: str, backup: _Backup, *, dry_run: bool) -> Taken:
    from tutor.cli.import_reading import read
    from tutor.cli.import_taking import look, take

    _tell_if_large(desk.environment, file)
    taken = look(desk, read(desk.environment, file, deck), deck)
    if dry_run or not taken.changes:
        return taken
    backup.make()
    return take(desk, taken)


def _tell_if_large(environment: Environment, file: str) -> None:
    """Say on a terminal that a file takes more than a moment to read."""
    if not sys.stderr.isatty():
        return
    with suppress(OSError):
        path = Path(file)
        amount = path.stat().st_size
        if amount >= LARGE and path.is_file():
            print(say("importing.reading", environment.language, file=path.name, size=size(amount)), file=sys.stderr)


def _ending(environment: Environment, backup: _Backup, *, changed: bool, dry_run: bool) -> list[str]:
    language = environment.language
    if dry_run:
        return [say("importing.would" if changed else "importing.nothing_new", language)]
    if not changed:
        return [say("importing.nothing_new", language)]
    return [say("importing.backup_made", language, file=backup.path)] if backup.path else []


def _print_json(
    environment: Environment,
    done: Sequence[Taken],
    failed: Sequence[tuple[str, TutorError]],
    backup: _Backup,
    *,
    changed: bool,
    dry_run: bool,
) -> None:
    from json import dumps

    from tutor.cli.import_told import values

    problems: list[dict[str, Any]] = [
        {"file": file, "rule": why.key, "message": say(why.key, environment.language, **why.facts)}
        for file, why in failed
    ]
    told_ = {"files": list(map(values, done)), "problems": problems, "changed": changed, "dry_run": dry_run}
    print(dumps({**told_, "backup": backup.path or None}, ensure_ascii=False, indent=2))
