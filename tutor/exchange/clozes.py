"""Gaps as Anki writes them, `{{c1::text::hint}}`, nested and numbered: one text for each number, its gaps marked.

Whatever is not closed or has no number is text. It knows neither HTML nor formulas: marks survive both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tutor.exchange.foreign import MOST_GAPS, unmarked

if TYPE_CHECKING:
    from collections.abc import Iterable

TOKEN = re.compile(r"\{\{c(\d{1,3}(?:,\d{1,3})*)::|\}\}|::")
FIRST = re.compile(r"\{\{c\d{1,3}(?:,\d{1,3})*::")
LEFT, RIGHT = "⟦", "⟧"


@dataclass(frozen=True, slots=True)
class Clozed:
    """A text with the gaps of one number in ⟦…⟧, all others filled in; `hint` helps with them."""

    number: int
    text: str
    hint: str = ""


@dataclass(slots=True)
class _Gap:
    """A gap that is being read: `parts` are texts and gaps in it, `hint` what stands behind its last `::`."""

    numbers: frozenset[int] = frozenset()
    opened: str = ""
    parts: list[str | _Gap] = field(default_factory=list)
    hint: list[str] | None = None


def has_gaps(text: str) -> bool:
    """Say whether a text may hold a gap."""
    return FIRST.search(text) is not None


def clozes(text: str) -> tuple[Clozed, ...]:
    """Return one text for each number, in the order of the numbers; none when nothing is hidden."""
    root = _read(unmarked(text))
    hints: dict[int, str] = {}
    for gap in _all(root):
        for number in gap.numbers:
            hints[number] = hints.get(number) or "".join(gap.hint or ()).strip()
    numbers = sorted(hints)[:MOST_GAPS]
    return tuple(Clozed(number, _shown(root, number), hints[number]) for number in numbers)


def _read(text: str) -> _Gap:
    stack = [_Gap()]
    at = 0
    for found in TOKEN.finditer(text):
        _write(stack[-1], text[at : found.start()])
        at = found.end()
        if found[1]:
            stack.append(_Gap(frozenset(map(int, found[1].split(","))), found[0]))
        elif found[0] == "}}" and len(stack) > 1:
            gap = stack.pop()
            stack[-1].parts.append(gap)
        elif found[0] == "::" and len(stack) > 1 and stack[-1].hint is None:
            stack[-1].hint = []
        else:
            _write(stack[-1], found[0])
    _write(stack[-1], text[at:])
    root = stack[0]
    for gap in stack[1:]:  # what was never closed is text
        root.parts += [gap.opened, *gap.parts, *(["::", *gap.hint] if gap.hint is not None else [])]
    return root


def _write(gap: _Gap, text: str) -> None:
    if gap.hint is None:
        gap.parts.append(text)
    else:
        gap.hint.append(text)


def _all(root: _Gap) -> Iterable[_Gap]:
    waiting = [root]
    while waiting:
        gap = waiting.pop()
        if gap.numbers:
            yield gap
        waiting += [part for part in reversed(gap.parts) if isinstance(part, _Gap)]


def _shown(root: _Gap, number: int) -> str:
    """Return the text with the outermost gaps of `number` marked."""
    written: list[str] = []
    waiting: list[str | _Gap] = [root]
    hidden = False
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            hidden = hidden and part is not RIGHT
            written.append(part)
        elif number in part.numbers and not hidden:
            hidden = True
            written.append(LEFT)
            waiting += [RIGHT, *reversed(part.parts)]
        else:
            waiting += reversed(part.parts)
    return "".join(written)
