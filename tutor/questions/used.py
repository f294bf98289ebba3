"""Which functions a typed expression leaves its work to: those of the catalogue, questions about them, derivatives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.activations.expression.tree import Call, Name, Prime, children
from tutor.activations.expression.vocabulary import MATRICES, QUESTIONS, is_catalogue, is_vector_function, meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.activations.expression.tree import Node

SHARES = ("Phi", "phi")  # a table is needed for them as well


def functions(node: Node, order: int = 0) -> Iterator[tuple[str, int]]:
    """Yield the functions of the catalogue in `node`, each with the primes it stands under."""
    match node:
        case Prime(function, more):
            yield from functions(function, order + more)
        case Name(name) if is_catalogue(meaning(name) or ""):
            yield meaning(name) or "", order
        case Call(function, arguments, named):
            yield from functions(function, order)
            for part in (*arguments, *(value for _, value in named)):
                yield from functions(part)
        case _:
            for part in children(node):
                yield from functions(part, order)


def core_work(node: Node) -> str:
    """Return the first name in `node` that has the program work the answer out, "" for plain arithmetic."""
    if isinstance(node, Prime):
        return core_work(node.function) or "′"
    if isinstance(node, Name):
        known = meaning(node.name) or ""
        asks = known in (*QUESTIONS, *MATRICES, *SHARES) or is_catalogue(known) or is_vector_function(known)
        return node.name if asks else ""
    return next(filter(None, map(core_work, children(node))), "")


def without_argument(node: Node) -> str:
    """Return a function that stands bare inside the brackets of another, as in σ(1 − σ); "" when none does."""
    if isinstance(node, Call):
        bare = next(filter(None, map(_bare, node.arguments)), "")
        return bare or next(filter(None, map(without_argument, node.arguments)), "")
    return next(filter(None, map(without_argument, children(node))), "")


def _bare(node: Node) -> str:
    """Return the name of a function in `node` that is given no argument."""
    if isinstance(node, Name):
        return node.name if is_catalogue(meaning(node.name) or "") else ""
    parts = node.arguments if isinstance(node, Call) else children(node)
    return next(filter(None, map(_bare, parts)), "")
