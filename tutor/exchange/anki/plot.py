"""The plot of a question as SVG that stands inside a note: no media files, sharp at any size."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.errors import TutorError
from tutor.exchange.anki.ours import LETTERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.pictures.model import Panel, Picture
    from tutor.questions.model import Curves
    from tutor.text import Language

USUAL = (-6.0, 6.0)  # the range where the author named none


def drawing(plot: Curves | None, options: Sequence[str], language: Language) -> str:
    """Return the curves of a question, and its options with their letters; "" when an expression fails."""
    from tutor.exchange.svg import svg
    from tutor.pictures.model import Picture

    try:
        panels = _panels(plot, options)
    except TutorError:
        return ""
    return svg(Picture(panels, 1), language).replace("\n", "")


def _panels(plot: Curves | None, options: Sequence[str]) -> tuple[Panel, ...]:
    from tutor.pictures.curves import curves

    span = plot.range if plot else USUAL
    panels: list[Panel] = []
    if plot is not None and plot.curves:
        panels.append(_unnamed(curves(plot.curves, span, labels=plot.labels), options))
    if options:
        panel = curves(options, span).panels[0]
        lettered = zip(LETTERS, panel.curves, strict=False)
        panels.append(replace(panel, title=None, curves=tuple(replace(one, name=name) for name, one in lettered)))
    return tuple(panels)


def _unnamed(picture: Picture, options: Sequence[str]) -> Panel:
    """Return the curves asked about; where options are curves, a name would tell too much."""
    panel = picture.panels[0]
    if not options:
        return panel
    return replace(panel, title=None, curves=tuple(replace(curve, name="") for curve in panel.curves))
