"""Pieces of a formula, how they stand beside each other on one line, and where parentheses are needed."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING, Literal

from tutor.exchange.formulas.signs import LOWERED, RAISED, VULGAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Role = Literal[
    "plain",  # a letter, a number, a group
    "name",  # tanh, max: a space before what it is applied to
    "words",  # \text{…}: keeps its own spaces
    "large",  # Σ, ∫
    "prefix",  # ∂, ∇, Δ
    "dot",  # a product without spaces around it
    "binary",
    "sign",  # + − where nothing stands before it
    "relation",
    "comma",
    "open",
    "close",
    "bar",  # opens or closes
    "fraction",
    "apply",  # d/dx: a space before what it is applied to
    "space",
    "gap",  # white space of the source: means something only between words
    "row",
    "cell",
]


class Weight(IntEnum):
    """How loosely a text holds together: what weighs more needs parentheses."""

    ONE = 0
    PRODUCT = 1
    FRACTION = 2
    SUM = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A text with its part in the formula; `function` says that brackets behind it belong to it."""

    text: str
    role: Role = "plain"
    weight: Weight = Weight.ONE
    function: bool = False


GAP, ROW, CELL = Piece("", "gap"), Piece("", "row"), Piece("", "cell")
BEFORE_SIGN = frozenset({"open", "binary", "dot", "relation", "comma", "space", "row", "cell", "sign"})
TIGHT = frozenset({"space", "row", "cell"})
SPACED = frozenset({"binary", "relation"})
APPLIED = frozenset({"plain", "words", "prefix", "fraction", "large", "name", "apply"})
FACTORS = frozenset({"plain", "words", "fraction", "close", "name"})
UNCLOSED = re.compile(r"[_^][^()\s]+$")  # a subscript that would swallow what follows
OPERATOR = re.compile(r"(?:d|∂|D)[⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ]?")


def joined(pieces: Sequence[Piece]) -> Piece:
    """Return the pieces as one: their text on a line, and how loosely it holds together."""
    settled = list(_settled(pieces))
    if not settled:
        return Piece("")
    if len(settled) == 1:
        return settled[0]
    parts = [settled[0].text]
    parts += [_between(one, other) + other.text for one, other in itertools.pairwise(settled)]
    return Piece("".join(parts), "plain", _weight(settled))


