"""From characters to tokens: numbers, names, primes, superscripts and signs, in any common spelling.

Full-width characters, Greek letters, `−`, `·`, `×`, `″` and `10⁻⁵` mean what they look like; only
spelling is known here, not which names exist.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from math import isinf

from tutor.activations.expression.errors import ExpressionError

MAX_LENGTH = 500  # characters; the longest expression of a course has about 150
MAX_TOKENS = 250

FOLDED = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **str.maketrans("\u3000−–—÷，、‘’′", " ---/,,'''"),
}
SIGN_SPELLINGS = {**dict.fromkeys("×·⋅∙∗", "*"), "**": "^", "≤": "<=", "≥": ">=", "≠": "!=", "~": "≈", "~=": "≈"}
FRACTIONS = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅕": 0.2, "⅛": 0.125}
PRIMES = {"'": 1, "″": 2, '"': 2, "‴": 3}
NAME_SPELLINGS = {"∞": "inf", "ϕ": "φ"}
SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
SUPERSCRIPTS = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+-0123456789")
PATTERN = re.compile(
    r"""\s*(?:
      (?P<NUMBER>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[½⅓⅔¼¾⅕⅛])
    | (?P<NAME>[A-Za-z_Α-Ωα-ωϕ][A-Za-z0-9_Α-Ωα-ω₀-₉]*|∞)
    | (?P<PRIME>['″"‴]+)
    | (?P<POWER>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)
    | (?P<SIGN>\*\*|==|!=|<=|>=|~=|[-+*×·⋅∙∗/^()\[\],<>=≤≥≠≈~√])
    )""",
    re.VERBOSE,
)


class Kind(Enum):
    """What a token is."""

    NUMBER = auto()
    NAME = auto()
    PRIME = auto()
    POWER = auto()
    SIGN = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its canonical spelling, its value when it is a number, and where it stands."""

    kind: Kind
    text: str
    position: int
    length: int
    value: float = 0.0


def tokenize(source: str) -> tuple[Token, ...]:
    """Return the tokens of `source`, the last of kind END.

    Raises `ExpressionError` for a character that belongs to no token, or too many of them.
    """
    if len(source) > MAX_LENGTH:
        raise ExpressionError("expression.too_long", source, MAX_LENGTH, limit=MAX_LENGTH)
    text = source.translate(FOLDED).rstrip()
    tokens: list[Token] = []
    position = 0
    length, read = len(text), PATTERN.match
    while position < length:
        match = read(text, position)
        if match is None:
            position += len(text[position:]) - len(text[position:].lstrip())
            raise ExpressionError("expression.character", source, position, character=repr(source[position])[1:-1])
        tokens.append(_token(source, match))
        position = match.end()
        if len(tokens) > MAX_TOKENS:
            raise ExpressionError("expression.too_many_tokens", source, tokens[-1].position, limit=MAX_TOKENS)
    return (*tokens, Token(Kind.END, "", len(text), 1))


KINDS = dict(Kind.__members__)


def _token(source: str, match: re.Match[str]) -> Token:
    group = match.lastgroup or "END"
    kind, text = KINDS[group], match[group]
    position, length = match.start(group), len(text)
    match kind:
        case Kind.NUMBER:
            value = FRACTIONS[text] if text in FRACTIONS else float(text)
            if isinf(value):
                raise ExpressionError("expression.number_too_large", source, position, length)
            return Token(kind, text, position, length, value)
        case Kind.POWER:
            return Token(kind, text, position, length, float(text.translate(SUPERSCRIPTS)))
        case Kind.PRIME:
            return Token(kind, text, position, length, float(sum(PRIMES[char] for char in text)))
        case Kind.NAME:
            return Token(kind, NAME_SPELLINGS.get(text, text).translate(SUBSCRIPTS), position, length)
        case _:
            return Token(kind, SIGN_SPELLINGS.get(text, text), position, length)
