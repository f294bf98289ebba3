"""Small faults put into a module's source, one at a time: what a tired programmer might have written.

Boundaries, operators, constants, negations, `and` for `or`, `min` for `max`, a forgotten return or statement.
Annotations, decorators, docstrings and texts with braces are left alone.
"""

from __future__ import annotations

import ast
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

    Replacement = ast.expr | ast.stmt

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitOr,
}
TWINS = {"min": "max", "max": "min"}
UNTOUCHED = ("annotation", "returns", "decorator_list", "type_comment")
N = TypeVar("N", bound=ast.AST)


@dataclass(frozen=True, slots=True)
class Mutation:
    """One fault: the line it is on (from 1), the piece before and after, and the whole source with it."""

    line: int
    original: str
    before: str
    after: str
    source: str

    @property
    def text(self) -> str:
        """Return the line as it is without the fault, without its margin."""
        return self.original.strip()

    @property
    def change(self) -> str:
        """Return the fault in one line."""
        return f"{self.before} → {self.after}"


def mutations(source: str) -> tuple[Mutation, ...]:
    """Return every fault that can be put into `source`, in the order of the text."""
    found = [_put(source, node, change) for node in _touchable(ast.parse(source)) for change in _changes(node)]
    return tuple(sorted(found, key=lambda mutation: mutation.line))


def _touchable(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Import | ast.ImportFrom | ast.JoinedStr) or _is_for_types(node) or _is_literal(node):
        return
    yield node
    for name, value in ast.iter_fields(node):
        if name in UNTOUCHED:
            continue
        children = value if isinstance(value, list) else [value]
        for place, child in enumerate(children):
            is_docstring = name == "body" and place == 0 and _is_text(child)
            if isinstance(child, ast.AST) and not is_docstring:
                yield from _touchable(child)


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _is_literal(node: ast.AST) -> bool:
    return isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal"


def _is_text(node: object) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _changes(node: ast.AST) -> Iterator[Replacement]:
    """Yield what may stand instead of `node`."""
    match node:
        case ast.Constant():
            yield from _constants(node)
        case ast.IfExp() | ast.If() | ast.While():
            yield _negated(node.test)
        case ast.comprehension():
            yield from map(_negated, node.ifs)
        case ast.Return(value=value) if value is not None and not _is_none(value):
            yield ast.Return(ast.Constant(None))
        case ast.AugAssign() | ast.Continue() | ast.Expr():
            yield ast.Pass()
        case _:
            yield from _operations(node)


def _operations(node: ast.AST) -> Iterator[ast.expr]:
    match node:
        case ast.Compare():
            for place, operator in enumerate(node.ops):
                for other in COMPARISONS[type(operator)]:
                    yield _with(node, ops=[*node.ops[:place], other(), *node.ops[place + 1 :]])
        case ast.BinOp() if type(node.op) in OPERATORS:
            yield _with(node, op=OPERATORS[type(node.op)]())
        case ast.BoolOp():
            yield _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield deepcopy(node.operand)
        case ast.Call(func=ast.Name(id=name)) if name in TWINS:
            yield _with(node, func=ast.Name(TWINS[name]))


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _with(node: N, **fields: object) -> N:
    changed = deepcopy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


def _negated(test: ast.expr) -> ast.expr:
    return ast.copy_location(ast.UnaryOp(ast.Not(), deepcopy(test)), test)


def _constants(node: ast.Constant) -> Iterator[ast.expr]:
    match node.value:
        case bool(value):
            yield ast.Constant(not value)
        case int(value):
            yield ast.Constant(value + 1)
            yield ast.Constant(value - 1)
        case float(value):
            yield ast.Constant(value * 1.01 + 0.01)
        case str(value):
            yield ast.Constant(f"{value}?")


def _put(source: str, node: ast.AST, change: Replacement) -> Mutation:
    """Return the source with `change` where `node` was (a negated test stands where the test was)."""
    place = node
    if isinstance(change, ast.UnaryOp) and isinstance(change.op, ast.Not) and hasattr(change, "lineno"):
        place = change  # it kept the position of the test it negates
    new = ast.unparse(ast.fix_missing_locations(change))
    if isinstance(change, ast.expr):
        new = f"({new})"
    lines = source.encode().splitlines(keepends=True)
    start = sum(map(len, lines[: place.lineno - 1])) + place.col_offset
    end = sum(map(len, lines[: place.end_lineno - 1])) + place.end_col_offset
    data = source.encode()
    before = " ".join(data[start:end].decode().split())
    return Mutation(
        place.lineno, lines[place.lineno - 1].decode(), before, new, (data[:start] + new.encode() + data[end:]).decode()
    )
