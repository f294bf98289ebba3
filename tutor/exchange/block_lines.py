"""The lines of a note as far as a generated block is concerned: where its marker is and which lines are generated.

Lines keep their endings. What stands in fenced code or in front matter only looks like a block.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
HEADING = re.compile(r"\ufeff? {0,3}#{1,6}[ \t]+(?:(相关笔记)|related notes)[ \t]*#*\s*", re.IGNORECASE)
ANY_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|\s*$)")
MARKER = re.compile(r"\s*<!--\s*(?:自动生成|auto-generated)\s*-->\s*", re.IGNORECASE)
GENERATED = re.compile(
    r"- \[(?:[^\\\]]|\\.)*\]\((?:<([^<>]*)>|([^\s()<>]*))\)"
    r" - (?:相似度|similarity): \d{1,3}%(?: \| (?:标签|tags): .*)?\s*"
)
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Block:
    """Where a block stands, as numbers of lines: its heading, its marker, its generated lines with their paths."""

    heading: int
    marker: int
    generated: tuple[int, ...]
    paths: tuple[str, ...]
    language: Literal["zh", "en"]


def lines_of(text: str) -> list[str]:
    """Return the lines of a text with their endings; only line feeds and carriage returns end one."""
    return LINE.findall(text)


def ending(lines: Sequence[str]) -> str:
    """Return the line ending that most lines have, a line feed where there is none."""
    found = Counter("\r\n" if line.endswith("\r\n") else line[-1] for line in lines if line.endswith(("\n", "\r")))
    return found.most_common(1)[0][0] if found else "\n"


def found_block(lines: Sequence[str]) -> Block | None:
    """Return the first block, None when there is none.

    That is a heading, its marker below with at most empty lines between, and links until the next heading.
    """
    prose = dict(_prose(lines))
    for place, line in prose.items():
        heading = HEADING.fullmatch(line)
        marker = _marker(prose, place + 1, len(lines)) if heading else None
        if heading and marker is not None:
            links = list(_links(prose, marker + 1, len(lines)))
            language: Literal["zh", "en"] = "zh" if heading[1] else "en"
            return Block(place, marker, tuple(at for at, _ in links), tuple(path for _, path in links), language)
    return None


def _prose(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines outside front matter and fenced code, with their numbers; a fence that never closes is none."""
    place = _after_front_matter(lines)
    open_ended: dict[str, int] = {}  # marks of a fence of that length, or a longer one, that nothing below closes
    while place < len(lines):
        fence, end = FENCE.match(lines[place]), None
        if fence and len(fence[1]) < open_ended.get(fence[1][0], len(lines[place])):
            end = _fence_end(lines, place, fence[1])
            if end is None:
                open_ended[fence[1][0]] = len(fence[1])
        if end is None:
            yield place, lines[place]
        place = (place if end is None else end) + 1


def _fence_end(lines: Sequence[str], start: int, fence: str) -> int | None:
    """Return the line that closes a fence: as many marks or more, and nothing else."""
    for place in range(start + 1, len(lines)):
        marks = FENCE.match(lines[place])
        if marks and marks[1].startswith(fence) and not lines[place].strip().strip(fence[0]):
            return place
    return None


def _after_front_matter(lines: Sequence[str]) -> int:
    if not lines or lines[0].lstrip("\ufeff").rstrip() != "---":
        return 0
    return next((place + 1 for place, line in enumerate(lines) if place and line.rstrip() in ("---", "...")), 0)


def _marker(prose: dict[int, str], start: int, end: int) -> int | None:
    for place in range(start, end):
        line = prose.get(place)
        if line is None or (line.strip() and not MARKER.fullmatch(line)):
            return None
        if line.strip():
            return place
    return None


def _links(prose: dict[int, str], start: int, end: int) -> Iterator[tuple[int, str]]:
    for place in range(start, end):
        line = prose.get(place, "")
        if ANY_HEADING.match(line):
            return
        link = GENERATED.fullmatch(line)
        if link:
            yield place, link[1] if link[1] is not None else link[2]
