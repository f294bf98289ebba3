"""The columns of a table in a lesson: a property by its name, or an expression in f, the function of the row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.errors import TutorError
from tutor.questions.template import evaluated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.syllabus.model import TableStep

PROPERTIES = (
    "name", "range", "slopes", "year", "source", "direction", "saturation", "smoothness", "formula", "derivative",
)  # fmt: skip
F = re.compile(r"(?<![A-Za-z_])f(?![A-Za-z_])")


def computed(column: str, function: str) -> float | None:
    """Return the number of a column in the row of `function`, None where it has none."""
    try:
        return evaluated(F.sub(function, column), {})
    except (TutorError, ArithmeticError, ValueError, TypeError):
        return None


def unknown(step: TableStep) -> Iterator[str]:
    """Yield the columns that are neither a property nor a number in any row."""
    for column in step.columns:
        if column not in PROPERTIES and all(computed(column, row) is None for row in step.rows):
            yield column
