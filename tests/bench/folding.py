"""The fold of a long journal, in a process of its own that tells its seconds and its peak memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.home import journal_of
from tests.bench.rounds import Row, middle, spread

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
EVENTS, CARDS = 1_000_000, 20_000
SECONDS, MEGABYTES = 5, 500
MOST_ROUNDS = 5  # a fold takes seconds
FOLD = """
import resource, sqlite3, sys, time
before = time.perf_counter()
from tutor.store.folding import fold_all
cards = fold_all(sqlite3.connect(sys.argv[1]), {})
print(time.perf_counter() - before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000, len(cards))
"""


def folding(folder: Path, rounds: int) -> tuple[Row, ...]:
    """Measure the fold of a million events."""
    journal = journal_of(EVENTS, CARDS, folder)
    runs = [tuple(_run(journal)) for _ in range(min(rounds, MOST_ROUNDS))]
    seconds, megabytes = tuple(run[0] for run in runs), middle(tuple(run[1] for run in runs))
    assert all(run[2] == CARDS for run in runs)
    verdict = "kept" if megabytes <= MEGABYTES else "MISSED"
    note = f"{spread(seconds)}; peak {megabytes:.0f} MB, budget {MEGABYTES} MB: {verdict}"
    return (Row("fold of 1 000 000 events", middle(seconds), budget=SECONDS, note=note),)


def _run(journal: Path) -> Iterator[float]:
    done = subprocess.run(
        (sys.executable, "-c", FOLD, str(journal)), capture_output=True, check=True, text=True, cwd=ROOT
    )
    return map(float, done.stdout.split())
