"""Minima and steepest slopes of scaled functions a·g(bx + c): place, value, Lipschitz constant."""

from __future__ import annotations

from math import inf, isfinite
from typing import TYPE_CHECKING

from tutor.activations import get
from tutor.questions.generate.confusions import CONFUSED
from tutor.questions.generate.family import Drafted, Family
from tutor.questions.generate.options import Wrong, number_choice
from tutor.questions.generate.subject import Scaled, Subject, drawn
from tutor.questions.generate.wording import said, spoken
from tutor.questions.model import Numeric
from tutor.text import Text
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.activations.calculus.extrema import Extremum
    from tutor.questions.generate.family import Seed
    from tutor.questions.model import Wording

DIPPING = ("silu", "gelu", "mish", "quick_gelu", "hard_swish", "xielu")
BOUNDED_SLOPES = ("sigmoid", "tanh", "softsign", "erf", "dyt", "silu", "gelu", "mish", "elu", "selu", "hard_sigmoid",
                  "hard_tanh", "softplus", "lecun_tanh", "hard_swish", "snake")  # fmt: skip
FACTORS, SCALES, SHIFTS = (1, 2, 3, 4, 0.5), (1, 2, 3, 4, 0.5), (0, 0, 1, -1, 2, -2, 3)
SEEN = 0.1  # places nearer to each other, or to 0, are one place to the eye


def scaled(subject: Subject, luck: Seed) -> Scaled:
    """Return a·g(bx + c) with drawn numbers, not all of them idle."""
    a, b, c = luck.pick(FACTORS, "a"), luck.pick(SCALES, "b"), luck.pick(SHIFTS, "c")
    return Scaled(subject, a, b, c)


def lowest(subject: Subject) -> Extremum:
    """Return the minimum of g."""
    from tutor.activations.properties import properties

    return properties(subject.record, **subject.parameters).infimum


def steepest(subject: Subject) -> float:
    """Return the largest |g′|."""
    from tutor.activations.properties import properties

    return properties(subject.record, **subject.parameters).lipschitz


def _turning_slope(subject: Subject) -> float | None:
    """Return where g falls most steeply, None when that is at no single finite place."""
    from tutor.activations.properties import properties

    place = properties(subject.record, **subject.parameters).slope_infimum.place
    return place if place is not None and isfinite(place) else None


def wrong_places(f: Scaled, inner: float) -> Iterator[Wrong]:
    """Yield the places that mistakes lead to; `inner` is where g has its minimum."""
    right = f.place(inner)
    yield Wrong(
        0.0, "min-at-zero", said("generate.because_min_at_zero", value=significant(f.value(0.0)), x=significant(right))
    )
    yield Wrong(inner, "inner-factor-ignored", said("generate.because_inner_left_out", argument=f.argument))
    yield Wrong((inner + f.c) / f.b, "shift-reversed", said("generate.because_shift_reversed", argument=f.argument))
    yield Wrong(f.b * inner + f.c, "parameter-inverted", said("generate.because_forwards", argument=f.argument))
    yield Wrong(-right, "sign-flipped", said("generate.because_min_other_side", value=significant(f.value(-right))))
    turning = _turning_slope(f.inner)
    if turning is not None:
        place = f.place(turning)
        yield Wrong(place, "slope-for-value", said("generate.because_min_of_slope", x=significant(place)))
    key = "generate.because_min_cousin_own" if f.unmoved else "generate.because_min_cousin"
    for name, mistake in CONFUSED[f.inner.name]:
        other = lowest(Subject(get(name)))
        if other.place is not None and isfinite(other.place):
            yield Wrong(f.place(other.place), mistake, said(key, other=Subject(get(name)).called))


def _place(function: str, luck: Seed) -> Drafted | None:
    f = scaled(drawn(function, luck), luck)
    found = lowest(f.inner)
    if found.place is None or not isfinite(found.place):
        return None
    right = f.place(found.place)
    if abs(right) < SEEN:
        return None
    body = number_choice(right, wrong_places(f, found.place), luck, gap=SEEN)
    if body is None:
        return None
    ask = said("generate.min_place_ask", f=f.introduced)
    return Drafted(ask, body, _why_place(f, found.place))


def _why_place(f: Scaled, inner: float) -> Wording:
    """Return how the minimum of g moves, or that it stays where it is."""
    kept = spoken("generate.min_place_kept") if f.a != 1 else Text("", "")
    facts: dict[str, str | Text] = {"g": f.inner.called, "inner": significant(inner), "kept": kept}
    if f.unmoved:
        return said("generate.why_min_place_own", **facts)
    return said("generate.why_min_place", argument=f.argument, x=significant(f.place(inner)), **facts)


def wrong_depths(f: Scaled, inner: float) -> Iterator[Wrong]:
    """Yield the values that mistakes lead to where the minimum of f is asked for."""
    depth, right = f.inner.value(inner), f.a * f.inner.value(inner)
    yield Wrong(0.0, "negative-side-forgotten", said("generate.because_min_not_zero", x=significant(f.place(inner))))
    yield Wrong(depth, "outer-factor-forgotten", said("generate.because_no_factor", a=significant(f.a)))
    yield Wrong(right * f.b, "inner-scale-outside", said("generate.because_scale_in_value", b=significant(f.b)))
    yield Wrong(-right, "sign-flipped", said("generate.because_min_positive", value=significant(f.value(0.0))))
    yield Wrong(f.place(inner), "place-for-value", said("generate.because_place_for_value"))
    yield Wrong(-f.a, "bound-by-feel", said("generate.because_minus_one", value=significant(right)))
    for name, mistake in CONFUSED[f.inner.name]:
        other = lowest(Subject(get(name)))
        if isfinite(other.value) and other.value < 0:
            value = f.a * other.value
            key = "generate.because_depth_cousin" if f.a != 1 else "generate.because_min_cousin_own"
            yield Wrong(value, mistake, said(key, other=Subject(get(name)).called))


