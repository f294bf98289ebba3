"""Days side by side as columns: what stands on one another is told apart by shade and colour."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from tutor.text.numbers import significant
from tutor.text.width import width
from tutor.ui.lines import Line, Span, line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tutor.ui.theme import Role

HEIGHT = 6
EIGHTHS = " ▁▂▃▄▅▆▇█"
FULL = EIGHTHS[-1]
SEEN = 0.3  # of a cell: what is less is not drawn upon another
Sign = tuple[str, "Role"]
NOTHING: Sign = (" ", "plain")


def chart(
    stacks: Sequence[Sequence[float]],
    signs: Sequence[Sign],
    labels: Mapping[int, str],
    room: int,
    *,
    height: int = HEIGHT,
    gutter: int = 0,
) -> list[Line]:
    """Return the columns with a scale at the left and labels below; each stack has one value per sign, lowest first.

    `gutter` cells at least are left to the scale, so that charts below one another begin at the same place.
    """
    most = max((sum(stack) for stack in stacks), default=0)
    top = significant(most)
    gutter = max(gutter, gutter_of(most))
    size = 2 if gutter + 2 * len(stacks) <= room else 1
    scaled = [[value / most * height if most else 0.0 for value in stack] for stack in stacks]
    rows: list[Line] = []
    for level in reversed(range(height)):
        scale = top if most and level == height - 1 else ""
        cells = [_cell(stack, signs, level) for stack in scaled]
        drawn = [Span(sign + " " * (size - 1), role) for sign, role in cells]
        rows.append((Span(scale.rjust(gutter - 1) + " ", "dim"), *drawn))
    rows.append((Span("0".rjust(gutter - 1) + " ", "dim"), Span("─" * (size * len(stacks)), "rule")))
    return [*rows, _labels(labels, gutter, size, room)]


def gutter_of(most: float) -> int:
    """Return the cells of a scale up to `most`."""
    return width(significant(most)) + 1


def _cell(stack: Sequence[float], signs: Sequence[Sign], level: int) -> Sign:
    """Return what stands in a cell: of the values that reach into it the one that fills most of it."""
    ends = list(accumulate(stack))
    if not ends or ends[-1] <= level or (level and ends[-1] - level < SEEN and signs[-1][0] != FULL):
        return NOTHING
    starts = [0.0, *ends[:-1]]
    filled = [min(end, level + 1) - max(start, level) for start, end in zip(starts, ends, strict=True)]
    sign, role = signs[filled.index(max(filled))]
    part = min(1.0, ends[-1] - level)
    return (EIGHTHS[max(1, round(8 * part))] if sign == FULL else sign), role


def _labels(labels: Mapping[int, str], gutter: int, size: int, room: int) -> Line:
    """Return the labels below their columns; one that would touch the one before is left out."""
    text = ""
    for place, label in sorted(labels.items()):
        start = min(gutter + place * size, room - width(label))
        if not text or width(text) < start:
            text += " " * (start - width(text)) + label
    return line((text, "dim"))
