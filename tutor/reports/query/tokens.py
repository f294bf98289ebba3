"""From characters to the tokens of a query: words, phrases in quotes, and five signs.

A bracket inside a word belongs to it as long as it is closed there: `σ(x)` is one word. Full-width
signs and Chinese quotes mean what they look like.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from tutor.reports.query.errors import refuse

MAX_LENGTH = 500
MAX_TOKENS = 100
FOLDED = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0x3001: ","}
LETTERS = {code: near for code, near in FOLDED.items() if chr(code).isalnum()}
QUOTES = {'"': '"', "“": "”", "「": "」", "『": "』"}
SIGNS = "<>="
SPELLED = {"≤": "<=", "≥": ">="}


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    PHRASE = auto()
    COLON = auto()
    SIGN = auto()
    MINUS = auto()
    BAR = auto()
    OPEN = auto()
    CLOSE = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its text, where it stands, and whether a space stands before it."""

    kind: Kind
    text: str
    position: int
    length: int
    apart: bool = True


def tokenize(source: str) -> tuple[Token, ...]:
    """Return the tokens of a query, the last of kind END. Raises `ExpressionError` where there are too many."""
    if len(source) > MAX_LENGTH:
        refuse("query.too_long", source, MAX_LENGTH, limit=MAX_LENGTH)
    text = source.translate(FOLDED)
    tokens: list[Token] = []
    at = 0
    while True:
        start = at
        while at < len(text) and text[at].isspace():
            at += 1
        if at >= len(text):
            return (*tokens, Token(Kind.END, "", len(text.rstrip()), 1))
        token = _token(source, text, at, apart=at > start or not tokens, before=tokens[-1] if tokens else None)
        tokens.append(token)
        at += token.length
        if len(tokens) > MAX_TOKENS:
            refuse("query.too_many", source, token.position, limit=MAX_TOKENS)


def _token(source: str, text: str, at: int, *, apart: bool, before: Token | None) -> Token:
    char = text[at]
    begins = apart or before is None or before.kind in (Kind.OPEN, Kind.BAR, Kind.MINUS)
    if source[at] in QUOTES or char == '"':
        return _phrase(source, at, apart=apart)
    single = {"|": Kind.BAR, "(": Kind.OPEN, ")": Kind.CLOSE, ":": Kind.COLON}
    if char in single:
        return Token(single[char], char, at, 1, apart)
    if char == "-" and begins and at + 1 < len(text) and not text[at + 1].isspace():
        return Token(Kind.MINUS, char, at, 1, apart)
    if char in SPELLED:
        return Token(Kind.SIGN, SPELLED[char], at, 1, apart)
    if char in SIGNS:
        long = text[at : at + 2] in ("<=", ">=", "==")
        return Token(Kind.SIGN, text[at : at + 2].replace("==", "=") if long else char, at, 2 if long else 1, apart)
    return _word(text, at, apart=apart)


def _phrase(source: str, at: int, *, apart: bool) -> Token:
    closing = QUOTES.get(source[at], '"')
    ends = [end for end in (source.find(one, at + 1) for one in {closing, '"', "＂"}) if end > 0]
    if not ends:
        refuse("query.unclosed", source, at, bracket=source[at])
    return Token(Kind.PHRASE, source[at + 1 : min(ends)], at, min(ends) + 1 - at, apart)


def _word(text: str, at: int, *, apart: bool) -> Token:
    end, depth = at, 0
    while end < len(text) and not text[end].isspace() and text[end] not in "|:" and text[end] not in SIGNS:
        if text[end] in SPELLED or (text[end] == ")" and not depth):
            break
        depth += (text[end] == "(") - (text[end] == ")")
        end += 1
    return Token(Kind.WORD, text[at:end], at, end - at, apart)
