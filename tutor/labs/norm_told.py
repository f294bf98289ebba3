"""What the experiment norm found: growth of gradients per layer, by function, setup and size of the batch."""

from __future__ import annotations

from dataclasses import replace
from math import isfinite, log
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.model import Chart, Grid, Measure, Result, Series
from tutor.labs.norm import foreseen
from tutor.labs.spread import paired, spread, student
from tutor.labs.telling import called, listed, size, tell
from tutor.text.numbers import significant
from tutor.text.wording import both

if TYPE_CHECKING:
    from tutor.labs.functions import Unit
    from tutor.labs.norm import Found, Setup
    from tutor.text import Text

ROUNDING = 1e-3  # of sums over a grid
OFF = 0.01  # a difference from the theory that is worth telling
STEADY = 0.05  # a factor per layer between 1/1.05 and 1.05 is called steady


def result(found: Found) -> Result:
    """Return what is known by now; sizes may be 0 or endless, and means of both are no numbers."""
    with np.errstate(all="ignore"):
        return _result(found)


def _result(found: Found) -> Result:
    if not found.sizes:
        return Result((), (), both("lab_norm.nothing_yet"))
    findings = [_chart(found)]
    if found.by_batch:
        findings.append(_batches(found))
    return Result(
        measures=_measures(found),
        findings=(*findings, _grid(found)),
        verdict=_verdict(found),
        told=_told(found) if found.complete else (),
        answer=_answer(found),
    )


def setup_named(setup: Setup) -> Text:
    """Return what a setup is called."""
    return both(f"lab_norm.setup_{setup.replace('+', '_')}")


def _answer(found: Found) -> str:
    known = spread(found.growths(found.first.name, "batch"))
    if not known.error or "batch" not in found.setups:
        return ""
    off, half = abs(known.mean - 1), student(known.runs - 1) * known.error
    if off + half <= STEADY:
        return "steady"
    if off - half < STEADY:
        return ""  # the 95 % interval reaches over the border
    return "grows" if known.mean > 1 else "shrinks"


def _measures(found: Found) -> tuple[Measure, ...]:
    wanted: list[tuple[Unit, Setup]] = [(one, "batch") for one in found.units]
    wanted.append((found.first, "layer"))
    return tuple(_measure(found, one, setup) for one, setup in wanted if (one.name, setup) in found.sizes)


def _measure(found: Found, one: Unit, setup: Setup) -> Measure:
    growths = found.growths(one.name, setup)
    known = spread(growths) if np.isfinite(growths).all() else spread([])
    name = tell("lab_norm.measure_growth", name=called(one), setup=setup_named(setup))
    return Measure(name, known.mean, foreseen(one, setup), known.error, len(growths))


def _chart(found: Found) -> Chart:
    series = [_line(found, setup) for setup in found.setups if (found.first.name, setup) in found.sizes]
    title = tell("lab_norm.gradients", name=called(found.first))
    return Chart(title, both("lab_norm.layer"), tuple(series), powers=True)


def _line(found: Found, setup: Setup) -> Series:
    heights = np.exp(np.mean(found.sizes[found.first.name, setup], axis=0))
    points = tuple((float(layer), float(y) or float("nan")) for layer, y in enumerate(heights))
    return Series(setup_named(setup), points[1:])


def _batches(found: Found) -> Chart:
    """Return the growth of the first function with BatchNorm over the size of the batch."""
    points, band = [], []
    for batch, growths in found.by_batch.items():
        known = spread(growths)
        points.append((float(batch), known.mean))
        band.append(known.error or 0.0)
    series = [Series(both("lab_norm.measured"), tuple(points))]
    theory = foreseen(found.first, "batch")
    if theory:
        series.append(Series(both("lab_norm.theory"), tuple((x, theory) for x, _ in points)))
    return Chart(tell("lab_norm.batches", name=called(found.first)), both("lab_norm.batch"), tuple(series))


def _grid(found: Found) -> Grid:
    rows = []
    for one in found.units:
        cells: list[Text | float | None] = [called(one), foreseen(one, "batch")]
        for setup in found.setups:
            mean = float(np.mean(growths)) if (growths := found.growths(one.name, setup)).size else float("nan")
            cells.append(mean if isfinite(mean) else None)
        rows.append(tuple(cells))
    headings = (both("lab_norm.function"), both("lab_norm.theory_batch"), *map(setup_named, found.setups))
    return Grid(both("lab_norm.grid"), headings, tuple(rows))


