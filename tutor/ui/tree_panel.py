"""What stands beside a tree: the curve and the derivative of the function at the cursor, its formula below."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.activations.catalogue import find
from tutor.activations.record import Activation
from tutor.ui.lines import BLANK, Line, paragraph
from tutor.ui.strokes import in_ascii

if TYPE_CHECKING:
    from tutor.text import Language

PANEL = 36  # cells
NARROWEST, LOWEST = 76, 16  # a screen with room for a panel
TALLEST = 15  # rows of the plot


def has_room(columns: int, rows: int) -> bool:
    """Say whether a screen has room for a panel beside the tree."""
    return columns >= NARROWEST and rows >= LOWEST


@lru_cache(maxsize=64)
def panel(function: str, rows: int, language: Language, *, ascii_only: bool) -> tuple[Line, ...]:
    """Return at most `rows` lines of `PANEL` cells about a function; nothing for an empty name."""
    if not function:
        return ()
    entry = find(function)
    formula, slope = entry.formula, entry.derivative_formula
    if ascii_only:
        formula, slope = in_ascii(formula), in_ascii(slope)
    formulas = [*paragraph(formula, PANEL, "formula"), *paragraph(slope, PANEL, "dim")]
    high = min(TALLEST, rows - len(formulas) - 1)
    if not isinstance(entry, Activation) or high < 8:
        return tuple(formulas[:rows])
    from tutor.pictures.curves import picture
    from tutor.pictures.model import Wanted
    from tutor.ui.plot import lines

    made = picture([function], Wanted(order=1, told=False), {})
    drawn = lines(made, PANEL, high, language, ascii_only=ascii_only)
    return (*drawn, BLANK, *formulas)[:rows]
