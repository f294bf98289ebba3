"""Differences in accuracy as people say them: percentage points, and whether they are more than noise."""

from __future__ import annotations

from math import isinf, isnan
from typing import TYPE_CHECKING

from tutor.labs.telling import tell

if TYPE_CHECKING:
    from tutor.labs.spread import Difference
    from tutor.text import Text


def points(share: float) -> str:
    """Return a share in percentage points with one decimal, ∞ where nothing is known."""
    return "∞" if isinf(share) else f"{round(100 * share, 1) or 0.0:.1f}".replace("-", "−")  # no −0.0


def clause(name: Text | str, gap: Difference) -> Text:
    """Say how much better or worse something called `name` is, that noise explains it, or that nothing was left."""
    if isnan(gap.mean):
        return tell("lab_points.lost", name=name)
    verb = ("higher" if gap.mean > 0 else "lower") if gap.tells else "same"
    shown = abs(gap.mean) if gap.tells else gap.mean
    return tell(f"lab_points.{verb}", name=name, points=points(shown), half=points(gap.half))
