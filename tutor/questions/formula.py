"""Whether two formulas in x mean the same: compared by value on sampled points, never as text.

They differ when their values do by more than a relative 10⁻⁷ and more than rounding can explain. At a
jump the value is a convention (ReLU′(0) = 0), so the jump itself is not compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import isnan, nan
from typing import TYPE_CHECKING

from tutor.questions.answers import Unreadable, hinted, read_text
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from tutor.activations.expression import Node
    from tutor.questions.bounded import Bounded
    from tutor.questions.points import Domain

RELATIVE = 1e-7  # eight written digits of a constant are enough
SLACK = 4.0  # times the bound for rounding, which holds for each operation by itself
USEFUL = 1e-5  # a bound above it, next to 1 or the value, says nothing about a point
ENOUGH = 0.4  # share of the points at which something must be known
FAILURES = (TypeError, ValueError, OverflowError, ArithmeticError, RecursionError)


@dataclass(frozen=True, slots=True)
class Difference:
    """The simplest x at which two formulas differ, with both values; NaN where there is none."""

    x: float
    yours: float
    right: float


def differs(given: str, right: str, domain: Domain | None, values: Mapping[str, str]) -> Difference | Unreadable | None:
    """Return where `given` differs from `right` on `domain`, None when they mean the same.

    What cannot be read or compared, and an answer that only names what was asked for, is a hint.
    """
    text = read_text(given)
    if isinstance(text, Unreadable):
        return text
    return _compared(text, right, domain, tuple(values.items()))


@lru_cache(maxsize=64)  # a verdict is drawn again at every key
def _compared(
    text: str, right: str, domain: Domain | None, values: tuple[tuple[str, str], ...]
) -> Difference | Unreadable | None:
    from tutor.activations.expression import parse
    from tutor.errors import TutorError
    from tutor.questions.notation import usual
    from tutor.questions.used import without_argument

    names = numbers(values)
    try:
        written = usual(text, names)
        if isinstance(written, Unreadable):
            return written
        yours, truth = parse(written), parse(right)
        if bare := without_argument(yours):
            return hinted("question.argument_wanted", name=bare)
        named = _named(yours, truth, domain, names)
        return hinted("question.only_named", name=named) if named else _first_difference(yours, truth, domain, names)
    except (TutorError, *FAILURES):
        return hinted("question.not_a_formula", text=text[:40])


def numbers(values: tuple[tuple[str, str], ...]) -> dict[str, float]:
    """Return drawn values as numbers."""
    return {name: float(text.replace("−", "-")) for name, text in values}


def _first_difference(
    yours: Node, truth: Node, domain: Domain | None, names: Mapping[str, float]
) -> Difference | Unreadable | None:
    import numpy as np

    from tutor.questions.bounded import bounded
    from tutor.questions.points import points

    kinks = kinks_of(truth, names) | kinks_of(yours, names)
    found = points(domain, kinks, truth.span.source)
    places = np.array([x for x in found if x not in jumps(truth, found, kinks, names)])
    a, b = bounded(yours, places, names), bounded(truth, places, names)
    differing, known = _apart(a, b)
    if differing.any():
        place = int(np.argmax(differing))
        return Difference(float(places[place]), float(a.value[place]), float(b.value[place]))
    middle = np.abs(places) <= 10 if domain is None else np.isfinite(places)
    return None if known[middle].mean() >= ENOUGH else hinted("question.not_comparable")


def _apart(a: Bounded, b: Bounded) -> tuple[NDArray, NDArray]:  # type: ignore[type-arg]
    """Return where two formulas differ, and where enough is known of both to tell."""
    import numpy as np

    gone_a, gone_b = (np.isnan(side.value) & (side.error == 0) for side in (a, b))
    sure = np.isfinite(a.error) & np.isfinite(b.error)
    with np.errstate(all="ignore"):
        size = np.fmax(np.abs(a.value), np.abs(b.value))
        doubt = SLACK * (a.error + b.error)
        apart = sure & (np.abs(a.value - b.value) > RELATIVE * size + doubt)
        known = sure & (doubt <= USEFUL * (1 + size))
    return apart | (sure & (gone_a != gone_b)), known | (gone_a & gone_b)


def kinks_of(node: Node, names: Mapping[str, float]) -> frozenset[float]:
    """Return where a formula has a kink, as far as its work allows; none for a number."""
    from tutor.activations.expression import function_of
    from tutor.errors import TutorError

    try:
        return frozenset(function_of(node, names).breaks())
    except (TutorError, *FAILURES):
        return frozenset()


def jumps(
    truth: Node, places: tuple[float, ...], kinks: frozenset[float], names: Mapping[str, float]
) -> frozenset[float]:
    """Return the places at which the right formula jumps: its value there is a convention."""
    import numpy as np

    from tutor.questions.bounded import bounded

    near = sorted({x for x in places for kink in kinks if abs(x - kink) <= 1e-8 * max(1.0, abs(kink))})
    if not near:
        return frozenset()
    at = np.array(near)
    step = 1e-6 * np.maximum(1, np.abs(at))
    below, above = bounded(truth, at - step, names).value, bounded(truth, at + step, names).value
    return frozenset(at[np.abs(above - below) > 1e-4].tolist())


def _named(yours: Node, truth: Node, domain: Domain | None, names: Mapping[str, float]) -> str:
    """Return the function with which `yours` merely names what was asked for: tanh(x) where tanh is to be written.

    A function counts when the right answer does without it and it alone would be the right answer.
    """
    from tutor.activations.catalogue import get
    from tutor.activations.expression.tree import Call, Name, Prime
    from tutor.activations.expression.vocabulary import VARIABLE
    from tutor.questions.used import functions

    for name, order in sorted(set(functions(yours)) - set(functions(truth))):
        function: Node = Prime(Name(name), order) if order else Name(name)
        asked = Call(function, (Name(VARIABLE),))
        if _first_difference(asked, truth, domain, names) is None:
            return get(name).symbol + "′" * order
    return ""


def explained(found: Difference) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the key of the sentence about a difference, and its facts; digits enough to see it."""
    from tutor.questions.points import told

    digits = next((n for n in range(3, 13) if significant(found.yours, n) != significant(found.right, n)), 12)
    facts = {"x": told(found.x), "yours": significant(found.yours, digits), "right": significant(found.right, digits)}
    if isnan(found.yours):
        return "question.formula_undefined", tuple(facts.items())
    if isnan(found.right):
        return "question.formula_defined", tuple(facts.items())
    return "question.formula_differs", tuple(facts.items())


