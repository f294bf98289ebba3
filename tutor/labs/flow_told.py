"""What the experiment flow found: growth per layer beside the theory, who keeps gradients and who does not."""

from __future__ import annotations

from math import isfinite, log, log10, nan
from typing import TYPE_CHECKING, Literal

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.model import Chart, Heat, Measure, Result, Series
from tutor.labs.spread import spread, student
from tutor.labs.telling import called, clauses, listed, size, tell
from tutor.text.numbers import significant
from tutor.text.wording import both

if TYPE_CHECKING:
    from tutor.labs.flow import Found
    from tutor.labs.functions import Unit
    from tutor.labs.normals import Array
    from tutor.text import Text

Fate = Literal["kept", "edge", "vanishes", "explodes"]
FATES: tuple[Fate, ...] = ("kept", "edge", "vanishes", "explodes")
KEPT = log10(30.0)  # powers of ten: a gradient between 1/30 and 30 times its size counts as kept
LEAST = 1e-300  # stands for less than a float can hold
LINES = 7  # in one chart
SHADES = (1e-10, 10**-KEPT, 10**KEPT, 1e10)  # the middle shade of the map is what counts as kept


def result(found: Found) -> Result:
    """Return what is known by now; sizes may be 0 or endless, and means of both are no numbers."""
    with np.errstate(all="ignore"):
        return _result(found)


def _result(found: Found) -> Result:
    if not found.told:
        return Result((), (), both("lab_flow.nothing_yet"))
    fates = {name: fate(found, name) for name in found.told}
    return Result(
        measures=tuple(_measure(found, name) for name in found.told),
        findings=(_gradients(found), _signals(found), _heat(found)),
        verdict=_verdict(found, fates),
        told=_told(found),
        answer=_answer(set(fates.values())) if found.complete else "",
    )


def ends(found: Found, name: str) -> Array:
    """Return the power of the gradient at the inputs for the chosen gain, (runs,)."""
    ended: Array = found.gradients(name)[:, found.place, 0]
    return ended


def typical(powers: Array) -> float:
    """Return the mean of powers: −∞ when nothing was left in a run, nan when a signal was lost in one."""
    with np.errstate(invalid="ignore"):
        return float(np.mean(powers))


def fate(found: Found, name: str) -> Fate:
    """Return what became of the gradient; `edge` when its 95 % interval reaches over a border."""
    powers = ends(found, name)
    middle = typical(powers)
    if not isfinite(middle):
        return "vanishes" if middle < 0 else "explodes"
    known = spread(powers)
    if known.error and abs(abs(middle) - KEPT) < student(known.runs - 1) * known.error:
        return "edge"
    if abs(middle) <= KEPT:
        return "kept"
    return "vanishes" if middle < 0 else "explodes"


def _answer(fates: set[Fate]) -> str:
    if "edge" in fates and not {"vanishes", "explodes"} <= fates:
        return ""
    match "vanishes" in fates, "explodes" in fates:
        case True, True:
            return "both"
        case True, False:
            return "vanish"
        case False, True:
            return "explode"
        case _:
            return "kept"


def _measure(found: Found, name: str) -> Measure:
    """Return by how much a gradient changes per layer, on geometric average over layers and networks."""
    powers = ends(found, name)
    factor = _per_layer(typical(powers), found.depth)
    error = spread(powers).error
    return Measure(
        name=tell("lab_flow.measure_factor", name=found.called(name)),
        measured=factor,
        theory=_per_layer(float(found.theory[name].gradients[found.place, 0]), found.depth),
        error=None if error is None or not isfinite(factor) else factor * log(10) * error / found.depth,
        runs=len(powers),
    )


def _per_layer(power: float, depth: int) -> float:
    return float(10.0 ** (power / depth)) if power < float("inf") else nan


