"""Pictures of what quant found: accuracy of each change, rounding beside its theory, counted costs."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs import standins
from tutor.labs.model import Bar, Bars, Chart, Grid, Series
from tutor.labs.rounding import BITS, rounded
from tutor.labs.spread import spread
from tutor.labs.telling import tell
from tutor.text import Text
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from tutor.labs.normals import Array
    from tutor.labs.quant import Found
    from tutor.labs.standins import Standin

DEGREES, PIECES = (3, 5, 9, 15), (4, 8, 16)
GUESSED = 0.5  # accuracy of a coin, where bars begin when none is below


def name_of(found: Found, kind: str) -> Text:
    """Return what a change is called."""
    if kind.startswith("bits"):
        return tell("lab_quant.kind_bits", n=kind.removeprefix("bits"))
    sizes = {"polynomial": found.degree, "raw": found.degree, "pieces": found.pieces}
    return tell(f"lab_quant.kind_{kind}", n=sizes.get(kind, 0), double=found.double[0])


def order(found: Found) -> list[str]:
    """Return the changes that are known by now."""
    return [kind for kind in found.kinds if kind in found.altered]


def bars(found: Found) -> Bars:
    """Return the accuracy of the networks as they were trained, and after each change."""
    first = spread(found.plain)
    made = [Bar(tell("lab_quant.kind_plain", name=found.unit.name), first.mean, first.deviation)]
    for kind in order(found):
        known = spread(found.altered[kind])
        made.append(Bar(name_of(found, kind), known.mean, known.deviation))
    lowest = min(bar.value - (bar.deviation or 0.0) for bar in made)
    start = GUESSED if lowest >= GUESSED else 0.0
    return Bars(tell("lab_quant.bars", runs=found.runs), tuple(made), start, best="high")


def rulers(found: Found) -> Chart:
    """Return the rounding error over the bits, as a multiple of what theory says."""
    series = []
    for one in found.units:
        if one.name in found.rulers:
            known = found.rulers[one.name]
            shares = [
                float(errors.mean()) * sqrt(12) / size for errors, size in zip(known.errors, known.steps, strict=True)
            ]
            points = tuple(zip(map(float, BITS), shares, strict=True))
            series.append(Series(Text.same(one.name), points, one.record.name if one.record else ""))
    return Chart(tell("lab_quant.rulers"), tell("lab_quant.rulers_x"), tuple(series))


def costs(found: Found) -> Grid:
    """Return for each stand-in the largest gap, operations for one number, and numbers kept."""
    headings = tuple(tell(f"lab_quant.column_{key}") for key in ("standin", "gap", "operations", "kept"))
    double, standin = found.double
    rows = [_cost(found, tell("lab_quant.row_double", double=double), standin)]
    for degree in sorted({*DEGREES, found.degree}):
        made = standins.polynomial(found.unit, degree, found.reach)
        rows.append(_cost(found, tell("lab_quant.kind_polynomial", n=degree), made))
    for count in sorted({*PIECES, found.pieces}):
        made = standins.pieces(found.unit, count, found.reach)
        rows.append(_cost(found, tell("lab_quant.kind_pieces", n=count), made))
    rows.append(_cost(found, tell("lab_quant.row_table", n=2**found.bits), _table(found)))
    title = tell("lab_quant.costs", name=found.unit.name, reach=significant(found.reach))
    return Grid(title, headings, tuple(rows))


def _cost(found: Found, name: Text, standin: Standin) -> tuple[Text | float | None, ...]:
    return name, standins.gap(found.unit, standin.value, found.reach)[0], standin.operations, standin.kept


def _table(found: Found) -> Standin:
    """Return a look-up table: input and output both rounded."""
    low, high = np.array(-found.reach), np.array(found.reach)
    values = found.unit.value(np.linspace(-found.reach, found.reach, 1001))
    low_high = values.min(), values.max()

    def value(x: Array) -> Array:
        return rounded(found.unit.value(rounded(x, low, high, found.bits)), *low_high, found.bits)

    return standins.Standin(value, 1, 2**found.bits)
