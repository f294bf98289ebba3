"""Texts with holes: `{a}` inserts a drawn value, `{= sigmoid′(a) : 3}` a computed number, `{{` is a brace.

    text     = (literal | "{{" | hole)*
    hole     = "{" name "}" | "{=" expression [":" digits] "}"
    digits   = 1 … 15, 3 when left out

An expression holds no colon and no closing brace, so the last colon splits and the first brace ends.
This module knows no file format; a fault carries the offset in the text it was given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.errors import UsageError
from tutor.questions.model import Hole, Wording
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tutor.questions.model import Piece

DIGITS = 3
MOST_DIGITS = 15  # beyond them a float64 has nothing to say


class TemplateError(UsageError):
    """A text whose braces cannot be read; `offset` counts characters from 0."""

    def __init__(self, key: str, offset: int) -> None:
        super().__init__(key, offset=offset)
        self.offset = offset


def parse(text: str) -> tuple[Piece, ...]:
    """Return the pieces of `text` in order; literal neighbours are joined.

    Raises `TemplateError` at the brace that cannot be read.
    """
    pieces: list[Piece] = []
    literal = ""
    place = 0
    while (brace := _next_brace(text, place)) >= 0:
        literal += text[place:brace]
        if text[brace : brace + 2] == "{{":
            literal += "{"
            place = brace + 2
            continue
        hole, place = _hole(text, brace)
        pieces += [literal, hole] if literal else [hole]
        literal = ""
    literal += text[place:]
    return (*pieces, literal) if literal else tuple(pieces)


def _next_brace(text: str, start: int) -> int:
    """Return where the next brace opens, or −1; a closing brace without an opening one is a fault."""
    opening = text.find("{", start)
    closing = text.find("}", start, opening if opening >= 0 else len(text))
    if closing >= 0:
        raise TemplateError("problem.brace-closes-nothing", closing)
    return opening


def _hole(text: str, brace: int) -> tuple[Hole, int]:
    """Return the hole that opens at `brace` and the place behind it."""
    end = text.find("}", brace)
    if end < 0:
        raise TemplateError("problem.brace-not-closed", brace)
    inside = text[brace + 1 : end]
    if "{" in inside:
        raise TemplateError("problem.brace-not-closed", brace)
    if inside.startswith("="):
        return _computed(inside[1:], brace), end + 1
    if not inside.isidentifier():
        raise TemplateError("problem.brace-holds-no-name", brace)
    return Hole(inside), end + 1


def _computed(inside: str, brace: int) -> Hole:
    expression, colon, digits = inside.rpartition(":")
    if not colon:
        expression, digits = inside, str(DIGITS)
    digits = digits.strip()
    if not (digits.isascii() and digits.isdigit() and 1 <= int(digits[:4]) <= MOST_DIGITS):
        raise TemplateError("problem.brace-digits", brace)
    if not expression.strip():
        raise TemplateError("problem.brace-holds-nothing", brace)
    return Hole(expression.strip(), int(digits))


def wording(zh: str, en: str) -> Wording:
    """Return both languages parsed; raises `TemplateError`."""
    return Wording(parse(zh), parse(en))


def fill(wording: Wording, values: Mapping[str, str]) -> Text:
    """Return `wording` with every hole filled: drawn `values` as written, computed numbers rounded.

    Raises `KeyError` for a value that was not drawn and `ExpressionError` from the evaluator.
    """
    return Text(_fill(wording.zh, values), _fill(wording.en, values))


def _fill(pieces: tuple[Piece, ...], values: Mapping[str, str]) -> str:
    return "".join(piece if isinstance(piece, str) else fill_hole(piece, values) for piece in pieces)


def fill_hole(hole: Hole, values: Mapping[str, str]) -> str:
    """Return the text of one hole."""
    if hole.digits is None:
        return values[hole.expression]
    return computed(hole.expression, hole.digits, values)


def computed(expression: str, digits: int, values: Mapping[str, str]) -> str:
    """Return the number that `expression` has at the drawn `values`, as people read it."""
    from tutor.text.numbers import significant

    return significant(evaluated(expression, values), digits)


def evaluated(expression: str, values: Mapping[str, str]) -> float:
    """Return the value of `expression`; drawn `values` enter it as floats.

    Raises `ExpressionError`, and `UsageError` for a truth value or a list of numbers.
    """
    from tutor.activations.expression import calculate

    value = calculate(expression, numbers(values))
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise UsageError("problem.no-number")
    return float(value)


def numbers(values: Mapping[str, str]) -> dict[str, float]:
    """Return drawn values as numbers, for expressions; a true minus reads as a minus."""
    return {name: float(text.replace("−", "-")) for name, text in values.items()}


def mapped(wording: Wording, change: Callable[[Hole], Piece]) -> Wording:
    """Return `wording` with every hole changed; literal neighbours are joined."""
    return Wording(_mapped(wording.zh, change), _mapped(wording.en, change))


def _mapped(pieces: tuple[Piece, ...], change: Callable[[Hole], Piece]) -> tuple[Piece, ...]:
    result: list[Piece] = []
    for piece in pieces:
        new = piece if isinstance(piece, str) else change(piece)
        if isinstance(new, str) and result and isinstance(result[-1], str):
            result[-1] += new
        else:
            result.append(new)
    return tuple(result)
