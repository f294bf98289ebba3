"""The little language of `σ'(10)`: tokens, a parser, an evaluator, errors with a caret.

Reading an expression needs no numpy; it is loaded when the first one is computed.
"""

from tutor.activations.expression.errors import ExpressionError
from tutor.activations.expression.evaluate import calculate, evaluate, function_of
from tutor.activations.expression.parse import parse
from tutor.activations.expression.scope import names_in
from tutor.activations.expression.tree import Node

__all__ = ["ExpressionError", "Node", "calculate", "evaluate", "function_of", "names_in", "parse"]
