"""Gaps in Anki's notation, `{{c1::hidden::hint}}`, one in another if need be.

A card hides the gaps of its number and shows all others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MARK = re.compile(r"\{\{c([0-9]+(?:,[0-9]+)*)::|\}\}|::")
DEEPEST = 8  # gaps in gaps; Anki stops there, too


@dataclass(frozen=True, slots=True)
class Gapped:
    """A text with `shown` in place of each hidden gap, and what was hidden there with its hint."""

    text: str
    gaps: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Open:
    """A gap that is still open: its numbers, its text so far, and where a hint begins in it."""

    numbers: frozenset[int]
    parts: list[str] = field(default_factory=list)
    hint: int | None = None


def gapped(text: str, number: int, shown: str) -> Gapped:
    """Return a field as the card of gap `number` shows it; a gap that is not closed is text."""
    stack = [_Open(frozenset())]
    gaps: list[tuple[str, str]] = []
    place = 0
    for mark in MARK.finditer(text):
        stack[-1].parts.append(text[place : mark.start()])
        place = mark.end()
        if mark[1] and len(stack) <= DEEPEST:
            stack.append(_Open(frozenset(int(one) for one in mark[1].split(",") if len(one) < 6)))
        elif mark[0] == "}}" and len(stack) > 1:
            _close(stack, number, gaps, shown)
        else:
            _hint(stack[-1], mark[0])
    stack[-1].parts.append(text[place:])
    return Gapped("".join("".join(one.parts) for one in stack), tuple(gaps))


def _hint(gap: _Open, mark: str) -> None:
    """Note where the hint of a gap begins; anything else is text."""
    if mark == "::" and gap.numbers and gap.hint is None:
        gap.hint = len(gap.parts)
    else:
        gap.parts.append(mark)


def _close(stack: list[_Open], number: int, gaps: list[tuple[str, str]], shown: str) -> None:
    gap = stack.pop()
    end = len(gap.parts) if gap.hint is None else gap.hint
    hidden = "".join(gap.parts[:end])
    if number in gap.numbers:
        gaps.append((hidden, "".join(gap.parts[end:])))
    stack[-1].parts.append(shown if number in gap.numbers else hidden)
