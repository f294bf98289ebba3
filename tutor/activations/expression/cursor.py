"""Where the parser is in a source: takes tokens, remembers depth, and says why a token cannot stand there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn

from tutor.activations.expression.errors import ExpressionError
from tutor.activations.expression.tokens import Kind, Token
from tutor.activations.expression.tree import Span

MAX_DEPTH = 50  # nested brackets and signs; the parser uses eight of Python's 1000 frames for each


@dataclass(slots=True)
class Cursor:
    """The tokens of one source and how far they are read."""

    source: str
    tokens: tuple[Token, ...]
    index: int = 0
    depth: int = 0

    @property
    def next(self) -> Token:
        """Return the token that is read next."""
        return self.tokens[self.index]

    def take(self, *signs: str) -> Token | None:
        """Read the next token if it is one of `signs`."""
        token = self.next
        if token.kind is not Kind.SIGN or token.text not in signs:
            return None
        self.index += 1
        return token

    def expect(self, sign: str, opened: Token) -> None:
        """Read `sign`, which closes what `opened` began; raises `ExpressionError` when it is not there."""
        if self.take(sign) is None:
            if self.next.kind is Kind.END:
                self.refuse("expression.unclosed", opened, bracket=opened.text)
            self.refuse_next()

    def refuse(self, key: str, token: Token, near: str = "", **facts: object) -> NoReturn:
        """Raise the error that points at `token`."""
        raise ExpressionError(key, self.source, token.position, token.length, near=near, **facts)

    def refuse_next(self) -> NoReturn:
        """Say why the next token cannot stand where it does."""
        token = self.next
        before = self.tokens[self.index - 1] if self.index else None
        if token.kind is Kind.END:
            self.refuse("expression.incomplete" if before else "expression.empty", token)
        if token.text == "=":
            self.refuse("expression.single_equals", token)
        starts = token.kind in (Kind.NUMBER, Kind.NAME) or token.text in ("(", "[", "√")
        if before and starts and (before.kind is not Kind.SIGN or before.text in (")", "]")):
            left = f"…{before.text}" if before.text in (")", "]") else self.written(before)
            right = f"{token.text}…" if token.text in ("(", "[") else self.written(token)
            product = f"{left}*{right}"
            self.refuse("expression.no_product", token, product=product)
        self.refuse("expression.unexpected", token, found=self.written(token))

    def written(self, token: Token) -> str:
        """Return a token as it stands in the source."""
        return self.source[token.position : token.position + token.length]

    def span(self, first: int) -> Span:
        """Return the part of the source from the token number `first` to the last one read."""
        start, last = self.tokens[first].position, self.tokens[self.index - 1]
        return Span(self.source, start, last.position + last.length - start)

    def deeper(self, levels: int = 1) -> None:
        """Go down; raises `ExpressionError` below the depth that the walks can bear."""
        self.depth += levels
        if self.depth > MAX_DEPTH:
            self.refuse("expression.too_deep", self.next, limit=MAX_DEPTH)
