"""How the curves of a plot differ: stroke, colour, letter; and the same signs in ASCII."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.activations.expression.vocabulary import GREEK
from tutor.ui.canvas import Stroke

if TYPE_CHECKING:
    from tutor.text import Language
    from tutor.ui.theme import Role

FIRST: Role = "accent"
ROLES: tuple[Role, ...] = ("notice", "due", "again", "new", "strong")
DASHES: tuple[tuple[int, ...], ...] = ((), (7, 2), (1, 2), (7, 2, 1, 2))
SWATCHES = ("━━", "╌╌", "··", "─·")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
STAMPS = "*ox+#%" + LETTERS  # of ASCII plots
RAISED = re.compile("[⁻⁰¹²³⁴⁵⁶⁷⁸⁹ˣᵀ]+")
LOWERED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹ˣᵀ", "-0123456789xT")
SIGNS = {"−": "-", "′": "'", "″": "''", "‴": "'''", "·": "*", "×": "x", "∞": "inf", "…": "~",
         "–": "-", "≥": ">=", "≤": "<=", "≈": "~", "≠": "!=", "→": "->", "√": "sqrt ", "½": "1/2", "¼": "1/4",
         "Σ": "sum ", "Φ": "Phi", "Π": "prod ", "∈": "in", "₀": "0", "₁": "1", "₂": "2",
         "ᵢ": "_i", "ⱼ": "_j", "ₖ": "_k", "∂": "d", "∫": "int ", "ℝ": "R", "±": "+-", "•": "*", "÷": "/", "⊗": "(x)",
         "π": "pi", "φ": "phi", "τ": "tau", "δ": "delta", "é": "e", "ü": "ue", "⇒": "=>"}  # fmt: skip
ASCII = str.maketrans({**SIGNS, **GREEK})


def in_ascii(text: str) -> str:
    """Return a text with the signs of mathematics in ASCII: σ_w² is sigma_w^2, 10⁻¹² is 10^-12."""
    return RAISED.sub(lambda found: "^" + found[0].translate(LOWERED), text).translate(ASCII)


@dataclass(frozen=True, slots=True)
class Style:
    """In what language and with what signs a plot is drawn; `focus` is the one curve that stands out."""

    language: Language
    ascii_only: bool = False
    focus: int | None = None

    def role(self, place: int) -> Role:
        """Return the colour of the curve at `place`: dim beside the one that stands out."""
        return role(place) if self.focus in (None, place) else "dim"

    def name_role(self, place: int) -> Role:
        """Return how the name of a curve is written in the legend."""
        return "plain" if self.focus is None else "strong" if place == self.focus else "dim"

    def stroke(self, place: int) -> Stroke:
        """Return how the curve at `place` is drawn: the one that stands out is heavy, and no other."""
        found = stroke(place)
        return found if self.focus is None else replace(found, heavy=place == self.focus)

    def order(self, count: int) -> list[int]:
        """Return the curves from the lowest layer to the highest: the first is on top, or the one that stands out."""
        below = [place for place in reversed(range(count)) if place != self.focus]
        return below if self.focus is None else [*below, self.focus]

    @property
    def point(self) -> str:
        """Return the sign of a marked point."""
        return "@" if self.ascii_only else "●"

    @property
    def missed(self) -> str:
        """Return the sign of an answer that was wrong."""
        return "x" if self.ascii_only else "✗"

    def plain(self, text: str) -> str:
        """Return `text`, with the signs of mathematics as ASCII when nothing else may be shown."""
        return in_ascii(text) if self.ascii_only else text


def stroke(place: int) -> Stroke:
    """Return how the curve at `place` (from 0) is drawn."""
    return Stroke(STAMPS[place % len(STAMPS)], DASHES[place % len(DASHES)], heavy=place == 0)


def letter(place: int, count: int) -> str:
    """Return the letter on the curve at `place` among `count`; "" as long as strokes alone tell them apart."""
    return LETTERS[place % len(LETTERS)] if count > len(DASHES) else ""


def role(place: int) -> Role:
    """Return the colour of the curve at `place`; the first has one of its own, six differ."""
    return FIRST if place == 0 else ROLES[(place - 1) % len(ROLES)]


def swatch(place: int, count: int, style: Style) -> str:
    """Return the sample of a curve's line in the legend."""
    if style.ascii_only:
        return STAMPS[place % len(STAMPS)] * 2
    return SWATCHES[place % len(SWATCHES)] + letter(place, count)
