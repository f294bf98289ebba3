"""What a curve is called: σ′(x) for a function of the catalogue, the expression in print for anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.activations.catalogue import folded, get, vectors_by_name
from tutor.activations.expression.tree import Call, Name, Prime, children
from tutor.activations.expression.vocabulary import ELEMENTARY, VARIABLE, is_catalogue, meaning
from tutor.text.fold import fold
from tutor.text.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tutor.activations.expression.tree import Node

PRINT = str.maketrans({"'": "′", "*": "·", "-": "−", "\N{PRIME}": "′"})
PRIMES = ("", "′", "″", "‴")
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def name_of(node: Node, source: str, order: int = 0, values: Mapping[str, float] | None = None) -> str:
    """Return the name of the derivative of the given order of `node`; `values` tell members of a family apart."""
    symbol, primes = _symbol(node)
    if symbol:
        shown = f"{_primed(symbol, primes + order)}(x)"
    else:
        shown = printed(source)
        if order:
            shown = f"({shown}){_primes(order)}"
    told = ", ".join(f"{key} = {significant(value)}" for key, value in (values or {}).items())
    return f"{shown}, {told}" if told else shown


def printed(source: str) -> str:
    """Return an expression as it is printed: 2·σ(2·x) − 1."""
    text = "".join(char for char in fold(source).strip().replace("**", "^") if char.isprintable())
    return " ".join(text.translate(PRINT).split())


def _primed(symbol: str, order: int) -> str:
    """Return the symbol of a derivative; (ln σ)′ and (ReLU²)′ need their brackets."""
    whole = symbol.isalpha() or (symbol.replace("-", "").isascii() and " " not in symbol)
    return f"{symbol if whole or not order else f'({symbol})'}{_primes(order)}"


def _primes(order: int) -> str:
    if order < len(PRIMES):
        return PRIMES[order]
    return f"⁽{''.join(SUPERSCRIPTS[int(digit)] for digit in str(order))}⁾"


def _unprimed(node: Node) -> tuple[Node, int]:
    """Return what stands under the primes of `node`, and how many there are."""
    if not isinstance(node, Prime):
        return node, 0
    below, order = _unprimed(node.function)
    return below, order + node.order


def _symbol(node: Node) -> tuple[str, int]:
    """Return symbol and primes of a function called with nothing but x or not at all, "" for anything else."""
    node, primes = _unprimed(node)
    if isinstance(node, Call) and node.arguments == (Name(VARIABLE),) and not node.named:
        node, inner = _unprimed(node.function)
        primes += inner
    known = (meaning(node.name) if isinstance(node, Name) else None) or ""
    if is_catalogue(known):
        return get(known).symbol, primes
    return (known if known in ELEMENTARY else "", primes)


def formulas(node: Node) -> tuple[str, ...]:
    """Return the formula of each function of the catalogue in `node`, that of the derivative where it is primed."""
    return tuple(dict.fromkeys(formula for formula in _formulas(node, 0) if formula))


def _formulas(node: Node, order: int) -> Iterator[str]:
    match node:
        case Prime(function, more):
            yield from _formulas(function, order + more)
        case Name(name):
            yield _formula(meaning(name) or "", order)
        case Call(Name("jacobian"), arguments):
            for place, part in enumerate(arguments):
                yield from _formulas(part, int(place == 0))
        case Call(function, arguments, named):
            yield from _formulas(function, order)
            for part in (*arguments, *(value for _, value in named)):
                yield from _formulas(part, 0)
        case _:
            for part in children(node):
                yield from _formulas(part, order)


def _formula(name: str, order: int) -> str:
    """Return the formula of a function of the catalogue, or of its first derivative; "" for anything else."""
    entry = get(name) if is_catalogue(name) else vectors_by_name().get(folded(name))
    if entry is None or order > 1:
        return ""
    return entry.derivative_formula if order else entry.formula
