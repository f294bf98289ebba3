"""Start-up: real processes of the program against bare interpreters with the same imports."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.home import home_of, opening_with
from tests.bench.rounds import Row, measured, middle, spread

if TYPE_CHECKING:
    from tests.bench.home import Home
    from tests.bench.rounds import Case

ROOT = Path(__file__).parents[2]
FLOORS = {
    "pass": "pass",
    "typer": "import typer",
    "session": "import typer, rich.console, sqlite3",
    "drawing": "import typer, rich.console, sqlite3, numpy",
}
SMALL, LARGE = 300, 100_000


@dataclass(frozen=True, slots=True)
class Program:
    """How the program is started: its words, and the environment of every process in a run."""

    words: tuple[str, ...]
    environment: dict[str, str]

    @property
    def spoken(self) -> str:
        """Return the words as the table's heading tells them."""
        return " ".join(self.words)


def installed() -> Program:
    """Return the console script beside this interpreter, else `python -m tutor` on this checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TUTOR_", "PYTHON"))}
    script = Path(sys.executable).with_name("tutor")
    if script.exists():
        return Program((str(script),), kept)
    return Program((sys.executable, "-m", "tutor"), {**kept, "PYTHONPATH": str(ROOT)})


def bare(program: Program, code: str) -> Case:
    """Return a case that runs `code` in a bare interpreter to its end."""
    return _whole((sys.executable, "-c", code), program.environment)


def bare_line(program: Program, code: str) -> Case:
    """Return a case that runs `code` until it has printed a line: no exit, as in `first_prompt`."""
    return _first_line((sys.executable, "-c", f"{code}\nprint('>', flush=True); input()"), program.environment)


def command(program: Program, home: Home, *words: str) -> Case:
    """Return a case that runs a command in `home` to its end."""
    return _whole((*program.words, *words), {**program.environment, **home.environment})


def first_prompt(program: Program, home: Home) -> Case:
    """Return a case that starts a review and stops the clock at its first prompt."""
    return _first_line((*program.words, "review", "--plain"), {**program.environment, **home.environment})


def _whole(words: tuple[str, ...], environment: dict[str, str]) -> Case:
    def run() -> float:
        before = time.perf_counter()
        subprocess.run(words, env=environment, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, cwd="/")
        return time.perf_counter() - before

    return run


def _first_line(words: tuple[str, ...], environment: dict[str, str]) -> Case:
    def run() -> float:
        before = time.perf_counter()
        with subprocess.Popen(
            words, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, cwd="/"
        ) as process:
            assert process.stdout
            seen = b""
            while not seen.rstrip().endswith(b">"):
                piece = os.read(process.stdout.fileno(), 65536)
                assert piece, f"{words} ended before its first prompt: {seen!r}"
                seen += piece
            taken = time.perf_counter() - before
            process.communicate(b"q\n")
        return taken

    return run


def commands(folder: Path, rounds: int) -> tuple[Row, ...]:
    """Measure the commands that print one thing."""
    program, small, large = installed(), home_of(SMALL, folder), home_of(LARGE, folder)
    card = "lesson-000.card-000001"
    cases = {name: bare(program, FLOORS[name]) for name in ("pass", "typer")} | {
        "due": command(program, large, "due"),
        "due, small": command(program, small, "due"),
        "version": command(program, large, "--version"),
        "card": command(program, large, "card", card, "--json"),
    }
    times = measured(cases, rounds)
    floors = {name: middle(times[name]) for name in ("pass", "typer")}

    def row(name: str, case: str, floor: str, budget: float) -> Row:
        return Row(name, middle(times[case]), f"`{FLOORS[floor]}`", floors[floor], budget, spread(times[case]))

    return (
        row("`tutor due`, 100 000 cards", "due", "pass", 3),
        row("`tutor due`, 300 cards", "due, small", "pass", 3),
        row("`tutor --version`", "version", "typer", 1.6),
        row("`tutor card ID --json`, 100 000 cards", "card", "typer", 1.6),
    )


def reviews(folder: Path, rounds: int) -> tuple[Row, ...]:
    """Measure a review to its first prompt, in two sizes, without and with drawn numbers.

    The floors run to their end, as the design has it; the notes compare with floors that only print a line.
    """
    program, small, large = installed(), home_of(SMALL, folder), home_of(LARGE, folder)
    floors = ("session", "drawing")
    cases = {name: bare(program, FLOORS[name]) for name in floors} | {
        **{f"{name}, line": bare_line(program, FLOORS[name]) for name in floors},
        "small": first_prompt(program, opening_with(small, numbers=False)),
        "large": first_prompt(program, opening_with(large, numbers=False)),
        "numbers, small": first_prompt(program, opening_with(small, numbers=True)),
        "numbers, large": first_prompt(program, opening_with(large, numbers=True)),
    }
    times = measured(cases, rounds)

    def row(name: str, case: str, floor: str, budget: float) -> Row:
        subject, base = middle(times[case]), middle(times[floor])
        strict = f"; {subject / middle(times[f'{floor}, line']):.2f} × the floor without its exit"
        return Row(name, subject, f"`{FLOORS[floor]}`", base, budget, spread(times[case]) + strict)

    return (
        row("`tutor review` to the first card, 300 cards", "small", "session", 1.6),
        row("`tutor review` to the first card, 100 000 cards", "large", "session", 1.6),
        row("the same with drawn numbers, 300 cards", "numbers, small", "drawing", 1.4),
        row("the same with drawn numbers, 100 000 cards", "numbers, large", "drawing", 1.4),
        Row("100 000 cards against 300", middle(times["large"]), "300 cards", middle(times["small"]), 1.15),
    )
