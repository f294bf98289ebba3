"""What quant found: accuracy beside what it was, rounding beside theory, counted costs, and what may be said of it."""

from __future__ import annotations

from math import isfinite, sqrt
from typing import TYPE_CHECKING

import numpy as np  # noqa: TID253 - loaded only when an experiment runs

from tutor.labs import standins
from tutor.labs.functions import unit
from tutor.labs.model import Bar, Bars, Chart, Grid, Measure, Result, Series
from tutor.labs.quant import BITS, FEWER, HIDDEN, TESTS
from tutor.labs.rounding import rounded
from tutor.labs.spread import paired, spread
from tutor.labs.telling import clauses, tell
from tutor.text import Text
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from tutor.labs.model import Finding
    from tutor.labs.quant import Found
    from tutor.labs.spread import Difference
    from tutor.labs.standins import Standin

HARD = (("silu", "hard_swish", 0.142278), ("sigmoid", "hard_sigmoid", 0.069182))  # gaps: −SiLU(−3); σ′ = 1/6
WIDE = 8.0  # the hard functions are compared on [−8, 8]
DEGREES, PIECES = (3, 5, 9, 15), (4, 8, 16)
GUESSED = 0.5  # accuracy of a coin, where bars begin when none is below
FINE = 0.01  # an interval wider than a point on either side decides nothing


def result(found: Found) -> Result:
    """Return what is known by now."""
    findings: tuple[Finding, ...] = (_rulers(found), _costs(found)) if found.rulers else ()
    if not found.altered:
        return Result(_gaps(found), findings, tell("lab_quant.not_yet", steps=found.taken))
    return Result(_measures(found), (_bars(found), *findings), _verdict(found), _told(found), answer(found))


def answer(found: Found) -> str:
    """Return which prediction came true: who loses accuracy beyond noise; "" where the noise is too large to tell."""
    kinds = (f"bits{found.bits}", "double")
    if any(kind not in found.altered for kind in kinds):
        return ""
    gaps = [_gap(found, kind) for kind in kinds]
    lost = tuple(gap.tells and gap.mean < 0 for gap in gaps)
    if any(not one and gap.half > FINE for one, gap in zip(lost, gaps, strict=True)):
        return ""
    names = {(False, False): "neither", (True, False): "rounding", (False, True): "double", (True, True): "both"}
    return names[lost[0], lost[1]]


def _gap(found: Found, kind: str) -> Difference:
    return paired(found.altered[kind], found.plain, len(found.altered))


def _name(found: Found, kind: str) -> Text:
    if kind.startswith("bits"):
        return tell("lab_quant.kind_bits", n=kind.removeprefix("bits"))
    sizes = {"polynomial": found.degree, "raw": found.degree, "pieces": found.pieces}
    return tell(f"lab_quant.kind_{kind}", n=sizes.get(kind, 0), double=found.double[0])


def _order(found: Found) -> list[str]:
    bits = [f"bits{one}" for one in dict.fromkeys((found.bits, *FEWER))]
    order = [*bits, "double", "retrained", "polynomial", "raw", "pieces"]
    return [kind for kind in order if kind in found.altered]


def _measures(found: Found) -> tuple[Measure, ...]:
    made = [
        Measure(tell("lab_quant.measure_accuracy", name=_name(found, kind)), known.mean, None, known.error, known.runs)
        for kind in _order(found)
        for known in [spread(100 * (found.altered[kind] - found.plain))]
    ]
    return (*made, *_gaps(found))


def _gaps(found: Found) -> tuple[Measure, ...]:
    """Return what needs no network: gaps of the hard functions, of straight pieces, and rounding errors."""
    made = []
    for soft, hard, known in HARD:
        one, other = unit(soft), unit(hard)
        largest, place = standins.gap(one, other.value, WIDE)
        at = significant(abs(place))
        made.append(Measure(tell("lab_quant.measure_hard", soft=one.name, hard=other.name, x=at), largest, known))
    lines = standins.pieces(found.unit, found.pieces, found.reach)
    largest, _ = standins.gap(found.unit, lines.value, found.reach)
    bound = standins.piece_bound(found.unit, found.pieces, found.reach)
    made.append(Measure(tell("lab_quant.measure_pieces", name=found.unit.name, n=found.pieces), largest, bound))
    index = BITS.index(min(max(found.bits, BITS[0]), BITS[-1]))
    for name, ruler in found.rulers.items():
        left = spread(ruler.errors[index])
        theory = ruler.steps[index] / sqrt(12)
        named = tell("lab_quant.measure_rounding", name=name, bits=BITS[index])
        made.append(Measure(named, left.mean, theory, left.error, left.runs))
    return tuple(made)


