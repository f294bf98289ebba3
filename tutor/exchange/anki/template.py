"""Anki's templates: fields, filters before them, and parts that stand only when a field is filled.

A template is read once into a flat row of tokens, whatever its nesting, and rendered for every note.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Fill = Callable[[str, tuple[str, ...]], str]

TOKEN = re.compile(r"\{\{([#^/!]?)([^{}]*)\}\}")
MOST = 100_000  # characters of one side: five times the longest text that becomes a card
Kind = Literal["text", "field", "open", "unless", "close"]
KINDS: dict[str, Kind] = {"": "field", "#": "open", "^": "unless", "/": "close"}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a template: `value` is a text or the name of a field, `filters` the nearest to the field first."""

    kind: Kind
    value: str
    filters: tuple[str, ...] = ()


def parse(template: str) -> tuple[Token, ...]:
    """Return the tokens of a template; comments are left out."""
    found: list[Token] = []
    place = 0
    for match in TOKEN.finditer(template):
        if match.start() > place:
            found.append(Token("text", template[place : match.start()]))
        place = match.end()
        if match[1] != "!":
            *filters, name = match[2].split(":")
            told = tuple(one.strip() for one in reversed(filters))
            found.append(Token(KINDS[match[1]], name.strip(), told))
    return (*found, Token("text", template[place:])) if place < len(template) else tuple(found)


def rendered(tokens: Sequence[Token], filled: Mapping[str, bool], fill: Fill) -> str | None:
    """Return one side of a card, None when it becomes too long.

    `filled` tells which fields have something in them, `fill` gives the text of a field under its filters.
    """
    parts: list[str] = []
    shown: list[bool] = []
    size = 0
    for token in tokens:
        match token.kind:
            case "open" | "unless":
                shown.append((token.kind == "open") == filled.get(token.value, False))
            case "close":
                del shown[-1:]
            case "text" | "field" if all(shown):
                parts.append(token.value if token.kind == "text" else fill(token.value, token.filters))
                size += len(parts[-1])
                if size > MOST:
                    return None
            case _:
                pass
    return "".join(parts)


def names(tokens: Sequence[Token], wanted: str) -> tuple[str, ...]:
    """Return the fields that stand under the filter `wanted`."""
    return tuple(token.value for token in tokens if token.kind == "field" and wanted in token.filters)
