"""What approx found: measures beside theory, curves, and sentences that say no more than was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.approx import CLOSE, OUTSIDE
from tutor.labs.approx_shown import curves, falling, table
from tutor.labs.collapse import LAYERS, affine_xor, folded_xor
from tutor.labs.fitting import folded_rest, middles
from tutor.labs.model import Measure, Result
from tutor.labs.spread import spread
from tutor.labs.telling import called, clauses, listed, tell
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from tutor.labs.approx import Found
    from tutor.labs.functions import Unit
    from tutor.labs.model import Finding
    from tutor.text import Text

FLOOR = 1e-6  # of the curve: less is left where solving stops, not where the function does
AT_END = 1.001  # times its limit: a polynomial that leaves no more has come to its end


def result(found: Found) -> Result:
    """Return what is known by now."""
    if not found.complete:
        return Result((), (), tell("lab_approx.not_yet"))
    findings: tuple[Finding, ...] = (falling(found), curves(found), table(found))
    return Result(_measures(found), findings, _verdict(found), _told(found), answer(found))


def answer(found: Found) -> str:
    """Return which prediction came true: what the functions that stayed away have in common."""
    away = {one.name for one in found.units if not found.close(one.name)}
    if not away:
        return "all"
    if away == {one.name for one in found.units if found.degrees[one.name] is not None}:
        return "polynomial"
    kinked = {one.name for one in found.units if one.record is not None and one.record.breaks()}
    return "kinked" if away == kinked else ""


def _measures(found: Found) -> tuple[Measure, ...]:
    width = found.widths[-1]
    made = [_left(found, one) for one in found.units]
    made.append(Measure(tell("lab_approx.measure_folded", width=width), found.folded, _folded(found)))
    made.append(Measure(tell("lab_approx.measure_xor"), affine_xor(), 0.5))
    made.append(Measure(tell("lab_approx.measure_two"), folded_xor(), 0.0))
    worst = (max(one.dense for one in found.stacks), max(one.convolved for one in found.stacks))
    for key, value in zip(("dense", "convolved"), worst, strict=True):
        made.append(Measure(tell(f"lab_approx.measure_{key}", layers=LAYERS), value, 0.0, None, len(found.stacks)))
    return tuple(made)


def _left(found: Found, one: Unit) -> Measure:
    left = spread(found.left(one.name))
    error = left.error if left.error is None or left.error > left.mean / 1e9 else 0.0  # rounding is no chance
    name = tell("lab_approx.measure_left", name=one.name, width=found.widths[-1])
    return Measure(name, left.mean, found.limit(one.name), error, left.runs)


def _folded(found: Found) -> float | None:
    """Return what theory says of evenly placed kinks; it needs a smooth curve and narrow pieces."""
    step = 1e-3
    u = middles()
    ahead, here, behind = (found.target(u + shift) for shift in (step, 0.0, -step))
    slopes = found.goal.slope(found.reach * (u + step)) - found.goal.slope(found.reach * (u - step))
    bend = slopes / (2 * step * found.reach)
    other = (ahead - 2 * here + behind) / (step * found.reach) ** 2
    smooth = np.isfinite(bend).all() and np.abs(bend - other).max() < 0.01 * np.abs(bend).max()
    rest = folded_rest(bend, found.widths[-1], 2 * found.reach)
    return rest if smooth and rest < CLOSE * found.size else None


def _said(found: Found, one: Unit) -> str:
    return f"{one.name} {significant(float(found.left(one.name).mean()), 2)}"


def _limited(found: Found, one: Unit) -> Text:
    """Say what a polynomial leaves, and whether that is the least it can."""
    limit, left = found.limit(one.name) or 0.0, float(found.left(one.name).mean())
    key = "stuck" if left <= AT_END * limit else "limited"
    known = found.degrees[one.name]
    return tell(
        f"lab_approx.clause_{key}", name=one.name, left=significant(left), limit=significant(limit), degree=known
    )


def _verdict(found: Found) -> Text:
    """Say for polynomials where they stop, for the others how far they came."""
    away = [one for one in found.units if not found.close(one.name)]
    parts = [_limited(found, one) for one in away if found.degrees[one.name] is not None]
    free = [one for one in away if found.degrees[one.name] is None]
    close = [one for one in found.units if found.close(one.name)]
    for key, units in (("close", close), ("far", free)):
        if units:
            parts.append(tell(f"lab_approx.clause_{key}", names=listed(_said(found, one) for one in units)))
    return tell(
        "lab_approx.verdict",
        target=called(found.goal),
        size=significant(found.size),
        reach=significant(found.reach),
        width=found.widths[-1],
        runs=found.complete,
        clauses=clauses(parts),
    )


def _mean(found: Found, one: Unit) -> float:
    return max(float(found.left(one.name).mean()), 1e-300)


def _trained(found: Found, one: Unit) -> float:
    return spread(found.learned[one.name]).mean


def _learned(found: Found, one: Unit) -> Text:
    """Say of one function what solving leaves and what training leaves."""
    return tell(
        "lab_approx.told_learned",
        steps=found.taken[one.name],
        name=one.name,
        solved=significant(_mean(found, one), 2),
        trained=significant(_trained(found, one), 2),
    )


def _told(found: Found) -> tuple[Text, ...]:
    said = [tell("lab_approx.told_criterion", share=round(100 * CLOSE))]
    floored = [one for one in found.units if found.degrees[one.name] is None and _mean(found, one) < FLOOR * found.size]
    if floored:
        said.append(tell("lab_approx.told_floor", names=listed(one.name for one in floored)))
    learned = [one for one in found.units if one.name in found.learned and found.close(one.name)]
    if learned:
        said.append(_learned(found, max(learned, key=lambda one: _trained(found, one))))
    far = {one: float(np.median(found.beyond[one.name])) for one in found.units}
    worst = max(far, key=lambda one: far[one])
    most, size = significant(far[worst], 2), significant(found.size)
    said.append(tell("lab_approx.told_beyond", factor=OUTSIDE, name=worst.name, most=most, size=size))
    said.append(tell("lab_approx.told_xor"))
    said.append(tell("lab_approx.told_collapse", layers=LAYERS))
    return tuple(said)
