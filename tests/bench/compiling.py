"""The real course compiled into the library: all of it, and again after one edit."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.bench.rounds import Row, measured, middle, spread

CONTENT = Path(__file__).parents[2] / "content"
PROGRAM = """
import sys, time
from pathlib import Path
import numpy, yaml
from tutor.activations.expression import calculate
from tutor.store import compiling
from tutor.store.library import Library
calculate("1 + 1")
before = time.perf_counter()
library = Library.open(Path(sys.argv[1]), Path(sys.argv[2]), "bench")
library.refresh()
print(time.perf_counter() - before)
"""
WHOLE, EDIT = 1.0, 0.2  # seconds (design, section 5)


def compiling(folder: Path, rounds: int) -> tuple[Row, ...]:
    """Measure both on a copy of the course."""
    content = folder / "course"
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(CONTENT, content)
    edited = min(content.glob("*-*/*.yaml"))

    def whole() -> float:
        (folder / "library.sqlite3").unlink(missing_ok=True)
        return refreshed(folder, content)

    def edit() -> float:
        edited.write_text(edited.read_text(encoding="utf-8") + "# edited\n", encoding="utf-8")
        return refreshed(folder, content)

    times = measured({"whole": whole, "edit": edit}, rounds)
    lessons = len(list(content.glob("*-*/*.yaml")))
    return (
        Row(
            f"compile the whole course ({lessons} lessons)",
            middle(times["whole"]),
            budget=WHOLE,
            note=spread(times["whole"]),
        ),
        Row("compile after one edit", middle(times["edit"]), budget=EDIT, note=spread(times["edit"])),
    )


def refreshed(folder: Path, content: Path) -> float:
    """Bring the library up to date; return the seconds it took, in a fresh process whose imports are done.

    In this process the second round would find its expressions read and its questions answered.
    """
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, folder / "library.sqlite3", content], capture_output=True, text=True, check=True
    )
    return float(done.stdout)
