"""What an expression is once it is read: a tree of frozen nodes that remember where they stood."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """The part of a source that a node was read from."""

    source: str
    position: int
    length: int


NOWHERE = Span("", 0, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A node with its place, which does not count when two trees are compared."""

    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Number(Placed):
    """A number as it was written: `≈` needs the digits, so the text is kept."""

    text: str
    value: float


@dataclass(frozen=True, slots=True)
class Name(Placed):
    """A constant, a function of the catalogue, `x`, or a name that the caller gives a value to."""

    name: str


@dataclass(frozen=True, slots=True)
class Vector(Placed):
    """`[a, b, c]`."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Negate(Placed):
    """`−a`."""

    operand: Node


@dataclass(frozen=True, slots=True)
class Binary(Placed):
    """`a + b` and its kin; `operator` is one of + - * / ^."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Compare(Placed):
    """`a < b <= c`: every comparison of the chain must hold."""

    operands: tuple[Node, ...]
    operators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prime(Placed):
    """The derivative of the given order with respect to `x`."""

    function: Node
    order: int


@dataclass(frozen=True, slots=True)
class Call(Placed):
    """`function(a, b, name=c)`."""

    function: Node
    arguments: tuple[Node, ...]
    named: tuple[tuple[str, Node], ...] = ()


@dataclass(frozen=True, slots=True)
class Index(Placed):
    """`vector[i]` or `matrix[i, j]`, counted from 0."""

    vector: Node
    indices: tuple[Node, ...]


Node = Number | Name | Vector | Negate | Binary | Compare | Prime | Call | Index


def children(node: Node) -> tuple[Node, ...]:
    """Return the nodes right below `node`, in reading order."""
    match node:
        case Number() | Name():
            return ()
        case Vector(items):
            return items
        case Negate(operand):
            return (operand,)
        case Binary(_, left, right):
            return (left, right)
        case Compare(operands, _):
            return operands
        case Prime(function, _):
            return (function,)
        case Call(function, arguments, named):
            return (function, *arguments, *(value for _, value in named))
        case Index(vector, indices):
            return (vector, *indices)
