"""Backups against damage and kill -9: a home is as it was or as the backup has it, never something between."""

from __future__ import annotations

import shutil
from random import Random
from typing import TYPE_CHECKING

from tests.exchange.mutate import faults
from tests.store.homes import numbered, opened
from tests.store.restorer import NOW, killed, live, parts, restored, used
from tutor.store import backups, laying_out, restoring
from tutor.store.backup_reading import verified

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONGEST = 0.15  # seconds after which a process that restores without end is killed
ANSWERS = 40


def killed_restores(root: Path, kills: int, seed: int) -> Iterator[str]:
    """Kill restores and backups of one home; yield what is wrong after each, "" when nothing is."""
    chance = Random(seed)
    home = live(root, ANSWERS, settings="new_per_day = 1\n", deck="old")
    before, first = parts(home), shutil.copy(backups.make(home, NOW, "auto", "0").path, root / "before.zip")
    live(root, ANSWERS, ANSWERS, "new_per_day = 2\n", "new", prefix=2)
    after, second = parts(home), shutil.copy(backups.make(home, NOW, "auto", "0").path, root / "after.zip")
    for kill in range(kills):
        restoring_now = kill % 4 > 0
        was = parts(home)
        killed(home, chance.uniform(0, LONGEST), *([first, second] if restoring_now else []))
        if (home / laying_out.FOLDER).exists():
            restoring.finish(home, NOW, numbered(chance.randrange(1 << 60)), "0")
        found = parts(home)
        if found not in ((before, after) if restoring_now else (was,)):
            yield f"kill {kill}: a mixture"
            restored(home, first)
        for one in backups.found(home):
            verified(one.path)
        yield ""


def damaged_files(folder: Path, runs: int, seed: int) -> list[str]:
    """Restore and merge damaged backups and journals; return the faults."""
    home = live(folder, ANSWERS, settings="new_per_day = 1\n", deck="old")
    place = folder / "place"
    place.mkdir()
    with opened(folder) as journal:
        journal.connection.execute("VACUUM INTO ?", (str(place / "bare.sqlite3"),))
    files = {
        "backup.zip": backups.make(home, NOW, "auto", "0").path.read_bytes(),
        "bare.sqlite3": (place / "bare.sqlite3").read_bytes(),
    }
    return faults(used(place), files, runs=runs, seed=seed, allowed=place)
