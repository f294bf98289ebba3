"""From where on a function is flat: |f′| below a given threshold, for f(x) = g(bx)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.activations import get
from tutor.questions.generate.confusions import CONFUSED
from tutor.questions.generate.family import Drafted, Family
from tutor.questions.generate.options import Wrong, number_choice
from tutor.questions.generate.subject import Scaled, Subject, plainly
from tutor.questions.generate.wording import listed, said
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tutor.activations.functions.arrays import Array
    from tutor.questions.generate.family import Seed
    from tutor.questions.model import Wording

LEFT = ("softplus", "elu", "selu", "celu", "silu", "gelu", "mish")  # flat on the left only
BOTH = ("sigmoid", "tanh", "softsign", "erf", "lecun_tanh")
THRESHOLDS = (0.1, 0.05, 0.02, 0.01, 0.001)
SCALES = (1, 1, 2, 3, 0.5)
FARTHEST, STEPS, ZOOMS = 100.0, 400, 5
NEAREST = 0.05  # an edge at the middle is none


def edge(size: Callable[[Array], Array], threshold: float) -> float:
    """Return the distance from 0 beyond which `size` stays below the threshold; nan when there is none in reach."""
    import numpy as np

    near, far = 0.0, FARTHEST
    for _ in range(ZOOMS):
        distances = np.linspace(near, far, STEPS + 1)
        large = np.flatnonzero(size(distances) >= threshold)
        if not large.size or large[-1] == STEPS:
            return float("nan")
        near, far = float(distances[large[-1]]), float(distances[large[-1] + 1])
    return far


def slope_edge(subject: Subject, side: int, threshold: float) -> float:
    """Return the distance beyond which |g′| stays below the threshold, on the side −1 or 1."""
    return edge(lambda d: abs(subject.record.derivative(side * d, 1, **subject.parameters)), threshold)


def level_edge(subject: Subject, side: int, threshold: float) -> float:
    """Return the distance beyond which g stays within the threshold of its limit."""
    from tutor.activations.properties import properties

    limit = properties(subject.record, **subject.parameters).limits[side > 0]
    return edge(lambda d: abs(subject.record.value(side * d, **subject.parameters) - limit), threshold)


def wrong_edges(f: Scaled, side: int, threshold: float) -> Iterator[Wrong]:
    """Yield the places that mistakes lead to where |f′| falls below the threshold for good."""
    subject, b = f.inner, f.b
    t = significant(threshold)
    peak = abs(float(subject.slope(0.0)))
    yield Wrong(level_edge(subject, side, threshold) / b, "value-for-slope", said("generate.because_level", t=t))
    relative = slope_edge(subject, side, threshold * peak)
    yield Wrong(relative / b, "absolute-for-relative", said("generate.because_relative", t=t))
    if b != 1:
        inner = slope_edge(subject, side, threshold)
        outer = slope_edge(subject, side, threshold / b)
        yield Wrong(inner, "inner-factor-ignored", said("generate.because_edge_unscaled", b=significant(b)))
        yield Wrong(outer * b, "parameter-inverted", said("generate.because_edge_inverted", b=significant(b)))
    for other in (10 * threshold, threshold / 10):
        because = said("generate.because_other_threshold", other=significant(other), t=t)
        yield Wrong(slope_edge(subject, side, other / b) / b, "threshold-misplaced", because)
    for name, mistake in CONFUSED[subject.name]:
        cousin = Subject(get(name))
        because = said("generate.because_edge_cousin", other=cousin.called)
        yield Wrong(slope_edge(cousin, side, threshold / b) / b, mistake, because)


def _drafted(function: str, luck: Seed) -> Drafted | None:
    threshold, b = float(luck.pick(THRESHOLDS, "t")), float(luck.pick(SCALES, "b"))
    f = Scaled(plainly(function), b=b)
    side = -1 if function in LEFT else 1
    right = slope_edge(f.inner, side, threshold / b) / b
    if not right > NEAREST:
        return None
    body = number_choice(right, wrong_edges(f, side, threshold), luck)
    if body is None:
        return None
    key = "generate.edge_ask_left" if function in LEFT else "generate.edge_ask"
    ask = said(key, f=f.introduced, t=significant(threshold))
    return Drafted(ask, body, _why(f, side, right, threshold))


def _why(f: Scaled, side: int, right: float, threshold: float) -> Wording:
    """Return the slope at the edge and beside it."""
    steps = [
        f"|f′({significant(x)})| = {significant(abs(f.slope(x)))}"
        for x in (side * right * share for share in (0.8, 1.0, 1.25))
    ]
    formula = f.inner.record.derivative_formula.partition(";")[0]
    if f.b != 1:
        formula = f"f′(x) = {significant(f.b)}·g′({f.argument}), {formula.replace('f′(x)', 'g′(x)')}"
    return said("generate.why_edge", formula=formula, slopes=listed(steps), t=significant(threshold))


SATURATION = Family(
    name="flat-from-where",
    part=4,
    kind="choice",
    functions=lambda: (*BOTH, *LEFT),
    make=_drafted,
)
