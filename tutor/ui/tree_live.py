"""A tree that opens and folds with keys; enter on a function gives back its lesson.

The state is plain data and `changed` is a pure function; the loop draws, reads a key, changes, draws.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.text.fold import fold_key
from tutor.text.words import say
from tutor.ui.lines import BLANK, Line, Span, cut, flow, line, measure, pad
from tutor.ui.paint import painted
from tutor.ui.terminal import Key
from tutor.ui.tree_panel import PANEL, has_room, panel
from tutor.ui.tree_picture import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.pictures.tree import Node, Tree
    from tutor.text import Language
    from tutor.ui.terminal import Terminal
    from tutor.ui.theme import Look

Path = tuple[int, ...]
WIDEST = 72  # cells of a tree that has a panel beside it
LEAVE = frozenset({"q", "esc"})
OPEN, FOLDED, LEAF = "▾ ", "▸ ", "· "
OPEN_ASCII, FOLDED_ASCII, LEAF_ASCII = "v ", "> ", "- "


@dataclass(frozen=True, slots=True)
class Live:
    """A tree with the places that are open, and the place of the cursor; the first level is always seen."""

    tree: Tree
    opened: frozenset[Path] = frozenset()
    at: Path = (0,)

    def node(self, path: Path) -> Node:
        """Return the node at a path."""
        node = self.tree.root
        for place in path:
            node = node.children[place]
        return node

    def seen(self) -> list[Path]:
        """Return the paths of all nodes that are not folded away, from the top."""
        return list(self._seen((), self.tree.root))

    def _seen(self, path: Path, node: Node) -> Iterator[Path]:
        for place, child in enumerate(node.children):
            here = (*path, place)
            yield here
            if here in self.opened:
                yield from self._seen(here, child)


def paths(node: Node, path: Path = ()) -> Iterator[Path]:
    """Yield the paths of everything below a node that has children of its own."""
    for place, child in enumerate(node.children):
        if child.children:
            yield (*path, place)
            yield from paths(child, (*path, place))


def changed(live: Live, key: str, page: int = 10) -> Live:
    """Return the state after a key."""
    match key:
        case "up" | "down" | "k" | "j":
            return _moved(live, 1 if key in ("down", "j") else -1)
        case "page-up" | "page-down":
            return _moved(live, page if key == "page-down" else -page)
        case "home" | "end":
            return replace(live, at=live.seen()[0 if key == "home" else -1])
        case "right" | "l" | "+":
            return _opened(live)
        case "left" | "h" | "-":
            return _folded(live)
        case " " | "enter":
            return replace(live, opened=live.opened ^ {live.at}) if live.node(live.at).children else live
        case "*":
            return replace(live, opened=frozenset(paths(live.tree.root)))
        case "0":
            return replace(live, opened=frozenset(), at=live.at[:1])
        case _:
            return live


def _moved(live: Live, steps: int) -> Live:
    seen = live.seen()
    place = min(max(seen.index(live.at) + steps, 0), len(seen) - 1)
    return replace(live, at=seen[place])


def _opened(live: Live) -> Live:
    """Open the node; when it is open already, go to its first child."""
    if not live.node(live.at).children:
        return live
    if live.at in live.opened:
        return replace(live, at=(*live.at, 0))
    return replace(live, opened=live.opened | {live.at})


def _folded(live: Live) -> Live:
    """Fold the node; when there is nothing to fold, go up to its parent."""
    if live.at in live.opened:
        return replace(live, opened=live.opened - {live.at})
    return replace(live, at=live.at[:-1]) if len(live.at) > 1 else live


def lesson_at(live: Live) -> str:
    """Return the lesson that the node at the cursor opens, "" for none."""
    return live.node(live.at).lesson


def screen(live: Live, columns: int, rows: int, language: Language, *, ascii_only: bool = False) -> list[Line]:
    """Return exactly what fits: the title, the part of the tree around the cursor, what is said, the keys.

    Beside the tree stands the curve of the function at the cursor, where there is room.
    """
    below = [*_told(live, columns, language), *_keys(live, columns, language)]
    title = cut(line((one_line(live.tree.root.name.lines(language)), "title")), columns)
    room = max(1, rows - len(below) - 2)
    seen = live.seen()
    start = _start(seen.index(live.at), len(seen), room)
    side = PANEL if has_room(columns, rows) else 0
    across = min(WIDEST, columns - side - 2) if side else columns
    drawn = [_row(live, path, across, language, ascii_only=ascii_only) for path in seen[start : start + room]]
    drawn += [BLANK] * (room - len(drawn))
    if side:
        about = panel(live.node(live.at).function, room, language, ascii_only=ascii_only)
        drawn = [*map(_beside, drawn, about, [across] * room), *drawn[len(about) :]]
    return [title, BLANK, *drawn, *below][:rows]


def _beside(row: Line, about: Line, across: int) -> Line:
    """Return a row of the tree with a row of the panel at its right."""
    return (*pad(row, across), Span("  "), *about) if about else row


def _start(at: int, count: int, room: int) -> int:
    """Return the first row shown, so that the cursor stands in the middle where it can."""
    return min(max(at - room // 2, 0), max(count - room, 0))


def _row(live: Live, path: Path, columns: int, language: Language, *, ascii_only: bool) -> Line:
    node = live.node(path)
    signs = (OPEN_ASCII, FOLDED_ASCII, LEAF_ASCII) if ascii_only else (OPEN, FOLDED, LEAF)
    sign = signs[2] if not node.children else signs[0] if path in live.opened else signs[1]
    here = path == live.at
    name = one_line(node.name.lines(language))
    count = f"  ({len(node.children)})" if node.children and path not in live.opened else ""
    row: Line = (
        Span(("> " if ascii_only else "❯ ") if here else "  ", "mark"),
        Span("  " * (len(path) - 1) + sign, "rule"),
        Span(name, "strong" if here else "accent" if node.function else "plain"),
        Span(count, "dim"),
    )
    told = one_line(node.told.lines(language)) if node.told.en else ""
    if told and columns - measure(row) > 12:
        row = (*row, Span("  " + told, "dim"))
    return cut(row, columns)


def _told(live: Live, columns: int, language: Language) -> list[Line]:
    """Return what is said of the node at the cursor, where its row may have been cut."""
    node = live.node(live.at)
    said = one_line(node.told.lines(language)) if node.told.en else ""
    key = "tree.opens" if node.lesson else "tree.no_lesson" if node.function else "tree.counts"
    more = say(key, language, lesson=node.lesson, n=len(node.children))
    return [BLANK, pad(line((said, "plain")), columns), cut(line((more, "notice" if node.lesson else "dim")), columns)]


def _keys(live: Live, columns: int, language: Language) -> list[Line]:
    pressed = [("↑ ↓", "move"), ("← →", "fold"), ("*", "all"), ("0", "none")]
    if live.node(live.at).lesson:
        pressed.append(("enter", "lesson"))
    items = [
        line((key, "key"), (f" {say(f'tree.do_{does}', language)}", "dim")) for key, does in [*pressed, ("q", "leave")]
    ]
    return flow(items, columns)


def run(tree: Tree, terminal: Terminal, look: Look, language: Language, *, ascii_only: bool = False) -> str:
    """Show the tree until the learner leaves; return the lesson that was chosen, "" for none."""
    live = Live(tree, _fitting(tree, terminal.size()[1]))
    with terminal:
        while True:
            columns, rows = terminal.size()
            shown = screen(live, columns, rows, language, ascii_only=ascii_only)
            terminal.show([painted(row, look) for row in shown], None)
            given = terminal.read()
            if isinstance(given, Key):
                key = fold_key(given.meant()) or given.meant()
                if key in LEAVE:
                    return ""
                if key == "enter" and lesson_at(live):
                    return lesson_at(live)
                live = changed(live, key, max(1, rows - 6))


def _fitting(tree: Tree, rows: int) -> frozenset[Path]:
    """Return what is open at first: the first level where it fits the screen."""
    first = frozenset((place,) for place, child in enumerate(tree.root.children) if child.children)
    live = Live(tree, first)
    return first if len(live.seen()) <= rows - 6 else frozenset({(0,)}) & first
