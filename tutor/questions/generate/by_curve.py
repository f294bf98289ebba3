"""A curve and its name: whose curve is drawn, and which of the drawn curves belongs to a function.

Wrong options are the functions nearest in shape that an eye still tells apart in the frame shown.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.activations import ACTIVATIONS
from tutor.questions.generate.family import Drafted, Family
from tutor.questions.generate.looks import WIDE_TOGETHER, Look, apart, distance, frame, same
from tutor.questions.generate.misread import misread
from tutor.questions.generate.options import FEWEST, MOST
from tutor.questions.generate.readings import readings
from tutor.questions.generate.wording import said, wording
from tutor.questions.model import Choice, Curves, Option
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.questions.generate.family import Seed
    from tutor.questions.generate.looks import Range
    from tutor.questions.model import Wording

# What training changes has no curve of its own; two forms of GELU differ from it by less than a dot.
NO_CURVE = frozenset({
    "prelu", "rrelu", "star_relu", "apl", "xielu", "acon_c", "dyt", "gelu_tanh", "quick_gelu",
})  # fmt: skip
# Where the default is too near another function to be seen, values that can be.
SHOWN: dict[str, tuple[tuple[str, tuple[float, ...]], ...]] = {
    "leaky_relu": (("alpha", (0.1, 0.2, 0.3)),),
    "celu": (("alpha", (2.0, 3.0)),),
}
SELDOM = frozenset({"snake", "sine", "tanhshrink", "log_sigmoid", "lecun_tanh", "celu", "squared_relu"})
RANGES: tuple[Range, ...] = ((-6, 6), (-5, 5), (-4, 4), (-3, 3), (-8, 8), (-3, 10), (-5, 2), (-4, 1), (-3, 2))
NEAREST = 6  # of the functions that can be told apart, those among which wrong options are drawn
NEAREST_TOGETHER = 9  # more where all are drawn, because many hide each other
DOUBLES = 4  # functions that look nearly like the one shown, at most: more, and the plot tells too little
KIN, STRANGE = 0.6, 1.6  # how much nearer a function of the same family seems, how much farther one seldom met


@lru_cache(maxsize=1)
def known() -> tuple[str, ...]:
    """Return the functions that have a curve of their own."""
    return tuple(record.name for record in ACTIVATIONS if record.name not in NO_CURVE)


def settled(function: str, luck: Seed) -> Look:
    """Return a function with the parameters under which its curve can be recognised."""
    values = tuple((name, luck.pick(given, name)) for name, given in SHOWN.get(function, ()))
    return Look(function, values)


@lru_cache(maxsize=512)
def revealing(look: Look, span: Range) -> bool:
    """Say whether a range shows what is special about a curve: no better known one is the same, few are near it."""
    within = frame([look], span)
    others = [_usual(name) for name in known() if name != look.function]
    doubles = [other for other in others if not apart(look, other, span, within)]
    better = known()[: known().index(look.function)]
    return len(doubles) <= DOUBLES and not any(
        other.function in better and same(look, other, span, within) for other in doubles
    )


def _usual(function: str) -> Look:
    return Look(function, tuple((name, given[0]) for name, given in SHOWN.get(function, ())))


def nearest(right: Look, others: Sequence[Look], span: Range, within: Range) -> list[Look]:
    """Return the curves that an eye tells from `right`, the most easily confused first."""

    def seems(other: Look) -> float:
        kin = KIN if other.record.family == right.record.family else 1.0
        return kin * (STRANGE if other.function in SELDOM else 1.0) * distance(right, other, span, within)

    seen = [other for other in others if apart(right, other, span, within)]
    return sorted(seen, key=seems)


def all_apart(looks: Sequence[Look], span: Range, wide: float) -> bool:
    """Say whether an eye tells every two of some curves apart over this share of the frame that they are all in."""
    within = frame(looks, span)
    pairs = ((one, other) for place, one in enumerate(looks) for other in looks[:place])
    return all(apart(one, other, span, within, wide) for one, other in pairs)


def chosen(right: Look, candidates: Sequence[Look], span: Range, together: float | None = None) -> list[Look]:
    """Return up to three wrong curves, in the order of the candidates; those drawn `together` differ over so much."""
    taken: list[Look] = []
    within = frame([right], span)
    for other in candidates:
        if len(taken) == MOST:
            break
        shown = [right, *taken]
        alone = together is None and all(apart(other, one, span, within) for one in shown)
        if alone or (together is not None and all_apart([*shown, other], span, together)):
            taken.append(other)
    return taken


def _rivals(right: Look, span: Range, luck: Seed, most: int, together: float | None = None) -> list[Look]:
    others = [settled(name, luck.at(name)) for name in known() if name != right.function]
    near = nearest(right, others, span, frame([right], span))[:most]
    return chosen(right, luck.shuffled(near, "options"), span, together)


def _name(function: str, luck: Seed) -> Drafted | None:
    right = settled(function, luck)
    span = luck.pick(RANGES, "range")
    if not revealing(right, span):
        return None
    wrong = _rivals(right, span, luck, NEAREST)
    if len(wrong) < FEWEST:
        return None
    options = [Option(right=True, wording=wording(right.called))]
    options += [_not_this(right, other, span) for other in wrong]
    key = luck.pick(("generate_curves.name_ask", "generate_curves.name_ask_scale"), "wording")
    plot = Curves((right.expression,), span, labels=False)
    return Drafted(said(key), Choice(tuple(options)), _why("generate_curves.name_why", right, wrong, span), plot=plot)


def _not_this(right: Look, other: Look, span: Range) -> Option:
    mistake, x = misread(right, other, span, frame([right], span))
    facts = {"x": significant(x), "theirs": significant(other.at(x)), "here": significant(right.at(x))}
    because = said("generate_curves.name_because", name=other.called, **facts)
    return Option(right=False, wording=wording(other.called), mistake=mistake, because=because)


def _curve(function: str, luck: Seed) -> Drafted | None:
    right = settled(function, luck)
    span = luck.pick(RANGES, "range")
    if not revealing(right, span):
        return None
    wrong = _rivals(right, span, luck, NEAREST_TOGETHER, WIDE_TOGETHER)
    if len(wrong) < FEWEST:
        return None
    options = [Option(right=True, wording=wording(right.called), curve=right.expression)]
    options += [_another(right, other, span) for other in wrong]
    key = luck.pick(("generate_curves.curve_ask", "generate_curves.curve_ask_find"), "wording")
    why = _why("generate_curves.curve_why", right, wrong, span)
    return Drafted(said(key, name=right.called), Choice(tuple(options)), why, plot=Curves((), span, labels=False))


def _why(key: str, right: Look, wrong: Sequence[Look], span: Range) -> Wording:
    """Return points of the right curve, and the formula that gives them."""
    return said(key, name=right.called, formula=right.record.formula, readings=readings(right, wrong, span))


def _another(right: Look, other: Look, span: Range) -> Option:
    mistake, x = misread(right, other, span, frame([right, other], span))
    facts = {"x": significant(x), "theirs": significant(other.at(x)), "should": significant(right.at(x))}
    because = said("generate_curves.curve_because", name=other.called, right=right.called, **facts)
    return Option(right=False, wording=wording(other.called), mistake=mistake, because=because, curve=other.expression)


NAME = Family(
    name="name-of-a-curve",
    part=2,
    kind="choice",
    functions=known,
    make=_name,
)
CURVE = Family(
    name="curve-of-a-function",
    part=2,
    kind="choice",
    functions=known,
    make=_curve,
)
