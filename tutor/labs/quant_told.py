"""What quant found: accuracy beside what it was, rounding beside theory, counted costs, and what may be said of it."""

from __future__ import annotations

from math import exp, isfinite, log, sqrt
from typing import TYPE_CHECKING

from tutor.labs import standins
from tutor.labs.functions import unit
from tutor.labs.model import Measure, Result
from tutor.labs.quant import HIDDEN, TESTS
from tutor.labs.quant_shown import bars, costs, name_of, order, rulers
from tutor.labs.rounding import BITS
from tutor.labs.spread import paired, spread
from tutor.labs.telling import clauses, tell
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from tutor.labs.model import Finding
    from tutor.labs.quant import Found
    from tutor.labs.spread import Difference
    from tutor.text import Text

STEEP = (1 + 1 / sqrt(3)) / 2  # where σ is as steep as hard σ, σ(1 − σ) = 1/6, the two are furthest apart
HARD = (
    ("silu", "hard_swish", 3 / (1 + exp(3))),  # at ±3, where hard swish has its kinks
    ("sigmoid", "hard_sigmoid", STEEP - 0.5 - log(STEEP / (1 - STEEP)) / 6),
)
WIDE = 8.0  # the hard functions are compared on [−8, 8]
FINE = 0.01  # an interval wider than a point on either side decides nothing


def result(found: Found) -> Result:
    """Return what is known by now."""
    findings: tuple[Finding, ...] = (rulers(found), costs(found)) if found.rulers else ()
    if not found.altered:
        return Result(_gaps(found), findings, tell("lab_quant.not_yet", steps=found.taken))
    return Result(_measures(found), (bars(found), *findings), _verdict(found), _told(found), answer(found))


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


def _measures(found: Found) -> tuple[Measure, ...]:
    made = [
        Measure(
            tell("lab_quant.measure_accuracy", name=name_of(found, kind)), known.mean, None, known.error, known.runs
        )
        for kind in order(found)
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


def _points(value: float) -> str:
    """Return a share in percentage points with two digits behind the point."""
    return f"{100 * value:.2f}".replace("-", "−") if isfinite(value) else "∞"


def _clause(found: Found, kind: str) -> Text:
    gap = _gap(found, kind)
    key = "same" if not gap.tells else "lower" if gap.mean < 0 else "higher"
    mean = gap.mean if key == "same" else abs(gap.mean)
    return tell(f"lab_quant.clause_{key}", name=name_of(found, kind), mean=_points(mean), half=_points(gap.half))


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
    if len(found.altered) < len(found.kinds):
        said.append(tell("lab_quant.told_part", n=len(found.altered), all=len(found.kinds)))
    rest = [kind for kind in order(found) if kind not in {f"bits{found.bits}", "double", "polynomial", "raw"}]
    if rest:
        said.append(tell("lab_quant.told_rest", clauses=clauses(_clause(found, kind) for kind in rest)))
    if "raw" in found.altered:
        share, reach = significant(100 * found.outside, 2), significant(found.reach)
        said.append(tell("lab_quant.told_raw", share=share, reach=reach, clause=_clause(found, "raw")))
    said.append(tell("lab_quant.told_step"))
    said.append(tell("lab_quant.told_cost", bits=found.bits, marks=2**found.bits))
    return tuple(said)
