"""The range of a function and of its slope: intervals whose ends are attained, or only approached."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import copysign, inf, isfinite
from typing import TYPE_CHECKING

from tutor.activations import get
from tutor.questions.generate.confusions import CONFUSED
from tutor.questions.generate.family import Drafted, Family
from tutor.questions.generate.options import FEWEST, MOST, apart
from tutor.questions.generate.subject import Subject, drawn, names
from tutor.questions.generate.wording import plain, said, spoken
from tutor.questions.model import Choice, Option
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tutor.activations.calculus.extrema import Extremum
    from tutor.questions.generate.family import Seed
    from tutor.questions.model import Wording
    from tutor.text import Text

ZERO = 1e-9  # a limit that is 0 but for rounding
FAR, REACHED = 1e6, 1e-6  # where a curve has settled on the other side, and how near its limit


@dataclass(frozen=True, slots=True)
class Interval:
    """A range of values; an end belongs to it when it is attained."""

    low: float
    high: float
    low_attained: bool
    high_attained: bool

    @property
    def written(self) -> str:
        """Return the interval as people write it: `[−0.278, ∞)`."""
        left, right = "[" if self.low_attained else "(", "]" if self.high_attained else ")"
        return f"{left}{significant(self.low)}, {significant(self.high)}{right}"

    def differs(self, other: Interval) -> bool:
        """Say whether an end is elsewhere, by a fifth at least, and no end is a little elsewhere."""
        pairs = ((self.low, other.low), (self.high, other.high))
        equal = [a == b for a, b in pairs]
        return not all(equal) and all(same or apart(a, b) for same, (a, b) in zip(equal, pairs, strict=True))


def range_of(subject: Subject, *, slope: bool) -> Interval:
    """Return the range of a function or of its slope, with exact ends where they are 0 but for rounding."""
    from tutor.activations.properties import properties

    known = properties(subject.record, **subject.parameters)
    ends = (known.slope_infimum, known.slope_supremum) if slope else (known.infimum, known.supremum)
    low, high = (round(end.value, 9) + 0.0 if isfinite(end.value) else end.value for end in ends)
    return Interval(low, high, _attained(ends[0]), _attained(ends[1]))


def _is_interval(subject: Subject, *, slope: bool) -> bool:
    """Say whether all numbers between the ends are values: no jump leaves a gap, no line has one slope only."""
    from tutor.activations.properties import properties

    return properties(subject.record, **subject.parameters).smoothness >= slope and not (
        slope and subject.name == "identity"
    )


def _attained(end: Extremum) -> bool:
    return end.place is None or isfinite(end.place)


@dataclass(frozen=True, slots=True)
class Claim:
    """An interval that a mistake leads to."""

    interval: Interval
    mistake: str
    because: Wording


def wrong_ranges(subject: Subject, right: Interval, *, slope: bool) -> Iterator[Claim]:
    """Yield the ranges that mistakes lead to."""
    for name, mistake in CONFUSED[subject.name]:
        other = Subject(get(name))
        if _is_interval(other, slope=slope):
            key = "generate.because_range_cousin_slope" if slope else "generate.because_range_cousin"
            yield Claim(range_of(other, slope=slope), mistake, said(key, other=other.called))
    if slope:
        yield Claim(range_of(subject, slope=False), "value-for-slope", said("generate.because_range_of_values"))
    elif _is_interval(subject, slope=True):
        yield Claim(range_of(subject, slope=True), "slope-for-value", said("generate.because_range_of_slopes"))
    yield from _forgotten_parts(right, slope=slope)
    if subject.spelled:
        because = said("generate.because_default", spelled=subject.spelled, default=subject.default.spelled)
        yield Claim(range_of(subject.default, slope=slope), "parameter-forgotten", because)


def _forgotten_parts(right: Interval, *, slope: bool) -> Iterator[Claim]:
    """Yield ranges without the negative part, without the overshoot, without a bound, of one sign too many."""
    what = "f′" if slope else "f"
    low, high = significant(right.low), significant(right.high)
    if isfinite(right.low) and right.low < 0:
        cut = replace(right, low=0.0, low_attained=True)
        yield Claim(cut, "negative-side-forgotten", said("generate.because_negative_part", what=what, low=low))
    if right.low == 0 and right.high > 0:
        mirrored = replace(right, low=-right.high, low_attained=right.high_attained)
        yield Claim(mirrored, "odd-symmetry-assumed", said("generate.because_never_negative", what=what))
    if isfinite(right.low) or isfinite(right.high):
        free = Interval(-inf, inf, low_attained=False, high_attained=False)
        bounds = _bounds(right)
        yield Claim(free, "bounds-forgotten", said("generate.because_bounded", what=what, bounds=bounds))
    if right.high == inf and not slope:
        low_end = 0.0 if right.low >= -1 else -1.0
        flat = Interval(low_end, 1.0, low_attained=False, high_attained=False)
        yield Claim(flat, "s-shape-expected", said("generate.because_unbounded"))
    if slope and isfinite(right.high) and abs(right.high) > 1:
        one = replace(right, high=1.0, high_attained=True)
        yield Claim(one, "slope-capped-at-one", said("generate.because_overshoot", high=high))
    if slope and right.high > 0.25:
        quarter = Interval(0.0, 0.25, low_attained=False, high_attained=True)
        yield Claim(quarter, "sigmoid-for-it", said("generate.because_quarter"))


def _bounds(right: Interval) -> Text:
    low, high = significant(right.low), significant(right.high)
    if isfinite(right.low) and isfinite(right.high):
        return spoken("generate.bounds_both", low=low, high=high)
    if isfinite(right.low):
        return spoken("generate.bounds_below", low=low)
    return spoken("generate.bounds_above", high=high)


def _choice(right: Interval, claims: list[Claim], luck: Seed) -> Choice | None:
    taken: list[Claim] = []
    for claim in luck.shuffled(claims, "options"):
        others = (right, *(one.interval for one in taken))
        if len(taken) < MOST and all(claim.interval.differs(other) for other in others):
            taken.append(claim)
    if len(taken) < FEWEST:
        return None
    wrong = [
        Option(right=False, wording=plain(claim.interval.written), mistake=claim.mistake, because=claim.because)
        for claim in taken
    ]
    return Choice((Option(right=True, wording=plain(right.written)), *wrong))


def _drafted(function: str, luck: Seed, *, slope: bool) -> Drafted | None:
    subject = drawn(function, luck)
    if not _is_interval(subject, slope=slope):
        return None
    right = range_of(subject, slope=slope)
    body = _choice(right, list(wrong_ranges(subject, right, slope=slope)), luck)
    if body is None:
        return None
    ask = said("generate.slope_range_ask" if slope else "generate.range_ask", f=subject.introduced)
    return Drafted(ask, body, _why(subject, right, slope=slope))


def _why(subject: Subject, right: Interval, *, slope: bool) -> Wording:
    """Return where the two ends come from."""
    from tutor.activations.properties import properties

    known = properties(subject.record, **subject.parameters)
    ends = (known.slope_infimum, known.slope_supremum) if slope else (known.infimum, known.supremum)
    formula = subject.record.derivative_formula.partition(";")[0] if slope else subject.record.formula
    at = subject.slope if slope else subject.value
    low, high = _end(ends[0], right.low, "lowest", at), _end(ends[1], right.high, "highest", at)
    facts = {"low": low, "high": high, "brackets": _brackets(right)}
    return said("generate.why_range", formula=formula, interval=right.written, **facts)


def _brackets(right: Interval) -> Text:
    """Return why the brackets are what they are."""
    if right.low_attained or right.high_attained:
        return spoken("generate.brackets_square")
    finite = isfinite(right.low) or isfinite(right.high)
    return spoken("generate.brackets_round" if finite else "generate.brackets_infinite")


def _end(end: Extremum, value: float, which: str, at: Callable[[float], float]) -> Text:
    """Return a sentence about one end: approached, attained at a place, or shared by a stretch."""
    lowest = which == "lowest"
    if not isfinite(value):
        return spoken("generate.end_none_below" if lowest else "generate.end_none_above")
    shown = significant(value)
    if end.place is None:
        return spoken("generate.end_stretch_low" if lowest else "generate.end_stretch_high", value=shown)
    if isfinite(end.place):
        key = "generate.end_taken_low" if lowest else "generate.end_taken_high"
        return spoken(key, value=shown, x=significant(end.place))
    both = abs(at(-copysign(FAR, end.place)) - value) < REACHED
    side = "±∞" if both else significant(end.place)
    return spoken("generate.end_approached_low" if lowest else "generate.end_approached_high", value=shown, side=side)


RANGE = Family(
    name="range",
    part=3,
    kind="choice",
    functions=lambda: names("step", "identity"),
    make=lambda function, luck: _drafted(function, luck, slope=False),
)
SLOPE_RANGE = Family(
    name="gradient-range",
    part=3,
    kind="choice",
    functions=lambda: names(
        "step",
        "identity",
        "relu",
        "leaky_relu",
        "prelu",
        "apl",
        "selu",
        "hard_sigmoid",
        "hard_tanh",
        "relu6",
        "hard_swish",
    ),
    make=lambda function, luck: _drafted(function, luck, slope=True),
)
