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


def ranked(functions: Sequence[str], number: int) -> tuple[str, ...]:
    """Return the functions that may come in a round: the well-known ones first, later all."""
    wanted = FIRST if number <= 3 else THEN if number <= 7 else known()
    return tuple(name for name in functions if name in wanted)


def look(function: str, luck: Seed) -> Look:
    """Return a function with every parameter named: those under which its curve can be seen, else the usual ones."""
    if function in SHOWN:
        return settled(function, luck)
    parameters = Look(function).record.parameters
    return Look(function, tuple((one.ascii, one.default) for one in parameters))


def at(look: Look, x: float) -> str:
    """Return the value of a curve as it is written: `σ′(2) = 0.105`."""
    return f"{look.written.removesuffix('(x)')}({significant(x)}) = {significant(look.at(x))}"
