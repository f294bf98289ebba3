"""A line of text being typed: editing that counts characters and measures cells."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tutor.questions.answers import LONGEST
from tutor.text.width import cells
from tutor.ui.lines import clean


@dataclass(frozen=True, slots=True)
class Field:
    """What was typed and where the cursor stands, in characters from 0."""

    text: str = ""
    cursor: int = 0

    def insert(self, text: str) -> Field:
        """Return the field with `text` at the cursor; line breaks become spaces, the end is cut."""
        text = " ".join(clean("\n".join(text.splitlines())).split("\n"))[: max(0, LONGEST - len(self.text))]
        return Field(self.text[: self.cursor] + text + self.text[self.cursor :], self.cursor + len(text))

    def window(self, columns: int) -> tuple[str, int]:
        """Return the part that fits `columns` cells around the cursor, and the cursor's column in it."""
        columns = max(1, columns)
        start = 0
        while sum(map(cells, self.text[start : self.cursor])) > columns - 1:
            start += 1
        end, used = start, 0
        while end < len(self.text) and used + cells(self.text[end]) <= columns - 1:
            used += cells(self.text[end])
            end += 1
        return self.text[start:end], sum(map(cells, self.text[start : self.cursor]))


def edit(field: Field, key: str) -> Field | None:
    """Return the field after a key that edits it, None for any other key."""
    text, at = field.text, field.cursor
    match key:
        case "left" | "ctrl-b":
            return replace(field, cursor=_step(text, at, -1))
        case "right" | "ctrl-f":
            return replace(field, cursor=_step(text, at, 1))
        case "home" | "ctrl-a":
            return replace(field, cursor=0)
        case "end" | "ctrl-e":
            return replace(field, cursor=len(text))
        case "backspace":
            return _without(field, _step(text, at, -1), at)
        case "delete" | "ctrl-d":
            return _without(field, at, _step(text, at, 1))
        case "ctrl-u":
            return _without(field, 0, at)
        case "ctrl-k":
            return _without(field, at, len(text))
        case "ctrl-w":
            return _without(field, _word_start(text, at), at)
        case _:
            return field.insert(key) if len(key) == 1 else None


def _without(field: Field, start: int, end: int) -> Field:
    return Field(field.text[:start] + field.text[end:], start)


def _step(text: str, at: int, by: int) -> int:
    """Return the next place; a combining mark is passed together with its letter."""
    at += by
    while 0 < at < len(text) and not cells(text[at]):
        at += by
    return min(max(at, 0), len(text))


def _word_start(text: str, at: int) -> int:
    while at and text[at - 1] == " ":
        at -= 1
    while at and text[at - 1] != " ":
        at -= 1
    return at
