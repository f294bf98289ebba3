"""Values of different things side by side, as bars: where the axis begins and ends, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any

from tutor.pictures.measures import spread
from tutor.pictures.spans import share, spanned
from tutor.pictures.table import Cell, Column, Table, finite, same
from tutor.pictures.table import both as said
from tutor.text.numbers import significant
from tutor.text.wording import both

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.labs import model
    from tutor.text import Text


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars that grow from `start` on an axis from `low` to `high`, `low` < `high`; `drawn` are notes for the eye."""

    bars: tuple[model.Bar, ...]
    low: float
    high: float
    start: float
    notes: tuple[Text, ...] = ()
    drawn: tuple[Text, ...] = ()

    def share(self, value: float) -> float:
        """Return where a value lies on the axis: 0 at the low end, 1 at the high end, no further than the ends."""
        return share(value, self.low, self.high)


def bars(found: model.Bars) -> Bars:
    """Return the picture of bars that an experiment found."""
    ends = [found.start, *(end for bar in found.bars for end in _ends(bar) if isfinite(end))]
    low, high = (found.start, found.start + 1.0) if len(set(ends)) == 1 else (min(ends), max(ends))
    low, high = spanned(low, high)
    drawn = (both("labs.starts", value=significant(found.start)),) if found.start else ()
    return Bars(found.bars, low, high, found.start, tuple(_notes(found)), drawn)


def _ends(bar: model.Bar) -> tuple[float, ...]:
    around = bar.deviation or 0.0
    return (bar.value, bar.value - around, bar.value + around) if isfinite(around) else (bar.value,)


def _notes(found: model.Bars) -> Iterator[Text]:
    if found.best:
        yield both(f"labs.best_{found.best}")
    if any(bar.deviation is not None for bar in found.bars):
        yield both("labs.whisker")


def table(shown: Bars) -> Table:
    """Return the bars as a table."""
    columns = (Column("name", both("labs.column_what")), Column("value", both("labs.column_value"), "right"))
    rows = tuple((Cell(bar.name), same(spread(bar.value, bar.deviation), bar.value)) for bar in shown.bars)
    return Table(columns, rows)


def as_json(shown: Bars) -> dict[str, Any]:
    """Return the bars for programs."""
    found = [
        {"name": said(bar.name), "value": finite(bar.value), "deviation": finite(bar.deviation)} for bar in shown.bars
    ]
    return {"kind": "bars", "bars": found, "start": shown.start, "notes": [said(note) for note in shown.notes]}
