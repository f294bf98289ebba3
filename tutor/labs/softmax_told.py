"""What softmax found: shares over the dimension beside theory, temperatures, formats, and sentences with conditions."""

from __future__ import annotations

from math import isnan, log2
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs.attention import softmax, summed
from tutor.labs.model import Chart, Grid, Measure, Result, Series
from tutor.labs.softmax import CLASSES, jacobian
from tutor.labs.spread import paired, spread
from tutor.labs.telling import tell
from tutor.text import Text
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from tutor.labs.model import Finding
    from tutor.labs.softmax import Found
    from tutor.labs.spread import Spread

EVEN, HALF = 0.05, 0.5  # the largest share, below: all alike, partial; from a half on one key takes most
KINDS = ((False, "plain"), (True, "divided"))


def result(found: Found) -> Result:
    """Return what is known by now."""
    if found.dimension not in found.told:
        return Result((), _tables(found), tell("lab_softmax.not_yet"))
    findings: tuple[Finding, ...] = (_over_dimension(found), *_tables(found))
    return Result(_measures(found), findings, _verdict(found), _told(found), answer(found))


def answer(found: Found) -> str:
    """Return which prediction came true for the largest share without the division."""
    share = _spread(found, "largest", divided=False).mean
    if share < EVEN:
        return "even"
    return "some" if share < HALF else "most"


def _spread(found: Found, measure: str, *, divided: bool) -> Spread:
    return spread(found.values(found.dimension, measure, divided=divided))


def _measures(found: Found) -> tuple[Measure, ...]:
    made = []
    for place, measure in enumerate(("largest", "slopes")):
        for divided, kind in KINDS:
            known = _spread(found, measure, divided=divided)
            name = tell(f"lab_softmax.measure_{measure}_{kind}", d=found.dimension)
            theory = found.theory[divided][place]
            made.append(Measure(name, known.mean, None if isnan(theory) else theory, known.error, known.runs))
    made += [
        Measure(tell("lab_softmax.measure_last", format=one.format), one.last, one.logarithm) for one in found.formats
    ]
    own = jacobian(softmax(np.array(found.scores)))
    told = ", ".join(significant(score) for score in found.scores)
    made.append(Measure(tell("lab_softmax.measure_row", scores=told), own.row, 0.0))
    made.append(Measure(tell("lab_softmax.measure_rank", scores=told), own.rank, len(found.scores) - 1.0))
    made.append(Measure(tell("lab_softmax.measure_norm", scores=told), own.norm))
    return tuple(made)


def _over_dimension(found: Found) -> Chart:
    """Return the largest share and Σp(1 − p) over log₂ d, undivided and divided."""
    series = [
        Series(
            tell(f"lab_softmax.line_{measure}_{kind}"),
            tuple((log2(one), spread(found.values(one, measure, divided=divided)).mean) for one in found.told),
        )
        for measure in ("largest", "slopes")
        for divided, kind in KINDS
    ]
    x = tell("lab_softmax.chart_x", low=min(found.told), high=max(found.told))
    return Chart(tell("lab_softmax.chart", keys=found.keys), x, tuple(series))


def _tables(found: Found) -> tuple[Grid, ...]:
    return (_temperature(found), _formats(found))


def _temperature(found: Found) -> Grid:
    headings = tuple(tell(f"lab_softmax.column_{key}") for key in ("temperature", "largest", "entropy", "slopes"))
    rows = []
    for temperature in found.temperatures:
        shares = summed(softmax(np.array([found.scores]) / temperature))
        bits = float(shares.entropy[0]) * log2(max(len(found.scores), 1))
        rows.append((temperature, float(shares.largest[0]), bits, float(shares.slopes[0])))
    told = ", ".join(significant(score) for score in found.scores)
    return Grid(tell("lab_softmax.temperature", scores=told), headings, tuple(rows))


def _formats(found: Found) -> Grid:
    headings = tuple(tell(f"lab_softmax.column_{key}") for key in ("format", "score", "naive", "shifted"))
    rows = [(Text.same(one.format), one.score, one.naive, one.shifted) for one in found.formats]
    return Grid(tell("lab_softmax.formats"), headings, tuple(rows))


def _with_error(known: Spread) -> str:
    error = "" if known.error is None else f" ± {significant(known.error, 1)}"
    return f"{significant(known.mean)}{error}"


def _verdict(found: Found) -> Text:
    facts = {
        f"{measure}_{kind}": _with_error(_spread(found, measure, divided=divided))
        for measure in ("largest", "slopes")
        for divided, kind in KINDS
    }
    plain, scaled = (found.values(found.dimension, "slopes", divided=divided) for divided in (False, True))
    apart = paired(plain, scaled)
    return tell(
        "lab_softmax.verdict" if apart.tells else "lab_softmax.verdict_alike",
        keys=found.keys,
        d=found.dimension,
        size=significant(found.size),
        draws=_spread(found, "largest", divided=False).runs,
        **facts,
    )


def _told(found: Found) -> tuple[Text, ...]:
    said = [tell("lab_softmax.told_theory")]
    if len(found.told) > 1:
        first, last = found.told[0], found.told[-1]
        ends = {
            f"{place}_{kind}": significant(float(found.values(one, "largest", divided=divided).mean()), 2)
            for place, one in (("first", first), ("last", last))
            for divided, kind in KINDS
        }
        said.append(tell("lab_softmax.told_dimension", low=first, high=last, **ends))
    worst = max(one.norm for one in found.drawn)
    full = sum(one.rank == CLASSES - 1 for one in found.drawn)
    said.append(
        tell(
            "lab_softmax.told_jacobian",
            draws=len(found.drawn),
            classes=CLASSES,
            full=full,
            rank=CLASSES - 1,
            row=significant(max(one.row for one in found.drawn), 1),
            norm=significant(worst),
        )
    )
    said.append(tell("lab_softmax.told_formats"))
    said.append(tell("lab_softmax.told_temperature"))
    return tuple(said)
