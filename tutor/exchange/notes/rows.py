"""The lines of a Markdown note, each with what it is: heading, item of a list, code, table, rule, text.

Nothing inside code is anything else. Comments are taken out; one that names a question is kept as its author's id.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from tutor.exchange.plain import ESCAPES, LINE_ENDS, REMOVED, SELECTORS, TAB

if TYPE_CHECKING:
    from collections.abc import Iterator

FENCE = re.compile(r"[ >]*(`{3,}|~{3,})")
ITEM = re.compile(r"( *)([-*+]|\d{1,9}[.)])(?: +|$)")
NAMED = re.compile(r"<!--\s*id:\s*([\w.-]+)\s*-->")
GAPS = str.maketrans("⟦⟧", "〖〗")  # only ours mean a gap
KEYCAP = "\u20e3"  # 1️⃣ is a 1 in a box on some screens and two characters on others
RULES = frozenset("-*_")
CODE_INDENT = 4
SHORTEST_RULE = 3
DEEPEST_HEADING = 6


class Kind(IntEnum):
    """What a line is."""

    BLANK = 0
    TEXT = 1
    ITEM = 2
    HEADING = 3
    RULE = 4
    TABLE = 5
    FENCE = 6
    CODE = 7
    SILENT = 8  # nothing is left of it: a comment


@dataclass(slots=True)
class Row:
    """A line: its number in the file from 1, what it is, its text.

    `level` is that of a heading, `indent` the spaces before an item, `author` an id that the author put on it.
    """

    number: int
    kind: Kind
    text: str
    level: int = 0
    indent: int = 0
    author: str = ""

    @property
    def content(self) -> str:
        """Return the text without the marks of a heading or an item."""
        if self.kind == Kind.ITEM:
            found = ITEM.match(self.text)
            assert found is not None
            return self.text[found.end() :].strip()
        return _title(self.text.strip()) if self.kind == Kind.HEADING else self.text.strip()


def cleaned(text: str) -> str:
    """Return a text without anything a terminal could obey, tabs as spaces; its lines keep their numbers."""
    text = LINE_ENDS.sub("\n", text).replace("\t", TAB)
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    text = SELECTORS.sub("", normalize("NFC", ESCAPES.sub("", text))).replace(KEYCAP, "").translate(GAPS)
    if text.replace("\n", "").isprintable():
        return text
    return text.translate({ord(char): _fit(char) for char in set(text) if not char.isprintable()})


def _fit(char: str) -> str:
    """Return what stands for a character that is not printed: nothing for a control, a space for a space."""
    if char in "\n\u3000":
        return char
    return "" if category(char) in REMOVED else " "


def rows(text: str, first: int = 1) -> list[Row]:
    """Return the lines of a cleaned text, the first of which has the number `first`."""
    return list(_Reader(text).rows(first))


class _Reader:
    """What is open while lines are read: a fence, a comment, a list, a table."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.comment_ends = text.rfind("-->") if "<!--" in text else -1
        self.at = 0
        self.fence = ""
        self.in_comment = self.in_list = self.in_table = False

    def rows(self, first: int) -> Iterator[Row]:
        before = Row(0, Kind.BLANK, "")
        for number, line in enumerate(self.lines, first):
            row = self.row(number, line, before)
            self.at += len(line) + 1
            if row.kind != Kind.SILENT:
                before = row
            yield row

    def row(self, number: int, line: str, before: Row) -> Row:  # noqa: C901 one line per kind
        if self.fence:
            return self.in_fence(number, line)
        author = ""
        if self.in_comment or "<!--" in line:
            kept, author = self.without_comments(line)
            if not kept.strip() and line.strip():
                return Row(number, Kind.SILENT, "", author=author)
            line = kept
        bare = line.strip()
        if not bare:
            self.in_table = False
            return Row(number, Kind.BLANK, "")
        indent = len(line) - len(line.lstrip())
        if fence := FENCE.match(line):
            return self.opened(number, line, fence.group(1))
        if indent >= CODE_INDENT and not self.in_list and before.kind in {Kind.BLANK, Kind.CODE, Kind.HEADING}:
            return Row(number, Kind.CODE, line[CODE_INDENT:].rstrip())
        if self.is_table(bare, before):
            return Row(number, Kind.TABLE, bare, author=author)
        if bare[0] == "#" and indent < CODE_INDENT and (level := heading_level(bare)):
            self.in_list = False
            return Row(number, Kind.HEADING, line.rstrip(), level, author=author)
        if bare[0] in RULES and _is_rule(bare):
            self.in_list = False
            return Row(number, Kind.RULE, bare)
        if (item := ITEM.match(line)) and (indent < CODE_INDENT or self.in_list):
            self.in_list = True
            return Row(number, Kind.ITEM, line.rstrip(), indent=len(item.group(1)), author=author)
        if bare[0] == "=" and before.kind == Kind.TEXT and not bare.strip("="):
            before.kind, before.level = Kind.HEADING, 1
            return Row(number, Kind.SILENT, "")
        if indent == 0 and before.kind == Kind.BLANK:
            self.in_list = False
        return Row(number, Kind.TEXT, line.rstrip(), indent=indent, author=author)

    def opened(self, number: int, line: str, fence: str) -> Row:
        """Open a fence, unless it is closed on its own line: then it is code within text."""
        if fence in line[line.index(fence) + len(fence) :]:
            return Row(number, Kind.TEXT, line.rstrip())
        self.fence = fence
        return Row(number, Kind.FENCE, line.strip(" >"))

    def in_fence(self, number: int, line: str) -> Row:
        bare = line.strip(" >")
        if bare.startswith(self.fence) and not bare.strip(self.fence[0]):
            self.fence = ""
            return Row(number, Kind.FENCE, "")
        return Row(number, Kind.CODE, line.rstrip())

    def is_table(self, bare: str, before: Row) -> bool:
        """Say whether a line belongs to a table; the line of hyphens makes the one before it a heading of it."""
        if "|" not in bare:
            self.in_table = False
            return False
        if "-" in bare and not bare.strip("|:- ") and before.kind in {Kind.TEXT, Kind.TABLE} and "|" in before.text:
            before.kind = Kind.TABLE
            self.in_table = True
        return self.in_table or bare[0] == "|"

    def without_comments(self, line: str) -> tuple[str, str]:
        """Return a line without its comments, and the id that one of them gives; code keeps its own."""
        found = NAMED.search(line)
        parts: list[str] = []
        place = ticks = counted = 0
        while True:
            if self.in_comment:
                end = line.find("-->", place)
                if end < 0:
                    break
                self.in_comment, place = False, end + 3
            start = line.find("<!--", place)
            ticks += line.count("`", counted, max(start, counted))
            counted = max(start, counted)
            if start < 0 or ticks % 2 or self.at + start > self.comment_ends:
                parts.append(line[place:])
                break
            parts.append(line[place:start])
            self.in_comment, place = True, start + 4
        return "".join(parts), found.group(1) if found else ""


def heading_level(bare: str) -> int:
    """Return the level of a heading, 0 for a line that only begins with #."""
    rest = bare.lstrip("#")
    level = len(bare) - len(rest)
    return level if level <= DEEPEST_HEADING and (not rest or rest[0] == " ") else 0


def _title(bare: str) -> str:
    """Return the words of a heading, without the marks before and behind them."""
    if not bare.startswith("#"):
        return bare  # underlined
    bare = bare.lstrip("#").strip()
    closed = bare.rstrip("#")
    return closed.rstrip() if not closed or closed.endswith(" ") else bare


def _is_rule(bare: str) -> bool:
    marks = bare.replace(" ", "")
    return len(marks) >= SHORTEST_RULE and not marks.strip(marks[0])