def _verdict(found: Found) -> Text:
    known = [setup for setup in found.setups if (found.first.name, setup) in found.sizes]
    parts = [_with_growth(found, found.first, setup) for setup in known]
    answer = _answer(found)
    said = tell(
        "lab_norm.verdict",
        lead=both(f"lab_norm.lead_{answer}") if answer else "",
        name=called(found.first),
        depth=found.depth,
        units=found.width,
        batch=found.batch,
        runs=max(1, found.complete),
        parts=listed(part for part in parts if part),
    )
    return replace(said, en=said.en[:1].upper() + said.en[1:])


def _with_growth(found: Found, one: Unit, setup: Setup) -> Text | None:
    growths = found.growths(one.name, setup)
    if not np.isfinite(growths).all():
        return tell("lab_norm.lost", setup=setup_named(setup))
    known = spread(growths)
    return tell("lab_norm.with_growth", setup=setup_named(setup), factor=significant(known.mean))


def _told(found: Found) -> tuple[Text, ...]:
    said = [tell_one(found) for tell_one in (_theory_told, _total_told, _path_told, _batch_told, _off_told)]
    if found.complete < found.planned:
        said.append(tell("lab_norm.told_partial", runs=found.complete, planned=found.planned))
    return tuple(text for text in said if text)


def _theory_told(found: Found) -> Text | None:
    theory, layer = (foreseen(found.first, setup) for setup in ("batch", "layer"))
    if not theory or not layer or "batch" not in found.setups:
        return None
    bound = both("lab_norm.bound_one" if theory > 1 - ROUNDING else "lab_norm.bound_none")
    facts = {"theory": significant(theory, 4), "layer": significant(layer, 4)}
    return tell("lab_norm.told_theory", name=called(found.first), bound=bound, **facts)


def _total_told(found: Found) -> Text | None:
    """Tell what the factors of all layers multiply to, on geometric mean over the networks."""
    parts = []
    for setup in found.setups:
        total = float(np.mean([sizes[1] for sizes in found.sizes[found.first.name, setup]])) / log(10)
        if isfinite(total):
            parts.append(tell("lab_norm.with_total", setup=setup_named(setup), total=size(total)))
    if not parts:
        return None
    return tell("lab_norm.told_total", name=called(found.first), depth=found.depth, parts=listed(parts))


def _path_told(found: Found) -> Text | None:
    """Tell how the factor changes from the first layers to the last where a path goes around."""
    sizes = found.sizes.get((found.first.name, "batch+path"))
    if not sizes or found.depth < 4:
        return None
    powers = [np.array([one[at] - one[at + 1] for one in sizes]) for at in (1, found.depth - 1)]
    first, last = (float(np.exp(np.mean(power))) for power in powers)
    if not (isfinite(first + last) and last < first - OFF and paired(powers[0], powers[1]).tells):
        return None
    return tell("lab_norm.told_path", first=significant(first), last=significant(last), depth=found.depth)


def _batch_told(found: Found) -> Text | None:
    """Compare the smallest batch with the largest, on the same networks."""
    sizes = sorted(found.by_batch)
    if len(sizes) < 2 or len({len(growths) for growths in found.by_batch.values()}) > 1:
        return None
    small, large = (found.by_batch[size] for size in (sizes[0], sizes[-1]))
    gap = paired(small, large)
    key = "told_batch" if gap.tells else "told_batch_noise"
    values = (significant(float(np.mean(growths))) for growths in (small, large))
    return tell(
        f"lab_norm.{key}", small=sizes[0], large=sizes[-1], **dict(zip(("first", "second"), values, strict=True))
    )


def _off_told(found: Found) -> Text | None:
    """Tell which functions are off the theory by more than noise, and how normal their signals were."""
    parts = []
    for one in found.units:
        growths, theory = found.growths(one.name, "batch"), foreseen(one, "batch")
        known = spread(growths)
        if not theory or not known.error or not isfinite(known.mean):
            continue
        noise = student(known.runs - 1, len(found.units)) * known.error
        if abs(known.mean - theory) > max(noise, OFF):
            peak = significant(float(np.mean(found.peaks[one.name, "batch"])), 2)
            facts = {"measured": significant(known.mean), "theory": significant(theory), "peak": peak}
            parts.append(tell("lab_norm.off", name=called(one), **facts))
    return tell("lab_norm.told_off", depth=found.depth, parts=listed(parts)) if parts else None