def _bars(found: Found) -> Bars:
    first = spread(found.plain)
    bars = [Bar(tell("lab_quant.kind_plain", name=found.unit.name), first.mean, first.deviation)]
    for kind in _order(found):
        known = spread(found.altered[kind])
        bars.append(Bar(_name(found, kind), known.mean, known.deviation))
    lowest = min(bar.value - (bar.deviation or 0.0) for bar in bars)
    start = GUESSED if lowest >= GUESSED else 0.0
    return Bars(tell("lab_quant.bars", runs=found.runs), tuple(bars), start, best="high")


def _rulers(found: Found) -> Chart:
    """Return the rounding error over the bits, as a multiple of what theory says."""
    series = []
    for one in found.units:
        if one.name in found.rulers:
            known = found.rulers[one.name]
            shares = [
                float(errors.mean()) * sqrt(12) / size for errors, size in zip(known.errors, known.steps, strict=True)
            ]
            points = tuple(zip(map(float, BITS), shares, strict=True))
            series.append(Series(Text.same(one.name), points, one.record.name if one.record else ""))
    return Chart(tell("lab_quant.rulers"), tell("lab_quant.rulers_x"), tuple(series))


def _costs(found: Found) -> Grid:
    """Return for each stand-in the largest gap, operations for one number, and numbers kept."""
    headings = tuple(tell(f"lab_quant.column_{key}") for key in ("standin", "gap", "operations", "kept"))
    double, standin = found.double
    rows = [_cost(found, tell("lab_quant.row_double", double=double), standin)]
    for degree in sorted({*DEGREES, found.degree}):
        made = standins.polynomial(found.unit, degree, found.reach)
        rows.append(_cost(found, tell("lab_quant.kind_polynomial", n=degree), made))
    for count in sorted({*PIECES, found.pieces}):
        made = standins.pieces(found.unit, count, found.reach)
        rows.append(_cost(found, tell("lab_quant.kind_pieces", n=count), made))
    rows.append(_cost(found, tell("lab_quant.row_table", n=2**found.bits), _table(found)))
    title = tell("lab_quant.costs", name=found.unit.name, reach=significant(found.reach))
    return Grid(title, headings, tuple(rows))


def _cost(found: Found, name: Text, standin: Standin) -> tuple[Text | float | None, ...]:
    return name, standins.gap(found.unit, standin.value, found.reach)[0], standin.operations, standin.kept


def _table(found: Found) -> Standin:
    """Return a look-up table: input and output both rounded."""
    low, high = np.array(-found.reach), np.array(found.reach)
    values = found.unit.value(np.linspace(-found.reach, found.reach, 1001))
    ends = values.min(), values.max()

    def value(x: np.ndarray) -> np.ndarray:
        return rounded(found.unit.value(rounded(x, low, high, found.bits)), *ends, found.bits)

    return standins.Standin(value, 1, 2**found.bits)


def _points(value: float) -> str:
    """Return a share in percentage points with two digits behind the point."""
    return f"{100 * value:.2f}".replace("-", "−") if isfinite(value) else "∞"


def _clause(found: Found, kind: str) -> Text:
    gap = _gap(found, kind)
    key = "same" if not gap.tells else "lower" if gap.mean < 0 else "higher"
    mean = gap.mean if key == "same" else abs(gap.mean)
    return tell(f"lab_quant.clause_{key}", name=_name(found, kind), mean=_points(mean), half=_points(gap.half))


def _verdict(found: Found) -> Text:
    said = [kind for kind in (f"bits{found.bits}", "double", "polynomial") if kind in found.altered]
    return tell(
        "lab_quant.verdict",
        data=tell(f"lab_quant.data_{found.data}"),
        name=found.unit.name,
        runs=found.runs,
        hidden=HIDDEN,
        steps=found.steps,
        tests=TESTS,
        base=f"{100 * float(found.plain.mean()):.1f}",
        clauses=clauses(_clause(found, kind) for kind in said),
        n=len(found.altered),
    )


def _told(found: Found) -> tuple[Text, ...]:
    said: list[Text] = []
    if len(found.altered) < len(_all(found)):
        said.append(tell("lab_quant.told_part", n=len(found.altered), all=len(_all(found))))
    rest = [kind for kind in _order(found) if kind not in {f"bits{found.bits}", "double", "polynomial", "raw"}]
    if rest:
        said.append(tell("lab_quant.told_rest", clauses=clauses(_clause(found, kind) for kind in rest)))
    if "raw" in found.altered:
        share, reach = significant(100 * found.outside, 2), significant(found.reach)
        said.append(tell("lab_quant.told_raw", share=share, reach=reach, clause=_clause(found, "raw")))
    said.append(tell("lab_quant.told_step"))
    said.append(tell("lab_quant.told_cost", bits=found.bits, marks=2**found.bits))
    return tuple(said)


def _all(found: Found) -> tuple[str, ...]:
    """Return every kind of change of a complete run."""
    bits = tuple(f"bits{one}" for one in dict.fromkeys((found.bits, *FEWER)))
    retrained = ("retrained",) if found.double[1].kept == 0 else ()
    return (*bits, "double", *retrained, "polynomial", "raw", "pieces")
