"""How the curves of a plot differ: stroke, colour, letter; and the same signs in ASCII."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.ui.canvas import Stroke

if TYPE_CHECKING:
    from tutor.ui.theme import Role

ROLES: tuple[Role, ...] = ("accent", "notice", "due", "again", "new")
DASHES: tuple[tuple[int, ...], ...] = ((), (6, 3), (1, 2), (6, 3, 1, 3))
SWATCHES = ("━━", "╌╌", "··", "─·")
LETTERS = "*ox+#%abcdefghijklmnpqrstuv"
ASCII = str.maketrans(
    {
        "−": "-", "′": "'", "″": "''", "‴": "'''", "·": "*", "×": "x", "¼": "1/4", "½": "1/2", "¾": "3/4",
        "∞": "inf", "…": "~", **{char: f"^{digit}" for digit, char in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}, "⁻": "^-",
    }
)  # fmt: skip


def stroke(place: int) -> Stroke:
    """Return how the curve at `place` (from 0) is drawn."""
    return Stroke(LETTERS[place % len(LETTERS)], DASHES[place % len(DASHES)], heavy=place == 0)


def is_lettered(place: int) -> bool:
    """Say whether the curve at `place` needs its letter on the line: the strokes are used up."""
    return place >= len(DASHES)


def role(place: int) -> Role:
    """Return the colour of the curve at `place`."""
    return ROLES[place % len(ROLES)]


def swatch(place: int, *, ascii_only: bool) -> str:
    """Return the sample of a curve's line in the legend."""
    letter = stroke(place).letter
    if ascii_only:
        return letter * 2
    return SWATCHES[place % len(SWATCHES)] + (letter if is_lettered(place) else "")


def plain(text: str, *, ascii_only: bool) -> str:
    """Return `text`, with the signs of mathematics as ASCII when nothing else may be shown."""
    return text.translate(ASCII) if ascii_only else text
