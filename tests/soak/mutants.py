"""Whether the tests notice small faults: every mutation of a module is tried against the tests that guard it.

Each runs in a fork of a process that has loaded the test libraries but nothing of this project, on a copy
of the tree. The same sample and seed give the same mutants; hypothesis runs with a fixed seed.
"""

from __future__ import annotations

import compileall
import os
import shutil
import signal
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.soak.equivalent import EQUIVALENT
from tests.soak.mutations import Mutation, mutations

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[2]
COPIED = ("tutor", "tests", "content", "pyproject.toml")
AT_ONCE = 2
PATIENCE = 60  # seconds; a mutant that runs longer hangs, and a hanging test is a failing one
OPTIONS = (
    "-x",
    "-q",
    "-p",
    "no:cacheprovider",
    "--hypothesis-seed=0",
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
)
GUARDS: dict[str, tuple[str, ...]] = {
    "memory/fsrs": ("tests/memory/test_fsrs.py",),
    "memory/scheduling": ("tests/memory/test_scheduling.py",),
    "memory/fields": ("tests/memory/test_fields.py",),
    "memory/fold": ("tests/memory/test_fold.py", "tests/memory/test_keeping.py"),
    "memory/bulk": ("tests/memory/test_bulk.py",),
    "memory/seeding": ("tests/memory/test_seeding.py",),
    "reports/note_fields": ("tests/reports/test_note_fields.py",),
    "exchange/notes/front_matter": ("tests/exchange/test_front_matter.py",),
    "exchange/notes/front_values": ("tests/exchange/test_front_matter.py",),
    "exchange/notes/front_entries": ("tests/exchange/test_front_matter.py",),
    "questions/grading": ("tests/questions/test_grading.py",),
    "questions/answers": ("tests/questions/test_answers.py", "tests/questions/test_grading.py"),
    "sessions/queue": ("tests/sessions/test_queue.py",),
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One mutation of one module."""

    module: str
    mutation: Mutation

    @property
    def equivalent(self) -> bool:
        """Whether it was looked at and found to change nothing that can be observed."""
        return (self.module, self.mutation.text, self.mutation.change) in EQUIVALENT


@dataclass(frozen=True, slots=True)
class Score:
    """How one module's tests did."""

    module: str
    tried: int
    survivors: tuple[Mutant, ...]

    @property
    def killed(self) -> int:
        """Return how many faults were noticed."""
        return self.tried - len(self.survivors)


def mutants_of(tree: Path, module: str, sample: int | None) -> list[Mutant]:
    """Return the mutants of a module that are not known to be equivalent, or a fixed sample of them."""
    source = (tree / "tutor" / f"{module}.py").read_text(encoding="utf-8")
    found = [mutant for mutant in (Mutant(module, one) for one in mutations(source)) if not mutant.equivalent]
    if sample is None or sample >= len(found):
        return found
    return Random(module).sample(found, sample)


def trial(modules: Iterable[str], sample: int | None) -> tuple[Score, ...]:
    """Try the mutants of every module; return a score for each."""
    _load_libraries()
    with TemporaryDirectory() as folder:
        free: Queue[Path] = Queue()
        for number in range(AT_ONCE):
            free.put(_copy(Path(folder) / str(number)))
        return tuple(_score(module, sample, free) for module in modules)


def stale() -> list[str]:
    """Return the entries of the list of equivalents that no longer fit any line."""
    there = {
        (module, one.text, one.change)
        for module in GUARDS
        for one in mutations((ROOT / "tutor" / f"{module}.py").read_text(encoding="utf-8"))
    }
    return [" ".join(entry) for entry in sorted(EQUIVALENT - there)]


def _score(module: str, sample: int | None, free: Queue[Path]) -> Score:
    assert not _fails(free.queue[0], GUARDS[module]), f"the tests of {module} fail without any fault"
    tried = mutants_of(free.queue[0], module, sample)

    def survives(mutant: Mutant) -> bool:
        tree = free.get()
        try:
            return not _noticed(tree, mutant)
        finally:
            free.put(tree)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        survived = list(pool.map(survives, tried))
    print(f"({module}: {len(tried)} tried, {sum(survived)} survived)", file=sys.stderr, flush=True)
    return Score(module, len(tried), tuple(mutant for mutant, lives in zip(tried, survived, strict=True) if lives))


def _load_libraries() -> None:
    """Load what every test run needs, once; forks inherit it."""
    sys.dont_write_bytecode = True
    for name in ("fsrs", "hypothesis", "hypothesis.strategies", "mpmath", "numpy", "pytest"):
        __import__(name)


def _copy(tree: Path) -> Path:
    """Copy the project, compiled except for what will be mutated."""
    tree.mkdir()
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tree / name)
    compileall.compile_dir(tree / "tutor", quiet=1)
    for module in GUARDS:
        for compiled in (tree / "tutor" / module).parent.glob(f"__pycache__/{Path(module).name}.*"):
            compiled.unlink()
    return tree


def _noticed(tree: Path, mutant: Mutant) -> bool:
    """Put the fault into the tree, run the tests that guard the module, take it out again."""
    path = tree / "tutor" / f"{mutant.module}.py"
    original = path.read_text(encoding="utf-8")
    path.write_text(mutant.mutation.source, encoding="utf-8")
    try:
        return _fails(tree, GUARDS[mutant.module])
    finally:
        path.write_text(original, encoding="utf-8")


def _fails(tree: Path, tests: tuple[str, ...]) -> bool:
    """Whether the tests fail (or hang) in `tree`, in a fork of this process."""
    child = os.fork()
    if child == 0:
        _run_tests(tree, tests)
    return os.waitpid(child, 0)[1] != 0


def _run_tests(tree: Path, tests: tuple[str, ...]) -> None:
    """Run tests and leave the forked process with their exit code."""
    code = 1
    try:
        signal.alarm(PATIENCE)
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        os.chdir(tree)
        for name in [name for name in sys.modules if name.partition(".")[0] in {"tutor", "tests"}]:
            del sys.modules[name]
        sys.path[:] = [str(tree), *(path for path in sys.path if Path(path or ROOT).resolve() != ROOT)]
        import pytest
        from hypothesis import Phase, settings

        settings.register_profile("mutants", database=None, deadline=None, phases=(Phase.explicit, Phase.generate))
        settings.load_profile("mutants")  # the first failing example will do, nobody reads the smallest
        code = int(pytest.main([*OPTIONS, *tests]))
    finally:
        os._exit(code)


def told(scores: Iterable[Score]) -> str:
    """Return the result as a table, and every survivor with its line."""
    known = Counter(module for module, _, _ in EQUIVALENT)
    lines = ["| module | mutants | killed | | equivalent |", "|---|---|---|---|---|"]
    survivors: list[str] = []
    for score in scores:
        share = score.killed / score.tried if score.tried else 1.0
        lines.append(f"| {score.module} | {score.tried} | {score.killed} | {share:.0%} | {known[score.module]} |")
        survivors += [
            f"tutor/{score.module}.py:{mutant.mutation.line}: {mutant.mutation.change}" for mutant in score.survivors
        ]
    return "\n".join([*lines, "", *survivors])
