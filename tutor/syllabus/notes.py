"""What a reader writes down while it reads one file: problems, ids it defines, ids it refers to.

A fault means that the thing being read cannot be used; a remark leaves it usable. Checks across
files work on definitions and references alone, so they need no file to be read again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tutor.syllabus.model import Problem
from tutor.syllabus.nodes import Scalar

if TYPE_CHECKING:
    from tutor.syllabus.nodes import Node


@dataclass(frozen=True, slots=True)
class Name:
    """An id of some kind (`card`, `lesson`, `mistake`, …) defined or referred to at a place."""

    kind: str
    id: str
    file: str
    line: int
    column: int


@dataclass(slots=True)
class Notes:
    """The findings about one file; grows while the file is read and is thrown away afterwards."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    defined: list[Name] = field(default_factory=list)
    referred: list[Name] = field(default_factory=list)
    faults: int = 0

    def fault(self, node: Node, rule: str, /, *, offset: int = -1, **facts: Any) -> None:
        """Note a problem that makes the thing being read unusable."""
        self.faults += 1
        self.remark(node, rule, offset=offset, **facts)

    def remark(self, node: Node, rule: str, /, *, offset: int = -1, **facts: Any) -> None:
        """Note a problem at `node`, or at the character `offset` of its text."""
        line, column = node.line, node.column
        if offset >= 0 and isinstance(node, Scalar):
            line, column = node.place(offset)
        self.problems.append(
            Problem(self.file, line, column, rule, tuple((name, str(value)) for name, value in facts.items()))
        )

    def define(self, kind: str, node: Scalar) -> None:
        """Note that `node` names something new."""
        self.defined.append(Name(kind, node.text, self.file, node.line, node.column))

    def refer(self, kind: str, node: Scalar) -> None:
        """Note that `node` names something that must exist somewhere."""
        self.referred.append(Name(kind, node.text, self.file, node.line, node.column))
