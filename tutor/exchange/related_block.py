"""The block of related notes at the end of a note: found by its marker, refreshed in place, all else untouched.

    ## 相关笔记
    <!-- 自动生成 -->

    - [title](path) - 相似度: 33% | 标签: a, b

Only lines of that shape are replaced; what the author wrote between them stays, as do line endings, a byte order
mark and bytes that are no text. A heading without the marker is the author's own. Refreshing twice is refreshing once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote

from tutor.exchange.block_lines import Block, ending, found_block, lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

Language = Literal["zh", "en"]

HEADING = {"zh": "## 相关笔记", "en": "## Related notes"}
MARKER = {"zh": "<!-- 自动生成 -->", "en": "<!-- auto-generated -->"}
LIKENESS = {"zh": "相似度", "en": "similarity"}
TAGS = {"zh": "标签", "en": "tags"}
ESCAPED = re.compile(r"[\\`*\[\]<>]")
BARE = re.compile(r"[^\s()<>]+")  # a path that needs no angle brackets
ENCODED = {"%": "%25", "<": "%3C", ">": "%3E", "#": "%23", "?": "%3F", "\\": "%5C"}
CHINESE = re.compile(r"[一-鿿]")
LETTERS = re.compile(r"[A-Za-z]")
CODING = ("utf-8", "surrogateescape")


@dataclass(frozen=True, slots=True)
class Link:
    """A related note or lesson: `path` as the link shall say it, `percent` how like it is."""

    title: str
    path: str
    percent: int
    tags: tuple[str, ...] = ()


def refreshed(source: bytes, links: Sequence[Link], language: Language | None = None) -> bytes:
    """Return a note with its block naming `links`; a note without a block gets one at its end, unless there are none.

    `language` of a new block is that of the note when it is not given.
    """
    text = source.decode(*CODING)
    lines = lines_of(text)
    end = ending(lines)
    block = found_block(lines)
    if block is None:
        if not links:
            return source
        return "".join([*lines, *_new(lines, links, language or language_of(text), end)]).encode(*CODING)
    return "".join(_replaced(lines, block, links, end)).encode(*CODING)


def without(text: str) -> str:
    """Return the text of a note without the lines of its block, so that they do not make notes alike."""
    lines = lines_of(text)
    block = found_block(lines)
    if block is None:
        return text
    gone = {block.heading, block.marker, *block.generated}
    return "".join(line for place, line in enumerate(lines) if place not in gone)


def linked(source: bytes) -> tuple[str, ...]:
    """Return the paths that the links of the block name now."""
    lines = lines_of(source.decode(*CODING))
    block = found_block(lines)
    return () if block is None else tuple(map(unquote, block.paths))


def language_of(text: str) -> Language:
    """Return the language most of a note is written in: one Chinese character says as much as three letters."""
    return "zh" if 3 * len(CHINESE.findall(text)) > len(LETTERS.findall(text)) else "en"


def line_of(link: Link, language: Language) -> str:
    """Return the line of a link."""
    title = ESCAPED.sub(lambda match: f"\\{match[0]}", _plain(link.title)) or "…"
    tags = ", ".join(filter(None, map(_plain, link.tags)))
    told = f"- [{title}]({_address(link.path)}) - {LIKENESS[language]}: {link.percent}%"
    return f"{told} | {TAGS[language]}: {tags}" if tags else told


def _address(path: str) -> str:
    plain = "".join(ENCODED.get(char, char) for char in _plain(path))
    return plain if BARE.fullmatch(plain) else f"<{plain}>"


def _plain(text: str) -> str:
    """Return a text on one line, without what a terminal could obey."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _new(lines: Sequence[str], links: Sequence[Link], language: Language, end: str) -> list[str]:
    """Return the lines of a new block, with what parts it from the note before it."""
    before: list[str] = []
    if lines and not lines[-1].endswith(("\n", "\r")):
        before = [end, end]
    elif lines and lines[-1].strip():
        before = [end]
    block = [HEADING[language], MARKER[language], "", *(line_of(link, language) for link in links)]
    return [*before, *(f"{line}{end}" for line in block)]


def _replaced(lines: Sequence[str], block: Block, links: Sequence[Link], end: str) -> list[str]:
    """Return the lines with the generated ones exchanged where the first of them stood."""
    new = [f"{line_of(link, block.language)}{end}" for link in links]
    if block.generated:
        first, last = block.generated[0], block.generated[-1]
        if new and last == len(lines) - 1 and not lines[last].endswith(("\n", "\r")):
            new[-1] = new[-1].removesuffix(end)  # a file that ended without a line break goes on doing so
        gone = frozenset(block.generated)
        rest = [line for place, line in enumerate(lines[first:], start=first) if place not in gone]
        return [*lines[:first], *new, *rest]
    if not new:
        return list(lines)
    return _first_time(lines, block.marker, new, end)


def _first_time(lines: Sequence[str], marker: int, new: Sequence[str], end: str) -> list[str]:
    """Return the lines with links below a marker that had none, parted by empty lines from what is around them."""
    head, tail = list(lines[: marker + 1]), list(lines[marker + 1 :])
    if not head[-1].endswith(("\n", "\r")):
        head[-1] += end
    head.append(tail.pop(0) if tail and not tail[0].strip() else end)
    if not head[-1].endswith(("\n", "\r")):
        head[-1] += end
    return [*head, *new, *([end] if tail and tail[0].strip() else []), *tail]