def _gradients(found: Found) -> Chart:
    series = [_line(one, found.gradients(one.name)[:, found.place], 0) for one in _shown(found)]
    title = tell("lab_flow.gradients", variance=significant(found.gain**2))
    return Chart(title, both("lab_flow.layer_from_inputs"), tuple(series), powers=True)


def _signals(found: Found) -> Chart:
    series = [_line(one, 2 * found.signals(one.name)[:, found.place], 1) for one in _shown(found)]
    title = tell("lab_flow.signals", variance=significant(found.gain**2))
    return Chart(title, both("lab_flow.layer"), tuple(series), powers=True)


def _shown(found: Found) -> list[Unit]:
    return [one for one in found.units if one.name in found.told][:LINES]


def _line(one: Unit, powers: Array, first: int) -> Series:
    heights = 10.0 ** np.mean(powers, axis=0)
    points = tuple((float(first + place), float(height) or nan) for place, height in enumerate(heights))
    return Series(called(one), points, one.record.name if one.record else "")


def _heat(found: Found) -> Heat:
    rows = [np.mean(found.gradients(name)[:, :, 0], axis=0) for name in found.told]
    values = [np.maximum(10.0**row, LEAST) for row in rows]
    return Heat(
        title=tell("lab_flow.heat", depth=found.depth),
        across=both("lab_flow.gain"),
        down=both("lab_flow.function"),
        columns=tuple(significant(gain) for gain in found.gains),
        rows=tuple(found.called(name).en for name in found.told),
        values=tuple(tuple(map(float, row)) for row in values),
        powers=True,
        edges=SHADES,
    )


def _verdict(found: Found, fates: dict[str, Fate]) -> Text:
    parts = []
    for one in FATES:
        names = [name for name, what in fates.items() if what == one]
        if names:
            parts.append(tell(f"lab_flow.verdict_{one}", names=listed(_with_size(found, name) for name in names)))
    return tell(
        "lab_flow.verdict",
        depth=found.depth,
        units=found.width,
        variance=significant(found.gain**2),
        runs=max(1, found.complete),
        parts=clauses(parts),
    )


def _with_size(found: Found, name: str) -> Text:
    middle = typical(ends(found, name))
    if middle != middle:  # noqa: PLR0124 - nan: the signal was lost
        return tell("lab_flow.lost", name=found.called(name))
    return tell("lab_flow.with_size", name=found.called(name), size=size(middle))


def _told(found: Found) -> tuple[Text, ...]:
    said = [both("lab_flow.told_product")]
    chis = [chi for name in found.told if (chi := _chi(found, name))]
    if chis:
        said.append(tell("lab_flow.told_chi", values=listed(chis)))
    gaps = {name: _gap(found, name) for name in found.told}
    widest = max(gaps, key=lambda name: gaps[name])
    if gaps[widest] > 0:
        said.append(_gap_told(found, widest))
    if found.complete < found.planned:
        said.append(tell("lab_flow.told_partial", runs=found.complete, planned=found.planned))
    return tuple(said)


def _chi(found: Found, name: str) -> Text | None:
    """Return the theory's factor on squared gradients in the last layer, None where it is not known."""
    powers = found.theory[name].gradients[found.place]
    factor = 10.0 ** (2 * float(powers[-2] - powers[-1]))
    return tell("lab_flow.chi", name=found.called(name), factor=significant(factor)) if isfinite(factor) else None


def _gap(found: Found, name: str) -> float:
    """Return how many powers of ten theory and measurement are apart, 0 where either is no number."""
    gap = abs(typical(ends(found, name)) - float(found.theory[name].gradients[found.place, 0]))
    return gap if isfinite(gap) else 0.0


def _gap_told(found: Found, name: str) -> Text:
    return tell(
        "lab_flow.told_gap",
        name=found.called(name),
        units=found.width,
        measured=size(typical(ends(found, name))),
        theory=size(float(found.theory[name].gradients[found.place, 0])),
        low=size(float(ends(found, name).min())),
        high=size(float(ends(found, name).max())),
    )