def _depth(function: str, luck: Seed) -> Drafted | None:
    f = scaled(drawn(function, luck), luck)
    found = lowest(f.inner)
    if found.place is None or not isfinite(found.place):
        return None
    body = number_choice(f.a * found.value, wrong_depths(f, found.place), luck)
    if body is None:
        return None
    return Drafted(said("generate.min_value_ask", f=f.introduced), body, _why_depth(f, found))


def _why_depth(f: Scaled, lowest_of_g: Extremum) -> Wording:
    """Return what moves the bottom, if anything does, and what sets its depth."""
    place, depth = lowest_of_g.place, significant(lowest_of_g.value)
    assert place is not None
    moved = Text("", "") if f.unmoved else spoken("generate.min_value_moved", x=significant(f.place(place)))
    key = "generate.min_value_product" if f.a != 1 else "generate.min_value_same"
    product = f"{significant(f.a)}·({depth}) = {significant(f.a * lowest_of_g.value)}"
    end = Text("", "") if f.a == 1 and f.unmoved else spoken(key, product=product, depth=depth)
    return said("generate.why_min_value", g=f.inner.called, inner=significant(place), depth=depth, moved=moved, end=end)


def wrong_constants(f: Scaled) -> Iterator[Wrong]:
    """Yield the Lipschitz constants that mistakes lead to."""
    peak = steepest(f.inner)
    yield Wrong(f.a * peak, "inner-slope-forgotten", said("generate.because_no_inner_slope", b=significant(f.b)))
    yield Wrong(f.b * peak, "outer-factor-forgotten", said("generate.because_no_factor", a=significant(f.a)))
    yield Wrong(f.a * peak / f.b, "parameter-inverted", said("generate.because_divided", b=significant(f.b)))
    if f.a != 1 and f.b != 1:
        yield Wrong((f.a + f.b) * peak, "sum-for-product", said("generate.because_added"))
        yield Wrong(peak, "inner-slope-forgotten", said("generate.because_slope_of_inner", g=f.inner.called))
    if isfinite(_height(f.inner)):
        because = said("generate.because_height", height=significant(f.a * _height(f.inner)))
        yield Wrong(f.a * _height(f.inner), "value-for-slope", because)
    for name, mistake in CONFUSED[f.inner.name]:
        other = steepest(Subject(get(name)))
        if other < inf:
            because = said("generate.because_peak_cousin", other=Subject(get(name)).called, peak=significant(other))
            yield Wrong(f.a * f.b * other, mistake, because)


def _height(subject: Subject) -> float:
    from tutor.activations.properties import properties

    known = properties(subject.record, **subject.parameters)
    return max(abs(known.infimum.value), abs(known.supremum.value))


def _constant(function: str, luck: Seed) -> Drafted | None:
    f = scaled(drawn(function, luck), luck)
    if f.a == 1 and f.b == 1:
        return None
    body = number_choice(f.a * f.b * steepest(f.inner), wrong_constants(f), luck)
    if body is None:
        return None
    key = luck.pick(("generate.lipschitz_ask", "generate.lipschitz_ask_difference"), "wording")
    return Drafted(said(key, f=f.introduced), body, said("generate.why_lipschitz", **_factors(f)))


def _factors(f: Scaled) -> dict[str, str]:
    peak = steepest(f.inner)
    product = significant(f.a * f.b * peak)
    return {
        "a": significant(f.a),
        "b": significant(f.b),
        "peak": significant(peak, 4),
        "product": product,
        "g": f.inner.record.symbol,
    }


def _constant_typed(function: str, luck: Seed) -> Drafted | None:
    f = scaled(drawn(function, luck), luck)
    peak = steepest(f.inner)
    if f.a == 1 and f.b == 1:
        return None
    ask = said("generate.lipschitz_typed", f=f.introduced, g=f.inner.record.symbol, peak=significant(peak, 4))
    body = Numeric(repr(round(f.a * f.b * peak, 12)), 3)
    return Drafted(ask, body, said("generate.why_lipschitz", **_factors(f)))


MINIMUM_PLACE = Family(
    name="where-is-the-minimum",
    part=3,
    kind="choice",
    functions=lambda: DIPPING,
    make=_place,
)
MINIMUM = Family(
    name="minimum",
    part=3,
    kind="choice",
    functions=lambda: DIPPING,
    make=_depth,
)
LIPSCHITZ = Family(
    name="largest-slope",
    part=4,
    kind="choice",
    functions=lambda: BOUNDED_SLOPES,
    make=_constant,
)
LIPSCHITZ_TYPED = Family(
    name="compute-the-largest-slope",
    part=4,
    kind="numeric",
    functions=lambda: BOUNDED_SLOPES,
    make=_constant_typed,
)
