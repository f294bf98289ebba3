"""Which mistake takes one curve for another: what was overlooked in the picture."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.questions.generate.looks import telling_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.questions.generate.looks import Look, Range

FAR = 40.0  # as good as infinity for where a curve settles, near enough for one that does not
SETTLED = 5.0  # values beyond go on for ever
ALIKE = 0.05
LEFT = tuple(-step / 20 for step in range(1, 161))
SIDES = {
    "left-tail-overlooked": -1,
    "dip-overlooked": -1,
    "dip-depth-misread": -1,
    "right-tail-overlooked": 1,
    "s-shape-expected": 1,
}
PAIRS = {("sigmoid", "tanh"): "tanh-for-sigmoid", ("tanh", "sigmoid"): "sigmoid-for-tanh"}


def misread(right: Look, chosen: Look, span: Range, within: Range) -> tuple[str, float]:
    """Return the mistake that takes `chosen` for `right` in this frame, and the x at which it shows."""
    for mistake in _mistakes(right, chosen):
        side = SIDES.get(mistake, 0)
        x = telling_place(right, chosen, span, within, side)
        if not side or x * side > 0:
            return mistake, x
    raise AssertionError(right, chosen)  # the last mistake has no side


def _mistakes(right: Look, chosen: Look) -> Iterator[str]:
    """Yield what may have been overlooked, the most telling first."""
    if right.order == chosen.order == 0 and (found := PAIRS.get((right.function, chosen.function))):
        yield found
    if _far_apart(right, chosen, -FAR):
        yield "left-tail-overlooked"
    if _far_apart(right, chosen, FAR):
        settles = abs(chosen.at(FAR)) < SETTLED < abs(right.at(FAR))
        yield "s-shape-expected" if settles else "right-tail-overlooked"
    if abs(dip(right) - dip(chosen)) > ALIKE:
        yield "dip-depth-misread" if min(dip(right), dip(chosen)) > ALIKE else "dip-overlooked"
    yield "corner-for-bend" if bool(right.record.kinks) != bool(chosen.record.kinks) else "steepness-misread"


def _far_apart(one: Look, other: Look, x: float) -> bool:
    a, b = one.at(x), other.at(x)
    return abs(a - b) > ALIKE * max(1.0, min(abs(a), abs(b)))


@lru_cache(maxsize=256)
def dip(look: Look) -> float:
    """Return how deep a curve sinks left of 0 below both its far left and 0."""
    lowest = min(look.over(LEFT))
    return max(0.0, min(look.at(-FAR), look.at(0.0)) - lowest)
