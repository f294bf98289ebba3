"""What a parameter does: which value drew this curve, and how the curve moves when the value changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tutor.questions.generate.by_curve import chosen
from tutor.questions.generate.family import Drafted, Family
from tutor.questions.generate.looks import Look, frame, telling_place
from tutor.questions.generate.options import FEWEST, MOST
from tutor.questions.generate.wording import plain, said, spoken, wording
from tutor.questions.model import Choice, Curves, Option
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from tutor.questions.generate.family import Seed
    from tutor.questions.generate.looks import Range
    from tutor.questions.model import Wording
    from tutor.text import Text

Move = Literal["up", "down", "same"]
Moves = tuple[Move, Move]  # left of 0, right of 0
# Values far enough apart to be told from the curve, by function and parameter, ascending.
VALUES: dict[str, dict[str, tuple[float, ...]]] = {
    "softplus": {"beta": (0.25, 0.5, 1.0, 3.0)},
    "dyt": {"alpha": (0.2, 0.5, 1.0, 2.5)},
    "leaky_relu": {"alpha": (0.05, 0.2, 0.4, 0.6, 0.8)},
    "prelu": {"alpha": (-0.2, 0.1, 0.25, 0.5, 0.8)},
    "star_relu": {"s": (0.2, 0.5, 0.9, 1.5), "b": (-2.0, -1.0, 0.0, 1.0)},
    "apl": {"a": (-0.6, -0.2, 0.2, 0.5), "b": (-1.0, 0.0, 1.0, 2.0)},
    "elu": {"alpha": (0.5, 1.0, 1.5, 2.0, 3.0)},
    "celu": {"alpha": (0.5, 1.0, 2.0, 4.0)},
    "xielu": {"alpha_p": (0.1, 0.4, 0.8, 1.5), "alpha_n": (0.2, 0.8, 1.5, 2.5)},
    "silu": {"beta": (0.25, 0.5, 1.0, 3.0)},
    "acon_c": {"p1": (0.5, 1.0, 1.5), "p2": (-0.3, 0.0, 0.25, 0.6)},
    "sine": {"omega": (0.5, 1.0, 2.0, 3.0)},
    "snake": {"a": (0.3, 0.5, 1.0, 2.0)},
}
RANGES: tuple[Range, ...] = ((-6, 6), (-5, 5), (-4, 4), (-3, 3), (-2, 2), (-5, 1), (-4, 1), (-4, 2), (-2, 4))
PLACES = (0.5, 1.0, 2.0, 3.0, 4.0)
STILL, MOVED = 1e-9, 0.02  # what counts as no change and what as one
TURNED: dict[Move, Move] = {"up": "down", "down": "up", "same": "same"}
REVERSED, ELSEWHERE = "parameter-reversed", "parameter-elsewhere"


def functions() -> tuple[str, ...]:
    """Return the functions that have a parameter to ask about."""
    return tuple(VALUES)


def _name(function: str, parameter: str) -> str:
    return next(one.name for one in Look(function).record.parameters if one.ascii == parameter)


def _besides(function: str, parameter: str) -> Text:
    """Return the name of a function with the parameters that stay as they are: `StarReLU (b = −0.447)`."""
    others = tuple((one.ascii, one.default) for one in Look(function).record.parameters if one.ascii != parameter)
    return Look(function, others).called


def _value(function: str, luck: Seed) -> Drafted | None:
    parameter = luck.pick(tuple(VALUES[function]), "parameter")
    values, span = VALUES[function][parameter], luck.pick(RANGES, "range")
    right, *others = (Look(function, ((parameter, value),)) for value in luck.shuffled(values, "values"))
    wrong = chosen(right, [one for one in others if _tells(right, one, span)], span)
    if len(wrong) < FEWEST:
        return None
    options = [Option(right=True, wording=plain(right.spelled))]
    options += [_not_so(right, one, span) for one in wrong]
    ask = said(
        "generate_curves.parameter_ask",
        name=_besides(function, parameter),
        formula=right.record.formula,
        parameter=_name(function, parameter),
    )
    plot = Curves((right.expression,), span, labels=False)
    return Drafted(ask, Choice(tuple(options)), _read(right, wrong[0], span), plot=plot)


def _tells(right: Look, other: Look, span: Range) -> bool:
    """Say whether the two can be told apart by a height that can be read off the plot."""
    bottom, top = frame([right], span)
    x = telling_place(right, other, span, (bottom, top))
    return abs(right.at(x) - other.at(x)) >= (top - bottom) / 8


def _not_so(right: Look, other: Look, span: Range) -> Option:
    x = telling_place(right, other, span, frame([right, other], span))
    because = said(
        "generate_curves.parameter_because",
        value=other.spelled,
        x=significant(x),
        theirs=significant(other.at(x)),
        here=significant(right.at(x)),
    )
    return Option(right=False, wording=plain(other.spelled), mistake="parameter-misjudged", because=because)


def _read(right: Look, other: Look, span: Range) -> Wording:
    x = telling_place(right, other, span, frame([right, other], span))
    return said(
        "generate_curves.parameter_why",
        x=significant(x),
        here=significant(right.at(x)),
        formula=right.record.formula,
        value=right.spelled,
    )


def _effect(function: str, luck: Seed) -> Drafted | None:
    parameter = luck.pick(tuple(VALUES[function]), "parameter")
    values = VALUES[function][parameter]
    low = luck.pick(range(len(values) - 1), "values")
    pair = (values[low], values[low + 1])
    before, after = (Look(function, ((parameter, value),)) for value in luck.shuffled(pair, "direction"))
    x = luck.pick(PLACES, "place")
    right = _moves(before, after, x)
    if right is None or right == ("same", "same"):
        return None
    wrong = list(luck.shuffled(_tempting(right), "options"))[:MOST]
    options = [Option(right=True, wording=wording(_spoken(right, x)))]
    options += [_denied(moves, right, (before, after), x) for moves in wrong]
    ask = said(
        "generate_curves.effect_ask",
        name=_besides(function, parameter),
        formula=before.record.formula,
        parameter=_name(function, parameter),
        before=significant(before.parameters[0][1]),
        after=significant(after.parameters[0][1]),
    )
    return Drafted(ask, Choice(tuple(options)), _computed(before, after, right, x))


def _moves(before: Look, after: Look, x: float) -> Moves | None:
    """Return how a curve moves at −x and at x, None where it moves too little to be called so."""
    left, right = (_move(before.at(at), after.at(at)) for at in (-x, x))
    return (left, right) if left and right else None


def _move(was: float, becomes: float) -> Move | None:
    change = becomes - was
    if abs(change) <= STILL:
        return "same"
    if abs(change) < MOVED:
        return None
    return "up" if change > 0 else "down"


def _tempting(right: Moves) -> list[Moves]:
    """Return the wrong answers: the other way, the other side, both sides, one side only."""
    left, other = right
    found: list[Moves] = [(TURNED[left], TURNED[other])]
    if "same" in right:
        found += [(other, left), (TURNED[other], TURNED[left])]
        moved = left if other == "same" else other
        found += [(moved, moved)]
    else:
        found += [("same", other), (left, "same"), (left, TURNED[other])]
    return [one for one in dict.fromkeys(found) if one != right]


def _spoken(moves: Moves, x: float) -> Text:
    left, right = (spoken(f"generate_curves.{move}") for move in moves)
    places = {"left": significant(-x), "right": significant(x)}
    if moves[0] == moves[1]:
        return spoken("generate_curves.effect_both", at_left=left, **places)
    return spoken("generate_curves.effect", at_left=left, at_right=right, **places)


def _denied(moves: Moves, right: Moves, pair: tuple[Look, Look], x: float) -> Option:
    at, claimed, true = next(
        (at, claimed, true) for at, claimed, true in zip((-x, x), moves, right, strict=True) if claimed != true
    )
    because = said(
        "generate_curves.effect_because",
        x=significant(at),
        was=significant(pair[0].at(at)),
        becomes=significant(pair[1].at(at)),
        moves=spoken(f"generate_curves.{true}"),
        claimed=spoken(f"generate_curves.{claimed}"),
    )
    mistake = REVERSED if moves == (TURNED[right[0]], TURNED[right[1]]) else ELSEWHERE
    return Option(right=False, wording=wording(_spoken(moves, x)), mistake=mistake, because=because)


def _computed(before: Look, after: Look, moves: Moves, x: float) -> Wording:
    return said(
        "generate_curves.effect_why",
        formula=before.record.formula,
        left=significant(-x),
        right=significant(x),
        left_was=significant(before.at(-x)),
        left_becomes=significant(after.at(-x)),
        right_was=significant(before.at(x)),
        right_becomes=significant(after.at(x)),
        at_left=spoken(f"generate_curves.{moves[0]}"),
        at_right=spoken(f"generate_curves.{moves[1]}"),
    )


VALUE = Family(
    name="parameter-of-a-curve",
    part=2,
    kind="choice",
    functions=functions,
    make=_value,
)
EFFECT = Family(
    name="effect-of-a-parameter",
    part=2,
    kind="choice",
    functions=functions,
    make=_effect,
)
