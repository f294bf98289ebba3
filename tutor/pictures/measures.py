"""What was measured beside what theory says, as a table; numbers with as many digits as their error leaves."""

from __future__ import annotations

from math import floor, isfinite, log10
from typing import TYPE_CHECKING

from tutor.pictures.table import NONE, Cell, Column, Table, number, same
from tutor.text.numbers import SUPERSCRIPT, significant
from tutor.text.wording import both

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.labs.model import Measure

PLAIN = (1e-4, 1e6)  # sizes that are written without ×10ⁿ
DIGITS = 3  # of a number that stands alone
MOST_DIGITS = 6  # of a value beside its error; more say less


def measures(found: Sequence[Measure]) -> Table:
    """Return measured beside expected, ± one standard error, and over how many runs."""
    theory = any(one.theory is not None for one in found)
    columns = [Column("name", both("labs.column_quantity")), Column("measured", both("labs.column_measured"), "right")]
    columns += [Column("theory", both("labs.column_theory"), "right")] if theory else []
    columns += [Column("runs", both("labs.column_runs"), "right")]
    notes = (both("labs.note_error"),) if any(one.error is not None for one in found) else ()
    return Table(tuple(columns), tuple(_row(one, theory=theory) for one in found), notes)


def heading(found: Sequence[Measure]) -> str:
    """Return the name of the sentence that heads the table: some labs have no theory."""
    return "measures" if any(one.theory is not None for one in found) else "measured"


def _row(one: Measure, *, theory: bool) -> tuple[Cell, ...]:
    name, measured = Cell(one.name), same(spread(one.measured, one.error), one.measured)
    expected = () if not theory else (NONE if one.theory is None else _beside(one.theory, one.measured, one.error),)
    return (name, measured, *expected, number(one.runs))


def _beside(theory: float, measured: float, error: float | None) -> Cell:
    """Return what theory says, as fine as what was measured: 1.4669 beside 1.4744 ± 0.0036."""
    digits = DIGITS
    if error and theory and isfinite(theory) and _is_plain(measured, error):
        digits = min(MOST_DIGITS, max(DIGITS, floor(log10(abs(theory))) + 1 + _places(error)))
    return same(significant(theory, digits), theory)


def spread(value: float, error: float | None) -> str:
    """Return a value with its spread, both to the second digit of the spread: `0.8312 ± 0.0041`, `(5.0 ± 1.6)×10⁻⁹`."""
    if error is None or not isfinite(value):
        return significant(value)
    if not isfinite(error) or error <= 0:
        return f"{significant(value)} ± {significant(error)}"
    if _is_plain(value, error):
        return _together(value, error)
    power = floor(log10(max(error, abs(value))))
    if power - log10(error) > MOST_DIGITS:
        return f"{significant(value)} ± {significant(error, 2)}"
    return f"({_together(_scaled(value, power), _scaled(error, power))})×10{str(power).translate(SUPERSCRIPT)}"


def _together(value: float, error: float) -> str:
    """Return both with as many decimals as show two digits of the error."""
    places = _places(error)
    return f"{value + 0.0:.{places}f} ± {error:.{places}f}".replace("-", "−")


def _places(error: float) -> int:
    return max(0, 1 - floor(log10(error)))


def _is_plain(value: float, error: float) -> bool:
    """Say whether both are written without ×10ⁿ."""
    return error >= PLAIN[0] and max(error, abs(value)) < PLAIN[1]


def _scaled(value: float, power: int) -> float:
    """Return value / 10ᵖ, in two steps: the power of the smallest numbers has no float."""
    half = power // 2
    return value / 10.0**half / 10.0 ** (power - half)
