"""`tutor calc EXPR`: a value, and the formula it was computed with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tutor.activations.expression import evaluate, parse
from tutor.pictures.naming import formulas
from tutor.text.words import say

if TYPE_CHECKING:
    from tutor.cli.environment import Environment

DIGITS = 6


def run(environment: Environment, expression: str, digits: int = DIGITS, *, as_json: bool = False) -> None:
    """Print the value of an expression; raises `ExpressionError` when it cannot be read or computed."""
    node = parse(expression)
    value = evaluate(node)
    used = formulas(node)
    if as_json:
        from json import dumps

        shown = {"expression": expression, "value": numbers(value), "formula": "; ".join(used)}
        print(dumps(shown, ensure_ascii=False))
        return
    if isinstance(value, bool):
        print(say("calc.true" if value else "calc.false", environment.language))
    else:
        print(written(value, digits))
    for formula in used:
        print(formula)


def written(value: Any, digits: int) -> str:
    """Return a number as `%.6g` writes it, a vector or a matrix in brackets."""
    if getattr(value, "ndim", 0):
        return "[" + ", ".join(written(item, digits) for item in value) + "]"
    return f"{float(value) + 0.0:.{digits}g}"  # no −0


def numbers(value: Any) -> Any:
    """Return a value for JSON, which has no infinity: those are the texts "inf", "-inf" and "nan"."""
    if getattr(value, "ndim", 0):
        return [numbers(item) for item in value]
    if isinstance(value, bool):
        return value
    number = float(value)
    return number if abs(number) < float("inf") else str(number)
