"""A long journal folded, and read as columns for statistics: each in a process that tells its seconds and its memory."""

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
READ_SECONDS = 1.5  # of the two that `tutor stats` may take
MOST_ROUNDS = 5  # a fold takes seconds
MEASURED = """
import resource, sqlite3, sys, time
before = time.perf_counter()
{work}
print(time.perf_counter() - before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000, len(cards))
"""
FOLD = "from tutor.store.folding import fold_all; cards = fold_all(sqlite3.connect(sys.argv[1]), {})"
READ = """from tutor.store import answers
cards = answers.read(sqlite3.connect(sys.argv[1], isolation_level=None)).cards"""


def folding(folder: Path, rounds: int) -> tuple[Row, ...]:
    """Measure the fold of a million events, and reading their answers as columns."""
    journal = journal_of(EVENTS, CARDS, folder)
    return (
        _row("fold of 1 000 000 events", FOLD, SECONDS, journal, rounds),
        _row(
            "answers of 1 000 000 events as columns (kept from the second time on)", READ, READ_SECONDS, journal, rounds
        ),
    )


def _row(name: str, work: str, budget: float, journal: Path, rounds: int) -> Row:
    runs = [tuple(_run(work, journal)) for _ in range(min(rounds, MOST_ROUNDS))]
    seconds, megabytes = tuple(run[0] for run in runs), middle(tuple(run[1] for run in runs))
    assert all(run[2] == CARDS for run in runs)
    verdict = "kept" if megabytes <= MEGABYTES else "MISSED"
    note = f"{spread(seconds)}; peak {megabytes:.0f} MB, budget {MEGABYTES} MB: {verdict}"
    return Row(name, middle(seconds), budget=budget, note=note)


def _run(work: str, journal: Path) -> Iterator[float]:
    program = MEASURED.format(work=work)
    done = subprocess.run(
        (sys.executable, "-c", program, str(journal)), capture_output=True, check=True, text=True, cwd=ROOT
    )
    return map(float, done.stdout.split())
