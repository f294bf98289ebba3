"""Which lines of a text changed: what a learner looks at before a note is written."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

from tutor.exchange.notes.front_place import BOM, LINE_END

Sign = Literal["-", "+"]


@dataclass(frozen=True, slots=True)
class Row:
    """A line that goes (`-`, numbered as it was) or comes (`+`, numbered as it is then)."""

    sign: Sign
    number: int
    text: str


def changed(before: str, after: str) -> tuple[Row, ...]:
    """Return the lines that go and come, each beside its successor; what is alike at both ends is not compared.

    Lines that differ in their ends only are shown alike, one going and one coming.
    """
    old, new = _lines(before), _lines(after)
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    rows: list[Row] = []
    mine, other = old[start : len(old) - end], new[start : len(new) - end]
    for kind, a, b, c, d in SequenceMatcher(None, mine, other, autojunk=False).get_opcodes():
        if kind != "equal":
            gone = [Row("-", start + at + 1, _bare(mine[at])) for at in range(a, b)]
            come = [Row("+", start + at + 1, _bare(other[at])) for at in range(c, d)]
            rows += [row for pair in zip_longest(gone, come) for row in pair if row is not None]
    return tuple(rows)


def _lines(text: str) -> list[str]:
    """Return the lines with their ends; only what ends a line of a note ends one here."""
    text = text.removeprefix(BOM)
    lines, begin = [], 0
    for found in LINE_END.finditer(text):
        lines.append(text[begin : found.end()])
        begin = found.end()
    return [*lines, text[begin:]] if begin < len(text) else lines


def _alike(one: list[str], other: list[str]) -> int:
    """Return how many lines both begin with."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _bare(line: str) -> str:
    return line.rstrip("\r\n")
