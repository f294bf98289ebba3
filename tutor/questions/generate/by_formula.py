"""Formulas and names: which formula a function has, whose formula this is, and the same for derivatives.

Formulas are the catalogue's own; wrong ones belong to functions that behave alike. Two functions of
which one is the other at some value of a parameter are never asked together.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.activations import ACTIVATIONS
from tutor.questions.generate.family import Drafted, Family
from tutor.questions.generate.looks import Look, distance, frame, gaps
from tutor.questions.generate.options import FEWEST, MOST
from tutor.questions.generate.readings import right_side, settled_at
from tutor.questions.generate.wording import plain, said, wording
from tutor.questions.model import Choice, Option
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tutor.questions.generate.family import Seed
    from tutor.questions.generate.looks import Range
    from tutor.questions.model import Wording

UNWRITTEN = frozenset({"prelu", "rrelu"})  # PReLU is written like Leaky ReLU; RReLU draws its slope
NO_SLOPE = frozenset({"identity", "step", "gelu_tanh"})  # nothing to differentiate, or three lines long
# A function on the left is the one on the right at some value of its parameters.
SPECIAL: frozenset[tuple[str, str]] = frozenset({
    ("relu", "leaky_relu"), ("identity", "leaky_relu"), ("relu", "apl"), ("identity", "apl"), ("leaky_relu", "apl"),
    ("relu", "elu"), ("relu", "acon_c"), ("identity", "acon_c"), ("leaky_relu", "acon_c"), ("silu", "acon_c"),
    ("quick_gelu", "acon_c"), ("quick_gelu", "silu"), ("tanh", "dyt"), ("squared_relu", "star_relu"), ("elu", "celu"),
    ("log_sigmoid", "softplus"), ("relu", "softplus"), ("relu", "silu"), ("relu", "celu"), ("identity", "snake"),
})  # fmt: skip
SPAN: Range = (-4.0, 4.0)
PLACES = (-2.0, -1.0, 1.0, 2.0, 0.5, -0.5, 3.0, -3.0)  # where values are quoted, away from kinks
CHECKS = 2
NEAREST = 8
DIFFERENT = 0.02  # of the frame: formulas that give nearly the same numbers are not asked together
STEP = 0.001  # of the difference quotient that checks a derivative


@lru_cache(maxsize=1)
def written() -> tuple[str, ...]:
    """Return the functions that a formula of one line defines."""
    return tuple(record.name for record in ACTIVATIONS if record.name not in UNWRITTEN)


@lru_cache(maxsize=1)
def sloped() -> tuple[str, ...]:
    """Return the functions whose derivative is worth a formula."""
    return tuple(name for name in written() if name not in NO_SLOPE)


def related(one: str, other: str) -> bool:
    """Say whether one function is the other at some value of its parameters, or in the limit."""
    return (one, other) in SPECIAL or (other, one) in SPECIAL


def formula(look: Look) -> str:
    """Return the right side of the formula that a look stands for."""
    record = look.record
    texts = (record.formula, record.derivative_formula, record.second_formula)
    return right_side(texts[look.order])


def rivals(right: Look, names: Sequence[str], luck: Seed) -> list[Look]:
    """Return functions whose numbers are near those of `right`, of the same order, the wrong options drawn first."""
    order = right.order
    others = [Look(name, (), order) for name in names if name != right.function and not related(name, right.function)]
    within = frame([right], SPAN)
    near = sorted((one for one in others if _differs(right, one)), key=lambda one: distance(right, one, SPAN, within))
    return list(luck.shuffled(near[:NEAREST], "options"))


def _differs(one: Look, other: Look) -> bool:
    """Say whether two formulas give different numbers and do not read alike."""
    within = frame([one, other], SPAN)
    return bool(gaps(one, other, SPAN, within).max() >= DIFFERENT) and formula(one) != formula(other)


def taken(right: Look, candidates: Sequence[Look]) -> list[Look]:
    """Return up to three wrong formulas that differ from the right one and from each other."""
    found: list[Look] = []
    for one in candidates:
        if len(found) < MOST and all(_differs(one, other) for other in (right, *found)):
            found.append(one)
    return found


def place(one: Look, other: Look) -> float:
    """Return where two formulas give clearly different numbers."""
    free = [x for x in PLACES if x not in (*one.jumps, *other.jumps)]
    return max(free, key=lambda x: round(abs(one.at(x) - other.at(x)) / (1 + abs(one.at(x))), 2))


def _formula(function: str, luck: Seed) -> Drafted | None:
    right = Look(function)
    wrong = taken(right, rivals(right, written(), luck))
    if len(wrong) < FEWEST:
        return None
    key = luck.pick(("generate_curves.formula_ask", "generate_curves.formula_ask_among"), "wording")
    options = [Option(right=True, wording=plain(f"f(x) = {formula(right)}"))]
    options += [_relative(right, one, "generate_curves.formula_because", f"f(x) = {formula(one)}") for one in wrong]
    return Drafted(said(key, name=right.called), Choice(tuple(options)), _checked(right, luck))


def _relative(right: Look, other: Look, key: str, text: str | None = None) -> Option:
    """Return the option that belongs to another function: its formula as `text`, or its name."""
    x = place(right, other)
    because = said(
        key,
        other=settled_at(other),
        x=significant(x),
        theirs=significant(other.at(x)),
        should=significant(right.at(x)),
        **({"name": settled_at(right)} if text else {"formula": formula(other)}),
    )
    shown = plain(text) if text else wording(other.called)
    mistake = "derivative-of-a-relative" if right.order else "formula-of-a-relative"
    return Option(right=False, wording=shown, mistake=mistake, because=because)


def _checked(right: Look, luck: Seed) -> Wording:
    """Return the formula with two numbers put in."""
    at = sorted(luck.shuffled([x for x in PLACES if x not in right.jumps], "checks")[:CHECKS])
    checks = ", ".join(f"f({significant(x)}) = {significant(right.at(x))}" for x in at)
    return said(
        "generate_curves.formula_why", name=settled_at(right), formula=f"f(x) = {formula(right)}", checks=checks
    )


def _owner(function: str, luck: Seed) -> Drafted | None:
    right = Look(function)
    wrong = taken(right, rivals(right, written(), luck))
    if len(wrong) < FEWEST:
        return None
    key = luck.pick(("generate_curves.owner_ask", "generate_curves.owner_ask_call"), "wording")
    options = [Option(right=True, wording=wording(right.called))]
    options += [_relative(right, one, "generate_curves.owner_because") for one in wrong]
    return Drafted(said(key, formula=formula(right)), Choice(tuple(options)), _checked(right, luck))


def _slope_formula(function: str, luck: Seed) -> Drafted | None:
    right, itself, twice = Look(function, (), 1), Look(function), Look(function, (), 2)
    own = luck.shuffled([itself, twice], "own")
    others = rivals(right, sloped(), luck)
    wrong = taken(right, [*own[:1], *others[:2], *own[1:], *others[2:]])
    if len(wrong) < FEWEST:
        return None
    options = [Option(right=True, wording=plain(f"f′(x) = {formula(right)}"))]
    options += [_own(right, one) if one.function == function else _other_slope(right, one) for one in wrong]
    ask = said("generate_curves.slope_formula_ask", name=itself.called, formula=f"f(x) = {formula(itself)}")
    return Drafted(ask, Choice(tuple(options)), _measured(right, luck))


def _own(right: Look, other: Look) -> Option:
    key, mistake = ("itself", "value-for-slope") if other.order == 0 else ("twice", "differentiated-twice")
    x = place(right, other)
    facts = {"x": significant(x), "theirs": significant(other.at(x)), "should": significant(right.at(x))}
    because = said(f"generate_curves.slope_formula_{key}", **facts)
    return Option(right=False, wording=plain(f"f′(x) = {formula(other)}"), mistake=mistake, because=because)


def _other_slope(right: Look, other: Look) -> Option:
    return _relative(right, other, "generate_curves.slope_formula_because", f"f′(x) = {formula(other)}")


def _measured(right: Look, luck: Seed) -> Wording:
    """Return the derivative with a small step to check it by."""
    f = Look(right.function)
    x = luck.pick([x for x in PLACES if x not in right.jumps], "checks")
    return said(
        "generate_curves.slope_formula_why",
        name=settled_at(right),
        formula=formula(right),
        x=significant(x),
        measured=significant((f.at(x + STEP) - f.at(x - STEP)) / (2 * STEP)),
        value=significant(right.at(x)),
    )


def _slope_owner(function: str, luck: Seed) -> Drafted | None:
    right = Look(function, (), 1)
    wrong = taken(right, rivals(right, sloped(), luck))
    if len(wrong) < FEWEST:
        return None
    options = [Option(right=True, wording=wording(right.called))]
    options += [_relative(right, one, "generate_curves.slope_owner_because") for one in wrong]
    ask = said("generate_curves.slope_owner_ask", formula=formula(right))
    return Drafted(ask, Choice(tuple(options)), _measured(right, luck))


def _family(
    name: str, part: int, functions: Callable[[], tuple[str, ...]], make: Callable[[str, Seed], Drafted | None]
) -> Family:
    return Family(name, part, "choice", functions, make)


FORMULAS = (
    _family("formula-of-a-function", 2, written, _formula),
    _family("function-of-a-formula", 2, written, _owner),
    _family("formula-of-the-derivative", 3, sloped, _slope_formula),
    _family("function-of-a-derivative", 3, sloped, _slope_owner),
)
