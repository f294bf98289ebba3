"""The functions that games deal, those that everybody meets first in front, and how they are called."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
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
TABLES = 15  # rounds before two functions may meet again
OWN = 100  # attempts at a pair of the round's own


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


def pair(game: Seed, luck: Seed, number: int) -> tuple[str, str]:
    """Return two functions for a round, well-known ones at first; in a game no two meet twice, if it can be helped."""
    attempt = luck.parts[-1]
    assert isinstance(attempt, int)
    wanted = FIRST if number <= EASY else THEN if number <= USUAL else known()
    pairs = [names for names in _pairs(game) if set(names) <= set(wanted)]
    own = [names for place, names in enumerate(pairs) if place % TABLES == number % TABLES]
    one, other = luck.shuffled(luck.pick(own if attempt < OWN else pairs, "functions"), "sides")
    return one, other


@lru_cache(maxsize=16)
def _pairs(game: Seed) -> tuple[tuple[str, str], ...]:
    """Return every two functions in an order drawn for the game, the best-known before the others."""
    drawn = game.shuffled(tuple(combinations(known(), 2)), "pairs")
    return tuple(sorted(drawn, key=lambda names: (not set(names) <= set(FIRST), not set(names) <= set(THEN))))


def look(function: str, luck: Seed) -> Look:
    """Return a function with every parameter named: those under which its curve can be seen, else the usual ones."""
    if function in SHOWN:
        return settled(function, luck)
    parameters = Look(function).record.parameters
    return Look(function, tuple((one.ascii, one.default) for one in parameters))


def at(look: Look, x: float) -> str:
    """Return the value of a curve as it is written: `σ′(2) = 0.105`."""
    return f"{look.written.removesuffix('(x)')}({significant(x)}) = {significant(look.at(x))}"
