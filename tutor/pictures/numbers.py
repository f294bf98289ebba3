"""A picture as plain numbers, for programs: what `--json` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tutor.pictures.spoken import sentence

if TYPE_CHECKING:
    from tutor.pictures.model import Curve, Panel, Picture


def as_numbers(picture: Picture) -> dict[str, Any]:
    """Return the panels of a picture with their curves, every number finite."""
    return {"panels": [_panel(panel) for panel in picture.panels]}


def _panel(panel: Panel) -> dict[str, Any]:
    axes = {"x": [panel.x.low, panel.x.high], "y": [panel.y.low, panel.y.high]}
    return {**axes, "curves": [_curve(curve) for curve in panel.curves]}


def _curve(curve: Curve) -> dict[str, Any]:
    return {
        "name": curve.name,
        "expression": curve.expression,
        "describe": {"zh": sentence(curve, "zh"), "en": sentence(curve, "en")},
        "marks": [{"kind": mark.kind, "x": mark.x, "y": mark.y} for mark in curve.marks],
        "segments": [[list(point) for point in segment] for segment in curve.segments],
    }
