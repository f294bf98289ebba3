"""Single characters and commands of a formula as pieces: signs, letters, numbers, accents, fonts."""

from __future__ import annotations

from unicodedata import normalize

from tutor.exchange.formulas import signs
from tutor.exchange.formulas.pieces import CELL, GAP, Piece, Weight

RELATIONS = frozenset({"=", "<", ">", "≤", "≥", "≈", "→", "∈", "≠", ":="})
BINARY = {"+": "+", "-": "−", "−": "−", "±": "±", "×": "×", "*": "*"}
FUNCTIONS = frozenset("fghpPFGφΦσψϕ")


def sign(name: str) -> Piece | None:
    """Return a command that is one sign."""
    if name in signs.LETTERS:
        return Piece(signs.LETTERS[name], function=signs.LETTERS[name] in FUNCTIONS)
    if name in signs.OPERATORS:
        return Piece(signs.OPERATORS[name], "dot" if name == "cdot" else "binary")
    if name in signs.RELATIONS:
        return Piece(signs.RELATIONS[name], "relation")
    if name in signs.PREFIXES:
        return Piece(signs.PREFIXES[name], "prefix")
    if name in signs.LARGE:
        return Piece(signs.LARGE[name], "large")
    if name in signs.NAMES:
        return _name(name)
    if name in signs.OPENING:
        return Piece(signs.OPENING[name], "open")
    if name in signs.CLOSING:
        return Piece(signs.CLOSING[name], "close")
    if name in signs.SPACES:
        return Piece(signs.SPACES[name], "space")
    return {"|": Piece("‖", "bar"), "Vert": Piece("‖", "bar"), "": Piece("\\")}.get(name)


CHARACTERS: dict[str, Piece] = {
    **{char: Piece(shown, "binary") for char, shown in BINARY.items()},
    **{char: Piece(char, "relation") for char in RELATIONS},
    **{char: Piece(char, "comma") for char in (",", ";", "，", "；", ":", "：")},
    **{char: Piece(char, "dot") for char in ("/", "·")},
    **{char: Piece(char, "open") for char in ("(", "[")},
    **{char: Piece(char, "close") for char in (")", "]")},
    "|": Piece("|", "bar"),
    "&": CELL,
    "~": Piece(" ", "space"),
}


def character(part: str) -> Piece:
    """Return a character of the source as a piece."""
    return GAP if part.isspace() else CHARACTERS.get(part) or letters(part)


def letters(part: str) -> Piece:
    """Return letters or a number: two letters are a product, but dx is one thing and ReLU a name."""
    if not part.isalpha() or not part.isascii():
        return Piece(part, function=part in FUNCTIONS)
    product = len(part) == 2 and part[0] != "d"
    return Piece(part, "plain", Weight.PRODUCT if product else Weight.ONE, len(part) > 2 or part in FUNCTIONS)


def named(piece: Piece, name: str) -> Piece:
    r"""Return an argument in another font; \operatorname{erf} and \mathrm{erf} are names."""
    if piece.text == "d" and name == "mathrm":
        return Piece("d", "prefix")
    if name in {"operatorname", "mathrm"} and piece.text.isalpha() and len(piece.text) > 1:
        return _name(piece.text)
    return piece


def _name(name: str) -> Piece:
    return Piece({"argmax": "arg max", "argmin": "arg min"}.get(name, name), "name", function=True)


def styled(piece: Piece, table: dict[str, str]) -> Piece:
    """Return an argument in another alphabet, ℝ or ℒ, as far as there are letters."""
    return Piece("".join(table.get(char, char) for char in piece.text), "plain", function=True)


def accented(piece: Piece, name: str) -> Piece:
    """Return ŷ; over several letters the accent is a name: hat(xy)."""
    if len(piece.text) == 1:
        return Piece(normalize("NFC", piece.text + signs.ACCENTS[name]))
    return Piece(f"{name}({piece.text})") if piece.text else Piece(name)


def in_words(part: str) -> str:
    r"""Return a part of \text: as it is written, signs for their commands."""
    if part.isspace():
        return " "
    if part.startswith("\\"):
        known = sign(part[1:])
        return known.text if known is not None else "" if part[1:] in signs.SILENT else part[1:]
    return "" if part in {"{", "}", "$"} else part


def bar(line: str, name: str) -> Piece:
    r"""Return the bar behind \left, \right or \middle."""
    match name:
        case "left":
            return Piece(line, "open")
        case "right":
            return Piece(line, "close")
        case _:
            return Piece(line, "relation")
