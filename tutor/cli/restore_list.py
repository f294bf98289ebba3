"""The backups in the home, each checked to the last byte; no journal is opened for that."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tutor.errors import NotFoundError, TutorError
from tutor.reports.kept import Kept
from tutor.store import backups
from tutor.store.backup_reading import verified
from tutor.text.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tutor.cli.environment import Environment
    from tutor.store.backup_file import Manifest
    from tutor.store.backups import Backup

Checked = tuple["Backup", "Manifest | TutorError"]


def list_backups(environment: Environment, *, as_json: bool) -> None:
    """Print the backups, the newest first."""
    found = [(one, _checked(one)) for one in backups.found(environment.home)]
    folder = str(environment.home / backups.FOLDER)
    if as_json:
        from json import dumps

        shown = [_values(number, one, environment) for number, one in enumerate(found, start=1)]
        print(dumps({"backups": shown, "folder": folder}, ensure_ascii=False, indent=2))
        return
    from tutor.ui.screens import backups as screen

    kept = _listed(found, environment)
    if environment.plain:
        print("\n".join(screen.told(kept, environment.language)))
        return
    from tutor.cli.paged import show

    show(lambda columns: screen.lines(kept, folder, environment.language, columns), environment)


def numbered(environment: Environment, number: int) -> Path:
    """Return the file of a backup by its number in the list. Raises `NotFoundError`."""
    found = backups.found(environment.home)
    if not 1 <= number <= len(found):
        raise NotFoundError("backup.no_number", number=number, count=len(found), near="")
    return found[number - 1].path


def _checked(one: Backup) -> Manifest | TutorError:
    try:
        return verified(one.path)
    except TutorError as error:
        return error


def _listed(found: Sequence[Checked], environment: Environment) -> list[Kept]:
    zone = environment.clock.now().tzinfo
    kept = []
    for number, (one, manifest) in enumerate(found, start=1):
        when, size = one.made.astimezone(zone), _size(one.path)
        if isinstance(manifest, TutorError):
            kept.append(Kept(number, when, one.why, size, sound=False))
            continue
        counts = manifest.counts
        last = date.fromordinal(counts.last_day) if counts.last_day else None
        kept.append(Kept(number, when, one.why, size, True, counts.answers, counts.cards, last))
    return kept


def _values(number: int, checked: Checked, environment: Environment) -> dict[str, Any]:
    """Return a backup as `--json` prints it."""
    one, manifest = checked
    shown = {"number": number, "file": str(one.path), "made": one.made.isoformat(), "why": one.why}
    shown |= {"size": _size(one.path), "sound": not isinstance(manifest, TutorError)}
    if isinstance(manifest, TutorError):
        return {**shown, "problem": say(manifest.key, environment.language, **manifest.facts)}
    counts = manifest.counts
    last = date.fromordinal(counts.last_day).isoformat() if counts.last_day else None
    held = {"events": counts.events, "answers": counts.answers, "cards": counts.cards, "last_day": last}
    return {**shown, **held, "program": manifest.program, "files": [member.name for member in manifest.files]}


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
