"""A tree drawn with its branches; children that are nothing but names stand in one paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.text.width import width
from tutor.ui.lines import BLANK, Line, Span, line, measure, paragraph, spaced
from tutor.ui.table_picture import notes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.pictures.tree import Node, Tree
    from tutor.text import Language

WIDEST = 100
BESIDE = 24  # cells that what is said needs beside a name, else it stands below
NARROW = 60  # columns below which it stands beside only in one line
BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Branches:
    """The pieces a tree is joined with: to a child, to the last child, past a child, past the last one."""

    child: str = "├─ "
    last: str = "└─ "
    past: str = "│  "
    none: str = "   "


UNICODE = Branches()
ASCII = Branches("+- ", "`- ", "|  ", "   ")
SLIM = 32  # columns below which branches are shorter


def branches_of(columns: int, *, ascii_only: bool) -> Branches:
    """Return the pieces for a tree of this width: where it is slim, two cells for each level."""
    long = ASCII if ascii_only else UNICODE
    if columns >= SLIM:
        return long
    return Branches(long.child[0] + " ", long.last[0] + " ", long.past[0] + " ", "  ")


def lines(shown: Tree, columns: int, rows: int | None, language: Language, *, ascii_only: bool = False) -> list[Line]:
    """Return the whole tree, at most `columns` wide."""
    del rows
    branches = branches_of(columns, ascii_only=ascii_only)
    across = min(columns, WIDEST)
    title = paragraph(one_line(shown.root.name.lines(language)), across, "title")
    below = _below(shown.root, across, "", language, branches)
    return spaced([[*title, *below], notes(shown.notes, columns, language)])


def one_line(parts: Sequence[str]) -> str:
    """Return both languages of a name in one line."""
    return " / ".join(parts)


def _below(node: Node, columns: int, lead: str, language: Language, branches: Branches) -> list[Line]:
    """Return the lines of all children of a node."""
    if node.children and all(child.is_bare for child in node.children):
        return _names(node.children, columns, lead + branches.last, language, branches)
    rows: list[Line] = []
    for place, child in enumerate(node.children):
        last = place == len(node.children) - 1
        joint = branches.last if last else branches.child
        under = lead + (branches.none if last else branches.past)
        more = under + (branches.past if child.children else branches.none)
        rows += node_lines(child, columns, lead + joint, more, language)
        rows += _below(child, columns, under, language, branches)
        if not lead and not last and child.children:
            rows.append((Span(branches.past.rstrip(), "rule"),))
    return rows


def _names(children: Sequence[Node], columns: int, lead: str, language: Language, branches: Branches) -> list[Line]:
    """Return names in one paragraph behind one joint; a name is broken only where it is wider than the line."""
    room = max(8, columns - measure(line(lead)))
    rows: list[str] = []
    for child in children:
        name = one_line(child.name.lines(language))
        if rows and width(rows[-1]) + width(BETWEEN) + width(name) <= room:
            rows[-1] += BETWEEN + name
        else:
            rows.append(name)
    said = [row for text in rows for row in paragraph(text, room, "accent")]
    hang = lead[: -len(branches.last)] + branches.none
    return [(Span(lead if place == 0 else hang, "rule"), *row) for place, row in enumerate(said)]


def node_lines(node: Node, columns: int, lead: str, under: str, language: Language) -> list[Line]:
    """Return a node with what is said of it: beside the name, or below it where there is no room."""
    name = one_line(node.name.lines(language))
    told = one_line(node.told.lines(language)) if node.told.en else ""
    head = paragraph(name, max(8, columns - max(width(lead), width(under))), "accent" if node.function else "strong")
    rows: list[Line] = [(Span(lead if place == 0 else under, "rule"), *row) for place, row in enumerate(head)]
    if not told:
        return rows
    room = columns - measure(rows[-1]) - 2
    if width(told) <= room or (room >= BESIDE and columns >= NARROW):
        first, *rest = paragraph(told, room, "dim") or [BLANK]
        pad = " " * (measure(rows[-1]) - measure(line(under)) + 2)
        rows[-1] = (*rows[-1], Span("  "), *first)
        return [*rows, *((Span(under, "rule"), Span(pad), *row) for row in rest)]
    below = paragraph(told, max(8, columns - measure(line(under))), "dim")
    return [*rows, *((Span(under, "rule"), *row) for row in below)]
