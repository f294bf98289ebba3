"""Which names of a tree need a value from outside."""

from __future__ import annotations

from tutor.activations.expression.tree import Call, Name, Node, Prime, children
from tutor.activations.expression.vocabulary import VARIABLE, binds_variable, meaning


def names_in(node: Node) -> frozenset[str]:
    """Return the names that need a value, as written; `x` too, unless a question or a prime binds it."""
    if isinstance(node, Name):
        return frozenset() if meaning(node.name) else frozenset({node.name})
    found: frozenset[str] = frozenset().union(*map(names_in, children(node)))
    return found - {VARIABLE} if binds(node) else found


def binds(node: Node) -> bool:
    """Say whether `x` in `node` is the running variable of a function: under a prime, in a question."""
    match node:
        case Prime():
            return True
        case Call(Name(name), arguments):
            return binds_variable(meaning(name) or "", len(arguments))
        case _:
            return False
