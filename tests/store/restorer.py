"""A process that restores a backup, or backs a home up, again and again until it is killed.

Run as `python -m tests.store.restorer HOME BACKUP…`: the backups in turn, each as the whole home; without one,
backups of the home. Says `ready` once it runs.
"""

from __future__ import annotations

import secrets
import sys
from itertools import count, cycle
from pathlib import Path

from tutor.store import backups, laying_out, restoring

NOW = 1_795_000_000_000_000


def restored(home, source, now=NOW, new_id=lambda: secrets.token_hex(16)):
    """Restore without asking."""
    laid = laying_out.lay_out(Path(source), home, new_id(), now)
    laying_out.decide(home, laid)
    return restoring.finish(home, now, new_id, "0.3.0")


def main(home, *sources):
    home, times = Path(home), count(NOW, 1_000_000)
    if (home / laying_out.FOLDER).exists():
        restoring.finish(home, next(times), lambda: secrets.token_hex(16), "0.3.0")
    print("ready", flush=True)
    for source, now in zip(cycle(sources or [None]), times):
        if source is None:
            backups.make(home, now, "auto", "0.3.0")
        else:
            restored(home, source, now)


if __name__ == "__main__":
    main(*sys.argv[1:])
