"""What is wrong with a query, and where: a sentence with a caret under the token, as for expressions."""

from __future__ import annotations

from typing import NoReturn


def refuse(key: str, source: str, position: int, length: int = 1, *, near: str = "", **facts: object) -> NoReturn:
    """Raise the error that points into `source`; it is loaded only now."""
    from tutor.activations.expression.errors import ExpressionError

    raise ExpressionError(key, source, position, length, near=near, **facts)
