"""What the experiment selu found: which weights keep mean and variance, beside the map of the theory."""

from __future__ import annotations

from math import isfinite, nan
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.model import Chart, Grid, Measure, Result, Series
from tutor.labs.selu import VARIANCES
from tutor.labs.spread import spread
from tutor.labs.telling import called, clauses, listed, tell
from tutor.text.numbers import significant
from tutor.text.wording import both

if TYPE_CHECKING:
    from tutor.labs.functions import Unit
    from tutor.labs.selu import Found, Weights
    from tutor.text import Text

NEAR = 1.5  # a variance between 1/1.5 and 1.5 counts as kept


def result(found: Found) -> Result:
    """Return what is known by now; sizes may be 0 or endless, and means of both are no numbers."""
    with np.errstate(all="ignore"):
        return _result(found)


def _result(found: Found) -> Result:
    if not found.complete:
        return Result((), (), both("lab_selu.nothing_yet"))
    return Result(
        measures=(*(_variance(found, kind) for kind in found.weights), _shrinking(found)),
        findings=(_chart(found, 1), _chart(found, 0), _grid(found)),
        verdict=_verdict(found),
        told=_told(found),
        answer=_answer(found),
    )


def kind_named(kind: Weights) -> Text:
    """Return what a kind of weights is called."""
    return both(f"lab_selu.weights_{kind}")


def last(found: Found, one: Unit, kind: Weights) -> tuple[float, float]:
    """Return mean and variance in the last layer, averaged over the networks; nan where a signal was lost."""
    mean, variance = found.tracks(one.name, kind)[:, -1].mean(axis=0)
    return float(mean), float(variance)


def keeps(found: Found, one: Unit, kind: Weights) -> bool:
    """Say whether the variance in the last layer is about 1."""
    return 1 / NEAR <= last(found, one, kind)[1] <= NEAR


def _answer(found: Found) -> str:
    kept = {kind for kind in found.weights if keeps(found, found.first, kind)}
    right = {kind for kind in found.weights if VARIANCES.get(kind) == 1}
    if right in (set(), set(found.weights)):
        return ""
    if kept == set(found.weights):
        return "any"
    if kept == right:
        return "variance"
    if len(kept) == 1 and kept <= {"identity", "he"}:
        return kept.pop()
    return ""


def _variance(found: Found, kind: Weights) -> Measure:
    ends = found.tracks(found.first.name, kind)[:, -1, 1]
    known = spread(ends) if np.isfinite(ends).all() else spread([])
    return Measure(
        name=tell("lab_selu.measure_variance", name=called(found.first), weights=kind_named(kind)),
        measured=known.mean,
        theory=float(found.theory[found.first.name, kind][-1, 1]),
        error=known.error,
        runs=len(ends),
    )


def _shrinking(found: Found) -> Measure:
    known = spread(found.shrunk)
    name = tell("lab_selu.measure_shrinking", name=called(found.first))
    return Measure(name, known.mean, found.shrinks, known.error, len(found.shrunk))


def _chart(found: Found, column: int) -> Chart:
    series = [_line(found, kind, column) for kind in found.weights]
    title = tell("lab_selu.variances" if column else "lab_selu.means", name=called(found.first))
    return Chart(title, both("lab_selu.layer"), tuple(series), powers=bool(column))


def _line(found: Found, kind: Weights, column: int) -> Series:
    heights = found.tracks(found.first.name, kind)[:, :, column].mean(axis=0)
    points = [(float(layer), float(height)) for layer, height in enumerate(heights)]
    return Series(kind_named(kind), tuple((x, nan if column and y <= 0 else y) for x, y in points))


def _grid(found: Found) -> Grid:
    rows = []
    for kind in found.weights:
        cells: list[Text | float | None] = [kind_named(kind), VARIANCES.get(kind)]
        cells += [_cell(value) for value in last(found, found.first, kind)]
        cells += [_cell(last(found, one, kind)[1]) for one in found.units[1:]]
        rows.append(tuple(cells))
    headings = [both("lab_selu.weights"), both("lab_selu.tau")]
    headings.append(tell("lab_selu.mean_of", name=called(found.first)))
    headings += [tell("lab_selu.variance_of", name=called(one)) for one in found.units]
    return Grid(tell("lab_selu.grid", depth=found.depth), tuple(headings), tuple(rows))


def _cell(value: float) -> float | None:
    return value if isfinite(value) else None


def _verdict(found: Found) -> Text:
    kept = [_with_variance(found, kind) for kind in found.weights if keeps(found, found.first, kind)]
    lost = [_with_variance(found, kind) for kind in found.weights if not keeps(found, found.first, kind)]
    parts = [tell("lab_selu.verdict_kept", names=listed(kept)) if kept else both("lab_selu.verdict_none")]
    if lost:
        parts.append(tell("lab_selu.verdict_lost", names=listed(lost)))
    mean, deviation = found.inputs
    return tell(
        "lab_selu.verdict",
        name=called(found.first),
        depth=found.depth,
        units=found.width,
        runs=found.complete,
        mean=significant(mean),
        variance=significant(deviation**2),
        parts=clauses(parts),
    )


def _with_variance(found: Found, kind: Weights) -> Text:
    variance = last(found, found.first, kind)[1]
    if not isfinite(variance):
        return tell("lab_selu.overflow", weights=kind_named(kind))
    return tell("lab_selu.with_variance", weights=kind_named(kind), variance=significant(variance))


def _told(found: Found) -> tuple[Text, ...]:
    said = []
    known = spread(found.shrunk)
    if isfinite(known.mean):
        key = "lab_selu.told_shrinks" if known.mean < 0.95 else "lab_selu.told_stays"
        said.append(tell(key, name=called(found.first), share=significant(known.mean)))
    others = [one for one in found.units[1:] if "lecun" in found.weights]
    for one in others:
        mean, variance = (significant(value) for value in last(found, one, "lecun"))
        said.append(tell("lab_selu.told_other", name=called(one), depth=found.depth, mean=mean, variance=variance))
    if {"lecun", "xavier"} <= set(found.weights):
        said.append(both("lab_selu.told_xavier"))
    if "identity" in found.weights:
        said.append(both("lab_selu.told_identity"))
    if found.complete < found.planned:
        said.append(tell("lab_selu.told_partial", runs=found.complete, planned=found.planned))
    return tuple(said)
