"""How soon a plot and a calculation are there, beside loading what they are drawn with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.rounds import Row, measured, middle, spread
from tests.bench.starts import bare, installed

if TYPE_CHECKING:
    from pathlib import Path

PLOT_FLOOR = "import typer, rich.console, numpy, plotext"
CALC_FLOOR = "import typer, numpy"


def plots(folder: Path, rounds: int) -> tuple[Row, ...]:
    """Measure `tutor plot sigmoid -d` and `tutor calc`."""
    from tests.bench.starts import _whole

    program = installed()
    cases = {
        "plot": _whole((*program.words, "plot", "sigmoid", "-d"), program.environment),
        "plot floor": bare(program, PLOT_FLOOR),
        "calc": _whole((*program.words, "calc", "σ'(10)"), program.environment),
        "calc floor": bare(program, CALC_FLOOR),
    }
    times = measured(cases, rounds)

    def row(name: str, case: str, floor: str, budget: float) -> Row:
        base = middle(times[f"{case} floor"])
        return Row(name, middle(times[case]), f"`{floor}`", base, budget, spread(times[case]))

    return (
        row("`tutor plot sigmoid -d`", "plot", PLOT_FLOOR, 1.4),
        row('`tutor calc "σ\'(10)"`', "calc", CALC_FLOOR, 1.4),
    )
