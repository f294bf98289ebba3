"""Parameters given from outside: `β=0.5,1,2` turns one expression into a family."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, assert_never

from tutor.activations.catalogue import get
from tutor.activations.expression.scope import names_in
from tutor.activations.expression.tree import (
    Binary,
    Call,
    Compare,
    Index,
    Name,
    Negate,
    Node,
    Number,
    Prime,
    Vector,
    children,
)
from tutor.activations.expression.vocabulary import VARIABLE, ascii_name, is_catalogue, meaning
from tutor.errors import UsageError, near

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tutor.activations.record import Activation


@dataclass(frozen=True, slots=True)
class Member:
    """One curve of a family: its tree as `written` and with the parameters set.

    `names` are values for free names, `told` is what sets the curve apart in its name.
    """

    node: Node
    written: Node
    source: str
    names: tuple[tuple[str, float], ...] = ()
    told: tuple[tuple[str, float], ...] = ()


def family(parsed: Sequence[tuple[Node, str]], parameters: Mapping[str, Sequence[float]]) -> list[Member]:
    """Return each expression with each combination of the parameters that it has.

    Raises `UsageError` with a near name for a parameter that no expression has.
    """
    known = {name for node, _ in parsed for name in open_names(node)}
    for name in parameters:
        if ascii_name(name) not in known:
            raise UsageError("picture.unknown_parameter", name=name, near=near(name, sorted(known)))
    members: list[Member] = []
    for node, source in parsed:
        own = open_names(node)
        given = {own[ascii_name(name)]: values for name, values in parameters.items() if ascii_name(name) in own}
        settings = (tuple(zip(given, values, strict=True)) for values in product(*given.values()))
        members += [_member(node, source, values) for values in settings]
    return members


def _member(node: Node, source: str, values: tuple[tuple[str, float], ...]) -> Member:
    given = {ascii_name(name): value for name, value in values}
    return Member(with_parameters(node, given), node, source, tuple(given.items()), values)


def open_names(node: Node) -> dict[str, str]:
    """Return what can be given a value in `node`: free names and parameters of its functions, ASCII to shown."""
    found = {ascii_name(name): name for name in sorted(names_in(node) - {VARIABLE})}
    for record in _records(node):
        found |= {parameter.ascii: parameter.name for parameter in record.parameters}
    return found


def defaults(nodes: Sequence[Node]) -> dict[str, float]:
    """Return every parameter of some expressions with the value it has when nothing is said; free names have 1."""
    found: dict[str, float] = {}
    for node in nodes:
        found |= {name: 1.0 for name in sorted(names_in(node) - {VARIABLE}) if name not in found}
        for record in _records(node):
            found |= {one.name: one.default for one in record.parameters if one.name not in found}
    return found


def _record(node: Node) -> Activation | None:
    known = meaning(node.name) if isinstance(node, Name) else None
    return get(known) if known is not None and is_catalogue(known) else None


def _records(node: Node) -> list[Activation]:
    record = _record(node)
    return [record] if record else [found for child in children(node) for found in _records(child)]


def with_parameters(node: Node, values: Mapping[str, float]) -> Node:
    """Return `node` with `values` (by ASCII name) set in every function of the catalogue that has them."""

    def inside(part: Node) -> Node:
        return with_parameters(part, values)

    match node:
        case Name():
            named = _settings(node, values)
            return Call(node, (Name(VARIABLE),), named, span=node.span) if named else node
        case Call(function, arguments, named) if _called(function) is not None:
            given = {ascii_name(name) for name, _ in named}
            more = () if len(arguments) > 1 else _settings(_called(function), values)
            settings = (*_inside_named(named, inside), *(one for one in more if one[0] not in given))
            return replace(node, arguments=tuple(map(inside, arguments)), named=settings)
        case _:
            return rebuilt(node, inside)


def rebuilt(node: Node, change: Callable[[Node], Node]) -> Node:
    """Return `node` with every node right below it changed."""
    match node:
        case Number() | Name():
            return node
        case Vector(items):
            return replace(node, items=tuple(map(change, items)))
        case Negate(operand):
            return replace(node, operand=change(operand))
        case Binary(_, left, right):
            return replace(node, left=change(left), right=change(right))
        case Compare(operands, _):
            return replace(node, operands=tuple(map(change, operands)))
        case Prime(function, _):
            return replace(node, function=change(function))
        case Call(function, arguments, named):
            changed, settings = tuple(map(change, arguments)), _inside_named(named, change)
            return replace(node, function=change(function), arguments=changed, named=settings)
        case Index(vector, indices):
            return replace(node, vector=change(vector), indices=tuple(map(change, indices)))
        case _:
            assert_never(node)


def _inside_named(named: tuple[tuple[str, Node], ...], change: Callable[[Node], Node]) -> tuple[tuple[str, Node], ...]:
    return tuple((name, change(value)) for name, value in named)


def _called(node: Node) -> Name | None:
    """Return the function of the catalogue that `node` names, under any primes."""
    while isinstance(node, Prime):
        node = node.function
    return node if isinstance(node, Name) and _record(node) else None


def _settings(name: Name | None, values: Mapping[str, float]) -> tuple[tuple[str, Node], ...]:
    """Return the values that the function `name` takes as named arguments."""
    record = _record(name) if name else None
    own = [parameter.ascii for parameter in record.parameters] if record else []
    return tuple((key, Number(repr(values[key]), values[key])) for key in own if key in values)
