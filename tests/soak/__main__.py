"""`python -m tests.soak [NAME…]`: what takes too long for every test run.

kills (500 killed sessions), days (60 simulated days through the command line), fuzz (random sessions, course
files and expressions), plots (3 000 random plots), generate (2 000 questions of every family), formulas (2 500
rearranged and as many changed ones), quizzes (20 of 20 questions in a real terminal), imports
(10 000 damaged files for every importer), backups (500 killed restores, 10 000 damaged backups), notes (a folder
of 100 000), games (500 rounds of every game), mutants (small faults against the tests). All when no name is
given. `-n N` sets the number of kills or rounds, `--sample N` and `--module NAME` choose mutants, `--seed N`
another course of chance.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Soak = Callable[[argparse.Namespace], bool]


def kills(options: argparse.Namespace) -> bool:
    """Kill sessions; say how many answers were shown and how many lost."""
    from tests.soak.kills import Learner, kill_sessions

    with tempfile.TemporaryDirectory() as folder:
        outcomes = list(kill_sessions(Learner(Path(folder)).prepare(), options.n or 500, options.seed))
    faults = [outcome.fault for outcome in outcomes if outcome.fault]
    shown, found = sum(outcome.replied for outcome in outcomes), sum(outcome.found for outcome in outcomes)
    under_way = sum(outcome.found > outcome.replied for outcome in outcomes)
    print(f"kills: {len(outcomes)} sessions killed, {shown} answers shown, {found} in the journal")
    print(f"       {under_way} answers were on disk before their verdict could be read; faults: {len(faults)}")
    print(*faults, sep="\n", end="\n" if faults else "")
    return not faults


def days(options: argparse.Namespace) -> bool:
    """Live sixty days with several learners; say what was seen."""
    from tests.soak.days import sixty_days

    faults: list[str] = []
    for seed in range(options.seed, options.seed + (options.n or 5)):
        with tempfile.TemporaryDirectory() as folder:
            watch = sixty_days(Path(folder), seed)
        print(
            f"days: learner {seed}: {watch.answers} rated answers, {watch.practised} practised, at most {watch.most_due}"
            f" due; faults: {len(watch.faults)}"
        )
        faults += watch.faults
    print(*faults, sep="\n", end="\n" if faults else "")
    return not faults


def games(options: argparse.Namespace) -> bool:
    """Deal rounds of every game; say which cannot be solved or have not one right answer."""
    from tests.sessions.games.rounds import faults, rounds
    from tutor.sessions.games.catalogue import GAMES

    found = []
    for game in GAMES:
        own = [fault for turn in rounds(game, options.n or 500, options.seed) for fault in faults(turn)]
        print(f"games: {game.name}: {options.n or 500} rounds; faults: {len(own)}")
        found += own
    print(*found, sep="\n", end="\n" if found else "")
    return not found


def fuzz(options: argparse.Namespace) -> bool:
    """Try random lines, damaged files and random expressions; say what broke."""
    from tests.soak.fuzz import findings

    rounds = options.n or 40
    found = findings(rounds, options.seed)
    for name, faults in found.items():
        print(f"fuzz: {name}: {rounds} trials, {len(faults)} faults", *faults, sep="\n")
    return not any(found.values())


def plots(options: argparse.Namespace) -> bool:
    """Draw random plots in processes of their own; say what came of them."""
    from tests.soak.plots import in_subprocess

    told = [in_subprocess(500, options.seed + 500 * part) for part in range((options.n or 3000) // 500)]
    print(*(f"plots: {text.strip()}" for text in told), sep="\n")
    return all(text.splitlines()[0].endswith(" 0 faults") for text in told)


def generate(options: argparse.Namespace) -> bool:
    """Make questions and let an oracle answer them; say where it disagrees."""
    from tests.soak.generate import findings

    seeds = options.n or 2000
    found = findings(seeds, options.seed)
    for family, faults in found.items():
        print(f"generate: {family}: {seeds} questions, {len(faults)} faults", *faults[:20], sep="\n")
    return not any(found.values())


def quizzes(options: argparse.Namespace) -> bool:
    """Take quizzes in a real terminal; say what was counted and what went wrong."""
    from tests.soak.quizzes import quizzes_of

    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for taken in quizzes_of(options.n or 20, 20, options.seed, Path(folder)):
            rows, columns = taken.size
            right, answers = sum(taken.right), len(taken.right)
            print(f"quizzes: seed {taken.seed}, {columns} x {rows}, {taken.language}: {right} of {answers} right")
            faults += taken.faults
    print(f"quizzes: {len(faults)} faults", *faults, sep="\n")
    return not faults


def imports(options: argparse.Namespace) -> bool:
    """Let every importer read damaged files; say what broke."""
    from tests.soak.imports import findings

    runs = options.n or 10_000
    found = findings(runs, options.seed)
    for name, faults in found.items():
        print(f"imports: {name}: {runs} damaged files, {len(faults)} faults", *faults[:20], sep="\n")
    return not any(found.values())


def mutants(options: argparse.Namespace) -> bool:
    """Try faults; say how many were noticed."""
    from tests.soak.mutants import GUARDS, stale, told, trial

    print(*(f"no such fault any more: {entry}" for entry in stale()), sep="\n")
    scores = trial(options.module or GUARDS, options.sample)
    print(told(scores))
    return sum(score.killed for score in scores) >= 0.9 * sum(score.tried for score in scores)


def formulas(options: argparse.Namespace) -> bool:
    """Rearrange and change random formulas; say how many were judged wrongly."""
    from tests.soak.formulas import trial

    count = trial(options.n or 2500, options.seed)
    print(f"formulas: {count}", *count.faults, sep="\n")
    return not count.faults


def backups(options: argparse.Namespace) -> bool:
    """Kill restores, and restore damaged files; say what became of the homes."""
    from tests.soak.backups import damaged_files, killed_restores

    kills, runs = options.n or 500, options.n or 10_000
    with tempfile.TemporaryDirectory() as folder:
        faults = [fault for fault in killed_restores(Path(folder), kills, options.seed) if fault]
    print(f"backups: {kills} restores and backups killed, {len(faults)} homes that are neither", *faults, sep="\n")
    with tempfile.TemporaryDirectory() as folder:
        found = damaged_files(Path(folder), runs, options.seed)
    print(f"backups: {runs} damaged files restored and merged, {len(found)} faults", *found[:20], sep="\n")
    return not faults and not found


def notes(options: argparse.Namespace) -> bool:
    """Follow a folder of very many notes through a day, and kill those who write notes; say what went wrong."""
    from tests.soak.notes import follow, killed

    kills, count = 50, options.n or 100_000
    with tempfile.TemporaryDirectory() as folder:
        torn = killed(Path(folder), kills, options.seed)
    print(f"notes: {kills} writers killed, {torn.half} half-way: {len(torn.faults)} faults", *torn.faults, sep="\n")
    with tempfile.TemporaryDirectory() as folder:
        outcome = follow(Path(folder), count, options.seed)
    print(f"notes: {count}: " + ", ".join(f"{name} {seconds:.1f} s" for name, seconds in outcome.seconds.items()))
    print(f"notes: {len(outcome.faults)} faults", *outcome.faults, sep="\n")
    return not outcome.faults and not torn.faults


SOAKS: dict[str, Soak] = {
    "kills": kills,
    "days": days,
    "fuzz": fuzz,
    "plots": plots,
    "formulas": formulas,
    "generate": generate,
    "quizzes": quizzes,
    "games": games,
    "imports": imports,
    "backups": backups,
    "notes": notes,
    "mutants": mutants,
}


def main() -> int:
    """Run what was asked for; return 1 when anything failed."""
    options = _options()
    failed = [name for name in options.names or SOAKS if not SOAKS[name](options)]
    print("failed: " + ", ".join(failed) if failed else "all well")
    return 1 if failed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(SOAKS))
    parser.add_argument("-n", type=int)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--sample", type=int)
    parser.add_argument("--module", action="append")
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in SOAKS]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}")
    return options


if __name__ == "__main__":
    raise SystemExit(main())
