"""What is wrong with an expression, and where: a sentence and a caret under the token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.errors import UsageError
from tutor.text.words import say

if TYPE_CHECKING:
    from tutor.text import Language

VIEW = 60  # cells of the source that are shown, so that the caret stays on one line of 80


class ExpressionError(UsageError):
    """An expression that cannot be read or computed; `source[position:position + length]` is why."""

    def __init__(
        self, key: str, source: str, position: int, length: int = 1, *, near: str = "", **facts: object
    ) -> None:
        super().__init__(key, **facts, near=near)
        self.source = source
        self.position = position
        self.length = length
        self.near = near

    def message(self, language: Language) -> str:
        """Return the sentence, with the near name offered when there is one."""
        sentence = say(self.key, language, **self.facts)
        return f"{sentence}{say('expression.near', language, near=self.near)}" if self.near else sentence

    def caret(self) -> str:
        """Return two lines: the source (its part around the token, when it is long) and the caret under the token."""
        from tutor.text.width import width

        start = max(0, self.position - VIEW // 2)
        before = printable(self.source[start : self.position])
        token = printable(self.source[self.position : self.position + self.length])
        after = printable(self.source[self.position + self.length :])
        room = VIEW - width(before)
        lead = "…" if start else ""
        line = lead + before + cut(token + after, room)
        return f"{line}\n{' ' * width(lead + before)}{'^' * max(1, min(width(token), room))}"

    def show(self, language: Language) -> str:
        """Return the sentence and the two lines of the caret."""
        return f"{self.message(language)}\n{self.caret()}"


def printable(text: str) -> str:
    """Return `text` with control characters and line breaks as one visible cell each."""
    return "".join(char if char.isprintable() else "·" for char in text)


def cut(text: str, columns: int) -> str:
    """Return the beginning of `text` that fits `columns` cells, with … when something was left out."""
    from tutor.text.width import cells

    used = 0
    for index, char in enumerate(text):
        used += cells(char)
        if used > columns:
            return text[:index] + "…"
    return text
