"""One place on every curve of a picture: the values there, computed, and marked where they can be seen."""

from __future__ import annotations

from dataclasses import replace
from math import isfinite
from typing import TYPE_CHECKING

from tutor.pictures.curves import function, lines_of
from tutor.pictures.model import Mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tutor.pictures.model import Panel, Picture


def values(
    expressions: Sequence[str], parameters: Mapping[str, Sequence[float]], x: float
) -> tuple[tuple[str, float], ...]:
    """Return the name of every curve with its value at `x`. Raises `UsageError` for what cannot be computed."""
    return tuple((line.name, float(function(line).value(x))) for line in lines_of(expressions, 0, parameters))


def pointed(picture: Picture, found: Sequence[tuple[str, float]], x: float) -> Picture:
    """Return the picture with the values `found` at `x` marked on its curves, in their order."""
    left = iter(found)
    return replace(
        picture, panels=tuple(_panel(panel, [next(left) for _ in panel.curves], x) for panel in picture.panels)
    )


def _panel(panel: Panel, found: Sequence[tuple[str, float]], x: float) -> Panel:
    curves = tuple(
        replace(curve, marks=(Mark("point", x, y),)) if _seen(panel, x, y) else curve
        for curve, (_, y) in zip(panel.curves, found, strict=True)
    )
    return replace(panel, curves=curves)


def _seen(panel: Panel, x: float, y: float) -> bool:
    return isfinite(y) and panel.x.holds(x) and panel.y.holds(y)
