"""From tokens to what a query says; the grammar stands in the package's docstring."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, NoReturn

from tutor.errors import near
from tutor.reports.query import vocabulary
from tutor.reports.query.errors import refuse
from tutor.reports.query.tokens import LETTERS, Kind, Token, tokenize
from tutor.reports.query.tree import All, Any, Compare, Field, Not, State, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from tutor.reports.query.tree import Query

    Known = Callable[[str], Collection[str] | None]

MAX_DEPTH = 20


def parse(source: str, known: Known = lambda _: None) -> Query:
    """Return what `source` says; `known` tells the values that a field (tag, lesson, part, mistake) may have.

    None: any. Raises `ExpressionError` with the place of what cannot be read, and a near name when there is one.
    """
    reader = _Reader(source, tokenize(source), known)
    found = reader.query()
    if reader.next.kind is not Kind.END:
        reader.refuse("query.unexpected", reader.next, found=reader.next.text)
    return found


@dataclass(slots=True)
class _Reader:
    """The tokens of one query and how far they are read."""

    source: str
    tokens: tuple[Token, ...]
    known: Known
    index: int = 0
    depth: int = 0

    @property
    def next(self) -> Token:
        return self.tokens[self.index]

    def take(self, *kinds: Kind) -> Token | None:
        token = self.next
        if token.kind not in kinds:
            return None
        self.index += 1
        return token

    def refuse(self, key: str, token: Token, near: str = "", **facts: object) -> NoReturn:
        refuse(key, self.source, token.position, token.length, near=near, **facts)

    def query(self) -> Query:
        parts = [self.every()]
        while bar := self.take(Kind.BAR):
            parts.append(self.every(after=bar))
        return parts[0] if len(parts) == 1 else Any(tuple(parts))

    def every(self, after: Token | None = None) -> Query:
        parts: list[Query] = []
        while self.next.kind not in (Kind.BAR, Kind.CLOSE, Kind.END):
            parts.append(self.term())
        if not parts and (after or self.next.kind is Kind.BAR):
            self.refuse("query.empty_side", after or self.next)
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def term(self) -> Query:
        if self.take(Kind.MINUS):
            return Not(self.term())
        opened = self.take(Kind.OPEN)
        if opened is None:
            return self.test()
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self.refuse("query.too_deep", opened, limit=MAX_DEPTH)
        found = self.query()
        if self.take(Kind.CLOSE) is None:
            self.refuse("query.unclosed", opened, bracket="(")
        self.depth -= 1
        return found

    def test(self) -> Query:
        token = self.take(Kind.WORD, Kind.PHRASE)
        if token is None:
            self.refuse("query.unexpected", self.next, found=self.next.text)
        if token.kind is Kind.PHRASE:
            return Words(token.text) if token.text.strip() else All()  # a phrase of nothing wants nothing
        if self.take(Kind.COLON):
            return self.field(token)
        sign = self.take(Kind.SIGN)
        if sign is not None:
            return self.compare(token, sign)
        name = vocabulary.canonical(token.text)
        if name in vocabulary.STATES:
            return State(name)
        return Words(self.source[token.position : token.position + token.length].translate(LETTERS))

    def field(self, token: Token) -> Query:
        name = vocabulary.canonical(token.text)
        if name in vocabulary.NUMBERS and name not in vocabulary.FIELDS:
            self.refuse("query.wants_sign", token, name=token.text)
        if name not in vocabulary.FIELDS:
            close = near(name, [*vocabulary.FIELDS, *vocabulary.CHINESE])
            self.refuse("query.no_field", token, close, name=token.text, names=", ".join(vocabulary.FIELDS))
        value = self.take(Kind.WORD, Kind.PHRASE)
        if value is None:
            self.refuse("query.no_value", token, name=token.text)
        texts = (value.text,) if value.kind is Kind.PHRASE else tuple(filter(None, value.text.split(",")))
        return Field(name, tuple(self.value(name, text, value) for text in texts))

    def value(self, name: str, text: str, token: Token) -> str:
        """Return a value of a field as it is kept; raises where the course has none like it."""
        if name == "kind":
            text = vocabulary.canonical(text)
        known = vocabulary.KINDS if name == "kind" else self.known(name)
        if known is not None and text not in known:
            close = next((one for one in known if one.lower() == text.lower()), "") or near(text, list(known))
            self.refuse(f"query.no_{name}", token, close, name=text, names=", ".join(known))
        return text

    def compare(self, token: Token, sign: Token) -> Query:
        name = vocabulary.canonical(token.text)
        if name not in vocabulary.NUMBERS:
            close = near(name, list(vocabulary.NUMBERS))
            self.refuse("query.no_number", token, close, name=token.text, names=", ".join(vocabulary.NUMBERS))
        minus = "-" if self.take(Kind.MINUS) else ""
        value = self.take(Kind.WORD)
        number = _number(minus + value.text, share=name in vocabulary.SHARES) if value else None
        if number is None:
            self.refuse("query.wants_number", value or sign, name=token.text)
        return Compare(name, sign.text, number)


def _number(text: str, *, share: bool) -> float | None:
    """Return a number as it is written, 80 % as 0.8 where shares are meant."""
    try:
        value = float(text.removesuffix("%"))
    except ValueError:
        return None
    if not isfinite(value):
        return None
    return value / 100 if share and text.endswith("%") else value
