"""The walk over a tree that gives each node its value: a number, a truth, a vector, or a function of x."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import e, inf, pi
from typing import TYPE_CHECKING, assert_never

import numpy as np

from tutor.activations.catalogue import get, get_vector
from tutor.activations.expression import arithmetic, asked, comparison
from tutor.activations.expression.errors import ExpressionError
from tutor.activations.expression.function import WORK, Function, Meter, catalogue, variable
from tutor.activations.expression.scope import binds, names_in
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
)
from tutor.activations.expression.vocabulary import (
    ELEMENTARY,
    FOLDS,
    MATRICES,
    QUESTIONS,
    VARIABLE,
    ascii_name,
    is_catalogue,
    is_vector_function,
    known_names,
    meaning,
)
from tutor.activations.parameters import find_parameter
from tutor.errors import UsageError, near

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.activations.expression.arithmetic import Value
    from tutor.activations.record import Entry

MOST_ANSWERS = 2000
ANSWERS: dict[Call, tuple[float, float]] = {}  # a question without free names: its value and what it cost
CONSTANTS = {"pi": pi, "e": e, "inf": inf}


def fault(key: str, node: Node, near: str = "", **facts: object) -> ExpressionError:
    """Return the error that points at `node`."""
    span = node.span
    return ExpressionError(key, span.source, span.position, span.length, near=near, **facts)


def unprimed(node: Node) -> tuple[Node, int]:
    """Return what stands under the primes of `node`, and how many there are."""
    if not isinstance(node, Prime):
        return node, 0
    below, order = unprimed(node.function)
    return below, order + node.order


@dataclass(frozen=True, slots=True)
class Scope:
    """The values of names, and the work that is left."""

    names: Mapping[str, float]
    meter: Meter = field(default_factory=Meter)

    @classmethod
    def of(cls, names: Mapping[str, float] | None, allowances: int = 1) -> Scope:
        """Return a scope with a full meter: the work of so many evaluations."""
        return cls({ascii_name(name): float(value) for name, value in (names or {}).items()}, Meter(WORK * allowances))

    def value(self, node: Node) -> Value:
        """Return the value of `node`; a fault below becomes an `ExpressionError` at the innermost node."""
        try:
            with np.errstate(all="ignore"):
                return self._value(node)
        except ExpressionError:
            raise
        except UsageError as error:
            facts = dict(error.facts)
            raise fault(error.key, node, str(facts.pop("near", "")), **facts) from error

    def _value(self, node: Node) -> Value:
        match node:
            case Number(_, value):
                return value
            case Name():
                return self.name(node)
            case Vector(items):
                return arithmetic.vector([self.value(item) for item in items])
            case Negate(operand):
                return arithmetic.negate(self.value(operand))
            case Binary(operator, left, right):
                return arithmetic.binary(operator, self.value(left), self.value(right))
            case Compare(operands, operators):
                return comparison.compare(operands, operators, [self.value(operand) for operand in operands])
            case Prime(function, order):
                return self.running().function(function).primed(order)
            case Index(vector, indices):
                return arithmetic.item(self.value(vector), [self.value(index) for index in indices])
            case Call():
                return self.call(node)
            case _:
                assert_never(node)

    def running(self) -> Scope:
        """Return this scope with x running over all numbers, whatever value it has here."""
        return Scope({name: value for name, value in self.names.items() if name != VARIABLE}, self.meter)

    def name(self, node: Name) -> Value:
        """Return the value of a name: a constant, a function, or what the caller gave."""
        known = meaning(node.name)
        if known is None:
            return self.given(node)
        if known in CONSTANTS:
            return CONSTANTS[known]
        if known in ELEMENTARY:
            return arithmetic.elementary(known, variable(self.meter))
        if is_vector_function(known):
            raise fault("expression.vector_function", node, name=known)
        if not is_catalogue(known):
            raise fault("expression.needs_arguments", node, name=known)
        return catalogue(get(known), {}, self.meter)

    def given(self, node: Name) -> Value:
        """Return the value of a name that is not of the language: `x`, or one that the caller gave."""
        name = ascii_name(node.name)
        if name in self.names:
            return self.names[name]
        if name == VARIABLE:
            return variable(self.meter)
        raise fault("expression.unknown_name", node, near(node.name, [*known_names(), *self.names]), name=node.name)

    def function(self, node: Node) -> Function:
        """Return the value of `node` as a function."""
        return arithmetic.as_function(self.value(node), self.meter)

    def call(self, node: Call) -> Value:
        """Return the value of a call."""
        name = meaning(node.function.name) if isinstance(node.function, Name) else None
        if name in FOLDS or name in QUESTIONS:
            return self.about_several(name, node)
        if name in MATRICES:
            return self.matrix(node)
        if name and is_vector_function(name):
            return self.vector(name, node)
        if name in ELEMENTARY:
            return arithmetic.elementary(name, self.only_argument(node))
        function = self.callee(node)
        argument = self.value(node.arguments[0])
        return arithmetic.apply(function, argument)

    def about_several(self, name: str, node: Call) -> Value:
        """Return the value of a question about a function, or of max, sum and their kin.

        One that depends on no given name is answered once: a course asks for `max(sigmoid′)` dozens of
        times. Its price is paid every time, so that no limit depends on what was asked before.
        """
        if not names_in(node).isdisjoint(self.names):
            return self.asked(name, node)
        if node not in ANSWERS:
            before = self.meter.left
            value = self.asked(name, node)
            if not isinstance(value, float):
                return value
            if len(ANSWERS) >= MOST_ANSWERS:
                ANSWERS.clear()
            ANSWERS[node] = value, before - self.meter.left
            return value
        value, price = ANSWERS[node]
        self.meter.pay(price)
        return value

    def asked(self, name: str, node: Call) -> Value:
        """Return the value of such a question, computed."""
        if node.named or not node.arguments:
            raise fault("expression.needs_arguments", node, name=name)
        first = self.running().value(node.arguments[0]) if binds(node) else self.value(node.arguments[0])
        if name in ("max", "min", "argmax", "argmin", "range") and len(node.arguments) == 1:
            return asked.extremes(name, first)
        if name in FOLDS:
            return arithmetic.fold(name, [first, *map(self.value, node.arguments[1:])])
        function = arithmetic.as_function(first, self.meter)
        return asked.answer(name, function, [self.number(argument) for argument in node.arguments[1:]])

    def vector(self, name: str, node: Call) -> Value:
        """Return the value of a function of a vector."""
        if not node.arguments:
            raise fault("expression.one_argument", node, given=0)
        vector = self.value(node.arguments[0])
        return asked.of_vector(name, vector, self.parameters(get_vector(name), node.arguments[1:], node))

    def matrix(self, node: Call) -> Value:
        """Return the value of `jacobian(softmax, [1, 2, 3])`."""
        if len(node.arguments) < 2:
            raise fault("expression.needs_arguments", node, name="jacobian")
        function, vector, *extra = node.arguments
        name = meaning(function.name) if isinstance(function, Name) else None
        if name is None or not is_vector_function(name):
            raise fault("expression.no_vector_function", function)
        parameters = self.parameters(get_vector(name), tuple(extra), node)
        return asked.of_vector(name, self.value(vector), parameters, matrix=True)

    def only_argument(self, node: Call) -> Value:
        """Return the value of the one argument; raises `ExpressionError` for more, fewer, or named ones."""
        if node.named or len(node.arguments) != 1:
            raise fault("expression.one_argument", node, given=len(node.arguments) + len(node.named))
        return self.value(node.arguments[0])

    def callee(self, node: Call) -> Function:
        """Return the function that is called, with its parameters: `swish′(2, β=1.5)` sets β of swish."""
        if not node.arguments:
            raise fault("expression.one_argument", node, given=0)
        called, order = unprimed(node.function)
        known = meaning(called.name) if isinstance(called, Name) else None
        if known is None or known in ELEMENTARY or not is_catalogue(known):
            self.only_argument(node)
            function = self.running().value(node.function)
            if not isinstance(function, Function):
                raise fault("expression.not_a_function", node.function)
            return function
        record = get(known)
        function = catalogue(record, self.parameters(record, node.arguments[1:], node), self.meter)
        return function.primed(order) if order else function

    def parameters(self, record: Entry, extra: tuple[Node, ...], node: Call) -> dict[str, float]:
        """Return the parameters of a call: the `extra` arguments in order, then the named ones."""
        if len(extra) > len(record.parameters):
            raise fault("expression.too_many_arguments", node, name=record.name, limit=1 + len(record.parameters))
        known = zip(record.parameters, extra, strict=False)
        values = {parameter.name: self.number(given) for parameter, given in known}
        for spelling, given in node.named:
            parameter = find_parameter(record, spelling)
            if parameter.name in values:
                raise fault("expression.twice", given, name=spelling)
            values[parameter.name] = self.number(given)
        return values

    def number(self, node: Node) -> float:
        """Return the value of `node`, which must be a number."""
        value = self.value(node)
        if isinstance(value, (bool, Function)) or np.ndim(value):
            raise fault("expression.not_a_number", node)
        return float(value)