@dataclass(frozen=True, slots=True)
class Gap:
    """Where two formulas lie farthest apart on a range."""

    x: float
    yours: float
    right: float


def widest(given: str, right: str, x: Domain, values: Mapping[str, str]) -> Gap | None:
    """Return where `given` is farthest from `right` on a range, None where they cannot be compared."""
    import numpy as np

    from tutor.activations.expression import parse
    from tutor.questions.bounded import bounded

    written = readable(given, values)
    if not written:
        return None
    places = np.array([float(f"{place:.3g}") for place in np.linspace(*x, 241)])
    names = numbers(tuple(values.items()))
    a, b = bounded(parse(written), places, names), bounded(parse(right), places, names)
    gap = np.where(np.isfinite(a.error + b.error), np.abs(a.value - b.value), nan)
    if np.isnan(gap).all():
        return None
    place = int(np.nanargmax(gap))
    return Gap(float(places[place]), float(a.value[place]), float(b.value[place]))


def readable(given: str, values: Mapping[str, str]) -> str:
    """Return a typed formula in the little language, "" when it is none."""
    from tutor.activations.expression import parse
    from tutor.errors import TutorError
    from tutor.questions.notation import usual

    try:
        text = read_text(given)
        written = text if isinstance(text, Unreadable) else usual(text, values)
        if isinstance(written, Unreadable):
            return ""
        parse(written)
    except TutorError:
        return ""
    return written
