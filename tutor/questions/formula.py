"""Whether two formulas in x mean the same: compared by value on sampled points, never as text."""

from __future__ import annotations

from dataclasses import dataclass
from math import isclose, isnan
from typing import TYPE_CHECKING

from tutor.questions.answers import LONGEST, Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.activations.expression import Node

# 0 and the usual kinks first, then ordinary values, then tails where cancellation shows.
POINTS = (0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, 3.0, -3.0, 0.1, -0.1, 1.7, -1.3, 6.0, -6.0, 10.0, -10.0, 30.0, -30.0)


@dataclass(frozen=True, slots=True)
class Difference:
    """The first x at which two formulas differ, with both values."""

    x: float
    yours: float
    right: float


def differs(
    given: str, right: str, domain: tuple[float, float] | None, values: Mapping[str, str]
) -> Difference | Unreadable | None:
    """Return where `given` differs from `right` on `domain`, None when they mean the same."""
    from tutor.activations.expression import parse
    from tutor.errors import TutorError

    if len(given) > LONGEST:
        return Unreadable("question.too_long", {"most": str(LONGEST)})
    names = {name: float(text.replace("−", "-")) for name, text in values.items()}
    try:
        yours, truth = parse(given), parse(right)
        return _first_difference(yours, truth, domain, names)
    except (TutorError, TypeError, ValueError, OverflowError):
        return Unreadable("question.not_a_formula", {"text": given.strip()[:40]})


def _first_difference(
    yours: Node, truth: Node, domain: tuple[float, float] | None, names: Mapping[str, float]
) -> Difference | None:
    low, high = domain or (POINTS[-1], -POINTS[-1])
    for x in (point for point in POINTS if low <= point <= high):
        here = {**names, "x": x}
        a, b = _value(yours, here), _value(truth, here)
        same = isnan(a) if isnan(b) else isclose(a, b, rel_tol=1e-7, abs_tol=1e-12)
        if not same:
            return Difference(x, a, b)
    return None


def _value(node: Node, names: Mapping[str, float]) -> float:
    """Return the number a formula gives; a comparison or a vector is no formula (TypeError)."""
    from tutor.activations.expression import evaluate

    value = evaluate(node, names)
    if isinstance(value, bool):
        raise TypeError(value)
    return float(value)
