"""What sections about cards share: nothing to show yet, a sentence that ends in a command, a title in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.text.words import say
from tutor.ui.lines import Line, Span, measure, paragraph

if TYPE_CHECKING:
    from tutor.text import Language, Text

START = "tutor learn"


def nothing(language: Language, room: int) -> list[Line]:
    """Return that no card was answered yet, and the command that changes it."""
    return with_command(say("knowing.nothing", language), START, room)


def nothing_told(language: Language) -> str:
    """Return the same in one line of text."""
    return joined(say("knowing.nothing", language), START)


def with_command(text: str, command: str, room: int) -> list[Line]:
    """Return a sentence and the command it ends in, on the same line where there is room."""
    told = paragraph(text, room)
    gap = "" if text.endswith("：") else " "
    if told and measure(told[-1]) + len(gap) + len(command) <= room:
        return [*told[:-1], (*told[-1], *([Span(gap)] if gap else []), Span(command, "key"))]
    return [*told, *paragraph(command, room, "key")]


def joined(text: str, command: str) -> str:
    """Return a sentence and the command it ends in, if any, as text."""
    return f"{text}{'' if text.endswith('：') or not command else ' '}{command}"


def name_of(text: Text, language: Language) -> str:
    """Return a title in one line."""
    return text.lines(language)[0]
