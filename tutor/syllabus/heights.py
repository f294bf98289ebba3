"""Steps too tall for a screen of 80 × 24: prose, a derivation, a comparison, a sentence under a plot.

The figures are what a lesson's screen leaves: 76 columns of text, 17 rows between its title and its keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.questions import template
from tutor.syllabus.model import Compare, Derive, PlotStep, Prose
from tutor.text.width import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.questions.model import Wording
    from tutor.syllabus.model import Step

COLUMNS, ROWS = 76, 17
HALF = 36  # columns of each side of a comparison
READING = 4  # rows of a sentence under a plot: the curves need the rest


def too_tall(step: Step) -> tuple[int, int] | None:
    """Return the rows of a step and the rows there are, None when it fits in both languages.

    Raises what computing a number raises; that fault is reported for its own sake.
    """
    if isinstance(step, PlotStep):
        tallest = max((_rows(reading.wording, COLUMNS) for reading in step.read), default=0)
        return (tallest, READING) if tallest > READING else None
    rows = _height(step)
    return (rows, ROWS) if rows > ROWS else None


def _height(step: Step) -> int:
    match step:
        case Prose(wording=wording):
            return _rows(wording, COLUMNS)
        case Derive(lines=lines):
            return sum(1 + (_rows(line.because, COLUMNS - 4) if line.because else 0) for line in lines)
        case Compare(pros=pros, cons=cons):
            return 1 + max(_column(pros), _column(cons))
        case _:
            return 0


def _column(points: Sequence[Wording]) -> int:
    return sum(_rows(point, HALF - 2) for point in points)


def _rows(wording: Wording, columns: int) -> int:
    """Return the rows a text takes in the language in which it is longer."""
    text = template.fill(wording, {})
    return max(len(wrap(side, columns)) for side in (text.zh, text.en))
