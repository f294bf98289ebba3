"""Pictures of what approx found: what is left over the width, two imitations, and the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.approx import OUTSIDE
from tutor.labs.fitting import middles
from tutor.labs.model import Chart, Grid, Series
from tutor.labs.spread import spread
from tutor.labs.telling import tell
from tutor.text import Text
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from tutor.labs.approx import Found
    from tutor.labs.functions import Unit
    from tutor.labs.normals import Array

HIGH = 2.5  # times the size of the curve: what is drawn ends there


def _function(one: Unit) -> str:
    return one.record.name if one.record else ""


def falling(found: Found) -> Chart:
    """Return what is left over the width, one line for each function."""
    series = [
        Series(
            Text.same(one.name),
            tuple(
                (float(width), float(found.left(one.name, place).mean())) for place, width in enumerate(found.widths)
            ),
            _function(one),
        )
        for one in found.units
    ]
    return Chart(tell("lab_approx.falling"), tell("lab_approx.falling_x"), tuple(series), powers=True)


def curves(found: Found) -> Chart:
    """Return the curve and two imitations of it, the worst and the best, in the interval and around it."""
    u = np.linspace(-OUTSIDE, OUTSIDE, 181)
    order = sorted(found.units, key=lambda one: float(found.left(one.name).mean()))
    shown = [Series(tell("lab_approx.target"), _points(found, u, found.target(u)))]
    for one in dict.fromkeys((order[-1], order[0])):
        with np.errstate(all="ignore"):
            heights = found.fits[one.name].at(one, u)
        shown.append(Series(Text.same(one.name), _points(found, u, heights), _function(one)))
    reach = significant(found.reach)
    return Chart(tell("lab_approx.curves", width=found.widths[-1], reach=reach), Text.same("x"), tuple(shown))


def _points(found: Found, u: Array, heights: Array) -> tuple[tuple[float, float], ...]:
    most = HIGH * float(np.abs(found.target(middles())).max())
    kept = np.where(np.abs(heights) <= most, heights, np.nan)
    return tuple(zip((found.reach * u).tolist(), kept.tolist(), strict=True))


def table(found: Found) -> Grid:
    """Return for each function what is left when solved, when trained, and beyond the interval."""
    headings = tuple(tell(f"lab_approx.column_{key}") for key in ("name", "solved", "trained", "beyond"))
    rows: list[tuple[Text | float | None, ...]] = []
    for one in found.units:
        learned = spread(found.learned[one.name]).mean if one.name in found.learned else None
        beyond = float(np.median(found.beyond[one.name]))
        rows.append((Text.same(one.name), float(found.left(one.name).mean()), learned, beyond))
    steps = max(found.taken.values(), default=0)
    return Grid(tell("lab_approx.table", width=found.widths[-1], steps=steps), headings, tuple(rows))
