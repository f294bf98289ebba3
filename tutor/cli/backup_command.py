"""`tutor backup`: everything that cannot be made again, in one file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tutor import __version__
from tutor.cli.app import environment_of, told
from tutor.cli.printed import tell
from tutor.errors import UsageError
from tutor.store import backup_file, backups, decks
from tutor.text.sizes import size
from tutor.text.words import say

if TYPE_CHECKING:
    from tutor.cli.environment import Environment
    from tutor.store.backup_file import Manifest
    from tutor.text import Language


def backup(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="[FILE]", help=told("backup_file"))] = "",
    force: Annotated[bool, typer.Option("--force", help=told("backup_force"))] = False,
    json: Annotated[bool, typer.Option("--json", help=told("json"))] = False,
) -> None:
    """Write journal, settings, decks and the register of notes to one file."""
    environment = environment_of(context)
    path = _place(environment, file, force=force)
    if path is None:
        environment.must_be_writable()
        path = backups.make(environment.home, environment.clock.instant(), backups.BY_HAND, __version__).path
        from tutor.store.backup_reading import manifest_of

        manifest = manifest_of(path)
    else:
        manifest = backup_file.write(environment.home, path, environment.clock.instant(), backups.BY_HAND, __version__)
    if json:
        from json import dumps

        print(dumps(_values(path, manifest), ensure_ascii=False, indent=2))
        return
    tell(_told(path, manifest, environment.language))


def _place(environment: Environment, file: str, *, force: bool) -> Path | None:
    """Return where the backup goes, None for the home's own folder; into a folder it goes under a name of its own."""
    if not file:
        return None
    path = Path(file)
    if path.is_dir():
        path /= f"tutor-{date.fromordinal(environment.clock.day())}.zip"
    if path.exists() and not force:
        raise UsageError("backup.exists", file=path)
    return path


def _told(path: Path, manifest: Manifest, language: Language) -> list[str]:
    counts = manifest.counts
    facts = {"path": path, "size": size(path.stat().st_size), "answers": counts.answers, "cards": counts.cards}
    names = [member.name for member in manifest.files]
    imported = sum(name.startswith(f"{decks.FOLDER}/") for name in names)
    parts = [say("backup.part_settings", language)] if backup_file.SETTINGS in names else []
    parts += [say("backup.part_decks", language, n=imported)] if imported else []
    parts += [say("backup.part_notes", language)] if backup_file.NOTES in names else []
    also = [say("backup.with", language, parts=say("backup.and", language).join(parts))] if parts else []
    return [say("backup.made", language, **facts), *also]


def _values(path: Path, manifest: Manifest) -> dict[str, Any]:
    counts = manifest.counts
    return {
        "file": str(path),
        "size": path.stat().st_size,
        "made": backup_file.moment(manifest.made).isoformat(),
        "events": counts.events,
        "answers": counts.answers,
        "cards": counts.cards,
        "last_day": date.fromordinal(counts.last_day).isoformat() if counts.last_day else None,
        "files": [member.name for member in manifest.files],
    }
