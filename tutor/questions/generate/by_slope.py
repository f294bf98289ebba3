"""A curve f without a name, and several curves: which of them is its derivative?

Wrong ones are f itself, the derivative mirrored or upside down, the slope of the slope, and the
derivatives of functions that look like f.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.questions.generate.by_curve import NEAREST, chosen, known, settled
from tutor.questions.generate.family import Drafted, Family
from tutor.questions.generate.looks import COLUMNS, WIDE_BESIDE, Look, distance, frame, heights, telling_place
from tutor.questions.generate.options import FEWEST
from tutor.questions.generate.readings import readings, right_side, settled_at
from tutor.questions.generate.wording import said, wording
from tutor.questions.model import Choice, Curves, Option
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from tutor.questions.generate.family import Seed
    from tutor.questions.generate.looks import Range

STRAIGHT = frozenset({"identity", "step"})  # their slope is one level line
RANGES: tuple[Range, ...] = ((-6, 6), (-5, 5), (-4, 4), (-3, 3), (-5, 2), (-3, 2), (-8, 8))


def functions() -> tuple[str, ...]:
    """Return the functions whose slope has a shape."""
    return tuple(name for name in known() if name not in STRAIGHT)


def _tempting(f: Look, luck: Seed, span: Range) -> list[tuple[str, Look]]:
    """Return wrong curves with the way to each, in a drawn order: one of f's own, then others."""
    slope = Look(f.function, f.parameters, 1)
    own = [
        ("itself", f),
        ("mirrored", Look(f.function, f.parameters, 1, mirrored=True)),
        ("negated", Look(f.function, f.parameters, 1, negated=True)),
    ]
    own += [("twice", Look(f.function, f.parameters, 2))] if not f.record.kinks else []
    others = luck.shuffled([("other", one) for one in _likes(slope, luck, span)], "others")
    first_own, *more = luck.shuffled(own, "own")
    return [first_own, *others[:2], *more, *others[2:]]


def _likes(slope: Look, luck: Seed, span: Range) -> list[Look]:
    """Return the derivatives of other functions that look most like this one."""
    within = frame([slope], span)
    found = [settled(name, luck.at(name)) for name in functions() if name != slope.function]
    slopes = [Look(one.function, one.parameters, 1) for one in found]
    return sorted(slopes, key=lambda one: distance(slope, one, span, within))[: 2 * NEAREST]


def _drafted(function: str, luck: Seed) -> Drafted | None:
    f = settled(function, luck)
    span = luck.pick(RANGES, "range")
    slope = Look(f.function, f.parameters, 1)
    if _level(slope, span):
        return None
    ways = {look: way for way, look in reversed(_tempting(f, luck, span))}
    wrong = chosen(slope, list(reversed(ways)), span, WIDE_BESIDE)
    if len(wrong) < FEWEST:
        return None
    options = [Option(right=True, wording=wording(slope.labelled), curve=slope.expression)]
    options += [_denied(slope, one, ways[one], span) for one in wrong]
    key = luck.pick(("generate_curves.slope_ask", "generate_curves.slope_ask_steep"), "wording")
    why = said(
        "generate_curves.slope_why",
        name=settled_at(f),
        formula=right_side(f.record.derivative_formula),
        readings=readings(slope, wrong, span),
        written=slope.written,
    )
    return Drafted(said(key), Choice(tuple(options)), why, plot=Curves((f.expression,), span, labels=False))


def _level(slope: Look, span: Range) -> bool:
    """Say whether the slope hardly changes over a range: then its curve is a level line."""
    values = heights(slope, span)
    most = max(int((abs(values - value) < 1e-6).sum()) for value in (values[0], values[-1]))
    return most > 0.9 * COLUMNS


MISTAKES = {
    "itself": "value-for-slope",
    "mirrored": "mirror-image",
    "negated": "sign-flipped",
    "twice": "differentiated-twice",
    "other": "derivative-of-a-relative",
}


def _denied(slope: Look, other: Look, way: str, span: Range) -> Option:
    x = telling_place(slope, other, span, frame([slope, other], span))
    because = said(
        f"generate_curves.slope_{way}",
        x=significant(x),
        theirs=significant(other.at(x)),
        should=significant(slope.at(x)),
        **({"name": other.called} if way == "other" else {}),
    )
    name = wording(other.labelled)
    return Option(right=False, wording=name, mistake=MISTAKES[way], because=because, curve=other.expression)


DERIVATIVE = Family(
    name="derivative-of-a-curve",
    part=3,
    kind="choice",
    functions=functions,
    make=_drafted,
)
