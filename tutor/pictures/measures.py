"""What was measured beside what theory says, as a table; numbers with as many digits as their error leaves."""

from __future__ import annotations

from math import floor, isfinite, log10
from typing import TYPE_CHECKING

from tutor.pictures.table import NONE, Cell, Column, Table, number, same
from tutor.text.numbers import significant
from tutor.text.wording import both

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.labs.model import Measure

PLAIN = (1e-4, 1e6)  # sizes that are written without ×10ⁿ
MOST_DECIMALS = 6


def measures(found: Sequence[Measure]) -> Table:
    """Return measured beside expected, ± one standard error, and over how many runs."""
    theory = any(one.theory is not None for one in found)
    columns = [Column("name", both("labs.column_quantity")), Column("measured", both("labs.column_measured"), "right")]
    columns += [Column("theory", both("labs.column_theory"), "right")] if theory else []
    columns += [Column("runs", both("labs.column_runs"), "right")]
    notes = (both("labs.note_error"),) if any(one.error is not None for one in found) else ()
    return Table(tuple(columns), tuple(_row(one, theory=theory) for one in found), notes)


def _row(one: Measure, *, theory: bool) -> tuple[Cell, ...]:
    name, measured = Cell(one.name), same(spread(one.measured, one.error), one.measured)
    expected = () if not theory else (NONE if one.theory is None else _number(one.theory),)
    return (name, measured, *expected, number(one.runs))


def _number(value: float) -> Cell:
    return same(significant(value), value)


def spread(value: float, error: float | None) -> str:
    """Return a value with its spread, both to the second digit of the spread: `0.8312 ± 0.0041`."""
    if error is None or not isfinite(value):
        return significant(value)
    if not isfinite(error) or error <= 0:
        return f"{significant(value)} ± {significant(error)}"
    decimals = 1 - floor(log10(error))
    if not (PLAIN[0] <= error < PLAIN[1]) or abs(value) >= PLAIN[1] or decimals > MOST_DECIMALS:
        return f"{significant(value)} ± {significant(error, 2)}"
    places = max(0, decimals)
    return f"{value + 0.0:.{places}f} ± {error:.{places}f}".replace("-", "−")
