"""The help of a command in the learner's language: also the few words that the command-line library puts there.

It knows no command; what it replaces are whole headings and marks, never a word of ours.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from typer.core import TyperCommand, TyperGroup

from tutor.text.words import say

if TYPE_CHECKING:
    from typer._click.core import Context

    from tutor.text import Language

HEADINGS = ("arguments", "options", "commands")
MARKS = ("usage", "options_mark", "commands_mark", "required", "default", "message")


class Command(TyperCommand):
    """A command whose help is in the learner's language."""

    def get_help(self, ctx: Context) -> str:
        """Return the help, in one language."""
        return spoken(super().get_help(ctx))


class Group(TyperGroup):
    """A group of commands whose help is in the learner's language."""

    def get_help(self, ctx: Context) -> str:
        """Return the help, in one language."""
        return spoken(super().get_help(ctx))


def spoken(text: str) -> str:
    """Return a help text in the language this run speaks."""
    from tutor.cli.app import language_spoken

    return translated(text, language_spoken())


def translated(text: str, language: Language) -> str:
    """Return a help text with the library's own words in `language`."""
    for name in HEADINGS:
        english, ours = say(f"help.word_{name}", "en"), say(f"help.word_{name}", language)
        text = re.sub(rf"(?m)^{english}$", ours, text)
    for name in MARKS:
        text = text.replace(say(f"help.word_{name}", "en"), say(f"help.word_{name}", language))
    return text
