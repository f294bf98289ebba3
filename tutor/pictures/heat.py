"""A map of numbers: rows and columns with names, and how dark each number is."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import inf, isfinite, isnan, log10
from typing import TYPE_CHECKING, Any

from tutor.pictures.spans import spanned
from tutor.pictures.table import NONE, Cell, Column, Table, finite, same
from tutor.pictures.table import both as said
from tutor.pictures.ticks import power
from tutor.text import Text
from tutor.text.numbers import significant
from tutor.text.wording import both

if TYPE_CHECKING:
    from tutor.labs import model

LEVELS = 5  # shades, the lightest among them
POWER_FROM, POWER_TO = 1e-4, 1e4  # beyond, numbers on a scale of powers are told by their power
FINE = 1e-2  # below, one digit must do


@dataclass(frozen=True, slots=True)
class Heat:
    """Numbers in rows; `edges` is where shades part (as powers of ten where `powers` is set), one fewer than shades."""

    across: Text
    down: Text
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]
    edges: tuple[float, ...]
    powers: bool = False
    notes: tuple[Text, ...] = ()

    def level(self, value: float) -> int | None:
        """Return the shade of a number, 0 … LEVELS − 1; None for one that is none."""
        at = placed(value, powers=self.powers)
        return None if isnan(at) else bisect_right(self.edges, at)

    def written(self, value: float) -> str:
        """Return a number as it stands in a cell."""
        if isnan(value):
            return "–"
        if self.powers and 0 < value < inf and not POWER_FROM <= value < POWER_TO:
            return power(round(log10(value)))
        return significant(value, 2 if abs(value) >= FINE else 1)

    def bounds(self) -> tuple[str, ...]:
        """Return what parts the shades, as written in a legend."""
        return tuple(self.written(10**edge) if self.powers else significant(edge, 2) for edge in self.edges)


def placed(value: float, *, powers: bool) -> float:
    """Return where a number lies on the scale of shades: −∞ for 0 on a scale of powers."""
    if not powers or isnan(value):
        return value
    return -inf if value <= 0 else value if value == inf else log10(value)


def heat(found: model.Heat) -> Heat:
    """Return the picture of a map that an experiment found."""
    edges = tuple(placed(edge, powers=found.powers) for edge in found.edges) or _even(found)
    return Heat(
        found.across, found.down, found.columns, found.rows, found.values, edges, found.powers, tuple(_notes(found))
    )


def _even(found: model.Heat) -> tuple[float, ...]:
    """Return edges that part what the numbers reach over into equal stretches."""
    places = [placed(value, powers=found.powers) for row in found.values for value in row]
    known = [place for place in places if isfinite(place)] or [0.0]
    low, high = spanned(min(known), max(known))
    step = (high - low) / LEVELS
    return tuple(low + step * place for place in range(1, LEVELS))


def _notes(found: model.Heat) -> list[Text]:
    axes = Text(
        both("labs.axes", across=found.across.zh, down=found.down.zh).zh,
        both("labs.axes", across=found.across.en, down=found.down.en).en,
    )
    return [axes]


def table(shown: Heat) -> Table:
    """Return the map as a table of its numbers."""
    heads = tuple(Column(f"c{place}", Text.same(name), "right") for place, name in enumerate(shown.columns))
    rows = tuple(
        (same(name), *(_cell(shown, value) for value in row))
        for name, row in zip(shown.rows, shown.values, strict=True)
    )
    return Table((Column("row", shown.down), *heads), rows)


def _cell(shown: Heat, value: float) -> Cell:
    return NONE if isnan(value) else same(shown.written(value), value)


def as_json(shown: Heat) -> dict[str, Any]:
    """Return the map for programs."""
    return {
        "kind": "heat",
        "across": said(shown.across),
        "down": said(shown.down),
        "columns": list(shown.columns),
        "rows": list(shown.rows),
        "values": [[finite(value) for value in row] for row in shown.values],
        "powers": shown.powers,
        "notes": [said(note) for note in shown.notes],
    }
