"""What an experiment found, as pictures: curves, bars, a map, a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from tutor.labs.model import Bars, Chart, Grid, Heat
from tutor.pictures.bars import bars
from tutor.pictures.charting import NOBODY, chart, functions
from tutor.pictures.heat import heat
from tutor.pictures.table import NONE, Cell, Column, Table, same
from tutor.text import Text
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tutor.labs.model import Finding
    from tutor.pictures.shown import Shown
    from tutor.text import Language


def shown(finding: Finding, language: Language, known: Mapping[str, int] = NOBODY) -> Shown:
    """Return the picture of a finding, the names of its curves in `language`; its title stands in the finding.

    `known` are the numbers of functions, as `numbered` gives them to all findings of a result.
    """
    match finding:
        case Chart():
            return chart(finding, language, known)
        case Bars():
            return bars(finding)
        case Heat():
            return heat(finding)
        case Grid():
            return grid(finding)
        case _:
            assert_never(finding)


def numbered(findings: Sequence[Finding]) -> dict[str, int]:
    """Return a number for each function, so that it looks the same in all charts."""
    return functions(finding for finding in findings if isinstance(finding, Chart))


def grid(found: Grid) -> Table:
    """Return a table; columns of nothing but numbers stand at the right."""
    columns = tuple(
        Column(f"c{place}", title, "left" if any(isinstance(row[place], Text) for row in found.rows) else "right")
        for place, title in enumerate(found.headings)
    )
    return Table(columns, tuple(tuple(map(_cell, row)) for row in found.rows))


def _cell(value: Text | float | None) -> Cell:
    match value:
        case None:
            return NONE
        case Text():
            return Cell(value)
        case _:
            return same(significant(value), value)
