"""The functions that games deal, those that everybody meets first in front, and how they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.questions.generate.by_curve import SHOWN, known, settled
from tutor.questions.generate.looks import Look
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.questions.generate.family import Seed

FIRST = ("sigmoid", "tanh", "relu", "leaky_relu", "softplus", "elu", "silu", "gelu", "step", "identity")
THEN = (*FIRST, "selu", "mish", "softsign", "relu6", "hard_tanh", "hard_sigmoid", "hard_swish", "sine", "squared_relu")
LEVEL = frozenset({"identity", "step"})  # their slope is one level line


EASY, USUAL = 3, 9  # rounds up to which the first, and the usual functions come


def order(names: Sequence[str], number: int) -> tuple[str, ...]:
    """Return the functions to try in a round, of `names` in the order drawn for the game.

    The well-known ones come first, none comes twice before all have come; where the function of a round will
    not do, those that would come last stand in for it.
    """
    early = [name for name in names if name in FIRST][:EASY]
    then = [name for name in names if name in THEN and name not in early][: USUAL - EASY]
    whole = [*early, *then, *(name for name in names if name not in early and name not in then)]
    place = (number - 1) % len(whole)
    return (whole[place], *reversed(whole[place + 1 :]), *whole[:place])


def pair(luck: Seed, number: int) -> tuple[str, str]:
    """Return two functions for a round: two well-known ones at first."""
    wanted = FIRST if number <= EASY else THEN if number <= USUAL else known()
    one, other = luck.shuffled([name for name in known() if name in wanted], "functions")[:2]
    return one, other


def look(function: str, luck: Seed) -> Look:
    """Return a function with every parameter named: those under which its curve can be seen, else the usual ones."""
    if function in SHOWN:
        return settled(function, luck)
    parameters = Look(function).record.parameters
    return Look(function, tuple((one.ascii, one.default) for one in parameters))


def at(look: Look, x: float) -> str:
    """Return the value of a curve as it is written: `σ′(2) = 0.105`."""
    return f"{look.written.removesuffix('(x)')}({significant(x)}) = {significant(look.at(x))}"
