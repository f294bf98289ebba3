"""A tree as data: what a node is called, what is said of it, and which lesson it opens."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tutor.pictures.table import both
from tutor.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTHING = Text("", "")


@dataclass(frozen=True, slots=True)
class Node:
    """A place in a tree; `function` is a name of the catalogue, `lesson` the id of a lesson, both may be empty."""

    name: Text
    told: Text = field(default=NOTHING)
    function: str = ""
    lesson: str = ""
    children: tuple[Node, ...] = ()

    @property
    def is_bare(self) -> bool:
        """Say whether a node is nothing but its name."""
        return not self.children and not self.told.en


@dataclass(frozen=True, slots=True)
class Tree:
    """A root with everything below it."""

    root: Node
    notes: tuple[Text, ...] = ()


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and everything below it, from the top."""
    yield node
    for child in node.children:
        yield from walk(child)


def as_json(tree: Tree) -> dict[str, Any]:
    """Return the tree for programs."""
    return {"root": _node(tree.root), "notes": [both(note) for note in tree.notes]}


def _node(node: Node) -> dict[str, Any]:
    told: dict[str, Any] = {"name": both(node.name)}
    if node.told.en:
        told["told"] = both(node.told)
    if node.function:
        told["function"] = node.function
    if node.lesson:
        told["lesson"] = node.lesson
    if node.children:
        told["children"] = [_node(child) for child in node.children]
    return told
