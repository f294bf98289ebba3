"""Expressions among the words of a command line: one that begins with `-` is no option."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = frozenset({"plot", "calc", "show"})
OPTION = re.compile(r"-(d+|i|h)|--(y|[a-z][a-z-]+)(=.*)?|--?", re.DOTALL)
WIDE_MINUS = "－"  # the query language reads it as `-`
TRUE_MINUS = "−"  # the language reads it as `-`, and nothing takes it for an option


def protected(words: Sequence[str], command: str | None) -> list[str]:
    """Return `words` with a true minus at the head of each expression, `-x^2` as `−x^2`, for a command that takes any.

    Long options but `--y` have more than one letter; `--x` is minus minus x. Of a query, `-due` means what is not due.
    """
    if command == "cards":
        return [WIDE_MINUS + word[1:] if re.match("-[^-]", word) else word for word in words]
    if command not in COMMANDS:
        return list(words)
    return [word if OPTION.fullmatch(word) else _headed(word) for word in words]


def _headed(word: str) -> str:
    return TRUE_MINUS + word[1:] if word.startswith("-") else word


def restored(word: str) -> str:
    """Return an expression or a word of a query as it was typed."""
    return "-" + word[1:] if word.startswith((TRUE_MINUS, WIDE_MINUS)) else word
