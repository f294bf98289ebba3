"""The doors to the value of an expression; numpy is loaded when one is opened, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tutor.activations.expression.parse import parse
from tutor.activations.expression.vocabulary import VARIABLE

ALLOWANCES = 20  # evaluations that a function for drawing may cost

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from tutor.activations.expression.function import Function
    from tutor.activations.expression.tree import Node


def evaluate(node: Node, names: Mapping[str, float] | None = None) -> float | bool | NDArray[Any]:
    """Return the value of `node`, with `names` for the names that are not of the language.

    A comparison that holds x is true when it holds at every one of 64 points in (−8, 8).
    Raises `ExpressionError` for an unknown name, a function left without argument, or too much work.
    """
    from tutor.activations.expression.function import Function
    from tutor.activations.expression.walk import Scope, fault

    value = Scope.of(names).value(node)
    if isinstance(value, Function):
        raise fault("expression.is_function", node)
    return value + 0.0 if isinstance(value, float) else value  # never −0


def calculate(source: str, names: Mapping[str, float] | None = None) -> float | bool | NDArray[Any]:
    """Return the value of the expression `source`: `calculate("σ'(10)")` is 4.5395807735951673e-05.

    Raises `ExpressionError` when it cannot be read or computed.
    """
    return evaluate(parse(source), names)


def function_of(node: Node, names: Mapping[str, float] | None = None) -> Function:
    """Return `node` as a function of x, for plots and tables; a number is a constant function.

    It may be asked a few thousand times for a few hundred points; make a new one for each drawing.
    Raises `ExpressionError` for an unknown name or a node that is no function of one number.
    """
    from tutor.activations.expression.walk import Scope

    given = {name: value for name, value in (names or {}).items() if name != VARIABLE}
    return Scope.of(given, ALLOWANCES).function(node)
