"""Random plots: random functions, ranges, sizes and layouts, in a process that may be killed.

A plot must come out within its size, or be refused with a sentence; it may neither abort nor hang.
`python -m tests.soak.plots N SEED` prints one line with the counts and one for each fault.
"""

from __future__ import annotations

import subprocess
import sys
import traceback
from random import Random

from tutor.activations import ACTIVATIONS
from tutor.errors import TutorError
from tutor.pictures.curves import picture
from tutor.pictures.model import LAYOUTS, MARKS, Wanted
from tutor.pictures.spoken import summary
from tutor.ui.lines import measure, text_of
from tutor.ui.plot import fitting_rows, lines

LEAVES = ("x", "x", "x", "pi", "e", "0", "1", "2", "0.001", "1e6", "1e150", "1e308", "inf")
BINARY = ("+", "-", "*", "/", "^")
ELEMENTARY = ("exp", "log", "sqrt", "abs", "Phi", "phi")
ALONE = 30.0  # seconds that a hundred plots may take at most, by far


def expression(chance: Random, depth: int = 3) -> str:
    """Return an expression that makes sense to the parser and often to nobody else."""
    roll = chance.random()
    if depth == 0 or roll < 0.15:
        return chance.choice(LEAVES)
    if roll < 0.45:
        left, right = expression(chance, depth - 1), expression(chance, depth - 1)
        return f"({left}{chance.choice(BINARY)}{right})"
    if roll < 0.65:
        return f"{chance.choice(ELEMENTARY)}({expression(chance, depth - 1)})"
    if roll < 0.7:
        return f"max({expression(chance, depth - 1)}, {expression(chance, depth - 1)})"
    name = chance.choice(ACTIVATIONS).name + chance.choice(["", "", "", "'"])
    return name if roll < 0.8 else f"{name}({expression(chance, depth - 1)})"


def number(chance: Random) -> float:
    """Return a number of any size."""
    return chance.choice((-1, 1)) * chance.choice(
        (0.0, chance.random(), chance.uniform(0, 10), 10 ** chance.uniform(-9, 14))
    )


def wanted(chance: Random) -> Wanted:
    """Return what is asked for."""
    low, bottom = number(chance), number(chance)
    usual, odd = (-6.0, 6.0), (number(chance), number(chance))
    x = chance.choice((usual, usual, usual, (low, low + abs(odd[0])), (low, low + abs(odd[1])), odd))
    y = chance.choice((None, None, None, None, (bottom, bottom + abs(odd[1])), odd))
    marks = tuple(chance.sample(MARKS, chance.randrange(len(MARKS) + 1)))
    return Wanted(x, y, chance.randrange(3), chance.choice(LAYOUTS), labels=chance.random() < 0.8, marks=marks)


def plot(chance: Random) -> str:
    """Draw one plot; return "drawn" or "refused". Raises AssertionError for a plot that leaves its frame."""
    expressions = [expression(chance) for _ in range(chance.choice((1, 1, 1, 1, 2, 2, 3, 5, 9, 30)))]
    try:
        made = picture(expressions, wanted(chance), {})
    except TutorError:
        return "refused"
    columns = chance.choice((5, 17, 18, 40, 80, 120, 250, chance.randrange(1, 300)))
    rows = chance.choice((1, 5, 6, 14, 24, fitting_rows(made, columns), chance.randrange(1, 100)))
    language = chance.choice(("zh", "en"))
    shown = lines(made, columns, rows, language, ascii_only=chance.random() < 0.3)
    assert shown, "nothing is shown"
    assert len(shown) <= rows, f"{len(shown)} lines in {rows} rows"
    assert max(map(measure, shown)) <= columns, f"wider than {columns} columns"
    assert all(char.isprintable() for row in shown for char in text_of(row)), "a control character"
    assert all(sentence.isprintable() for sentence in summary(made, language))
    return "drawn"


def main(count: int, seed: int) -> None:
    """Draw `count` plots, each with its own chance, and print what came of them."""
    found = {"drawn": 0, "refused": 0}
    faults: list[str] = []
    for place in range(seed, seed + count):
        try:
            found[plot(Random(place))] += 1
        except Exception:  # noqa: BLE001 - every exception is a fault
            faults.append(f"plot {place}: {traceback.format_exc(limit=-2)}")
    print(f"{found['drawn']} drawn, {found['refused']} refused, {len(faults)} faults")
    print(*faults, sep="\n", end="")


def in_subprocess(count: int, seed: int) -> str:
    """Return what `main` prints in a process of its own, or how that process ended."""
    command = [sys.executable, "-W", "error", "-m", "tests.soak.plots", str(count), str(seed)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=ALONE + ALONE * count / 100, check=False)
    except subprocess.TimeoutExpired:
        return "it hangs"
    return done.stdout if done.returncode == 0 else f"exit {done.returncode}: {done.stderr[-500:]}"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
