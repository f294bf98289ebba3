"""When backups are made: after a session, and before anything replaces what there is."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tutor import __version__
from tutor.errors import TutorError
from tutor.text.words import say

if TYPE_CHECKING:
    from pathlib import Path

    from tutor.cli.environment import Environment
    from tutor.store.backups import Backup
    from tutor.text import Language


def automatic(environment: Environment) -> None:
    """Back the home up if that was not done for half an hour; a failure is one line, whatever it is."""
    from tutor.store import backups

    try:
        now = environment.clock.instant()
        if backups.is_due(environment.home, now):
            backups.make(environment.home, now, backups.AUTOMATIC, __version__)
    except TutorError as error:
        _complain(say(error.key, environment.language, **error.facts), environment.language)
    except Exception as error:  # noqa: BLE001 - the answers are safe, the learner is about to leave
        _complain(getattr(error, "strerror", None) or str(error) or type(error).__name__, environment.language)


def before(environment: Environment, why: str) -> Backup | None:
    """Back the home up before something is changed; None when there is nothing yet.

    `why` is one word that ends a key "backup.why_…". Raises `TutorError` when that is impossible: then the
    change had better not be made.
    """
    from tutor.store import backup_file, backups

    if not (environment.home / backup_file.JOURNAL).exists():
        return None
    return backups.make(environment.home, environment.clock.instant(), why, __version__)


def finish(home: Path, now: int, language: Language) -> None:
    """Finish a restore that was decided on and interrupted. Raises `TutorError` when that is impossible."""
    from tutor.store import restoring

    try:
        restoring.finish(home, now, lambda: os.urandom(16).hex(), __version__)
    except TutorError as error:
        raise TutorError("backup.unfinished", why=say(error.key, language, **error.facts)) from error
    print(say("backup.finished", language), file=sys.stderr)


def _complain(why: str, language: Language) -> None:
    print(say("backup.failed", language, why=why), file=sys.stderr)
