"""Lines of a note as readable plain text: lists with • and numbers, code and tables four spaces in, formulas readable.

A line that begins with four spaces and no mark of a list is to be shown as it is; all others may be wrapped.
"""

from __future__ import annotations

import re
from itertools import groupby
from textwrap import dedent
from typing import TYPE_CHECKING

from tutor.exchange.notes.inline import Aside, inline, set_aside, without_marks
from tutor.exchange.notes.rows import ITEM, Kind, Row, heading_level
from tutor.exchange.notes.tables import table
from tutor.text.width import cells, width

if TYPE_CHECKING:
    from collections.abc import Sequence

AS_IS = "    "
LONGEST = 20_000  # characters of a text: what is longer is no answer that a person recalls
MARKS_TAKE = 4  # of so many characters of a note at least one is shown
LIST_STEP = 2  # spaces more from which an item belongs to the one above
MOST_POINTS = 6  # the keys are 1–6
LONGEST_POINT = 200
FILLED = 60  # cells from which a line was broken because it was full
LEAD = re.compile(r"(\*\*|__)(.+?)\1\s*[:：]?")
BOX = re.compile(r"\[[ xX]\] +")
SENTENCE_ENDS = frozenset("。！？；：，.!?;:")


def readable(rows: Sequence[Row], most: int = LONGEST) -> str:
    """Return lines of a note as text of at most `most` characters; what is cut ends with …."""
    page = _Page()
    enough = _enough(rows, MARKS_TAKE * most)
    for segment, group in groupby(enough, _segment):
        some = list(group)
        if segment == "code":
            page.add_as_is(_code(some))
        elif segment == "table":
            page.add_table(table([row.text for row in some]))
        else:
            page.add_text(some)
    text = page.text()
    return text if len(enough) == len(rows) and len(text) <= most else _cut(text, most)


def _enough(rows: Sequence[Row], most: int) -> Sequence[Row]:
    """Return as many lines as have `most` characters together, and the one with which they have more."""
    size = 0
    for place, row in enumerate(rows, 1):
        size += len(row.text) + 1
        if size > most:
            return rows[:place]
    return rows


