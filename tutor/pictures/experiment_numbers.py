"""Experiments and what they found as plain numbers, for programs: what `tutor lab --json` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from tutor.labs.model import Bars, Chart, Grid, Heat
from tutor.pictures.table import both, finite
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.labs.model import Finding, Lab, Measure, Option
    from tutor.labs.outcome import Outcome


def catalogue(labs: Sequence[Lab]) -> dict[str, Any]:
    """Return every experiment: what it asks, what may be set, what can be predicted."""
    return {"labs": [_lab(lab) for lab in labs]}


def _lab(lab: Lab) -> dict[str, Any]:
    return {
        "name": lab.name,
        "title": both(lab.text("title")),
        "about": both(lab.text("about")),
        "question": both(lab.text("question")),
        "answers": {answer: both(lab.text(f"answer_{answer}")) for answer in lab.answers},
        "options": [_option(option) for option in lab.options],
        "presets": {preset.name: dict(preset.values) for preset in lab.presets},
        "tries": list(lab.tries),
        "lessons": list(lab.lessons),
    }


def _option(option: Option) -> dict[str, Any]:
    bounds = {"low": option.low, "high": option.high} if option.kind in {"number", "numbers", "whole"} else {}
    words = {"words": list(option.words)} if option.words else {}
    return {"name": option.name, "kind": option.kind, "default": option.default, **bounds, **words}


def as_json(outcome: Outcome) -> dict[str, Any]:
    """Return what a run found; sentences in both languages, ±∞ as "inf" and "-inf", what is no number as null."""
    result = outcome.result
    return {
        "lab": outcome.lab.name,
        "seed": outcome.settings.seed,
        "settings": dict(outcome.settings.typed),
        "complete": outcome.complete,
        "predicted": outcome.predicted or None,
        "answer": result.answer or None,
        "measures": [_measure(one) for one in result.measures],
        "findings": [{"title": both(finding.title), **_finding(finding)} for finding in result.findings],
        "verdict": both(result.verdict),
        "told": [both(text) for text in result.told],
    }


def _measure(one: Measure) -> dict[str, Any]:
    return {
        "name": both(one.name),
        "measured": finite(one.measured),
        "theory": finite(one.theory),
        "error": finite(one.error),
        "runs": one.runs,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    match finding:
        case Chart():
            series = [
                {
                    "name": both(one.name),
                    "function": one.function or None,
                    "points": [[finite(part) for part in point] for point in one.points],
                }
                for one in finding.series
            ]
            return {"kind": "chart", "x": both(finding.x), "powers": finding.powers, "series": series}
        case Bars():
            bars = [
                {"name": both(bar.name), "value": finite(bar.value), "deviation": finite(bar.deviation)}
                for bar in finding.bars
            ]
            return {"kind": "bars", "start": finding.start, "best": finding.best or None, "bars": bars}
        case Heat():
            return {
                "kind": "heat",
                "across": both(finding.across),
                "down": both(finding.down),
                "columns": list(finding.columns),
                "rows": list(finding.rows),
                "powers": finding.powers,
                "values": [[finite(value) for value in row] for row in finding.values],
            }
        case Grid():
            rows = [[both(cell) if isinstance(cell, Text) else finite(cell) for cell in row] for row in finding.rows]
            return {"kind": "table", "headings": [both(heading) for heading in finding.headings], "rows": rows}
        case _:
            assert_never(finding)