def _settled(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces with the roles that their neighbours give them, and parentheses around fractions in products."""
    found: list[Piece] = []
    gap = open_bar = False
    for piece in pieces:
        if piece.role == "gap":
            gap = True
            continue
        before = found[-1] if found else None
        if piece.text in {"−", "+", "±", "∓"} and (before is None or before.role in BEFORE_SIGN):
            piece = replace(piece, role="sign")  # noqa: PLW2901 the same piece, settled
        elif piece.role == "bar":
            piece = replace(piece, role="close" if open_bar else "open")  # noqa: PLW2901
            open_bar = not open_bar
        if gap and before is not None and _words_apart(before, piece):
            found.append(Piece(" ", "space", Weight.ONE))
        gap = False
        found.append(piece)
    last = len(found) - 1
    for place, piece in enumerate(found):
        left, right = found[place - 1] if place else None, found[place + 1] if place < last else None
        if piece.role == "fraction" and _in_product(left, right):
            yield enclosed(piece)
        elif piece.role == "dot" and piece.text == "·" and _beside_fraction(left, right):
            yield replace(piece, role="binary")
        elif piece.text == "×" and left is not None and right is not None and _numbers(left.text, right.text):
            yield replace(piece, role="dot")  # 4.73×10⁻⁴, 3×3
        else:
            yield piece


def _words_apart(one: Piece, other: Piece) -> bool:
    """Say whether white space between two pieces is between words: `x if x > 0`."""
    if other.text[:1] == "d" and len(other.text) == 2 and one.role in {"plain", "close"}:
        return True
    roles = {one.role, other.role}
    if not roles <= {"plain", "words"} or not one.text or not other.text:
        return one.role == "name" and other.role == "open" and not one.text.isalpha()
    longest = max(_letters(one.text), _letters(other.text))
    return longest > 1 and _wordlike(one.text[-1]) and _wordlike(other.text[0])


def _letters(text: str) -> int:
    return len(text) if text.isalpha() and (text.isascii() or text[0] >= "\u2e80") else 1


def _wordlike(char: str) -> bool:
    """Say whether a letter or digit runs together with another: Chinese does not."""
    return char.isalnum() and not "\u2e80" <= char <= "\uffef"


def _in_product(left: Piece | None, right: Piece | None) -> bool:
    return (left is not None and left.role in {"plain", "words", "close", "name", "prefix", "fraction"}) or (
        right is not None and right.role in {"plain", "words", "open", "name", "prefix", "fraction", "large", "apply"}
    )


def _numbers(one: str, other: str) -> bool:
    return one[-1:].isdecimal() and other[:1].isdecimal()


def _beside_fraction(left: Piece | None, right: Piece | None) -> bool:
    return left is not None and right is not None and "fraction" in {left.role, right.role}


def _between(one: Piece, other: Piece) -> str:
    if one.role in TIGHT or other.role in TIGHT or one.role == "sign" or not one.text or not other.text:
        return ""
    if other.role == "comma" or one.role == "open" or other.role == "close":
        return ""
    if one.role in SPACED or other.role in SPACED or one.role == "comma":
        return " "
    if "dot" in {one.role, other.role}:
        return ""
    if UNCLOSED.search(one.text) and _wordlike(other.text[0]):
        return " "
    if one.role in {"large", "apply"}:
        return " "
    if one.role == "name":
        return " " if other.role in APPLIED or other.role == "sign" else ""
    if other.role in {"name", "large", "apply"} and one.role != "prefix":
        return " "
    if "words" in {one.role, other.role} and _wordlike(one.text[-1]) and _wordlike(other.text[0]):
        return " "
    return ""


def _weight(pieces: Sequence[Piece]) -> Weight:
    """Return how loosely the pieces hold together outside all brackets."""
    depth = factors = 0
    heaviest = Weight.ONE
    before: Piece | None = None
    for piece in pieces:
        depth -= piece.role == "close"
        if depth <= 0:
            heaviest = max(heaviest, _own_weight(piece))
            factors += piece.role in FACTORS
            factors -= piece.role == "open" and before is not None and before.function
        depth += piece.role == "open"
        before = piece
    return max(heaviest, Weight.PRODUCT) if factors > 1 else heaviest


def _own_weight(piece: Piece) -> Weight:
    match piece.role:
        case "binary" if piece.text in {"×", "÷", "·"}:
            return Weight.PRODUCT
        case "binary" | "relation" | "comma" | "row" | "cell" | "large" | "apply":
            return Weight.SUM
        case "dot" | "sign" | "name":
            return Weight.PRODUCT if piece.text != "/" else Weight.FRACTION
        case "space":
            return Weight.SUM
        case "fraction":
            return Weight.FRACTION
        case _:
            return piece.weight


def enclosed(piece: Piece, above: Weight = Weight.ONE) -> Piece:
    """Return a piece as one thing: in parentheses when it weighs more than `above`."""
    return Piece(f"({piece.text})") if piece.weight > above else Piece(piece.text, "plain", Weight.ONE, piece.function)


def fraction(over: Piece, under: Piece) -> Piece:
    """Return over/under: ½, d/dx, (eˣ − 1)/(eˣ + 1)."""
    if vulgar := VULGAR.get((over.text, under.text)):
        return Piece(vulgar)
    top, bottom = enclosed(over, Weight.PRODUCT).text, enclosed(under).text
    derivative = OPERATOR.fullmatch(over.text) and under.text[:1] == over.text[0] and len(under.text) > 1
    return Piece(f"{top}/{bottom}", "apply" if derivative else "fraction", Weight.FRACTION)


def root(of: Piece, degree: str = "") -> Piece:
    """Return √2, √(2/π), ∛x."""
    sign = {"": "√", "2": "√", "3": "∛", "4": "∜"}.get(degree) or raised(Piece(degree)).lstrip("^") + "√"
    simple = of.weight == Weight.ONE and (len(of.text) == 1 or of.text.isdecimal())
    return Piece(f"{sign}{of.text if simple else f'({of.text})'}")


def raised(piece: Piece) -> str:
    """Return a superscript: ᵀ, ⁻ˣ, ^(xᵢ)."""
    text = piece.text.replace(" ", "")
    bracketed = "(" in text[1:] or ")" in text[:-1]
    if text and not bracketed and all(char in RAISED for char in text):
        return "".join(RAISED[char] for char in text)
    return _script("^", piece)


def lowered(piece: Piece) -> str:
    """Return a subscript: ₁, ᵢⱼ, _pred, _(k∈S)."""
    text = piece.text.replace(" ", "")
    if text and "(" not in text and all(char in LOWERED for char in text):
        return "".join(LOWERED[char] for char in text)
    return f"_{text}" if text.isascii() and text.isalnum() else _script("_", piece)


def _script(mark: str, piece: Piece) -> str:
    if not piece.text:
        return ""
    whole = len(piece.text) == 1 or _one_bracket(piece.text)
    return f"{mark}{piece.text}" if whole else f"{mark}({piece.text})"


def _one_bracket(text: str) -> bool:
    """Say whether one pair of parentheses spans the whole text."""
    return text[0] == "(" and text[-1] == ")" and not set("()") & set(text[1:-1])
