"""Points of a curve and pieces of a formula, as an explanation quotes them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.questions.generate.looks import frame, telling_place
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.questions.generate.looks import Look, Range
    from tutor.text import Text


def readings(look: Look, others: Sequence[Look], span: Range) -> str:
    """Return points of a curve, those that tell it from the others among them: `(−2, 0.119), (0, 0.5)`."""
    telling = {telling_place(look, other, span, frame([look, other], span)) for other in others}
    at = sorted((telling | ({0.0} if span[0] <= 0 <= span[1] else set())) - set(look.jumps))
    return ", ".join(f"({significant(x)}, {significant(look.at(x))})" for x in at)


def right_side(formula: str) -> str:
    """Return a formula without the name it defines and without a second form: `1 / (1 + e⁻ˣ)`."""
    side = formula.partition(" = ")[2].partition(";")[0]
    first, equal, _ = side.partition(" = ")
    return side if not equal or ", " in first else first


def settled_at(look: Look) -> Text:
    """Return the name of a function with the parameters at which its numbers are quoted: `ELU (α = 1)`."""
    defaults = tuple((one.ascii, one.default) for one in look.record.parameters)
    return replace(look, parameters=look.parameters or defaults).called