def _cut(text: str, most: int) -> str:
    """Return the beginning of a text, up to the end of a line where there is one."""
    end = text.rfind("\n", most // 2, most) if len(text) > most else -1
    return text[: end if end > 0 else most].rstrip() + "\n…"


def _segment(row: Row) -> str:
    if row.kind in {Kind.CODE, Kind.FENCE}:
        return "code"
    return "table" if row.kind == Kind.TABLE else "text"


def _code(rows: Sequence[Row]) -> list[str]:
    """Return the lines of a code block without fences and without what all have in front."""
    text = dedent("\n".join(row.text for row in rows if row.kind == Kind.CODE)).strip("\n")
    return [AS_IS + line if line else "" for line in text.split("\n")] if text.strip() else []


class _Page:
    """Lines as they come: an empty one is wanted before the next, or a list is open at some indents."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.gap = False
        self.items: list[tuple[int, int]] = []  # of each open item its indent, and where its text stands
        self.open_line = False  # the last line may go on in the next

    def text(self) -> str:
        return "\n".join(self.lines)

    def add_as_is(self, lines: list[str]) -> None:
        """Add lines that are shown as they are, apart from what is above and below."""
        if lines:
            self.gap = True
            self._begin()
            self.lines += lines
            self.gap, self.open_line = True, False

    def add_table(self, lines: list[str]) -> None:
        if lines:
            self.items.clear()
            self.add_as_is(lines)

    def add_text(self, rows: Sequence[Row]) -> None:
        """Add lines of text, in which formulas may go over several lines."""
        aside = Aside()
        text = "\n".join("" if row.kind == Kind.RULE else row.text for row in rows if row.kind != Kind.SILENT)
        for line in set_aside(text, aside).split("\n"):
            self._add(line, aside)

    def _add(self, line: str, aside: Aside) -> None:
        bare = line.strip()
        if not bare:
            self.gap = True
        elif bare[0] == "#" and heading_level(bare):
            self._heading(bare, aside)
        elif item := ITEM.match(line):
            self._item(item, line[item.end() :].strip(), aside)
        else:
            self._words(line, bare, aside)

    def _heading(self, bare: str, aside: Aside) -> None:
        self.items.clear()
        self.gap = True
        self._begin()
        self.lines.append(self._shown(bare.strip("# "), aside, 0))
        self.open_line = False

    def _item(self, found: re.Match[str], content: str, aside: Aside) -> None:
        indent, mark = len(found.group(1)), found.group(2)
        self.gap = self.gap and not self.items
        while self.items and indent < self.items[-1][0] + LIST_STEP:
            self.items.pop()
        outer = self.items[-1][1] if self.items else 0
        before = " " * outer + ("• " if mark in "-*+" else f"{mark[:-1]}. ")
        self.items.append((indent, len(before)))
        self._begin()
        self.lines.append(before + self._shown(content, aside, len(before)))
        self.open_line = True

    def _words(self, line: str, bare: str, aside: Aside) -> None:
        quoted = bare[0] == ">"
        if quoted:
            bare = bare.lstrip("> ")
            if not bare:
                self.gap = True
                return
        inside = bool(self.items) and (line[0] == " " or not self.gap)
        if not inside:
            self.items.clear()
        hang = self.items[-1][1] if inside else 2 * quoted
        text = self._shown(bare, aside, hang)
        if not text:  # a line of marks alone: a link without words, an empty formula
            return
        before = self.lines[-1] if self.lines else ""
        if inside and self.lines and (hang >= len(AS_IS) or (not self.gap and self.open_line)):
            self.lines[-1] = before + _space(before, text) + text
            self.gap = False
        elif not self.gap and self.open_line and not quoted and _was_full(before, text):
            self.lines[-1] = before + _space(before, text) + text
        else:
            self._begin()
            self.lines.append(" " * hang + text)
        self.open_line = not line.endswith("  ")

    def _shown(self, text: str, aside: Aside, hang: int) -> str:
        """Return a line with what was set aside; further lines of a formula stand below the first."""
        shown = aside.readable(without_marks(text)).strip()
        return shown.replace("\n", "; " if hang >= len(AS_IS) else "\n" + " " * hang) if "\n" in shown else shown

    def _begin(self) -> None:
        if self.gap and self.lines:
            self.lines.append("")
        self.gap = False


def _was_full(before: str, text: str) -> bool:
    """Say whether a line was broken only because it was full: then the next goes on with it."""
    if not before or before.startswith(AS_IS) or before[-1] in SENTENCE_ENDS or width(before) < FILLED:
        return False
    return text[0].islower() if text[0].isascii() else cells(text[0]) == 2 and cells(before[-1]) == 2


def _space(before: str, text: str) -> str:
    """Return what stands between two lines that become one: nothing within Chinese."""
    return "" if before and cells(before[-1]) == 2 and cells(text[0]) == 2 else " "


def points(rows: Sequence[Row]) -> tuple[str, ...]:
    """Return the key points of an answer: what its outermost items begin with, when there are several."""
    items = [row for row in rows if row.kind == Kind.ITEM]
    outermost = min((row.indent for row in items), default=0)
    found = dict.fromkeys(point(row.content) for row in items if row.indent < outermost + LIST_STEP)
    told = [text for text in found if text]
    return tuple(told[:MOST_POINTS]) if len(told) > 1 else ()


def point(content: str) -> str:
    """Return what an item says in bold at its beginning, else all of it."""
    content = BOX.sub("", content)
    lead = LEAD.match(content)
    text = inline(lead.group(2).rstrip(":： ") if lead else content)
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_POINT else text[: LONGEST_POINT - 1].rstrip() + "…"
