"""How the loss fell during a contest, as a chart: means over the runs and over short stretches of steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.model import Chart, Series
from tutor.labs.telling import called, tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.labs.contest import Contest
    from tutor.labs.functions import Unit
    from tutor.labs.normals import Array
    from tutor.text import Text as Said

POINTS = 40


def chart(contest: Contest, title: Said) -> Chart:
    """Return the losses of the race, or of the tuning before it."""
    rows = np.asarray([losses.mean(axis=1) for losses in contest.losses] or contest.trying)
    made = tuple(series(unit, row, contest.rules.steps) for unit, row in zip(contest.units, rows.T, strict=True))
    return Chart(title, tell("lab_train.step"), made)


def series(unit: Unit, losses: Array, steps: int) -> Series:
    """Return the losses of one function, averaged over stretches of the steps planned."""
    points = tuple((step, value) for step, value in smoothed(losses, max(1, steps // POINTS)))
    return Series(called(unit), points, unit.record.name if unit.record else "")


def smoothed(values: Sequence[float] | Array, stretch: int) -> list[tuple[float, float]]:
    """Return (last step, mean) of each stretch, the last one perhaps shorter."""
    parts = [np.asarray(values[start : start + stretch]) for start in range(0, len(values), stretch)]
    ends = [min(len(values), (place + 1) * stretch) for place in range(len(parts))]
    return [(float(end), float(part.mean())) for end, part in zip(ends, parts, strict=True)]
