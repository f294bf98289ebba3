"""`python -m tests.bench [NAME…]`: how fast it is, as ratios within one run (design, section 5).

Names: commands, reviews, plots, answers, fold, course, core; all of them when none is given.
`--rounds N` (15), `--homes DIR` keeps the generated homes between runs. Subject and floor take turns, round by round.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.plots import plots
from tests.bench.rounds import Row, table
from tests.bench.starts import commands, installed, reviews

if TYPE_CHECKING:
    from collections.abc import Callable

    Bench = Callable[[Path, int], tuple[Row, ...]]


def answers(folder: Path, rounds: int) -> tuple[Row, ...]:
    """Measure answers beside Anki's."""
    from tests.bench.answers import answering

    return answering(folder, rounds)


def fold(folder: Path, rounds: int) -> tuple[Row, ...]:
    """Measure the fold."""
    from tests.bench.folding import folding

    return folding(folder, rounds)


def course(folder: Path, rounds: int) -> tuple[Row, ...]:
    """Measure the compilation of the course."""
    from tests.bench.compiling import compiling

    return compiling(folder, rounds)


def core(folder: Path, rounds: int) -> tuple[Row, ...]:
    """Measure the activation core."""
    from tests.bench import core

    return core.core(folder, rounds)


BENCHES: dict[str, Bench] = {
    "commands": commands,
    "reviews": reviews,
    "plots": plots,
    "answers": answers,
    "fold": fold,
    "course": course,
    "core": core,
}


def main() -> int:
    """Measure what was asked for, print the table; return 1 when a budget was missed."""
    options = _options()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.homes or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        rows: tuple[Row, ...] = ()
        for name in options.names or BENCHES:
            rows += BENCHES[name](folder, options.rounds)
    version = ".".join(map(str, sys.version_info[:3]))
    print(f"Python {version}, started as `{installed().spoken}`, {options.rounds} rounds by turns, medians\n")
    print(table(rows))
    return 0 if all(row.kept for row in rows) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*BENCHES, []], metavar="NAME")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--homes", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
