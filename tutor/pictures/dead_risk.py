"""The risk that a unit dies: how often its slope is exactly 0 while its input drifts to the left.

The pre-activation is z + μ with z ~ N(0, 1); training that pushes the bias down lowers μ. A unit is
dead when no input of the data gives it a gradient.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.pictures.facts import called
from tutor.pictures.table import Column, Table, arranged, number
from tutor.text.wording import both

if TYPE_CHECKING:
    from tutor.activations.record import Activation
    from tutor.pictures.request import Request
    from tutor.pictures.table import Cell

SHIFTS = (0.0, -2.0, -4.0)
INPUTS = 1000
FLAT = 0.01


def dead_risk(request: Request) -> Table:
    """Return the risk of each function, the most endangered first."""
    from tutor.activations.catalogue import ACTIVATIONS, get

    records = [get(name) for name in request.functions] or list(ACTIVATIONS)
    rows = tuple(sorted((row(record) for record in records), key=_risk, reverse=True))
    table = Table(columns(), rows, (both("pictures.note_dead_risk", n=INPUTS, share=FLAT),))
    return arranged(table, request.sort, request.columns, request.filters)


def columns() -> tuple[Column, ...]:
    """Return the columns: shares at each shift, the risk for all inputs, and what is left of the slope."""
    shares = [
        Column(f"dead_{abs(shift):g}", both("pictures.column_dead_at", shift=_shown(shift)), "right")
        for shift in SHIFTS
    ]
    whole = Column("all_4", both("pictures.column_all_at", shift=_shown(SHIFTS[-1])), "right")
    flat = Column("flat_4", both("pictures.column_flat_at", shift=_shown(SHIFTS[-1])), "right")
    slope = Column("slope_4", both("pictures.column_slope_at", x=_shown(SHIFTS[-1])), "right")
    return (Column("function", both("pictures.column_function")), *shares, whole, flat, slope)


def _shown(shift: float) -> str:
    return f"{shift:g}".replace("-", "−")


def row(record: Activation) -> tuple[Cell, ...]:
    """Return the cells of one function."""
    import numpy as np

    from tutor.activations.calculus.shares import share

    def dead(shift: float) -> float:
        return share(lambda z: np.asarray(record.derivative(z + shift)) == 0)

    shares = [dead(shift) for shift in SHIFTS]
    flat = share(lambda z: np.abs(record.derivative(z + SHIFTS[-1])) < FLAT)
    return (called(record), *map(_number, (*shares, shares[-1] ** INPUTS, flat, record.derivative(SHIFTS[-1]))))


def _number(value: float) -> Cell:
    """Return a cell; what is nearly 1 keeps the digits that tell it from 1."""
    return number(value, 5 if 0.9995 < value < 1 else 3)


def _risk(cells: tuple[Cell, ...]) -> tuple[float, ...]:
    return tuple(float(cell.value) for cell in cells[1:6] if isinstance(cell.value, int | float))
