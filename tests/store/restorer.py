"""A process that restores a backup, or backs a home up, again and again until it is killed.

Run as `python -m tests.store.restorer HOME BACKUP…`: the backups in turn, each as the whole home; without one,
backups of the home. Says `ready` once it runs.
"""

from __future__ import annotations

import secrets
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from itertools import count, cycle
from pathlib import Path

from tests.store.homes import ROOT, TODAY, Clock, answer, numbered, opened
from tutor.store import backups, laying_out, light, restoring
from tutor.store.backup_file import EVENTS
from tutor.store.doctor import examine

NOW = 1_795_000_000_000_000


def restored(home, source, now=NOW, new_id=lambda: secrets.token_hex(16)):
    """Restore without asking."""
    laid = laying_out.lay_out(Path(source), home, new_id(), now)
    laying_out.decide(home, laid)
    return restoring.finish(home, now, new_id, "0.3.0")


def live(root, answers, start=0, settings="", deck="", *, prefix=1):
    """Answer cards in a home, leave settings, a deck and a note there."""
    with opened(root, clock=Clock(10**15 + start * 10**9), new_id=numbered(prefix), device="") as journal:
        for n in range(start, start + answers):
            journal.record(answer(f"c{n % 7}", due=TODAY + n + 3), TODAY + n)
    home = root / "home"
    if settings:
        (home / "config.toml").write_text(settings, "utf-8")
    if deck:
        (home / "decks").mkdir(exist_ok=True)
        (home / "decks" / "d.jsonl").write_text(deck, "utf-8")
        with closing(sqlite3.connect(home / "notes.sqlite3")) as notes:
            notes.execute("CREATE TABLE IF NOT EXISTS notes (path TEXT)")
            notes.execute("INSERT INTO notes VALUES (?)", (deck,))
            notes.commit()
    return home


def parts(home):
    """Return everything of a home that is truth."""
    with opened(home.parent, device="") as journal:
        found = [row[0] for row in journal.connection.execute("SELECT id FROM events ORDER BY seq")]
        assert examine(journal, 10**17).healthy
    files = {
        path.name: path.read_text("utf-8")
        for path in (home / "config.toml", home / "decks" / "d.jsonl")
        if path.exists()
    }
    notes = []
    if (home / "notes.sqlite3").exists():
        with closing(sqlite3.connect(home / "notes.sqlite3")) as register:
            notes = register.execute("SELECT path FROM notes ORDER BY rowid").fetchall()
    return found, files, notes


def killed(home, delay, *sources):
    """Kill a process that restores without end."""
    words = [sys.executable, "-m", "tests.store.restorer", str(home), *map(str, sources)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout.readline() == "ready\n"
        end = time.monotonic() + delay
        while time.monotonic() < end:
            pass
        process.kill()


def used(folder):
    """Return a reader that restores whatever it is given into an empty home below `folder`, and merges it, too.

    What is laid out may be used: then both homes must be sound.
    """
    numbers = count()

    def read(data, name):
        number = next(numbers)
        source, root, other = folder / name, folder / f"home-{number}", folder / f"merged-{number}"
        source.write_bytes(data)
        (root / "home").mkdir(parents=True)
        try:
            laid = laying_out.lay_out(source, root / "home", f"{number:032x}", NOW)
            with opened(other, device="") as journal:
                journal.absorb(light.events(laid.folder / EVENTS))
                assert examine(journal, 10**18).healthy
            laying_out.decide(root / "home", laid)
            restoring.finish(root / "home", NOW, lambda: secrets.token_hex(16), "0.3.0")
            with opened(root, device="") as journal:
                assert examine(journal, 10**18).healthy
        finally:
            for place in (root, other):
                shutil.rmtree(place, ignore_errors=True)

    return read


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
