"""The tree a learner walks through: where the cursor stands, what is folded, what is searched for.

`changed` is a pure function from the tree and a key; it opens no lesson, it says which one was chosen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from dataclasses import field as made
from typing import TYPE_CHECKING

from tutor.reports.outline import LessonLine, PartLine, matching
from tutor.text.bilingual import next_language
from tutor.ui.field import Field, edit
from tutor.ui.keys import folded

if TYPE_CHECKING:
    from tutor.reports.outline import Outline
    from tutor.text import Language

Row = PartLine | LessonLine
PAGE = 8  # rows of a page key


@dataclass(frozen=True, slots=True)
class Tree:
    """What is on the screen; `cursor` is a lesson's id or a part's number, `typing` an open search field."""

    outline: Outline
    language: Language
    cursor: str | int
    closed: frozenset[int] = frozenset()
    field: Field = made(default_factory=Field)
    typing: bool = False
    help: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """The learner opened a lesson, or left ("")."""

    lesson: str
    tree: Tree


def opened(outline: Outline, language: Language, room: int, part: int | None = None) -> Tree:
    """Return the tree as it opens: at the recommended lesson, or at `part`.

    Where all rows do not fit in `room`, only the parts with something under way and the one opened at are unfolded.
    """
    suggested = outline.next.lesson if outline.next else None
    at = suggested.part if suggested and part is None else part
    rows = len(outline.parts) + len(outline.lessons)
    begun = {lesson.part for lesson in outline.lessons if lesson.stands == "begun"}
    closed = {one.number for one in outline.parts if one.number not in begun | {at}} if rows > room else set()
    first = outline.parts[0].number if outline.parts else 0
    cursor = suggested.id if suggested and part is None else first if at is None else at
    return Tree(outline, language, cursor, frozenset(closed))


def rows(tree: Tree) -> tuple[Row, ...]:
    """Return the visible rows: parts with their lessons, or what a search found."""
    if tree.field.text.strip():
        return _found(tree)
    visible: list[Row] = []
    for part in tree.outline.parts:
        visible += [part, *(() if part.number in tree.closed else part.lessons)]
    return tuple(visible)


def _found(tree: Tree) -> tuple[Row, ...]:
    """Return the lessons that match, each group below its part."""
    found = set(matching(tree.outline, tree.field.text))
    visible: list[Row] = []
    for part in tree.outline.parts:
        lessons = [lesson for lesson in part.lessons if lesson in found]
        visible += [part, *lessons] if lessons else []
    return tuple(visible)


def key_of(row: Row) -> str | int:
    """Return what the cursor calls a row."""
    return row.number if isinstance(row, PartLine) else row.id


def pointed(tree: Tree) -> Row | None:
    """Return the row under the cursor."""
    return next((row for row in rows(tree) if key_of(row) == tree.cursor), None)


def changed(tree: Tree, key: str) -> Tree | Chosen:
    """Return the tree after a key, or what the learner chose."""
    if key == "ctrl-l":
        return replace(tree, language=next_language(tree.language))
    if tree.help:
        return replace(tree, help=False)
    if key in {"up", "down", "page-up", "page-down"}:
        return _moved(tree, {"up": -1, "down": 1, "page-up": -PAGE, "page-down": PAGE}[key])
    if key == "enter":
        return _entered(tree)
    return _searched(tree, key) if tree.typing else _commanded(tree, folded(key))


def pasted(tree: Tree, text: str) -> Tree:
    """Return the tree after a paste: it goes into an open search field and nowhere else."""
    return _looking_for(tree, tree.field.insert(text)) if tree.typing else tree


def _commanded(tree: Tree, key: str) -> Tree | Chosen:
    match key:
        case " ":
            return _entered(tree)
        case "c":
            return Chosen(tree.outline.next.lesson.id, tree) if tree.outline.next else tree
        case "/":
            return replace(tree, typing=True)
        case "left" | "right":
            return _folded(tree, shut=key == "left")
        case "home" | "end":
            return _moved(tree, -len(rows(tree)) if key == "home" else len(rows(tree)))
        case "l":
            return replace(tree, language=next_language(tree.language))
        case "?":
            return replace(tree, help=True)
        case "esc" if tree.field.text:
            return _looking_for(tree, Field())
        case "esc" | "q":
            return Chosen("", tree)
        case _:
            return _at_part(tree, int(key)) if key.isdecimal() else tree


def _searched(tree: Tree, key: str) -> Tree:
    """Return the tree after a key in the search field."""
    if key == "esc" or (key == "backspace" and not tree.field.text):
        return replace(_looking_for(tree, Field()), typing=False)
    found = edit(tree.field, key)
    return tree if found is None else _looking_for(tree, found)


def _looking_for(tree: Tree, field: Field) -> Tree:
    """Return the tree with another search; the cursor stays on what is still there, else goes to the first lesson."""
    after = replace(tree, field=field)
    visible = rows(after)
    if field.text.strip() and not isinstance(pointed(after), LessonLine):
        first = next((row for row in visible if isinstance(row, LessonLine)), None)
        return after if first is None else replace(after, cursor=first.id)
    if pointed(after) is None and visible:
        lesson = after.outline.lesson(str(after.cursor))
        return replace(after, cursor=lesson.part if lesson else key_of(visible[0]))
    return after


def _entered(tree: Tree) -> Tree | Chosen:
    """Open a lesson; fold or unfold a part."""
    match pointed(tree):
        case LessonLine(id=lesson):
            return Chosen(lesson, tree)
        case PartLine(number=number):
            return replace(tree, closed=tree.closed ^ {number})
        case None:
            return tree


def _folded(tree: Tree, *, shut: bool) -> Tree:
    """Return the tree with the pointed part folded or unfolded; from a lesson ← goes to its part."""
    match pointed(tree):
        case LessonLine(part=part):
            return replace(tree, cursor=part) if shut else tree
        case PartLine(number=number):
            return replace(tree, closed=tree.closed | {number} if shut else tree.closed - {number})
        case None:
            return tree


def _moved(tree: Tree, by: int) -> Tree:
    """Return the tree with the cursor some rows on, as far as there are rows."""
    visible = rows(tree)
    if not visible:
        return tree
    at = next((place for place, row in enumerate(visible) if key_of(row) == tree.cursor), 0)
    return replace(tree, cursor=key_of(visible[min(max(at + by, 0), len(visible) - 1)]))


def _at_part(tree: Tree, number: int) -> Tree:
    """Return the tree at a part, unfolded."""
    known = any(part.number == number for part in tree.outline.parts)
    return replace(tree, cursor=number, closed=tree.closed - {number}, field=Field()) if known else tree
